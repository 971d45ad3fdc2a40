"""A second connection reads beside the one that writes, and changes nothing."""

from pathlib import Path

import pytest

from tests.store.turns import full_turn, growing_turn, plain_turn
from voicedesk.core.phrases import Phrase
from voicedesk.core.problems import Kind, Trouble
from voicedesk.core.units import ConversationId, TurnId
from voicedesk.store.connection import connect
from voicedesk.store.history import History
from voicedesk.store.reader import HistoryReader


@pytest.fixture
def reader(file: Path) -> HistoryReader:
    return HistoryReader(file, patience_s=0.1)


def test_where_nothing_was_stored_everything_is_empty_and_stays_so(reader: HistoryReader, file: Path) -> None:
    assert reader.conversations(10) == ()
    assert reader.search("hello", 10) == ()
    assert reader.latest() is None
    assert reader.conversation(ConversationId(1)).turns == ()
    assert not file.exists()


def test_it_sees_what_the_writer_stores_meanwhile(history: History, reader: HistoryReader) -> None:
    history.save(growing_turn(1))
    assert [turn.number for turn in reader.conversation(ConversationId(1)).turns] == [1]
    history.save(plain_turn(2, "the second question", conversation=2))
    assert reader.latest() == ConversationId(2)
    assert [heading.id for heading in reader.conversations(10)] == [2, 1]
    assert [hit.turn for hit in reader.search("second", 10)] == [TurnId(2)]


def test_a_turn_comes_back_whole(history: History, reader: HistoryReader, folder: Path) -> None:
    history.save(full_turn(folder))
    assert reader.conversation(ConversationId(2)).turns == (full_turn(folder),)


def test_reading_changes_no_byte(history: History, reader: HistoryReader, file: Path) -> None:
    history.save(plain_turn(1))
    history.close()
    before = file.read_bytes()
    reader.search("hello", 10)
    reader.conversation(ConversationId(1))
    assert file.read_bytes() == before


def test_a_damaged_file_is_named_and_left_as_it_is(reader: HistoryReader, file: Path) -> None:
    file.parent.mkdir(parents=True)
    file.write_bytes(b"no database at all" * 1000)
    with pytest.raises(Trouble) as met:
        reader.conversations(10)
    assert met.value.problem.kind is Kind.HISTORY_UNREADABLE
    assert met.value.problem.values["reason"] == Phrase.IS_DAMAGED
    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_a_file_that_is_just_being_made_is_finished_and_read_as_empty(
    reader: HistoryReader, file: Path
) -> None:
    file.parent.mkdir(parents=True)
    connect(file, lambda: 0.1).close()
    assert reader.conversations(10) == ()
    assert reader.search("hello", 10) == ()
