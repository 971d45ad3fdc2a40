"""What was spent is kept by request, added up, and outlives what it was spent for."""

from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import apsw
import pytest

from tests.store.turns import plain_turn
from voicedesk.core.commands import BookSpending
from voicedesk.core.costs import cost_of
from voicedesk.core.months import Month, days_us, span_us
from voicedesk.core.spending import Spending
from voicedesk.core.units import ConversationId, TurnId
from voicedesk.store.history import History
from voicedesk.store.reader import HistoryReader

ANSWER = Spending("gpt-audio-1.5", text_in=500, audio_in=100, text_out=100, audio_out=300)
CUT_OFF = Spending("gpt-audio-1.5", audio_out=60, counted=True)
WORDS = Spending("whisper-1", written_down_ms=10_000)
PRACTISED = Spending("gpt-audio-1.5", audio_out=900, practice=True)
HERE = ConversationId(1)
SUMMARY = Spending("gpt-4o-mini", text_in=900, text_out=90)
TAIPEI = ZoneInfo("Asia/Taipei")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "history.db"


@pytest.fixture
def history(file: Path) -> History:
    return History(file)


def at(*moment: int) -> TurnId:
    """Number a turn that begins at a time in UTC."""
    return TurnId(round(datetime(*moment, tzinfo=UTC).timestamp() * 1_000_000))  # type: ignore[arg-type,misc]


def test_rows_are_added_up_by_model_and_by_how_they_are_known(history: History) -> None:
    for spending in (ANSWER, WORDS, ANSWER, CUT_OFF, PRACTISED):
        history.book(BookSpending(TurnId(5), spending))
    assert set(history.spent_between(0, 10)) == {
        Spending("gpt-audio-1.5", text_in=1_000, audio_in=200, text_out=200, audio_out=600),
        WORDS,
        CUT_OFF,
        PRACTISED,
    }


def test_the_cost_of_a_month_is_that_of_its_rows(history: History) -> None:
    for spending in (ANSWER, ANSWER, WORDS, PRACTISED):
        history.book(BookSpending(TurnId(5), spending))
    by_hand = 2 * (500 * 2 + 100 * 25.6 + 100 * 8 + 300 * 51.2) / 1e6 + 0.0048 / 6
    assert cost_of(history.spent_between(0, 10)).usd == pytest.approx(by_hand)


@pytest.mark.parametrize(("turn", "is_counted"), [(9, False), (10, True), (19, True), (20, False)])
def test_a_stretch_of_time_begins_with_its_first_moment_and_ends_before_its_last(
    history: History, turn: int, is_counted: bool
) -> None:
    history.book(BookSpending(TurnId(turn), WORDS))
    assert bool(history.spent_between(10, 20)) is is_counted


def test_the_same_moment_belongs_to_the_month_of_whoever_looks(history: History) -> None:
    history.book(BookSpending(at(2026, 11, 30, 20), WORDS))  # four in the morning of 1 December in Taipei
    december, november = Month(2026, 12), Month(2026, 11)
    assert history.spent_between(*span_us(november, UTC)) == (WORDS,)
    assert history.spent_between(*span_us(december, UTC)) == ()
    assert history.spent_between(*span_us(november, TAIPEI)) == ()
    assert history.spent_between(*span_us(december, TAIPEI)) == (WORDS,)


def test_days_add_up_to_their_month_where_the_clocks_change(history: History) -> None:
    berlin, october = ZoneInfo("Europe/Berlin"), Month(2026, 10)
    for hour in range(0, 24 * 31 + 1, 5):
        history.book(BookSpending(TurnId(span_us(october, berlin)[0] + hour * 3_600_000_000), WORDS))
    by_day = [history.spent_between(*span) for _, *span in days_us(october, berlin)]
    assert len(by_day) == 31
    (whole,) = history.spent_between(*span_us(october, berlin))
    assert sum(bill[0].written_down_ms for bill in by_day) == whole.written_down_ms == 149 * 10_000


def test_a_conversation_shows_what_each_turn_cost_and_all_of_them(history: History) -> None:
    history.save(plain_turn(1))
    history.save(plain_turn(2))
    history.book(BookSpending(TurnId(1), ANSWER, HERE, TurnId(1)))
    history.book(BookSpending(TurnId(1), WORDS, HERE, TurnId(1)))
    history.book(BookSpending(TurnId(2), ANSWER, HERE, TurnId(2)))
    history.book(BookSpending(TurnId(3), ANSWER, ConversationId(77), TurnId(3)))
    history.book(BookSpending(TurnId(1), SUMMARY, HERE))
    conversation = history.conversation(HERE)
    assert [turn.spent for turn in conversation.turns] == [(ANSWER, WORDS), (ANSWER,)]
    assert cost_of(conversation.spent).usd == pytest.approx(cost_of((ANSWER, ANSWER, WORDS, SUMMARY)).usd)


def test_what_is_deleted_has_still_been_paid(history: History) -> None:
    history.save(plain_turn(1))
    history.save(plain_turn(2))
    history.book(BookSpending(TurnId(1), ANSWER, HERE, TurnId(1)))
    history.delete_turn(TurnId(1))
    assert history.conversation(HERE).spent == (ANSWER,)
    history.purge(HERE)
    history.delete_all()
    assert history.spent_between(0, 10) == (ANSWER,)


def test_a_running_program_can_be_asked_from_beside_it(history: History, file: Path) -> None:
    history.book(BookSpending(TurnId(5), WORDS))
    assert HistoryReader(file).spent_between(0, 10) == (WORDS,)
    assert HistoryReader(file.with_name("none.db")).spent_between(0, 10) == ()


def test_a_file_of_the_last_version_gets_its_ledger(history: History, file: Path) -> None:
    history.save(plain_turn(1))
    history.close()
    older = apsw.Connection(str(file))
    older.execute("DROP TABLE spent")
    older.pragma("user_version", 2)
    older.close()
    renewed = History(file)
    renewed.book(BookSpending(TurnId(1), WORDS, HERE, TurnId(1)))
    assert renewed.conversation(HERE).turns[0].spent == (WORDS,)


def test_adding_up_a_day_looks_into_an_index(history: History, file: Path) -> None:
    plan = apsw.Connection(str(file)).execute(
        "EXPLAIN QUERY PLAN SELECT sum(text_in) FROM spent WHERE at_us >= 1 AND at_us < 2"
    )
    assert "spent_by_time" in str(plan.fetchall())
