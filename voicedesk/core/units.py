"""Name the units that the rest of the program counts in."""

from typing import NewType

TurnId = NewType("TurnId", int)
"""The number of one turn: microseconds since 1970 when it began, made strictly increasing. Never reused."""

ConversationId = NewType("ConversationId", int)
"""The number of a conversation, made like a `TurnId`."""

Milliseconds = NewType("Milliseconds", int)
Frames = NewType("Frames", int)
"""Samples of one channel at `RATE_HZ`."""

Pcm = bytes
"""Mono signed 16-bit little-endian samples at `RATE_HZ`: what the service speaks and what is stored."""

NO_FRAMES = Frames(0)
NO_TIME = Milliseconds(0)
RATE_HZ = 24_000
BYTES_PER_FRAME = 2


def frames_of(pcm: Pcm) -> Frames:
    """Count the whole frames in a piece of sound."""
    return Frames(len(pcm) // BYTES_PER_FRAME)


def milliseconds_of(frames: int) -> Milliseconds:
    """Convert a number of frames to whole milliseconds."""
    return Milliseconds(frames * 1000 // RATE_HZ)


def frames_in(milliseconds: int) -> Frames:
    """Convert milliseconds to frames."""
    return Frames(milliseconds * RATE_HZ // 1000)


def next_turn(previous: int, now_us: int) -> TurnId:
    """Number a new turn by the wall clock, and stay above the previous one when the clock was set back."""
    return TurnId(max(previous + 1, now_us))
