"""What may be spent is decided before anything is sent, and what was spent is never lost."""

from dataclasses import replace
from pathlib import Path

import pytest

from voicedesk.core.cap import MonthSoFar
from voicedesk.core.commands import (
    BookSpending,
    Command,
    KeepSummary,
    Notify,
    PrepareSpeaker,
    RunTurn,
    SaveTurn,
    Silence,
    SpeakSample,
    Summarize,
    TotalMonth,
)
from voicedesk.core.conversation import Answer, Clip, Conversation, Ending, Turn
from voicedesk.core.events import (
    AnswerEnded,
    Captured,
    CaptureStarted,
    ClipSubmitted,
    MonthTotalled,
    SamplePressed,
    ServiceChosen,
    SettingsChanged,
    Spent,
    StopPressed,
    Summarized,
    SummaryChanged,
    TalkPressed,
    TalkReleased,
    TextSubmitted,
    TurnDeleted,
)
from voicedesk.core.problems import Kind, Problem
from voicedesk.core.session import AnyEvent, Session, Stage
from voicedesk.core.settings import MoneySettings, ServiceSettings, Settings, TalkSettings
from voicedesk.core.spending import Bill, Spending
from voicedesk.core.units import ConversationId, TurnId, frames_in

HERE = ConversationId(100)
SERVICE = ServiceChosen("https://service.example/v1", practice=False)
PRACTICE = ServiceChosen("http://127.0.0.1:1/v1", practice=True)
CAP = MoneySettings(monthly_cap_cents=1_000, history_tokens=4_000)
FIRST = TurnId(10)
CLIP = Clip(TurnId(1), Path("1.pcm"), frames_in(4_000), peak_dbfs=-20.0)


def dollars(usd: float) -> Bill:
    return (Spending("gpt-audio-1.5", text_in=round(usd * 500_000)),)


class Desk:
    """A session with a cap of ten dollars, of which so many are spent."""

    def __init__(
        self,
        spent_usd: float | None = 0.0,
        money: MoneySettings = CAP,
        service: ServiceSettings = ServiceSettings(),  # noqa: B008  # a frozen value
        chosen: ServiceChosen | None = SERVICE,
        turns: tuple[Turn, ...] = (),
    ) -> None:
        settings = Settings(service=service, money=money, talk=TalkSettings(speak_typed_answers=True))
        self.session = Session(settings, Conversation(HERE, turns))
        if chosen:
            self.session.handle(chosen)
        if spent_usd is not None:
            self.handle(MonthTotalled(MonthSoFar(0, 1_000, dollars(spent_usd))))

    def handle(self, *events: AnyEvent) -> tuple[Command, ...]:
        return tuple(command for event in events for command in self.session.handle(event))

    @property
    def stage(self) -> Stage:
        return self.session.state.stage

    @property
    def conversation(self) -> Conversation:
        return self.session.state.conversation


def kinds(commands: tuple[Command, ...]) -> list[type]:
    return [type(command) for command in commands]


def problem_in(commands: tuple[Command, ...]) -> Problem:
    (notify,) = [command for command in commands if isinstance(command, Notify)]
    return notify.problem


RECORDED = replace(CLIP, turn=FIRST)
WAYS_TO_ASK: dict[str, tuple[AnyEvent, ...]] = {
    "spoken": (
        TalkPressed(FIRST),
        CaptureStarted(FIRST),
        TalkReleased(),
        Captured(FIRST, RECORDED),
    ),
    "typed": (TextSubmitted(FIRST, "Hello?"),),
    "repeated": (ClipSubmitted(FIRST, CLIP),),
}


@pytest.mark.parametrize("events", WAYS_TO_ASK.values(), ids=WAYS_TO_ASK)
def test_what_would_pass_the_cap_is_kept_and_not_sent(events: tuple[AnyEvent, ...]) -> None:
    desk = Desk(spent_usd=9.9999)
    commands = desk.handle(*events)
    assert problem_in(commands) == Problem(Kind.MONTHLY_CAP, {"cap": "$10.00", "spent": "$10.00"})
    assert not {RunTurn, PrepareSpeaker} & set(kinds(commands))
    (turn,) = desk.conversation.turns
    assert (desk.stage, turn.ending) == (Stage.IDLE, Ending.FAILED)
    assert turn.asked == "Hello?" or turn.clip is not None


