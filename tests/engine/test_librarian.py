"""Questions about stored conversations are answered, the newest only; changes are made in their order."""

from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.engine.fakes import Inbox, Running, wait_until
from tests.engine.test_archivist import Clock, MemoryAnswers, MemoryHistory, turn
from voicedesk.core.archive import Heading
from voicedesk.core.commands import (
    BookSpending,
    DeleteConversation,
    KeepSummary,
    OpenConversation,
    PinConversation,
    PurgeConversation,
    RenameConversation,
    RestoreConversation,
    TotalMonth,
)
from voicedesk.core.conversation import Clip
from voicedesk.core.events import ConversationOpened, MonthTotalled, Remarked
from voicedesk.core.inquiries import (
    ConversationsListed,
    ListConversations,
    MessagesFound,
    SearchMessages,
    SpendingTotalled,
    TotalSpending,
)
from voicedesk.core.months import Month
from voicedesk.core.problems import Kind, Problem, trouble
from voicedesk.core.spending import Spending
from voicedesk.core.units import ConversationId, Frames, TurnId
from voicedesk.engine import archivist as module
from voicedesk.engine.archivist import Archivist
from voicedesk.engine.librarian import Librarian
from voicedesk.store.answers import Answers
from voicedesk.store.history import History

CHAT, OTHER = ConversationId(1), ConversationId(2)
CLIP = Clip(TurnId(1), Path("recordings/1.pcm"), Frames(24_000))


@pytest.fixture
def history() -> MemoryHistory:
    return MemoryHistory()


@pytest.fixture
def answers() -> MemoryAnswers:
    return MemoryAnswers()


@pytest.fixture
def inbox() -> Inbox:
    return Inbox()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def discarded() -> list[Clip]:
    return []


@pytest.fixture
def archivist(
    history: MemoryHistory, answers: MemoryAnswers, inbox: Inbox, clock: Clock, discarded: list[Clip]
) -> Archivist:
    return Archivist(lambda: history, lambda: answers, inbox.post, clock, discard=discarded.append)


def heading(number: int) -> Heading:
    return Heading(ConversationId(number), "", f"about {number}", 1, TurnId(number))


def test_a_question_that_comes_before_the_history_is_open_is_answered_when_it_is(
    archivist: Archivist, history: MemoryHistory, inbox: Inbox
) -> None:
    history.headings = (heading(3), heading(2), heading(1))
    archivist.carry_out(ListConversations(2))
    with Running(archivist):
        listed = inbox.wait_for(ConversationsListed)
    assert listed == ConversationsListed(history.headings[:2], has_more=True)


def test_the_list_is_sent_again_after_each_change_and_only_to_whom_it_is_shown(
    archivist: Archivist, history: MemoryHistory, inbox: Inbox
) -> None:
    with Running(archivist):
        archivist.carry_out(PinConversation(CHAT, True))
        wait_until(lambda: history.changes == [("pin", CHAT, True)])
        archivist.carry_out(ListConversations(5))
        inbox.wait_for(ConversationsListed)
        archivist.carry_out(RenameConversation(CHAT, "Owls"))
        inbox.wait_for(ConversationsListed)
    assert [type(event) for event in inbox.drain()].count(ConversationsListed) == 2


def test_while_a_search_takes_long_only_the_newest_words_are_kept_for_the_next(
    archivist: Archivist, history: MemoryHistory, inbox: Inbox
) -> None:
    history.may_search.clear()
    with Running(archivist):
        archivist.carry_out(SearchMessages("o", 5))
        assert history.is_searching.wait(5)
        for typed in ("ow", "owl", "owls"):
            archivist.carry_out(SearchMessages(typed, 5))
        history.may_search.set()
        assert inbox.wait_for(MessagesFound).typed == "o"
        assert inbox.wait_for(MessagesFound).typed == "owls"
    assert history.searched == ["o", "owls"]


def test_what_cannot_be_stored_keeps_nobody_from_searching(
    archivist: Archivist, history: MemoryHistory, inbox: Inbox
) -> None:
    history.failing = Problem(Kind.HISTORY_NOT_SAVED, {"reason": "the disk is full"})
    with Running(archivist):
        archivist.save(turn(1))
        inbox.wait_for(Remarked)
        archivist.carry_out(SearchMessages("owls", 5))
        assert inbox.wait_for(MessagesFound).hits[0].passage == "owls"
        history.failing = None


