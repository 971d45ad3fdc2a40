"""The sounds that the benchmark speaks and answers."""

import struct
import wave
from functools import cache
from itertools import cycle
from pathlib import Path

RATE_HZ = 24_000
BYTES_PER_FRAME = 2
_CLIPS = Path(__file__).parents[2] / "resources" / "practice"
_LOUDEST = 30_000
_STEP = 0.93
_LEVELS = 50


def spoken(seconds: float) -> bytes:
    """Give clear speech of this length, 24 kHz mono s16, without a pause worth naming."""
    wanted = round(seconds * RATE_HZ) * BYTES_PER_FRAME
    sound = bytearray()
    for clip in cycle(_clips()):
        if len(sound) >= wanted:
            return bytes(sound[:wanted])
        sound += clip
    raise AssertionError("the practice clips are missing")


@cache
def _clips() -> tuple[bytes, ...]:
    return tuple(_pcm(path) for path in sorted(_CLIPS.glob("*.wav")))


def _pcm(path: Path) -> bytes:
    with wave.open(str(path)) as file:
        return file.readframes(file.getnframes())


def level_of(turn: int) -> int:
    """Give the sample value that stands for a turn: each lower than the one before, down to a thirtieth.

    A fade to or from a turn's level never passes the louder level of an earlier turn, so every sample that is
    louder than its own turn comes from an earlier one.
    """
    return round(_LOUDEST * _STEP ** (turn % _LEVELS))


def steady(seconds: float, level: int) -> bytes:
    """Give sound of one value throughout, so that each zero and each foreign sample in it can be told."""
    return struct.pack("<h", level) * round(seconds * RATE_HZ)


def wav(pcm: bytes) -> bytes:
    """Put the header of a WAV file before the sound."""
    about = struct.pack("<HHIIHH", 1, 1, RATE_HZ, RATE_HZ * 2, 2, 16)
    head = struct.pack("<4sI8sI", b"RIFF", 36 + len(pcm), b"WAVEfmt ", len(about))
    return head + about + struct.pack("<4sI", b"data", len(pcm)) + pcm