@pytest.mark.parametrize("events", WAYS_TO_ASK.values(), ids=WAYS_TO_ASK)
def test_what_fits_under_the_cap_is_sent(events: tuple[AnyEvent, ...]) -> None:
    desk = Desk(spent_usd=9.0)
    assert RunTurn in kinds(desk.handle(*events))


@pytest.mark.parametrize("events", WAYS_TO_ASK.values(), ids=WAYS_TO_ASK)
def test_practice_is_free_whatever_was_spent(events: tuple[AnyEvent, ...]) -> None:
    desk = Desk(spent_usd=99.0, chosen=PRACTICE)
    (run,) = [command for command in desk.handle(*events) if isinstance(command, RunTurn)]
    assert run.practice


def test_with_a_cap_nothing_is_sent_to_a_model_that_has_no_price() -> None:
    desk = Desk(service=ServiceSettings(talk_model="new-model"))
    assert problem_in(desk.handle(TextSubmitted(FIRST, "Hello?"))) == Problem(
        Kind.CAP_UNPRICED, {"model": "new-model"}
    )


def test_without_a_cap_a_model_without_a_price_answers() -> None:
    desk = Desk(service=ServiceSettings(talk_model="new-model"), money=MoneySettings())
    assert RunTurn in kinds(desk.handle(TextSubmitted(FIRST, "Hello?")))


def test_a_voice_sample_is_held_to_the_cap_too() -> None:
    sample = SamplePressed(FIRST, "Hello.", ServiceSettings())
    assert kinds(Desk(spent_usd=10.0).handle(sample)) == [Notify]
    assert SpeakSample in kinds(Desk(spent_usd=9.0).handle(sample))


def test_a_question_waits_until_it_is_known_what_is_spent() -> None:
    desk = Desk(spent_usd=None)
    assert kinds(desk.handle(TextSubmitted(FIRST, "Hello?"))) == [PrepareSpeaker, TotalMonth, SaveTurn]
    assert kinds(desk.handle(MonthTotalled(MonthSoFar(0, 1_000)))) == [RunTurn]
    assert desk.handle(MonthTotalled(MonthSoFar(0, 1_000))) == ()


def test_a_question_that_waited_and_passes_the_cap_is_kept_and_the_loudspeaker_let_go() -> None:
    desk = Desk(spent_usd=None)
    desk.handle(TextSubmitted(FIRST, "Hello?"))
    commands = desk.handle(MonthTotalled(MonthSoFar(0, 1_000, dollars(10))))
    assert kinds(commands) == [Silence, SaveTurn, Notify]
    assert desk.stage is Stage.IDLE


def test_a_question_waits_for_the_service_and_for_the_sum() -> None:
    desk = Desk(spent_usd=None, chosen=None)
    assert kinds(desk.handle(TextSubmitted(FIRST, "Hello?"))) == [PrepareSpeaker, SaveTurn]
    assert TotalMonth in kinds(desk.handle(SERVICE))
    assert kinds(desk.handle(MonthTotalled(MonthSoFar(0, 1_000)))) == [RunTurn]


def test_a_question_that_waits_can_be_stopped() -> None:
    desk = Desk(spent_usd=None)
    desk.handle(TextSubmitted(FIRST, "Hello?"), StopPressed())
    assert desk.handle(MonthTotalled(MonthSoFar(0, 1_000))) == ()


def test_a_new_month_is_added_up_anew() -> None:
    desk = Desk(spent_usd=10.0)
    later = TurnId(1_000)
    assert TotalMonth(later) in desk.handle(TextSubmitted(later, "Hello?"))
    assert RunTurn in kinds(desk.handle(MonthTotalled(MonthSoFar(1_000, 2_000))))


def test_without_a_cap_nobody_adds_up() -> None:
    desk = Desk(spent_usd=None, money=MoneySettings())
    assert RunTurn in kinds(desk.handle(TextSubmitted(FIRST, "Hello?")))


