"""Each turn ends exactly once, keeps what was received, and leaves nothing behind."""

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from tests.engine.fakes import Beat, FakeService, Inbox, Running, samples, tone, wait_until
from voicedesk.core.commands import CancelTurn, PrepareService, RunTurn, SpeakSample, Summarize, WarmUp
from voicedesk.core.context import Message, Role
from voicedesk.core.conversation import Clip, Ending, Usage
from voicedesk.core.events import (
    AnswerEnded,
    AnswerGrown,
    Remarked,
    SpeakingFailed,
    Spent,
    Summarized,
    TurnRemarked,
    WordsHeard,
)
from voicedesk.core.exchange import AnswerClosed, SoundArrived, TextArrived, ToolCallArrived, Waiting
from voicedesk.core.inquiries import ListModels, ModelsListed
from voicedesk.core.problems import Kind, Problem
from voicedesk.core.settings import ServiceSettings
from voicedesk.core.spending import Spending
from voicedesk.core.units import ConversationId, Frames, Pcm, TurnId, frames_of
from voicedesk.engine.turns import Turns

FIRST, SECOND = TurnId(1), TurnId(2)
CLIP = Clip(FIRST, Path("1.pcm"), Frames(24_000))
USAGE = Usage(text_in=7, audio_in=0, text_out=3, audio_out=0)
CLOSED = AnswerClosed(complete=True, audio_id="audio_1", expires_at=99, usage=Usage(text_out=3), model="m")


class Ears:
    """Keep what was put to be heard and to be stored."""

    def __init__(self) -> None:
        self.put_pieces: list[tuple[TurnId, Pcm]] = []
        self.stored: list[tuple[TurnId, Pcm]] = []
        self.finished: list[TurnId] = []

    def put(self, turn: TurnId, pcm: Pcm) -> None:
        self.put_pieces.append((turn, pcm))

    def append_answer(self, turn: TurnId, pcm: Pcm) -> None:
        self.stored.append((turn, pcm))

    def finish(self, turn: TurnId) -> None:
        self.finished.append(turn)


class Desk:
    """A turn worker with everything around it."""

    def __init__(
        self, *script: Beat, words: str | Problem = "", voiced: tuple[Pcm, ...] | Problem = ()
    ) -> None:
        self.service = FakeService(*script, words=words, voiced=voiced)
        self.inbox = Inbox()
        self.ears = Ears()
        self.turns = Turns(lambda: self.service, self.ears, self.ears, self.inbox.post)

    def ended(self) -> AnswerEnded:
        return self.inbox.wait_for(AnswerEnded)


def ask(turn: TurnId = FIRST, clip: Clip | None = CLIP, spoken: bool = True, **service: object) -> RunTurn:
    settings = ServiceSettings(**service)  # type: ignore[arg-type]
    return RunTurn(turn, clip, "" if clip else "Hello", spoken, (), settings)


def voice(turn: int = 1, milliseconds: int = 400) -> SoundArrived:
    return SoundArrived(tone(turn, milliseconds))


def test_a_spoken_answer_is_heard_stored_shown_and_identified() -> None:
    desk = Desk(
        TextArrived("Yes. ", True),
        voice(),
        TextArrived("They are.", True),
        voice(),
        CLOSED,
        words=" Are they? ",
    )
    with Running(desk.turns):
        desk.turns.carry_out(ask())
        heard = desk.inbox.wait_for(WordsHeard)
        told = [event for event in desk.inbox.seen if isinstance(event, AnswerEnded)]
        ended = told[0] if told else desk.ended()
    assert heard.text == "Are they?"
    assert (ended.ending, ended.problem) == (Ending.DONE, None)
    assert ended.answer.text == "Yes. They are."
    assert ended.answer.frames == 2 * frames_of(tone(1, 400))
    assert (ended.answer.audio_id, ended.answer.expires_at, ended.answer.model) == ("audio_1", 99, "m")
    assert desk.ears.put_pieces == desk.ears.stored == [(FIRST, tone(1, 400))] * 2
    assert desk.ears.finished == [FIRST]


def test_orders_given_before_the_loop_runs_are_carried_out() -> None:
    desk = Desk(TextArrived("Hi", True), voice(), CLOSED)
    desk.turns.carry_out(ask(clip=None))
    with Running(desk.turns):
        assert desk.ended().ending is Ending.DONE


