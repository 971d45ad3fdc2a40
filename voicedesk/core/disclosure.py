"""Tell exactly what each kind of request sends, as the settings are now."""

from dataclasses import dataclass
from enum import Enum, auto

from voicedesk.core.settings import Settings


class Occasion(Enum):
    """When something is sent."""

    TALKING = auto()
    WRITING_DOWN = auto()
    TYPING = auto()
    READING_ALOUD = auto()
    SUMMING_UP = auto()
    SAMPLE = auto()
    MODELS = auto()
    GETTING_READY = auto()


class Part(Enum):
    """What is sent."""

    RECORDING = auto()
    TYPED_TEXT = auto()
    INSTRUCTIONS = auto()
    CONVERSATION = auto()
    OLDER_TURNS = auto()
    ANSWER_NAME = auto()
    ANSWER_TEXT = auto()
    SAMPLE_TEXT = auto()
    KEY = auto()
    NOTHING = auto()


@dataclass(frozen=True, slots=True)
class Disclosure:
    """One kind of request: when it is made, what it holds, and which model gets it."""

    occasion: Occasion
    parts: tuple[Part, ...]
    model: str = ""


def disclosures_of(settings: Settings) -> tuple[Disclosure, ...]:
    """List every kind of request that the program makes; what is switched off is not listed."""
    service, talk = settings.service, settings.talk
    earlier = (Part.INSTRUCTIONS, Part.CONVERSATION) + (
        (Part.ANSWER_NAME,) if service.reuse_answer_audio else ()
    )
    typed_model = service.talk_model if talk.speak_typed_answers else service.text_model
    listed = [Disclosure(Occasion.TALKING, (Part.RECORDING, *earlier, Part.KEY), service.talk_model)]
    if service.transcribe_own_words:
        listed.append(
            Disclosure(Occasion.WRITING_DOWN, (Part.RECORDING, Part.KEY), service.transcription_model)
        )
    return (
        *listed,
        Disclosure(Occasion.TYPING, (Part.TYPED_TEXT, *earlier, Part.KEY), typed_model),
        Disclosure(Occasion.READING_ALOUD, (Part.ANSWER_TEXT, Part.KEY), service.speech_model),
        Disclosure(Occasion.SUMMING_UP, (Part.OLDER_TURNS, Part.KEY), service.text_model),
        Disclosure(Occasion.SAMPLE, (Part.SAMPLE_TEXT, Part.KEY), service.speech_model),
        Disclosure(Occasion.MODELS, (Part.KEY,)),
        Disclosure(Occasion.GETTING_READY, (Part.NOTHING,)),
    )
