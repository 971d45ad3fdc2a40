"""Count what a request uses up where the service does not say: before it is sent, or when its end is missing.

Sound is counted as it was measured on gpt-audio-1.5: 10 tokens a second on the way in, 20 on the way out.
"""

from voicedesk.core.commands import RunTurn, SpeakSample
from voicedesk.core.context import Messages, size_of, tokens_of
from voicedesk.core.conversation import Answer, Usage
from voicedesk.core.spending import Bill, Spending
from voicedesk.core.units import RATE_HZ

HEARD_PER_S = 10
SPOKEN_PER_S = 20
SPOKEN_PER_WRITTEN = 3
"""Tokens of sound to those of the same words in writing; an answer named by its id is charged as sound."""
TYPICAL_SPOKEN = Answer(text="x" * 260, frames=15 * RATE_HZ)  # type: ignore[arg-type]
"""An answer of 15 seconds with its transcript."""
TYPICAL_WRITTEN = Answer(text="x" * 1_000)


def spending_expected(run: RunTurn) -> Bill:
    """Estimate a whole turn before it is sent, with an answer of usual length."""
    answer = spending_of(run, TYPICAL_SPOKEN if run.spoken else TYPICAL_WRITTEN)
    if run.clip and run.service.transcribe_own_words:
        return answer, spending_on_words(run)
    return (answer,)


def spending_of(run: RunTurn, answer: Answer) -> Spending:
    """Tell what an answer used up, as the service reported it; what it left out is counted here."""
    usage = answer.usage or Usage()
    counted = _counted(run, answer)
    reported = {name: amount for name in counted if (amount := getattr(usage, name)) is not None}
    return Spending(
        run.model,
        cached_in=usage.cached_in or 0,
        counted=len(reported) < len(counted),
        practice=run.practice,
        **(counted | reported),
    )


def spending_on_words(run: RunTurn) -> Spending:
    """Tell what writing the person's words down uses up."""
    assert run.clip
    model, length_ms = run.service.transcription_model, run.clip.duration_ms
    return Spending(model, written_down_ms=length_ms, practice=run.practice)


def spending_on_voice(sample: SpeakSample) -> Spending:
    """Tell what voicing a text uses up."""
    model, characters = sample.service.speech_model, len(sample.text)
    return Spending(model, voiced_characters=characters, practice=sample.practice)


def _counted(run: RunTurn, answer: Answer) -> dict[str, int]:
    return {
        "text_in": _text_in(run),
        "audio_in": _audio_in(run),
        "text_out": tokens_of(answer.text),
        "audio_out": answer.frames * SPOKEN_PER_S // RATE_HZ,
    }


def _text_in(run: RunTurn) -> int:
    asked = tokens_of(run.text) if run.text else 0
    return size_of(run.history) + tokens_of(run.service.instructions) + asked


def _audio_in(run: RunTurn) -> int:
    heard = run.clip.frames * HEARD_PER_S // RATE_HZ if run.clip else 0
    return heard + (_replayed(run.history) if run.service.reuse_answer_audio else 0)


def _replayed(history: Messages) -> int:
    return sum(SPOKEN_PER_WRITTEN * tokens_of(message.text) for message in history if message.audio_id)
