"""Make conversations to export."""

from datetime import UTC
from pathlib import Path

from hypothesis import strategies as st

from voicedesk.core.conversation import Answer, Clip, Conversation, Ending, Turn, Usage
from voicedesk.core.export.document import Document
from voicedesk.core.problems import Kind, Problem
from voicedesk.core.units import ConversationId, Frames, Milliseconds, TurnId

HERE = ConversationId(1)
FOLDER = Path("kept")
BEGUN_US = 1_790_000_000_000_000  # 2026-09-21 14:13:20 UTC

_counts = st.integers(0, 2**32).map(Frames)  # fifty hours
_some_counts = st.none() | st.integers(0, 2**40)
_turns = st.integers(1, 2**50).map(TurnId)
_names = st.integers(1, 999).map(lambda number: FOLDER / f"{number}.pcm")
_peaks = st.floats(-100, 0) | st.just(float("-inf"))
_clips = st.builds(Clip, _turns, _names, _counts, st.none() | _names, _counts, _counts, _peaks)
_usages = st.builds(Usage, _some_counts, _some_counts, _some_counts, _some_counts, st.integers(0, 9))
_answers = st.builds(
    Answer, st.text(), _counts, st.none() | st.text(), _some_counts, st.none() | _usages, st.text()
)
_problems = st.builds(
    Problem, st.sampled_from(Kind), st.dictionaries(st.text(), st.text(), max_size=3), st.text()
)
_any_turn = st.builds(
    Turn,
    _turns,
    st.just(HERE),
    st.text(),
    st.booleans(),
    st.none() | _clips,
    _answers,
    st.none() | st.integers(0, 2**40).map(Milliseconds),
    st.none() | st.sampled_from(Ending),
    st.none() | _problems,
)
documents = st.builds(
    lambda title, turns: document(*turns, title=title), st.text(), st.lists(_any_turn, max_size=3)
)


def document(*turns: Turn, title: str = "Golden retrievers") -> Document:
    """Make a document that is dated in UTC."""
    return Document(title, Conversation(HERE, turns), lambda moment: moment.astimezone(UTC))


def spoken(number: int, asked: str, answered: str, asked_ms: int = 4_000, answered_ms: int = 12_000) -> Turn:
    """Make a turn with sound on both sides; `number` counts minutes."""
    turn = TurnId(BEGUN_US + number * 60_000_000)
    clip = Clip(turn, FOLDER / f"{number}.pcm", Frames(asked_ms * 24))
    answer = Answer(answered, Frames(answered_ms * 24), model="gpt-audio-1.5")
    return Turn(turn, HERE, asked, clip=clip, answer=answer, ending=Ending.DONE)


def typed(number: int, asked: str, answered: str) -> Turn:
    """Make a turn without any sound."""
    turn = TurnId(BEGUN_US + number * 60_000_000)
    return Turn(turn, HERE, asked, typed=True, answer=Answer(answered), ending=Ending.DONE)