def test_text_grows_on_screen_before_the_answer_is_complete() -> None:
    gate = asyncio.Event()
    desk = Desk(TextArrived("Half ", True), gate, TextArrived("whole", True), CLOSED)
    with Running(desk.turns):
        desk.turns.carry_out(ask(clip=None, spoken=False))
        assert desk.inbox.wait_for(AnswerGrown).answer.text == "Half "
        desk.turns._wake(gate.set)
        assert desk.ended().answer.text == "Half whole"


def test_many_small_pieces_are_gathered_before_they_are_told() -> None:
    """R22: ten thousand deltas a second."""
    desk = Desk(*[TextArrived("x", True) for _ in range(5_000)], CLOSED)
    with Running(desk.turns):
        desk.turns.carry_out(ask(clip=None, spoken=False))
        assert desk.ended().answer.text == "x" * 5_000
    assert sum(isinstance(event, AnswerGrown) for event in desk.inbox.seen) < 200


def test_cancelling_closes_the_request_and_keeps_what_was_received() -> None:
    gate = asyncio.Event()
    desk = Desk(TextArrived("Half", True), voice(), gate)
    with Running(desk.turns):
        desk.turns.carry_out(ask(clip=None))
        desk.inbox.wait_for(AnswerGrown)
        desk.turns.carry_out(CancelTurn(FIRST))
        ended = desk.ended()
        assert desk.service.was_cancelled.wait(5)
    assert (ended.ending, ended.answer.text, ended.problem) == (Ending.INTERRUPTED, "Half", None)
    assert ended.answer.frames == frames_of(tone(1, 400))


def test_cancelling_before_anything_arrived_is_a_cancelled_turn() -> None:
    desk = Desk(asyncio.Event())
    with Running(desk.turns):
        desk.turns.carry_out(ask(clip=None))
        wait_until(lambda: bool(desk.service.questions))
        desk.turns.carry_out(CancelTurn(FIRST))
        assert desk.ended().ending is Ending.CANCELLED


def test_a_barge_in_does_not_lose_the_words_of_the_interrupted_turn() -> None:
    desk = Desk(asyncio.Event(), words="What I said")
    with Running(desk.turns):
        desk.turns.carry_out(ask())
        desk.turns.carry_out(CancelTurn(FIRST))
        heard = desk.inbox.wait_for(WordsHeard)
    assert (heard.turn, heard.text) == (FIRST, "What I said")


def test_a_second_turn_never_runs_beside_the_first() -> None:
    desk = Desk(asyncio.Event())
    with Running(desk.turns):
        desk.turns.carry_out(ask(clip=None))
        wait_until(lambda: bool(desk.service.questions))
        desk.service.script = (TextArrived("second", True), voice(2), CLOSED)
        desk.turns.carry_out(ask(SECOND, clip=None))
        first, second = desk.ended(), desk.ended()
    assert (first.turn, first.ending) == (FIRST, Ending.CANCELLED)
    assert (second.turn, second.ending) == (SECOND, Ending.DONE)
    assert {turn for turn, _ in desk.ears.put_pieces} == {SECOND}


@pytest.mark.parametrize(
    ("script", "ending"),
    [
        pytest.param((Problem(Kind.OFFLINE),), Ending.FAILED, id="N1-nothing-received"),
        pytest.param(
            (TextArrived("Half", True), voice(), Problem(Kind.CONNECTION_LOST)),
            Ending.INTERRUPTED,
            id="N3-part-received",
        ),
    ],
)
def test_a_problem_ends_the_turn_and_keeps_the_part(script: tuple[Beat, ...], ending: Ending) -> None:
    desk = Desk(*script)
    with Running(desk.turns):
        desk.turns.carry_out(ask(clip=None))
        ended = desk.ended()
    assert ended.ending is ending
    assert ended.problem in script
    assert ended.answer.text == "".join(beat.text for beat in script if isinstance(beat, TextArrived))
    assert desk.ears.finished == [FIRST]


