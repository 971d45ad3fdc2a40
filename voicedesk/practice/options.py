"""Say how the practice service is to behave; the default is what a newcomer meets."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from voicedesk.core.units import Pcm
from voicedesk.practice.clips import CLIPS

Decode = Callable[[bytes, str], Pcm | None]
"""Decode a whole file of the named format ("mp3", "wav", …); None where that is not possible."""


@dataclass(frozen=True, slots=True)
class Script:
    """What answers contain and when they come; tests and measurements bend it, people do not.

    `pace` is a multiple of real time, 0 means as fast as possible; `jitter_ms` is the most that a
    piece of sound comes late, drawn from a fixed seed for every answer.
    """

    first_token_ms: int = 250
    pace: float = 2.0
    jitter_ms: int = 0
    answer_pcm: Pcm | None = None
    transcript: str | None = None
    own_words: str | None = None


@dataclass(frozen=True, slots=True)
class PracticeOptions:
    """What a front end lends to the service."""

    script: Script = Script()
    decode: Decode | None = None
    clips: Path = CLIPS
    clock: Callable[[], float] = time.time
    records_requests: bool = False
    most_streams: int = 8


@dataclass(frozen=True, slots=True)
class Received:
    """One request as it arrived, without its key; `completed_at` is `time.monotonic` at its last byte."""

    method: str
    path: str
    headers: Mapping[str, str] = field(repr=False)
    json: object
    form: Mapping[str, str]
    byte_count: int
    completed_at: float