def test_a_raised_cap_lets_the_question_go() -> None:
    desk = Desk(spent_usd=10.0)
    desk.handle(TextSubmitted(FIRST, "Hello?"))
    raised = replace(desk.session.state.settings, money=MoneySettings(monthly_cap_cents=2_000))
    desk.handle(SettingsChanged(raised))
    assert RunTurn in kinds(desk.handle(TextSubmitted(TurnId(11), "Hello?")))


def test_four_fifths_of_the_cap_are_announced_once() -> None:
    desk = Desk(spent_usd=7.9)
    desk.handle(TextSubmitted(FIRST, "Hello?"))
    first, second = (desk.handle(Spent(FIRST, *dollars(0.2))) for _ in range(2))
    assert problem_in(first) == Problem(Kind.CAP_NEAR, {"cap": "$10.00", "spent": "$8.10"})
    assert kinds(second) == [BookSpending]


def test_what_was_spent_counts_for_the_next_question() -> None:
    desk = Desk(spent_usd=9.0)
    desk.handle(TextSubmitted(FIRST, "Hello?"), Spent(FIRST, *dollars(1.0)), StopPressed())
    assert problem_in(desk.handle(TextSubmitted(TurnId(11), "Hello?"))).kind is Kind.MONTHLY_CAP


def test_spending_shows_with_its_turn_and_its_conversation() -> None:
    desk = Desk()
    desk.handle(TextSubmitted(FIRST, "Hello?"))
    answer, voice = Spending("gpt-audio-1.5", text_in=5), Spending("tts-1", voiced_characters=7)
    assert desk.handle(Spent(FIRST, answer)) == (BookSpending(FIRST, answer, HERE, FIRST),)
    desk.handle(AnswerEnded(FIRST, Answer("Yes."), Ending.DONE), Spent(FIRST, voice))
    assert desk.conversation.turns[0].spent == (answer, voice)
    assert desk.conversation.spent == (answer, voice)


def test_what_a_deleted_turn_cost_stays_with_the_conversation() -> None:
    desk = Desk()
    answer = Spending("gpt-audio-1.5", text_in=5)
    desk.handle(TextSubmitted(FIRST, "Hello?"), Spent(FIRST, answer), StopPressed(), TurnDeleted(FIRST))
    assert (desk.conversation.turns, desk.conversation.spent) == ((), (answer,))
    late = Spending("whisper-1", written_down_ms=5)
    assert desk.handle(Spent(FIRST, late)) == (BookSpending(FIRST, late),)


HOUR = replace(CLIP, turn=FIRST, frames=frames_in(3_600_000))


def test_a_dear_recording_is_sent_only_when_it_is_wanted_again() -> None:
    desk = Desk(money=MoneySettings())
    desk.handle(TalkPressed(FIRST), CaptureStarted(FIRST), TalkReleased())
    commands = desk.handle(Captured(FIRST, HOUR))
    problem = problem_in(commands)
    assert (problem.kind, problem.values["length"]) == (Kind.DEAR_RECORDING, "60:00")
    assert RunTurn not in kinds(commands)
    assert RunTurn in kinds(desk.handle(ClipSubmitted(TurnId(11), HOUR)))


def test_in_practice_no_recording_is_dear() -> None:
    desk = Desk(money=MoneySettings(), chosen=PRACTICE)
    desk.handle(TalkPressed(FIRST), CaptureStarted(FIRST), TalkReleased())
    assert RunTurn in kinds(desk.handle(Captured(FIRST, HOUR)))


# Summing up


def long_ago(count: int) -> tuple[Turn, ...]:
    """Make turns that take 400 tokens each, of the 4,000 that there is room for."""
    return tuple(
        Turn(TurnId(n), HERE, "q" * 1_400, typed=True, ending=Ending.DONE) for n in range(1, count + 1)
    )


def ended(desk: Desk, number: int = 10) -> tuple[Command, ...]:
    turn = TurnId(number)
    desk.handle(TextSubmitted(turn, "Hello?"))
    return desk.handle(AnswerEnded(turn, Answer("Yes."), Ending.DONE))