@pytest.mark.parametrize(
    ("script", "ending", "kind"),
    [
        pytest.param(
            (TextArrived("Half", True), AnswerClosed(complete=False, problem=Problem(Kind.CUT_OFF))),
            Ending.INTERRUPTED,
            Kind.CUT_OFF,
            id="N17-clean-cut",
        ),
        pytest.param(
            (AnswerClosed(complete=True, problem=Problem(Kind.EMPTY_ANSWER)),),
            Ending.FAILED,
            Kind.EMPTY_ANSWER,
            id="N18-empty",
        ),
        pytest.param(
            (
                TextArrived("Long", True),
                voice(),
                AnswerClosed(complete=True, problem=Problem(Kind.LENGTH_LIMIT)),
            ),
            Ending.DONE,
            Kind.LENGTH_LIMIT,
            id="R8-length",
        ),
    ],
)
def test_an_answer_that_is_not_whole_says_so(script: tuple[Beat, ...], ending: Ending, kind: Kind) -> None:
    desk = Desk(*script)
    with Running(desk.turns):
        desk.turns.carry_out(ask(clip=None))
        ended = desk.ended()
    assert ended.ending is ending
    assert ended.problem and ended.problem.kind is kind


def test_a_text_only_answer_is_voiced_by_the_speech_model() -> None:
    """R3: a transcript without sound."""
    desk = Desk(TextArrived("Only text", False), CLOSED, voiced=(tone(4, 200), tone(4, 100)))
    with Running(desk.turns):
        desk.turns.carry_out(ask(clip=None))
        ended = desk.ended()
    assert desk.service.spoken == ["Only text"]
    assert samples(b"".join(pcm for _, pcm in desk.ears.put_pieces)) == {4}
    assert (ended.ending, ended.answer.frames) == (Ending.DONE, frames_of(tone(4, 300)))


def test_an_answer_that_cannot_be_voiced_remains_readable() -> None:
    desk = Desk(TextArrived("Only text", False), CLOSED, voiced=Problem(Kind.MODEL_MISSING))
    with Running(desk.turns):
        desk.turns.carry_out(ask(clip=None))
        ended = desk.ended()
    assert (ended.ending, ended.answer.text) == (Ending.DONE, "Only text")
    assert ended.problem == Problem(Kind.NOT_VOICED, detail="MODEL_MISSING")


def test_a_silent_typed_turn_is_not_voiced() -> None:
    desk = Desk(TextArrived("Only text", False), CLOSED, voiced=(tone(4, 200),))
    with Running(desk.turns):
        desk.turns.carry_out(ask(clip=None, spoken=False))
        assert desk.ended().ending is Ending.DONE
    assert not desk.service.spoken


def test_words_that_cannot_be_written_down_do_not_harm_the_answer() -> None:
    desk = Desk(TextArrived("Yes", True), voice(), CLOSED, words=Problem(Kind.MODEL_MISSING))
    with Running(desk.turns):
        desk.turns.carry_out(ask())
        assert desk.ended().ending is Ending.DONE
        remark = next(
            (e for e in desk.inbox.seen if isinstance(e, TurnRemarked)), None
        ) or desk.inbox.wait_for(TurnRemarked)
    assert remark.problem.kind is Kind.WORDS_MISSING


def test_own_words_are_only_written_down_if_wanted() -> None:
    desk = Desk(TextArrived("Yes", True), voice(), CLOSED, words="never asked for")
    with Running(desk.turns):
        desk.turns.carry_out(ask(transcribe_own_words=False))
        desk.ended()
    assert not any(isinstance(event, WordsHeard) for event in desk.inbox.drain())


def test_waiting_for_a_busy_service_is_told() -> None:
    """N37: Retry-After."""
    desk = Desk(Waiting(2.0, 1), TextArrived("Yes", True), voice(), CLOSED)
    with Running(desk.turns):
        desk.turns.carry_out(ask(clip=None))
        remark = desk.inbox.wait_for(TurnRemarked).problem
        assert (remark.kind, remark.values) == (Kind.ASKED_AGAIN, {"seconds": "2", "attempt": "1"})


def test_tool_calls_are_left_for_later_and_do_not_harm() -> None:
    desk = Desk(ToolCallArrived("c1", "f", "{}"), TextArrived("Yes", True), voice(), CLOSED)
    with Running(desk.turns):
        desk.turns.carry_out(ask(clip=None))
        assert desk.ended().ending is Ending.DONE


def test_a_fault_of_our_own_ends_the_turn_without_quoting_anything_and_the_next_turn_works() -> None:
    desk = Desk(RuntimeError("sk-canary-0123456789"))
    with Running(desk.turns):
        desk.turns.carry_out(ask(clip=None))
        broken = desk.ended()
        desk.service.script = (TextArrived("fine", True), voice(), CLOSED)
        desk.turns.carry_out(ask(SECOND, clip=None))
        assert desk.ended().ending is Ending.DONE
    assert broken.ending is Ending.FAILED
    assert broken.problem and broken.problem.kind is Kind.CRASHED
    assert "canary" not in broken.problem.detail


