"""Name the models that the practice service offers, and what each is for."""

from enum import Enum, auto

from voicedesk.practice.refusals import no_channel, no_model


class Purpose(Enum):
    """What a model can be asked for."""

    AUDIO_CHAT = auto()
    TEXT_CHAT = auto()
    TRANSCRIPTION = auto()
    SPEECH = auto()


MODELS = {
    "gpt-audio-1.5": Purpose.AUDIO_CHAT,
    "gpt-audio": Purpose.AUDIO_CHAT,
    "gpt-audio-mini": Purpose.AUDIO_CHAT,
    "gpt-4o-mini": Purpose.TEXT_CHAT,
    "gpt-5-mini": Purpose.TEXT_CHAT,
    "whisper-1": Purpose.TRANSCRIPTION,
    "gpt-4o-transcribe": Purpose.TRANSCRIPTION,
    "gpt-4o-mini-transcribe": Purpose.TRANSCRIPTION,
    "tts-1": Purpose.SPEECH,
    "tts-1-hd": Purpose.SPEECH,
    "gpt-4o-mini-tts": Purpose.SPEECH,
}

_CREATED = 1_780_000_000


def checked_model(name: object, *purposes: Purpose) -> str:
    """Return the model's name if it serves one of the purposes; otherwise raise the refusal."""
    if not isinstance(name, str) or not name:
        raise no_model()
    if MODELS.get(name) not in purposes:
        raise no_channel(name)
    return name


def listing() -> dict[str, object]:
    """Build the body of GET /models."""
    entries = [
        {"id": name, "object": "model", "created": _CREATED, "owned_by": "practice"} for name in MODELS
    ]
    return {"object": "list", "data": entries}