def summing_up(commands: tuple[Command, ...]) -> Summarize | None:
    return next((command for command in commands if isinstance(command, Summarize)), None)


def test_a_long_conversation_is_summed_up_in_the_background_when_a_turn_is_over() -> None:
    desk = Desk(turns=long_ago(8))
    order = summing_up(ended(desk))
    assert order
    assert (order.conversation, order.until) == (HERE, TurnId(3))
    assert not order.request.spoken
    assert order.request.model == "gpt-4o-mini"
    assert [message.text[0] for message in order.request.history] == ["q"] * 3


def test_a_short_conversation_is_not_summed_up() -> None:
    assert summing_up(ended(Desk(turns=long_ago(5)))) is None


def test_one_summary_is_made_at_a_time() -> None:
    desk = Desk(turns=long_ago(8))
    ended(desk)
    assert summing_up(ended(desk, 11)) is None


def test_a_summary_is_kept_paid_and_used() -> None:
    desk = Desk(turns=long_ago(8))
    ended(desk)
    cost = Spending("gpt-4o-mini", text_in=500)
    commands = desk.handle(Summarized(HERE, TurnId(3), "They talked.", cost))
    assert commands == (
        BookSpending(TurnId(3), cost, HERE),
        KeepSummary(HERE, "They talked.", TurnId(3)),
    )
    sent = desk.handle(TextSubmitted(TurnId(11), "And now?"))
    (run,) = [command for command in sent if isinstance(command, RunTurn)]
    assert run.history[0].text.endswith("They talked.")
    assert len(run.history) == 1 + 5 + 2


def test_a_failed_summary_is_told_and_not_tried_again_at_once() -> None:
    desk = Desk(turns=long_ago(8))
    ended(desk)
    failed = Summarized(HERE, TurnId(3), "", problem=Problem(Kind.NOT_SUMMED_UP))
    assert problem_in(desk.handle(failed)).kind is Kind.NOT_SUMMED_UP
    tries = [summing_up(ended(desk, number)) for number in range(11, 18)]
    assert [order is not None for order in tries] == [False] * 5 + [True, False]


def test_a_summary_of_a_conversation_that_was_left_is_kept_for_it() -> None:
    desk = Desk(turns=long_ago(8))
    ended(desk)
    elsewhere = replace(desk.session.state, conversation=Conversation(ConversationId(200)))
    desk.session._state = elsewhere
    assert desk.handle(Summarized(HERE, TurnId(3), "Notes.")) == (KeepSummary(HERE, "Notes.", TurnId(3)),)
    assert desk.conversation.summary == ""


def test_the_person_writes_the_summary_anew_or_takes_it_away() -> None:
    desk = Desk(turns=long_ago(8))
    ended(desk)
    desk.handle(Summarized(HERE, TurnId(3), "Notes."))
    assert desk.handle(SummaryChanged(" Better notes. ")) == (KeepSummary(HERE, "Better notes.", TurnId(3)),)
    assert desk.conversation.summary == "Better notes."
    assert desk.handle(SummaryChanged("")) == (KeepSummary(HERE, "", TurnId(3)),)


def test_a_summary_that_was_taken_away_is_not_made_again() -> None:
    desk = Desk(turns=long_ago(8))
    ended(desk)
    desk.handle(Summarized(HERE, TurnId(3), "Notes."), SummaryChanged(""))
    assert summing_up(ended(desk, 11)) is None


def test_a_summary_that_is_under_way_does_not_replace_what_the_person_wrote() -> None:
    desk = Desk(turns=long_ago(8))
    ended(desk)
    desk.handle(SummaryChanged("Mine."))
    cost = Spending("gpt-4o-mini", text_in=500)
    assert desk.handle(Summarized(HERE, TurnId(3), "Notes.", cost)) == (BookSpending(TurnId(3), cost, HERE),)


def test_a_summary_is_held_to_the_cap() -> None:
    desk = Desk(spent_usd=9.9, turns=long_ago(8))
    desk.handle(TextSubmitted(FIRST, "Hello?"), Spent(FIRST, *dollars(0.1)))
    assert summing_up(desk.handle(AnswerEnded(FIRST, Answer("Yes."), Ending.DONE))) is None
