"""Everything handed over is stored in order; what fails is tried again and nothing is lost meanwhile."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest

from tests.engine.fakes import Inbox, Running, wait_until
from tests.engine.memory_library import MemoryLibrary
from voicedesk.core.conversation import Answer, Conversation, Ending, Turn
from voicedesk.core.events import ConversationOpened, Remarked
from voicedesk.core.problems import Kind, Problem, trouble
from voicedesk.core.units import ConversationId, Pcm, TurnId
from voicedesk.engine import archivist as module
from voicedesk.engine.archivist import Archivist
from voicedesk.engine.backlog import MOST_SOUND_BYTES, MOST_TURNS, Backlog
from voicedesk.store.answers import Answers
from voicedesk.store.history import History

CHAT = ConversationId(1)


def turn(number: int, text: str = "answer", ending: Ending | None = Ending.DONE) -> Turn:
    return Turn(TurnId(number), CHAT, "question", answer=Answer(text), ending=ending)


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now_s = 0.0

    def __call__(self) -> float:
        return self.now_s


class MemoryHistory(MemoryLibrary):
    """A history in memory that fails as long as it is told to."""

    def __init__(self) -> None:
        super().__init__()
        self.saves: list[Turn] = []
        self.gone: list[TurnId] = []
        self.failing: Problem | None = None
        self.remark: Problem | None = None
        self.stored: Conversation | None = None
        self.attempts = 0
        self.may_save = Event()
        self.may_save.set()
        self.is_closed = False
        self.is_hurried = False
        self.open_turns_closed = False

    def save(self, turn: Turn) -> None:
        self.attempts += 1
        assert self.may_save.wait(5)
        if self.failing:
            raise trouble(self.failing.kind, **self.failing.values)
        self.saves.append(turn)

    def delete_turn(self, turn: TurnId) -> None:
        self.gone.append(turn)

    def close_open_turns(self) -> None:
        self.open_turns_closed = True

    def latest(self) -> Conversation | None:
        return self.stored

    def knows(self, turn: TurnId) -> bool:
        return any(saved.number == turn for saved in self.saves)

    def delete_all(self) -> None:
        self.saves.clear()

    def is_finished(self, turn: TurnId) -> bool:
        return True

    def hurry(self) -> None:
        self.is_hurried = True

    def close(self) -> None:
        self.is_closed = True


class MemoryAnswers:
    """Sound in memory that fails as long as it is told to."""

    def __init__(self) -> None:
        self.sound: dict[TurnId, Pcm] = {}
        self.failing = False

    def append(self, turn: TurnId, pcm: Pcm) -> None:
        if self.failing:
            raise trouble(Kind.HISTORY_NOT_SAVED, reason="the disk is full")
        self.sound[turn] = self.sound.get(turn, b"") + pcm

    def turns(self) -> tuple[TurnId, ...]:
        return tuple(self.sound)

    def discard(self, turn: TurnId) -> None:
        self.sound.pop(turn, None)

    def close(self) -> None:
        pass


@pytest.fixture
def clock() -> Clock:
    return Clock()


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
def archivist(history: MemoryHistory, answers: MemoryAnswers, inbox: Inbox, clock: Clock) -> Archivist:
    return Archivist(lambda: history, lambda: answers, inbox.post, clock)


def test_the_latest_conversation_is_opened_at_the_start(
    archivist: Archivist, history: MemoryHistory, inbox: Inbox
) -> None:
    history.stored = Conversation(CHAT, (turn(1),))
    with Running(archivist):
        assert inbox.wait_for(ConversationOpened).conversation == history.stored
    assert history.open_turns_closed
    assert history.is_closed


def test_S3_a_history_that_was_mended_while_it_was_opened_is_read_again(
    archivist: Archivist, history: MemoryHistory, inbox: Inbox, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers: list[Problem | Conversation] = [Problem(Kind.HISTORY_DAMAGED), Conversation(CHAT, (turn(1),))]

    def latest() -> Conversation:
        answer = answers.pop(0)
        if isinstance(answer, Problem):
            raise trouble(answer.kind)
        return answer

    monkeypatch.setattr(history, "latest", latest)
    with Running(archivist):
        assert inbox.wait_for(Remarked).problem.kind is Kind.HISTORY_DAMAGED
        clock.now_s += module.LONGEST_RETRY_S
        archivist.save(turn(0))
        wait_until(lambda: not answers)


def test_what_nobody_stored_is_looked_for_once_the_history_is_open(
    history: MemoryHistory, answers: MemoryAnswers, inbox: Inbox
) -> None:
    asked: list[Callable[[TurnId], bool]] = []
    archivist = Archivist(lambda: history, lambda: answers, inbox.post, recover=asked.append)
    with Running(archivist):
        wait_until(lambda: len(asked) == 1)


def test_a_conversation_that_loads_late_does_not_replace_one_that_has_begun(
    archivist: Archivist, history: MemoryHistory, inbox: Inbox
) -> None:
    history.stored = Conversation(CHAT, (turn(1),))
    archivist.save(turn(2))
    with Running(archivist):
        wait_until(lambda: bool(history.saves))
    assert not any(isinstance(event, ConversationOpened) for event in inbox.seen)


def test_an_ended_turn_is_stored_at_once(archivist: Archivist, history: MemoryHistory) -> None:
    with Running(archivist):
        archivist.save(turn(1))
        wait_until(lambda: history.saves == [turn(1)])


def test_a_growing_turn_is_stored_twice_a_second_and_only_in_its_newest_state(
    archivist: Archivist, history: MemoryHistory, clock: Clock
) -> None:
    with Running(archivist):
        archivist.save(turn(1, "a", None))
        wait_until(lambda: len(history.saves) == 1)
        for text in ("ab", "abc", "abcd"):
            archivist.save(turn(1, text, None))
        archivist.save(turn(2))
        wait_until(lambda: len(history.saves) == 2)
        clock.now_s += module.GROWING_EVERY_S
        archivist.save(turn(1, "abcde", None))
        wait_until(lambda: len(history.saves) == 3)
    assert [(saved.number, saved.answer.text) for saved in history.saves] == [
        (1, "a"),
        (2, "answer"),
        (1, "abcde"),
    ]


def test_the_sender_never_waits_and_a_slow_disk_gets_only_the_newest_state(
    archivist: Archivist, history: MemoryHistory
) -> None:
    history.may_save.clear()
    with Running(archivist):
        archivist.save(turn(1, "first"))
        wait_until(lambda: history.attempts == 1)
        for number in range(1_000):
            archivist.save(turn(1, f"state {number}"))
        history.may_save.set()
        wait_until(lambda: len(history.saves) == 2)
    assert [saved.answer.text for saved in history.saves] == ["first", "state 999"]


FAILURES = [
    pytest.param(Problem(Kind.HISTORY_NOT_SAVED, {"reason": "the disk is full"}), id="S1-disk-full"),
    pytest.param(Problem(Kind.HISTORY_NOT_SAVED, {"reason": "the disk reported an error"}), id="S2-io-error"),
    pytest.param(Problem(Kind.HISTORY_DAMAGED, {"file": "x-broken.db"}), id="S3-damaged-while-working"),
    pytest.param(Problem(Kind.HISTORY_BUSY), id="S4-busy"),
    pytest.param(Problem(Kind.HISTORY_NEWER), id="S6-newer"),
    pytest.param(Problem(Kind.HISTORY_NOT_SAVED, {"reason": "no permission"}), id="S11-permission"),
]


@pytest.mark.parametrize("problem", FAILURES)
def test_a_failure_is_said_once_and_every_turn_stored_when_it_is_over(
    history: MemoryHistory, answers: MemoryAnswers, clock: Clock, problem: Problem
) -> None:
    posted: list[object] = []
    archivist = Archivist(lambda: history, lambda: answers, posted.append, clock)
    history.failing = problem
    with Running(archivist):
        archivist.save(turn(1))
        wait_until(lambda: history.attempts == 1)
        for number in range(2, 30):
            archivist.save(turn(number))
        for attempts in (2, 3, 4):
            clock.now_s += module.LONGEST_RETRY_S
            archivist.save(turn(30))
            wait_until(lambda least=attempts: history.attempts >= least)  # type: ignore[misc]
        history.failing = None
        clock.now_s += module.LONGEST_RETRY_S
        archivist.save(turn(31))
        wait_until(lambda: len(history.saves) == 31)
    assert [saved.number for saved in history.saves] == list(range(1, 32))
    assert posted == [Remarked(problem)]


def test_a_failure_that_comes_back_after_it_was_over_is_said_again(
    archivist: Archivist, history: MemoryHistory, inbox: Inbox, clock: Clock
) -> None:
    with Running(archivist):
        for number in (1, 2):
            history.failing = Problem(Kind.HISTORY_BUSY)
            archivist.save(turn(number))
            assert inbox.wait_for(Remarked).problem.kind is Kind.HISTORY_BUSY
            history.failing = None
            clock.now_s += module.LONGEST_RETRY_S
            archivist.save(turn(number))
            wait_until(lambda least=number: len(history.saves) == least)  # type: ignore[misc]


def test_a_failing_disk_is_not_tried_again_and_again(
    archivist: Archivist, history: MemoryHistory, inbox: Inbox
) -> None:
    history.failing = Problem(Kind.HISTORY_BUSY)
    with Running(archivist):
        archivist.save(turn(1))
        inbox.wait_for(Remarked)
        for number in range(200):
            archivist.save(turn(number))
        assert history.attempts == 1


def test_S10_without_any_history_the_program_works_in_memory_and_stores_all_of_it_later(
    history: MemoryHistory, answers: MemoryAnswers, inbox: Inbox, clock: Clock
) -> None:
    openings: list[Callable[[], MemoryHistory]] = [lambda: history]

    def open_history() -> MemoryHistory:
        if len(openings) == 1:
            openings.append(openings[0])
            raise trouble(Kind.HISTORY_NOT_SAVED, reason="no permission")
        return openings[0]()

    archivist = Archivist(open_history, lambda: answers, inbox.post, clock)
    with Running(archivist):
        assert inbox.wait_for(Remarked).problem.kind is Kind.HISTORY_NOT_SAVED
        archivist.save(turn(1))
        archivist.append_answer(TurnId(1), b"\x01\x00")
        clock.now_s += module.LONGEST_RETRY_S
        archivist.save(turn(2))
        wait_until(lambda: len(history.saves) == 2)
    assert answers.sound == {TurnId(1): b"\x01\x00"}


def test_what_opening_met_is_said(archivist: Archivist, history: MemoryHistory, inbox: Inbox) -> None:
    history.remark = Problem(Kind.HISTORY_DAMAGED, {"file": "x", "turns": "3"})
    with Running(archivist):
        assert inbox.wait_for(Remarked).problem == history.remark


def test_sound_that_could_not_be_written_is_complete_in_the_end(
    archivist: Archivist, answers: MemoryAnswers, inbox: Inbox, clock: Clock
) -> None:
    answers.failing = True
    with Running(archivist):
        archivist.append_answer(TurnId(1), b"\x01\x00")
        inbox.wait_for(Remarked)
        archivist.append_answer(TurnId(1), b"\x02\x00")
        answers.failing = False
        clock.now_s += module.LONGEST_RETRY_S
        archivist.append_answer(TurnId(1), b"\x03\x00")
        wait_until(lambda: answers.sound == {TurnId(1): b"\x01\x00\x02\x00\x03\x00"})


def test_sound_that_cannot_be_stored_keeps_no_turn_from_being_stored(
    archivist: Archivist, history: MemoryHistory, answers: MemoryAnswers
) -> None:
    answers.failing = True
    archivist.append_answer(TurnId(1), b"\x01\x00")
    archivist.save(turn(1))
    with Running(archivist):
        wait_until(lambda: history.saves == [turn(1)])


def test_a_forgotten_turn_is_deleted_with_its_sound_and_what_waited_of_it(
    archivist: Archivist, history: MemoryHistory, answers: MemoryAnswers
) -> None:
    archivist.save(turn(1))
    archivist.append_answer(TurnId(1), b"\x01\x00")
    archivist.append_answer(TurnId(2), b"\x02\x00")
    archivist.forget(TurnId(1))
    with Running(archivist):
        wait_until(lambda: history.gone == [1])
    assert history.saves == []
    assert answers.sound == {TurnId(2): b"\x02\x00"}


def test_leaving_stores_all_that_waits_however_young(archivist: Archivist, history: MemoryHistory) -> None:
    with Running(archivist):
        archivist.save(turn(1, "a", None))
        wait_until(lambda: len(history.saves) == 1)
        archivist.save(turn(1, "ab", None))
        archivist.append_answer(TurnId(1), b"\x01\x00")
    assert history.saves[-1].answer.text == "ab"
    assert history.is_hurried


def test_leaving_tries_once_more_after_a_failure(
    archivist: Archivist, history: MemoryHistory, inbox: Inbox
) -> None:
    history.failing = Problem(Kind.HISTORY_BUSY)
    with Running(archivist):
        archivist.save(turn(1))
        inbox.wait_for(Remarked)
        history.failing = None
    assert history.saves == [turn(1)]


def test_leaving_gives_up_on_a_disk_that_takes_too_long(
    archivist: Archivist, history: MemoryHistory, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow(_turn: Turn) -> None:
        history.attempts += 1
        clock.now_s += 1.5

    for number in range(50):
        archivist.save(turn(number))
    monkeypatch.setattr(history, "save", slow)
    archivist.stop()
    archivist.run()
    assert history.attempts == 2


def test_what_waits_is_bounded() -> None:
    backlog = Backlog()
    for number in range(MOST_TURNS + 50):
        backlog.put_turn(turn(number))
    assert [waiting.number for waiting in backlog.turns()] == list(range(50, MOST_TURNS + 50))


def test_sound_that_exceeds_the_bound_ends_the_stored_answer_without_a_gap() -> None:
    backlog, piece = Backlog(), bytes(MOST_SOUND_BYTES // 4)
    for _ in range(6):
        backlog.put_sound(TurnId(1), piece)
    first = backlog.next_sound()
    assert first
    backlog.sound_stored(first)
    backlog.put_sound(TurnId(1), b"late")
    backlog.put_sound(TurnId(2), b"other")
    waiting: list[tuple[TurnId, int]] = []
    while found := backlog.next_sound():
        waiting.append((found[0], len(found[1])))
        backlog.sound_stored(found)
    assert waiting == [(TurnId(1), len(piece))] * 3 + [(TurnId(2), 5)]


def test_a_newer_state_that_comes_while_the_older_is_written_is_kept() -> None:
    backlog, older = Backlog(), turn(1, "older")
    backlog.put_turn(older)
    backlog.put_turn(replace(older, answer=Answer("newer")))
    backlog.turn_stored(older)
    assert [waiting.answer.text for waiting in backlog.turns()] == ["newer"]


def test_the_real_store_fits_and_keeps_a_conversation_over_a_restart(tmp_path: Path) -> None:
    inbox = Inbox()

    def build() -> Archivist:
        return Archivist(
            lambda: History(tmp_path / "history.db"), lambda: Answers(tmp_path / "answers"), inbox.post
        )

    first = build()
    with Running(first):
        first.save(turn(1, "begun", None))
        first.append_answer(TurnId(1), b"\x01\x00" * 100)
    second = build()
    with Running(second):
        opened = inbox.wait_for(ConversationOpened).conversation
    assert opened.turns == (turn(1, "begun", Ending.INTERRUPTED),)
    assert (tmp_path / "answers" / "1.pcm").read_bytes() == b"\x01\x00" * 100
