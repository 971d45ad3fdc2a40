"""A conversation is named, pinned and summarized; what was deleted can come back until it is purged."""

from dataclasses import replace
from pathlib import Path

import apsw
import pytest

from tests.store.turns import full_turn, plain_turn
from voicedesk.core.conversation import Conversation
from voicedesk.core.units import ConversationId, TurnId
from voicedesk.store.history import History

ONE, TWO, THREE = (ConversationId(number) for number in (1, 2, 3))


@pytest.fixture
def filled(history: History) -> History:
    """Three conversations, the newest last, each about its own animal."""
    for number, animal in ((1, "owls"), (2, "cats"), (3, "dogs")):
        history.save(plain_turn(number * 10, f"tell me of {animal}", "gladly", conversation=number))
    return history


def listed(history: History) -> list[int]:
    return [heading.id for heading in history.conversations(10)]


def test_pinned_conversations_come_first_and_each_part_newest_first(filled: History) -> None:
    filled.pin(ONE, True)
    assert [(heading.id, heading.pinned) for heading in filled.conversations(10)] == [
        (1, True),
        (3, False),
        (2, False),
    ]
    filled.pin(ONE, False)
    assert listed(filled) == [3, 2, 1]


def test_a_title_is_kept_and_an_empty_one_brings_the_first_words_back(filled: History) -> None:
    filled.rename(TWO, "Die Katze \ud83d")
    heading = filled.conversations(10)[1]
    assert (heading.title, heading.opening) == ("Die Katze ?", "tell me of cats")
    assert filled.conversation(TWO).title == "Die Katze ?"
    filled.save(plain_turn(21, conversation=2))
    assert filled.conversation(TWO).title == "Die Katze ?"
    filled.rename(TWO, "")
    assert filled.conversations(10)[0].title == ""


def test_a_summary_is_kept_with_the_turn_that_it_reaches_to(filled: History) -> None:
    filled.keep_summary(ONE, "They spoke of owls.", TurnId(10))
    found = filled.conversation(ONE)
    assert (found.summary, found.summary_until) == ("They spoke of owls.", 10)
    filled.keep_summary(ONE, "", None)
    assert filled.conversation(ONE).summary_until is None


def test_a_deleted_conversation_is_out_of_sight_and_can_be_restored(filled: History) -> None:
    filled.delete(THREE)
    assert listed(filled) == [2, 1]
    assert filled.search("dogs", 5) == ()
    latest = filled.latest()
    assert latest and latest.id == 2
    assert filled.deleted() == (3,)
    assert filled.knows(TurnId(30)), "or its recording would be offered as lost"
    filled.restore(THREE)
    assert listed(filled) == [3, 2, 1]
    assert [hit.conversation for hit in filled.search("dogs", 5)] == [3]


def test_what_is_said_late_in_a_deleted_conversation_comes_back_with_it(filled: History) -> None:
    filled.delete(THREE)
    filled.save(plain_turn(30, "tell me of foxes", conversation=3))
    assert listed(filled) == [2, 1]
    filled.restore(THREE)
    assert [hit.turn for hit in filled.search("foxes", 5)] == [30]


def test_T9_nothing_of_a_purged_conversation_is_left_in_any_file(file: Path, folder: Path) -> None:
    history = History(file)
    history.save(plain_turn(1, "kept", conversation=1))
    for number in range(2, 50):
        history.save(plain_turn(number, "canaryword", f"canaryanswer {number}", conversation=2))
    history.rename(TWO, "canarytitle")
    history.keep_summary(TWO, "canarysummary", TurnId(3))
    history.delete(TWO)
    history.purge(TWO)
    assert history.deleted() == ()
    assert history.conversation(TWO) == Conversation(TWO)
    history.close()
    left = b"".join(path.read_bytes() for path in folder.iterdir())
    assert b"kept" in left
    assert b"canary" not in left


def test_the_sound_of_a_conversation_is_named_but_not_what_another_one_needs(
    history: History, folder: Path
) -> None:
    shared, own = full_turn(folder), plain_turn(6, conversation=2)
    history.save(shared)
    history.save(own)
    assert shared.clip
    assert history.sounds_of(TWO) == ((TurnId(5), TurnId(6)), (shared.clip,))
    repeated = full_turn(folder)
    history.save(replace(repeated, number=TurnId(7), conversation=THREE))
    assert history.sounds_of(TWO) == ((TurnId(5), TurnId(6)), ())


def test_a_hit_names_its_conversation_and_marks_the_words(filled: History) -> None:
    filled.save(plain_turn(11, "and at night?", "Owls hunt; many OWLS do", conversation=1))
    filled.rename(THREE, "About dogs")
    newest, first = filled.search("owls", 5)
    assert (newest.turn, newest.heading, newest.passage) == (11, "tell me of owls", "Owls hunt; many OWLS do")
    assert [newest.passage[begin:end] for begin, end in newest.marks] == ["Owls", "OWLS"]
    assert first.turn == 10
    assert filled.search("dog", 5)[0].heading == "About dogs"


@pytest.mark.parametrize(
    ("said", "typed", "marked"),
    [
        ("你好世界，再见世界", "世界", ["世界", "世界"]),
        ("Ein Zürcher sagt Grüezi", "zurcher gru", ["Zürcher", "Grüezi"]),
    ],
)
def test_words_are_marked_as_they_were_said(
    history: History, said: str, typed: str, marked: list[str]
) -> None:
    history.save(plain_turn(1, said, ""))
    (hit,) = history.search(typed, 5)
    assert [hit.passage[begin:end] for begin, end in hit.marks] == marked


def test_marks_that_were_said_do_no_harm(history: History) -> None:
    history.save(plain_turn(1, "a\x02 b\x03 needle \x03\x02\x02", ""))
    (hit,) = history.search("needle", 5)
    assert hit.passage == "a b needle "
    assert "needle" in [hit.passage[begin:end] for begin, end in hit.marks]


def test_a_rescued_file_still_knows_what_was_named_pinned_and_deleted(filled: History, file: Path) -> None:
    filled.rename(ONE, "Owls")
    filled.pin(ONE, True)
    filled.keep_summary(ONE, "of owls", TurnId(10))
    filled.delete(THREE)
    filled.close()
    damage_the_index(file)
    rescued = History(file)
    assert rescued.remark
    assert listed(rescued) == [1, 2]
    assert (rescued.conversations(1)[0].title, rescued.conversation(ONE).summary) == ("Owls", "of owls")
    assert rescued.deleted() == (3,)
    rescued.close()


def damage_the_index(file: Path) -> None:
    """Overwrite the page of an index; every table stays whole."""
    connection = apsw.Connection(str(file), flags=apsw.SQLITE_OPEN_READONLY)
    page = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'turns_by_clip'").get
    size = connection.pragma("page_size")
    connection.close()
    assert isinstance(page, int) and isinstance(size, int)
    with file.open("r+b") as opened:
        opened.seek((page - 1) * size)
        opened.write(b"\xff" * size)