def test_an_opened_conversation_holds_what_is_not_stored_yet(
    archivist: Archivist, history: MemoryHistory, inbox: Inbox
) -> None:
    history.failing = Problem(Kind.HISTORY_BUSY)
    with Running(archivist):
        archivist.save(turn(1, "not stored"))
        inbox.wait_for(Remarked)
        archivist.carry_out(OpenConversation(CHAT))
        opened = inbox.wait_for(ConversationOpened).conversation
        history.failing = None
    assert [kept.answer.text for kept in opened.turns] == ["not stored"]


def test_changes_that_fail_are_made_later_in_their_order(
    archivist: Archivist, history: MemoryHistory, inbox: Inbox, clock: Clock
) -> None:
    history.refusing = Problem(Kind.HISTORY_BUSY)
    with Running(archivist):
        archivist.carry_out(RenameConversation(CHAT, "Owls"))
        inbox.wait_for(Remarked)
        archivist.carry_out(KeepSummary(CHAT, "of owls", TurnId(7)))
        archivist.carry_out(DeleteConversation(CHAT))
        archivist.carry_out(RestoreConversation(CHAT))
        history.refusing = None
        clock.now_s += module.LONGEST_RETRY_S
        archivist.save(turn(1))
        wait_until(lambda: len(history.changes) == 4)
    assert history.changes == [
        ("rename", CHAT, "Owls"),
        ("summary", CHAT, "of owls", 7),
        ("delete", CHAT),
        ("restore", CHAT),
    ]


def test_leaving_makes_the_changes_that_wait(archivist: Archivist, history: MemoryHistory) -> None:
    archivist.carry_out(DeleteConversation(CHAT))
    archivist.stop()
    archivist.run()
    assert history.changes == [("delete", CHAT)]


def test_a_purged_conversation_goes_with_its_sound(
    archivist: Archivist, history: MemoryHistory, answers: MemoryAnswers, discarded: list[Clip]
) -> None:
    history.clips = (CLIP,)
    answers.sound = {TurnId(number): b"\x01\x00" for number in (1, 2, 3)}
    with Running(archivist):
        archivist.carry_out(PurgeConversation(CHAT))
        wait_until(lambda: history.changes == [("purge", CHAT)])
    assert (discarded, list(answers.sound)) == ([CLIP], [3])


def test_a_recording_that_cannot_be_deleted_keeps_its_conversation(
    history: MemoryHistory, answers: MemoryAnswers, inbox: Inbox, clock: Clock
) -> None:
    """Otherwise it would be offered as lost at the next start, although the person deleted it."""

    def refuse(clip: Clip) -> None:
        raise trouble(Kind.RECORDING_NOT_DELETED, reason="no permission", folder="x")

    history.clips = (CLIP,)
    archivist = Archivist(lambda: history, lambda: answers, inbox.post, clock, discard=refuse)
    with Running(archivist):
        archivist.carry_out(PurgeConversation(CHAT))
        assert inbox.wait_for(Remarked).problem.kind is Kind.RECORDING_NOT_DELETED
    assert history.changes == []


def test_what_is_still_said_of_a_purged_conversation_goes_too(
    archivist: Archivist, history: MemoryHistory, answers: MemoryAnswers
) -> None:
    with Running(archivist):
        archivist.carry_out(PurgeConversation(CHAT))
        wait_until(lambda: history.changes == [("purge", CHAT)])
        archivist.append_answer(TurnId(1), b"\x01\x00")
        wait_until(lambda: bool(answers.sound))
        archivist.save(turn(1, "late"))
        wait_until(lambda: not answers.sound)
    assert history.saves == []


@pytest.mark.parametrize(("tidies", "purged"), [(True, [("purge", OTHER)]), (False, [])])
def test_what_an_earlier_run_left_deleted_is_purged_at_the_start_of_the_window(
    history: MemoryHistory, answers: MemoryAnswers, inbox: Inbox, tidies: bool, purged: list[object]
) -> None:
    history.hidden = (OTHER,)
    archivist = Archivist(lambda: history, lambda: answers, inbox.post, tidies=tidies)
    with Running(archivist):
        archivist.carry_out(SearchMessages("x", 1))
        inbox.wait_for(MessagesFound)
    assert history.changes == purged


