"""What is saved comes back the same, is found again, and is gone when it was deleted."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import apsw
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from tests.store.turns import full_turn, growing_turn, plain_turn
from voicedesk.core.conversation import Answer, Clip, Conversation, Ending, Turn, Usage
from voicedesk.core.problems import Kind, Problem
from voicedesk.core.units import ConversationId, Frames, Milliseconds, TurnId
from voicedesk.store import connection, queries
from voicedesk.store.history import History

NUMBERS = some.integers(0, 2**53)
TEXTS = some.text(max_size=40)
USAGES = some.builds(Usage, *(some.none() | NUMBERS for _ in range(5))).filter(lambda usage: usage != Usage())
ANSWERS = some.builds(
    Answer,
    text=TEXTS,
    frames=NUMBERS.map(Frames),
    audio_id=some.none() | TEXTS,
    expires_at=some.none() | NUMBERS,
    usage=some.none() | USAGES,
    model=TEXTS,
)
PATHS = some.sampled_from(
    ["recordings/1.pcm", "/elsewhere/a b.wav", "recordings/\udcff.pcm", "/x/日本.mp3"]
).map(Path)
CLIPS = some.builds(
    Clip,
    turn=NUMBERS.map(TurnId),
    path=PATHS,
    frames=NUMBERS.map(Frames),
    upload=some.none() | PATHS,
    preroll_frames=NUMBERS.map(Frames),
    lost_frames=NUMBERS.map(Frames),
    peak_dbfs=some.floats(allow_nan=False),
)
PROBLEMS = some.builds(
    Problem,
    some.sampled_from(Kind),
    some.dictionaries(TEXTS, TEXTS, max_size=3),
    TEXTS.map(lambda text: text[:20]),
)
TURNS = some.builds(
    Turn,
    number=NUMBERS.map(TurnId),
    conversation=NUMBERS.map(ConversationId),
    asked=TEXTS,
    typed=some.booleans(),
    clip=some.none() | CLIPS,
    answer=ANSWERS,
    heard_ms=some.none() | NUMBERS.map(Milliseconds),
    ending=some.none() | some.sampled_from(Ending),
    problem=some.none() | PROBLEMS,
)


def below(folder: Path, turn: Turn) -> Turn:
    """Give the paths of a recording the form in which they come back: below the folder of the data."""
    if turn.clip is None:
        return turn
    upload = folder / turn.clip.upload if turn.clip.upload else None
    return replace(turn, clip=replace(turn.clip, path=folder / turn.clip.path, upload=upload))


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(turn=TURNS)
def test_every_turn_comes_back_as_it_was_saved(history: History, folder: Path, turn: Turn) -> None:
    turn = below(folder, turn)
    history.save(turn)
    assert history.conversation(turn.conversation).find(turn.number) == turn


def test_a_full_turn_survives_closing_and_opening(file: Path, folder: Path) -> None:
    turn = full_turn(folder)
    first = History(file)
    first.save(turn)
    first.close()
    again = History(file)
    assert again.remark is None
    assert again.latest() == Conversation(turn.conversation, (turn,))
    again.close()


def test_the_folder_can_be_moved_with_its_recordings(file: Path, folder: Path, tmp_path: Path) -> None:
    first = History(file)
    first.save(full_turn(folder))
    first.close()
    moved = folder.rename(tmp_path / "moved 到 别处")
    again = History(moved / "history.db")
    latest = again.latest()
    again.close()
    assert latest == Conversation(ConversationId(2), (full_turn(moved),))


def test_half_a_character_from_the_service_does_not_keep_a_turn_from_being_saved(history: History) -> None:
    history.save(plain_turn(1, answer="broken \ud83d end"))
    assert history.conversation(ConversationId(1)).turns[0].answer.text == "broken ? end"


def test_saving_again_replaces_the_turn_and_keeps_the_order(history: History) -> None:
    for turn in (plain_turn(1), growing_turn(2), plain_turn(3), plain_turn(2, answer="all of it")):
        history.save(turn)
    texts = [turn.answer.text for turn in history.conversation(ConversationId(1)).turns]
    assert texts == ["hi there", "all of it", "hi there"]


def test_the_latest_conversation_is_the_one_in_which_something_was_said_last(history: History) -> None:
    history.save(plain_turn(1, conversation=9))
    history.save(plain_turn(2, conversation=4))
    latest = history.latest()
    assert latest
    assert latest.id == 4


def test_an_empty_history_has_no_latest_conversation(history: History) -> None:
    assert history.latest() is None
    assert history.conversation(ConversationId(1)) == Conversation(ConversationId(1))


def test_conversations_are_listed_newest_first_with_their_first_words(history: History) -> None:
    for turn in (
        plain_turn(1, "", conversation=1),
        plain_turn(2, "two"),
        plain_turn(3, "three", conversation=3),
    ):
        history.save(turn)
    listed = [
        (heading.id, heading.opening, heading.turns, heading.last) for heading in history.conversations(10)
    ]
    assert listed == [(3, "three", 1, 3), (1, "two", 2, 2)]
    assert len(history.conversations(1)) == 1


def test_a_recording_is_known_by_its_own_turn_and_by_one_that_repeats_it(
    history: History, folder: Path
) -> None:
    history.save(full_turn(folder))
    assert [history.knows(TurnId(number)) for number in (3, 5, 7)] == [True, True, False]


def test_a_turn_left_open_by_a_crash_becomes_interrupted_with_its_part(history: History) -> None:
    history.save(growing_turn(1))
    history.save(plain_turn(2))
    history.close_open_turns()
    open_one, ended = history.conversation(ConversationId(1)).turns
    assert (open_one.ending, open_one.answer.text) == (Ending.INTERRUPTED, "the first part")
    assert ended.ending is Ending.DONE


SEARCHES = [
    ("zurich", [3]),
    ("ZÜR", [3]),
    ("hel", [3, 1]),
    ("hello wor", [1]),
    ("wor hello", []),
    ("世", [4]),
    ("世界", [4]),
    ("你好世", [4]),
    ("界世", []),
    ("カ", [4]),
    ("naïve", [3]),
    ('"', []),
    ("AND", []),
    ("hello OR 世界", []),
    ("*", []),
    ("asked:hello", []),
    ("  ", []),
    ("\0", []),
    ("'; DROP TABLE turns; --", []),
]


@pytest.mark.parametrize(("typed", "numbers"), SEARCHES)
def test_search_finds_words_as_they_are_typed_newest_first(
    history: History, typed: str, numbers: list[int]
) -> None:
    history.save(plain_turn(1, "hello world"))
    history.save(plain_turn(2, "nothing of the kind"))
    history.save(plain_turn(3, "is Zürich naive", "Hello from Zürich"))
    history.save(plain_turn(4, "你好世界", "カタカナ"))
    assert [hit.turn for hit in history.search(typed, 10)] == numbers


def test_search_shows_the_passage_and_respects_the_limit(history: History) -> None:
    for number in range(1, 8):
        history.save(plain_turn(number, f"number {number} " + "word " * 100 + "needle " + "word " * 100))
    hits = history.search("needle", 3)
    assert [hit.turn for hit in hits] == [7, 6, 5]
    assert all("needle" in hit.passage and len(hit.passage) < 300 for hit in hits)


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(typed=some.text(max_size=30))
def test_nothing_that_can_be_typed_upsets_the_search(history: History, typed: str) -> None:
    history.search(typed, 5)


def test_search_follows_changed_words(history: History) -> None:
    history.save(plain_turn(1, "before"))
    history.save(plain_turn(1, "after"))
    assert history.search("before", 5) == ()
    assert [hit.turn for hit in history.search("after", 5)] == [1]


def test_T9_nothing_of_a_deleted_turn_is_left_in_any_file(file: Path, folder: Path) -> None:
    history = History(file)
    history.save(plain_turn(1, "kept", conversation=1))
    history.save(plain_turn(2, "canaryword of the deleted turn", "canaryanswer", conversation=2))
    history.delete_turn(TurnId(2))
    assert history.search("canaryword", 5) == ()
    assert [heading.id for heading in history.conversations(5)] == [1]
    history.close()
    left = b"".join(path.read_bytes() for path in folder.iterdir())
    assert b"kept" in left
    assert b"canary" not in left


def test_C5_turns_keep_their_order_whatever_the_clock_says(history: History) -> None:
    """The clock goes into the number only, and that never falls: stored order is order of speaking."""
    for number in (1_700_000_000_000_000, 1_700_000_000_000_001, 2_000_000_000_000_000):
        history.save(plain_turn(number))
    numbers = [turn.number for turn in history.conversation(ConversationId(1)).turns]
    assert numbers == sorted(numbers)


def test_S9_every_commit_reaches_the_disk_before_it_is_confirmed(file: Path) -> None:
    opened = connection.connect(file, lambda: 0.0)
    try:
        assert opened.pragma("journal_mode") == "wal"
        assert opened.pragma("synchronous") == 2
        assert opened.pragma("fullfsync") == 1
        assert opened.pragma("secure_delete") == 1
    finally:
        opened.close()


@pytest.fixture(autouse=True)
def made(folder: Path) -> None:
    folder.mkdir(exist_ok=True)


@pytest.mark.parametrize(
    ("version", "mode"),
    [("3.40.1", "delete"), ("3.51.2", "delete"), ("3.44.6", "wal"), ("3.50.7", "wal"), ("3.51.3", "wal")],
)
def test_S12_a_version_that_can_lose_commits_uses_no_write_ahead_log(
    file: Path, monkeypatch: pytest.MonkeyPatch, version: str, mode: str
) -> None:
    monkeypatch.setattr(apsw, "sqlitelibversion", lambda: version)
    opened = connection.connect(file, lambda: 0.0)
    try:
        assert opened.pragma("journal_mode") == mode
    finally:
        opened.close()


@pytest.mark.slow
def test_S13_in_a_long_history_nothing_reads_all_of_it(file: Path) -> None:
    """No step may grow with the number of turns: this looks at plans, not at times."""
    history = History(file)
    history.save(plain_turn(1))
    history.close()
    opened = connection.connect(file, lambda: 0.0)
    try:
        assert _scans(opened, queries._LATEST) == ["SCAN turns"]  # and stops at the first row
        assert "SCAN turns" not in _scans(opened, queries._HEADINGS.replace("?", "500"))
        assert _scans(opened, "SELECT * FROM turns WHERE conversation = 1 ORDER BY number") == []
        assert _scans(opened, "SELECT EXISTS(SELECT 1 FROM turns WHERE number = 1 OR clip_turn = 1)") == []
        assert _scans(opened, "UPDATE turns SET ending = 'interrupted' WHERE ending IS NULL") == []
    finally:
        opened.close()


def _scans(opened: apsw.Connection, statement: str) -> list[str]:
    plan: Callable[[str], apsw.Cursor] = opened.execute
    steps = [str(row[3]) for row in plan(f"EXPLAIN QUERY PLAN {statement}")]
    return [
        step
        for step in steps
        if step.startswith("SCAN") and "CONSTANT ROW" not in step and "INDEX" not in step
    ]
