"""Lay what was said one after the other on a line of time, the same for captions and for the joined sound."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from voicedesk.core.conversation import Conversation, Turn
from voicedesk.core.units import NO_TIME, Milliseconds, TurnId, milliseconds_of

PAUSE_MS = Milliseconds(600)
"""The silence between two utterances."""
READING_MS_PER_CHARACTER = 55
SHORTEST_READING_MS = Milliseconds(1_000)
LONGEST_READING_MS = Milliseconds(4_000)


@dataclass(frozen=True, slots=True)
class Utterance:
    """What one side said in a turn, written, spoken or both; without sound it lasts no time."""

    is_question: bool
    text: str
    sound: Path | None = None
    duration_ms: Milliseconds = NO_TIME


@dataclass(frozen=True, slots=True)
class Placed:
    """An utterance with its time in the whole."""

    utterance: Utterance
    start_ms: Milliseconds
    end_ms: Milliseconds


def utterances_of(conversation: Conversation, answer_path: Callable[[TurnId], Path]) -> Iterator[Utterance]:
    """Give questions and answers in their order, without those of which nothing is there."""
    for turn in conversation.turns:
        for utterance in (_question(turn), _answer(turn, answer_path)):
            if utterance.text or utterance.sound:
                yield utterance


def placed(utterances: Iterable[Utterance]) -> Iterator[Placed]:
    """Put one after the other; what has no sound gets a silence in which it can be read."""
    start_ms = 0
    for utterance in utterances:
        end_ms = start_ms + (utterance.duration_ms or _reading_ms(utterance.text))
        yield Placed(utterance, Milliseconds(start_ms), Milliseconds(end_ms))
        start_ms = end_ms + PAUSE_MS


def _question(turn: Turn) -> Utterance:
    if turn.clip is None:
        return Utterance(True, turn.asked.strip())
    return Utterance(True, turn.asked.strip(), turn.clip.path, turn.clip.duration_ms)


def _answer(turn: Turn, answer_path: Callable[[TurnId], Path]) -> Utterance:
    duration_ms = milliseconds_of(turn.answer.frames)
    sound = answer_path(turn.number) if duration_ms else None
    return Utterance(False, turn.answer.text.strip(), sound, duration_ms)


def _reading_ms(text: str) -> int:
    return min(max(len(text) * READING_MS_PER_CHARACTER, SHORTEST_READING_MS), LONGEST_READING_MS)
