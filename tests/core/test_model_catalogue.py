"""Models are named with what is known of them, and one that is gone is never a dead end."""

from datetime import date, timedelta

import pytest

from voicedesk.core.model_catalogue import (
    KNOWN_ON,
    MODELS,
    Purpose,
    choices_for,
    has_ended,
    has_voice,
    known_model,
    purpose_of,
    suggestion_for,
)
from voicedesk.core.settings import ServiceSettings

SPRING_2027 = date(2027, 3, 1)
DEFAULTS = {
    Purpose.TALK: ServiceSettings().talk_model,
    Purpose.TEXT: ServiceSettings().text_model,
    Purpose.TRANSCRIPTION: ServiceSettings().transcription_model,
    Purpose.SPEECH: ServiceSettings().speech_model,
}


@pytest.mark.parametrize("purpose", Purpose)
def test_the_default_of_each_purpose_is_the_one_suggested(purpose: Purpose) -> None:
    assert suggestion_for(purpose, (), KNOWN_ON) == DEFAULTS[purpose]


def test_a_snapshot_is_known_by_the_name_it_was_made_from() -> None:
    snapshot = known_model("gpt-audio-2025-08-28")
    assert snapshot and snapshot.name == "gpt-audio"
    assert known_model("gpt-audio-9") is None


def test_a_model_ends_on_its_day_and_not_before() -> None:
    ends_on = known_model("tts-1").ends_on  # type: ignore[union-attr]
    assert ends_on
    assert not has_ended("tts-1", ends_on - timedelta(days=1))
    assert has_ended("tts-1", ends_on)
    assert not has_ended("gpt-audio-1.5", date.max)
    assert not has_ended("nobody-knows", date.max)


def test_what_has_ended_is_not_offered_any_more() -> None:
    assert choices_for(Purpose.TALK, (), SPRING_2027) == ("gpt-audio-1.5",)
    assert choices_for(Purpose.TRANSCRIPTION, (), SPRING_2027) == ("gpt-transcribe",)


def test_where_the_service_still_has_another_one_it_is_suggested() -> None:
    offered = ("gpt-4o-mini-transcribe", "gpt-9-transcribe", "gpt-4o-mini", "gpt-image-2")
    assert choices_for(Purpose.TRANSCRIPTION, offered, KNOWN_ON) == (
        "gpt-4o-mini-transcribe",
        "gpt-9-transcribe",
    )
    assert suggestion_for(Purpose.TRANSCRIPTION, offered, SPRING_2027) == "gpt-9-transcribe"
    assert suggestion_for(Purpose.SPEECH, offered, KNOWN_ON) == ""


@pytest.mark.parametrize(
    ("name", "purpose"),
    [
        ("gpt-audio-2", Purpose.TALK),
        ("gpt-9-transcribe", Purpose.TRANSCRIPTION),
        ("whisper-2", Purpose.TRANSCRIPTION),
        ("tts-2", Purpose.SPEECH),
        ("gpt-9-mini-tts", Purpose.SPEECH),
        ("some-chat-model", Purpose.TEXT),
        ("gpt-realtime-1.5", None),
        ("gpt-image-2", None),
        ("kling_video", None),
    ],
)
def test_an_unknown_model_is_placed_by_its_name(name: str, purpose: Purpose | None) -> None:
    assert purpose_of(name) is purpose


def test_no_model_is_listed_twice() -> None:
    assert len({model.name for model in MODELS}) == len(MODELS)


@pytest.mark.parametrize(
    ("model", "voice", "has"),
    [
        ("tts-1", "alloy", True),
        ("tts-1-hd", "marin", False),
        ("gpt-4o-mini-tts", "marin", True),
        ("gpt-4o-mini-tts", "my-own", None),
        ("other-tts", "alloy", None),
    ],
)
def test_a_voice_that_a_model_lacks_is_known(model: str, voice: str, has: bool | None) -> None:
    assert has_voice(model, voice) is has
