"""Describe what goes to the service and what comes back, without saying how."""

from dataclasses import dataclass

from voicedesk.core.context import Message
from voicedesk.core.conversation import Clip, Usage
from voicedesk.core.problems import Problem
from voicedesk.core.settings import ServiceSettings
from voicedesk.core.units import Milliseconds, Pcm


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked in one request: a recording or a text, with what was said before."""

    clip: Clip | None
    text: str
    history: tuple[Message, ...]
    spoken: bool
    service: ServiceSettings


@dataclass(frozen=True, slots=True)
class TextArrived:
    """More of the answer's text; `voiced` if it is the transcript of sound that comes with it."""

    text: str
    voiced: bool


@dataclass(frozen=True, slots=True)
class SoundArrived:
    """More of the answer's sound, in whole frames."""

    pcm: Pcm


@dataclass(frozen=True, slots=True)
class ToolCallArrived:
    """A complete call of a function, for the tools of a later release."""

    id: str
    name: str
    arguments: str


@dataclass(frozen=True, slots=True)
class AnswerClosed:
    """The end of the stream: what identifies the answer, what it cost, and why it is not whole if it is not.

    `complete` is true only if the service said so (a finish reason, an expiry or usage was seen).
    """

    complete: bool
    audio_id: str | None = None
    expires_at: int | None = None
    usage: Usage | None = None
    model: str = ""
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class Waiting:
    """The service was busy and did not take the request; it is asked again after a pause."""

    seconds: float
    attempt: int


AnswerPart = TextArrived | SoundArrived | ToolCallArrived | Waiting | AnswerClosed


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a transcript with its place in the recording."""

    start_ms: Milliseconds
    end_ms: Milliseconds
    text: str


@dataclass(frozen=True, slots=True)
class Transcript:
    """What was said in a recording."""

    text: str
    segments: tuple[Segment, ...] = ()
    language: str = ""


@dataclass(frozen=True, slots=True)
class TranscriptionWish:
    """How a recording shall be written down; an empty language means: find out."""

    model: str
    language: str = ""
    prompt: str = ""
    translate: bool = False
    timed: bool = False
