"""What the service does not report is counted here, and marked as counted."""

from dataclasses import replace
from pathlib import Path

from voicedesk.core.commands import RunTurn, SpeakSample
from voicedesk.core.context import Message, Role, tokens_of
from voicedesk.core.conversation import Answer, Clip, Usage
from voicedesk.core.costs import cost_of
from voicedesk.core.estimates import spending_expected, spending_of, spending_on_voice, spending_on_words
from voicedesk.core.settings import ServiceSettings
from voicedesk.core.spending import Spending
from voicedesk.core.units import TurnId, frames_in

CLIP = Clip(TurnId(1), Path("1.pcm"), frames_in(10_000))
SERVICE = ServiceSettings(instructions="")
SPOKEN = RunTurn(TurnId(1), CLIP, "", True, (), SERVICE)
TYPED = RunTurn(TurnId(1), None, "x" * 35, False, (), SERVICE)


def test_what_the_service_reports_is_taken_as_it_is() -> None:
    usage = Usage(text_in=20, audio_in=90, text_out=30, audio_out=200, cached_in=5)
    assert spending_of(SPOKEN, Answer("Hello.", frames_in(9_000), usage=usage)) == Spending(
        "gpt-audio-1.5", text_in=20, audio_in=90, text_out=30, audio_out=200, cached_in=5
    )


def test_an_answer_without_a_report_is_counted_by_its_sound() -> None:
    spending = spending_of(SPOKEN, Answer("x" * 35, frames_in(15_000)))
    assert (spending.audio_in, spending.audio_out, spending.text_out) == (100, 300, 16)
    assert spending.counted


def test_a_report_without_details_is_no_report() -> None:
    answer = Answer("x" * 35, frames_in(15_000))
    assert spending_of(SPOKEN, replace(answer, usage=Usage())) == spending_of(SPOKEN, answer)


def test_what_a_report_leaves_out_is_counted() -> None:
    spending = spending_of(SPOKEN, Answer("Hi.", frames_in(1_000), usage=Usage(text_in=7, text_out=3)))
    assert (spending.text_in, spending.text_out, spending.audio_out) == (7, 3, 20)
    assert spending.counted


def test_the_history_and_the_instructions_are_charged_as_text() -> None:
    service = replace(SERVICE, instructions="Be brief.")
    run = replace(SPOKEN, history=(Message(Role.USER, "Before."),), service=service)
    assert spending_of(run, Answer()).text_in == tokens_of("Before.") + tokens_of("Be brief.")


def test_an_answer_that_is_named_by_its_sound_is_charged_as_sound() -> None:
    named = replace(SPOKEN, history=(Message(Role.ASSISTANT, "x" * 35, "audio_1", 1),))
    by_text = replace(named, service=replace(SERVICE, reuse_answer_audio=False))
    assert spending_of(named, Answer()).audio_in == 100 + 3 * 16
    assert spending_of(by_text, Answer()).audio_in == 100


def test_a_silent_question_goes_to_the_model_for_text() -> None:
    assert (spending_of(TYPED, Answer()).model, TYPED.model) == ("gpt-4o-mini", "gpt-4o-mini")


def test_own_words_are_charged_by_time_and_a_voice_by_characters() -> None:
    assert spending_on_words(SPOKEN) == Spending("whisper-1", written_down_ms=10_000)
    assert spending_on_voice(SpeakSample(TurnId(1), "Hello.", SERVICE)) == Spending(
        "tts-1", voiced_characters=6
    )


def test_practice_is_marked_as_what_nobody_pays() -> None:
    run, sample = replace(SPOKEN, practice=True), SpeakSample(TurnId(1), "Hi.", SERVICE, practice=True)
    spendings = (spending_of(run, Answer()), spending_on_words(run), spending_on_voice(sample))
    assert all(spending.practice for spending in spendings)


def test_a_turn_is_expected_to_have_an_answer_of_usual_length() -> None:
    assert 0.01 < cost_of(spending_expected(SPOKEN)).usd < 0.03
    assert cost_of(spending_expected(TYPED)).usd < 0.001


def test_a_long_recording_is_expected_to_be_dear() -> None:
    hour = replace(SPOKEN, clip=replace(CLIP, frames=frames_in(3_600_000)))
    assert 1.2 < cost_of(spending_expected(hour)).usd < 1.4


def test_writing_down_is_expected_only_where_it_is_wanted() -> None:
    without = replace(SPOKEN, service=replace(SERVICE, transcribe_own_words=False))
    assert {spending.model for spending in spending_expected(SPOKEN)} == {"gpt-audio-1.5", "whisper-1"}
    assert {spending.model for spending in spending_expected(without)} == {"gpt-audio-1.5"}