def test_the_real_store_fits(tmp_path: Path) -> None:
    inbox = Inbox()
    archivist = Archivist(
        lambda: History(tmp_path / "history.db"), lambda: Answers(tmp_path / "answers"), inbox.post
    )
    with Running(archivist):
        archivist.save(turn(1, "of owls"))
        archivist.append_answer(TurnId(1), b"\x01\x00" * 100)
        archivist.carry_out(SearchMessages("owls", 5))
        assert [hit.turn for hit in inbox.wait_for(MessagesFound).hits] == [1]
        archivist.carry_out(ListConversations(5))
        inbox.wait_for(ConversationsListed)
        archivist.carry_out(RenameConversation(CHAT, "Owls"))
        assert inbox.wait_for(ConversationsListed).headings[0].title == "Owls"
        archivist.carry_out(DeleteConversation(CHAT))
        assert inbox.wait_for(ConversationsListed).headings == ()
        archivist.carry_out(PurgeConversation(CHAT))
        wait_until(lambda: not (tmp_path / "answers" / "1.pcm").exists())


# What was spent

WORDS = Spending("whisper-1", written_down_ms=5_000)
NOON_US = 1_795_780_800_000_000
"""Noon of 27 November 2026 in London."""
NOON = TurnId(NOON_US)
DAY_US = 86_400_000_000


def test_what_was_spent_is_booked_and_added_up_for_the_month(
    archivist: Archivist, history: MemoryHistory, inbox: Inbox
) -> None:
    with Running(archivist):
        archivist.carry_out(BookSpending(NOON, WORDS, CHAT))
        archivist.carry_out(BookSpending(TurnId(NOON_US - 40 * DAY_US), WORDS))
        archivist.carry_out(TotalMonth(NOON))
        month = inbox.wait_for(MonthTotalled).month
    assert month.holds(NOON)
    assert month.bill == (WORDS,)
    assert history.changes[0] == ("book", BookSpending(NOON, WORDS, CHAT))


def test_days_are_told_in_the_zone_of_whoever_reads(inbox: Inbox, history: MemoryHistory) -> None:
    librarian = Librarian(inbox.post, lambda library, conversation: None, ZoneInfo("Asia/Taipei"))
    for days in (0, 1, 3):
        librarian.put(BookSpending(TurnId(NOON_US + days * DAY_US + DAY_US // 3), WORDS))
    librarian.change(history)
    librarian.put(TotalSpending(Month(2026, 11)))
    librarian.answer(history, lambda conversation: conversation)
    totalled = inbox.wait_for(SpendingTotalled)
    assert [day for day, _ in totalled.days] == [date(2026, 11, 28), date(2026, 11, 29)]


def test_a_sum_holds_what_is_not_stored_yet(
    archivist: Archivist, history: MemoryHistory, inbox: Inbox
) -> None:
    history.refusing = Problem(Kind.HISTORY_BUSY)
    with Running(archivist):
        archivist.carry_out(BookSpending(NOON, WORDS, CHAT))
        archivist.carry_out(TotalMonth(NOON))
        assert inbox.wait_for(MonthTotalled).month.bill == (WORDS,)
        history.refusing = None


def test_a_sum_that_cannot_be_read_keeps_nobody_waiting(
    archivist: Archivist, history: MemoryHistory, inbox: Inbox
) -> None:
    history.unreadable = Problem(Kind.HISTORY_BUSY)
    with Running(archivist):
        archivist.carry_out(TotalMonth(NOON))
        assert inbox.wait_for(MonthTotalled).month.bill == ()
        assert inbox.wait_for(Remarked).problem.kind is Kind.HISTORY_BUSY


def test_a_history_that_cannot_be_opened_keeps_nobody_waiting(
    answers: MemoryAnswers, inbox: Inbox, clock: Clock
) -> None:
    def refuse() -> MemoryHistory:
        raise trouble(Kind.HISTORY_NOT_SAVED)

    archivist = Archivist(refuse, lambda: answers, inbox.post, clock)
    with Running(archivist):
        archivist.carry_out(TotalMonth(NOON))
        assert inbox.wait_for(MonthTotalled).month.holds(NOON)