def test_a_fault_beside_the_turn_is_reported() -> None:
    desk = Desk(TextArrived("Yes", True), voice(), CLOSED)
    desk.service.transcribe = None  # type: ignore[assignment]
    with Running(desk.turns):
        desk.turns.carry_out(ask())
        assert desk.inbox.wait_for(Remarked).problem.kind is Kind.CRASHED


def test_leaving_cancels_what_is_under_way_and_closes_the_connections() -> None:
    desk = Desk(TextArrived("Half", True), asyncio.Event())
    with Running(desk.turns):
        desk.turns.carry_out(ask(clip=None))
        desk.inbox.wait_for(AnswerGrown)
    assert desk.ended().ending is Ending.INTERRUPTED
    assert desk.service.is_closed


def test_the_loop_can_be_run_again_after_a_crash() -> None:
    desk = Desk(TextArrived("fine", True), voice(), CLOSED)
    faults = [RuntimeError("the library does not load"), None]

    def make_service() -> FakeService:
        if fault := faults.pop(0):
            raise fault
        return desk.service

    desk.turns = Turns(make_service, desk.ears, desk.ears, desk.inbox.post)
    with pytest.raises(RuntimeError):
        desk.turns.run()
    with Running(desk.turns):
        desk.turns.carry_out(ask(clip=None))
        assert desk.ended().ending is Ending.DONE


def test_getting_ready_reaches_the_service() -> None:
    desk = Desk()
    with Running(desk.turns):
        desk.turns.carry_out(PrepareService("https://example.test/v1"))
        desk.turns.carry_out(WarmUp("https://example.test/v1"))
        wait_until(lambda: desk.service.warmed == desk.service.prepared == ["https://example.test/v1"])


def test_the_words_are_sent_after_the_question() -> None:
    gate = asyncio.Event()
    desk = Desk(gate, TextArrived("Yes", True), voice(), CLOSED, words="What I said")
    with Running(desk.turns):
        desk.turns.carry_out(ask())
        wait_until(lambda: bool(desk.service.questions))
        assert not desk.service.transcribed
        desk.turns._wake(gate.set)
        desk.inbox.wait_for(WordsHeard)
    assert desk.service.transcribed == [CLIP]


def test_the_models_are_named_or_why_they_are_not() -> None:
    desk = Desk()
    with Running(desk.turns):
        desk.turns.carry_out(ListModels("https://a.example/v1"))
        assert desk.inbox.wait_for(ModelsListed) == ModelsListed(
            "https://a.example/v1", ("gpt-audio-1.5", "tts-1")
        )
        desk.service.words = refused = Problem(Kind.KEY_REFUSED)
        desk.turns.carry_out(ListModels("https://a.example/v1"))
        assert desk.inbox.wait_for(ModelsListed) == ModelsListed("https://a.example/v1", problem=refused)


def test_a_sample_is_heard_and_stored_nowhere() -> None:
    desk = Desk(voiced=(tone(1, 200), tone(1, 300)))
    with Running(desk.turns):
        desk.turns.carry_out(SpeakSample(FIRST, "Hello.", ServiceSettings()))
        wait_until(lambda: desk.ears.finished == [FIRST])
    assert desk.service.spoken == ["Hello."]
    assert [turn for turn, _ in desk.ears.put_pieces] == [FIRST, FIRST]
    assert desk.ears.stored == []


def test_a_sample_that_fails_says_so() -> None:
    desk = Desk(voiced=Problem(Kind.MODEL_MISSING))
    with Running(desk.turns):
        desk.turns.carry_out(SpeakSample(FIRST, "Hello.", ServiceSettings()))
        failed = desk.inbox.wait_for(SpeakingFailed)
    assert (failed.turn, failed.problem.kind) == (FIRST, Kind.MODEL_MISSING)


# What is spent


def booked(desk: Desk, count: int) -> list[Spent]:
    """Wait until so much was booked, and give all of it."""
    wait_until(lambda: len(spent(desk)) >= count)
    return spent(desk)


def spent(desk: Desk) -> list[Spent]:
    return [event for event in desk.inbox.drain() if isinstance(event, Spent)]


