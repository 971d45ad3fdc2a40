"""Hold what is known about models: what each can do and when it ends. Data with a date; prices lie beside."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

KNOWN_ON = date(2026, 11, 22)
"""When the tables below were last compared with the published lists of the service and of its suppliers."""


class Purpose(Enum):
    """What a model is asked for."""

    TALK = auto()
    TEXT = auto()
    TRANSCRIPTION = auto()
    SPEECH = auto()


@dataclass(frozen=True, slots=True)
class Model:
    """One model. `ends_on` is the day its supplier turns it off; None means that no day is announced."""

    name: str
    purpose: Purpose
    ends_on: date | None = None


_AUDIO_END = date(2027, 1, 20)
_SPEECH_END = date(2027, 1, 6)
_TRANSCRIPTION_END = date(2027, 2, 26)

MODELS = (
    Model("gpt-audio-1.5", Purpose.TALK),
    Model("gpt-audio", Purpose.TALK, ends_on=_AUDIO_END),
    Model("gpt-audio-mini", Purpose.TALK, ends_on=_AUDIO_END),
    Model("gpt-4o-audio-preview", Purpose.TALK, ends_on=date(2026, 5, 7)),
    Model("gpt-4o-mini", Purpose.TEXT),
    Model("gpt-4o", Purpose.TEXT),
    Model("gpt-5-mini", Purpose.TEXT),
    Model("whisper-1", Purpose.TRANSCRIPTION, ends_on=_TRANSCRIPTION_END),
    Model("gpt-transcribe", Purpose.TRANSCRIPTION),
    Model("gpt-4o-mini-transcribe", Purpose.TRANSCRIPTION, ends_on=_TRANSCRIPTION_END),
    Model("gpt-4o-transcribe", Purpose.TRANSCRIPTION, ends_on=_TRANSCRIPTION_END),
    Model("gpt-4o-transcribe-diarize", Purpose.TRANSCRIPTION, ends_on=_TRANSCRIPTION_END),
    Model("tts-1", Purpose.SPEECH, ends_on=_SPEECH_END),
    Model("tts-1-hd", Purpose.SPEECH, ends_on=_SPEECH_END),
    Model("gpt-4o-mini-tts", Purpose.SPEECH, ends_on=_SPEECH_END),
)
"""The first of each purpose that is still offered is the one to suggest."""

VOICES = (
    "alloy", "ash", "ballad", "cedar", "coral", "echo", "fable", "marin", "nova", "onyx", "sage", "shimmer",
    "verse",
)  # fmt: skip
_VOICES_OF_TTS_1 = frozenset(VOICES) - {"ballad", "cedar", "marin", "verse"}

_BY_NAME = {model.name: model for model in MODELS}
_SNAPSHOT = r"-\d{4}-\d{2}-\d{2}$"
_HINTS = (
    (r"transcribe|whisper", Purpose.TRANSCRIPTION),
    (r"(^|-)tts(-|$)", Purpose.SPEECH),
    (r"^gpt-.*audio", Purpose.TALK),
    (r"realtime|image|embedding|moderation|video|kling|suno|dall-e", None),
)


def known_model(name: str) -> Model | None:
    """Look a model up; a dated snapshot is known by the name it was made from."""
    return _BY_NAME.get(name) or _BY_NAME.get(re.sub(_SNAPSHOT, "", name))


def purpose_of(name: str) -> Purpose | None:
    """Tell what a model is for: known, or read from its name; what cannot be talked with is for nothing."""
    known = known_model(name)
    if known:
        return known.purpose
    return next((purpose for hint, purpose in _HINTS if re.search(hint, name)), Purpose.TEXT)


def has_ended(name: str, today: date) -> bool:
    """Tell whether the supplier has turned a model off."""
    known = known_model(name)
    return known is not None and known.ends_on is not None and known.ends_on <= today


def choices_for(purpose: Purpose, offered: Iterable[str], today: date) -> tuple[str, ...]:
    """Name the models to choose from: first those that are known, then what else the service offers.

    Without a list of the service, the known ones that have not ended are named.
    """
    names = frozenset(offered)
    known = [model.name for model in MODELS if model.purpose is purpose and not has_ended(model.name, today)]
    first = [name for name in known if name in names or not names]
    return (*first, *sorted(name for name in names - {*first} if _fits(name, purpose, today)))


def suggestion_for(purpose: Purpose, offered: Iterable[str], today: date) -> str:
    """Name the model to take in the place of one that is gone; empty if the service offers none."""
    return next(iter(choices_for(purpose, offered, today)), "")


def has_voice(speech_model: str, voice: str) -> bool | None:
    """Tell whether a speech model has a voice; None where that is not known."""
    if speech_model.startswith("tts-1"):
        return voice in _VOICES_OF_TTS_1
    return True if known_model(speech_model) and voice in VOICES else None


def _fits(name: str, purpose: Purpose, today: date) -> bool:
    return purpose_of(name) is purpose and not has_ended(name, today)