def test_an_answer_is_booked_as_it_is_reported_and_own_words_by_their_length() -> None:
    usage = Usage(text_in=5, audio_in=10, text_out=3, audio_out=20)
    desk = Desk(TextArrived("Yes.", True), voice(), replace(CLOSED, usage=usage), words="Are they?")
    with Running(desk.turns):
        desk.turns.carry_out(ask())
        assert booked(desk, 2) == [
            Spent(FIRST, Spending("gpt-audio-1.5", 5, 0, 10, 3, 20)),
            Spent(FIRST, Spending("whisper-1", written_down_ms=1_000)),
        ]


def test_an_answer_that_is_cut_off_is_booked_by_what_came_of_it() -> None:
    gate = asyncio.Event()
    desk = Desk(TextArrived("Half", True), voice(milliseconds=500), gate)
    with Running(desk.turns):
        desk.turns.carry_out(ask(clip=None))
        desk.inbox.wait_for(AnswerGrown)
        desk.turns.carry_out(CancelTurn(FIRST))
        (event,) = booked(desk, 1)
    assert (event.spending.counted, event.spending.audio_out) == (True, 10)


def test_an_answer_of_text_is_booked_with_the_voice_that_reads_it() -> None:
    desk = Desk(TextArrived("Only text", False), CLOSED, voiced=(tone(4, 200), tone(4, 100)))
    with Running(desk.turns):
        desk.turns.carry_out(replace(ask(clip=None), practice=True))
        answer, voicing = booked(desk, 2)
    assert answer.spending.audio_out == 0
    assert voicing == Spent(FIRST, Spending("tts-1", voiced_characters=9, practice=True))


@pytest.mark.parametrize("problem", [Problem(Kind.OFFLINE), Problem(Kind.KEY_REFUSED)])
def test_what_never_began_costs_nothing(problem: Problem) -> None:
    desk = Desk(problem, words=problem)
    with Running(desk.turns):
        desk.turns.carry_out(ask())
        desk.inbox.wait_for(TurnRemarked)
        assert spent(desk) == []


def test_a_sample_is_booked_once() -> None:
    desk = Desk(voiced=(tone(1, 200), tone(1, 300)))
    with Running(desk.turns):
        desk.turns.carry_out(SpeakSample(FIRST, "Hello.", ServiceSettings()))
        wait_until(lambda: desk.ears.finished == [FIRST])
        assert spent(desk) == [Spent(FIRST, Spending("tts-1", voiced_characters=6))]


# Summing up

HERE = ConversationId(100)
REQUEST = RunTurn(FIRST, None, "Sum up.", False, (Message(Role.USER, "We met."),), ServiceSettings())
ORDER = Summarize(HERE, FIRST, REQUEST)


def summary_of(*script: Beat) -> Summarized:
    desk = Desk(*script)
    with Running(desk.turns):
        desk.turns.carry_out(ORDER)
        return desk.inbox.wait_for(Summarized)


def test_a_summary_is_asked_for_in_writing_and_paid() -> None:
    desk = Desk(TextArrived(" They ", False), TextArrived("met. ", False), replace(CLOSED, usage=USAGE))
    with Running(desk.turns):
        desk.turns.carry_out(ORDER)
        summary = desk.inbox.wait_for(Summarized)
    assert summary == Summarized(HERE, FIRST, "They met.", Spending("gpt-4o-mini", 7, 0, 0, 3, 0))
    (question,) = desk.service.questions
    assert (question.spoken, question.clip, question.history) == (False, None, REQUEST.history)


@pytest.mark.parametrize(
    ("script", "is_paid"),
    [
        ((Problem(Kind.OFFLINE),), False),
        ((TextArrived("  ", False), CLOSED), True),
        ((TextArrived("Half", False), AnswerClosed(complete=False)), True),
    ],
)
def test_a_summary_that_did_not_come_whole_is_a_problem(script: tuple[Beat, ...], is_paid: bool) -> None:
    summary = summary_of(*script)
    assert summary.problem
    assert (summary.problem.kind, summary.text) == (Kind.NOT_SUMMED_UP, "")
    assert (summary.spending is not None) == is_paid


def test_a_summary_goes_on_beside_a_turn() -> None:
    gate = asyncio.Event()
    desk = Desk(TextArrived("Hi", False), gate, CLOSED)
    with Running(desk.turns):
        desk.turns.carry_out(ORDER)
        desk.turns.carry_out(ask(clip=None, spoken=False))
        desk.inbox.wait_for(AnswerGrown)
        desk.turns._wake(gate.set)
        desk.inbox.wait_for(AnswerEnded)
        wait_until(lambda: any(isinstance(event, Summarized) for event in desk.inbox.drain()))
