"""Convert and measure `Pcm`, and wrap it as WAV."""

import math
import struct
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from voicedesk.core.levels import SILENT_DBFS
from voicedesk.core.units import BYTES_PER_FRAME, RATE_HZ, Pcm

Floats = NDArray[np.float32]
"""Samples from -1 to 1."""

_FULL_SCALE = 32768.0
_RIFF_HEADER = struct.Struct("<4sI4s4sIHHIIHH4sI")
_CHUNK = struct.Struct("<4sI")
_FORMAT = struct.Struct("<HHIIHH")
_PCM_FORMATS = {1, 0xFFFE}


@dataclass(frozen=True, slots=True)
class Wav:
    """The samples of a WAV file as they are, integers of `bits` with interleaved channels."""

    rate_hz: int
    channels: int
    bits: int
    samples: bytes


def wav_header(data_bytes: int, rate_hz: int = RATE_HZ) -> bytes:
    """Make the 44 bytes that stand before this much mono s16 sound."""
    byte_rate = rate_hz * BYTES_PER_FRAME
    return _RIFF_HEADER.pack(
        b"RIFF", 36 + data_bytes, b"WAVE", b"fmt ", 16, 1, 1, rate_hz, byte_rate, 2, 16, b"data", data_bytes
    )


def wav_of(pcm: Pcm) -> bytes:
    """Wrap sound as a WAV file."""
    return wav_header(len(pcm)) + pcm


def read_wav(wav: bytes) -> Wav | None:
    """Take a WAV file apart; None when it is none.

    A size that reaches past the end is taken as "to the end": services that stream write 0xFFFFFFFF or 0
    there, because they do not know the length when they begin.
    """
    if wav[:4] != b"RIFF" or wav[8:12] != b"WAVE":
        return None
    fmt: tuple[int, ...] | None = None
    position = 12
    while position + _CHUNK.size <= len(wav):
        name, size = _CHUNK.unpack_from(wav, position)
        position += _CHUNK.size
        if name == b"fmt " and position + _FORMAT.size <= len(wav):
            fmt = _FORMAT.unpack_from(wav, position)
        if name == b"data":
            return _wav_with(fmt, wav[position : _data_end(position, size, len(wav))])
        position += size + size % 2
    return None


def _data_end(start: int, size: int, available: int) -> int:
    return min(start + size, available) if size else available


def _wav_with(fmt: tuple[int, ...] | None, samples: bytes) -> Wav | None:
    if fmt is None or fmt[0] not in _PCM_FORMATS or not fmt[4]:
        return None
    whole = len(samples) - len(samples) % fmt[4]
    return Wav(rate_hz=fmt[2], channels=fmt[1], bits=fmt[5], samples=samples[:whole])


def floats_of(pcm: Pcm) -> Floats:
    """Convert to samples from -1 to 1."""
    return np.frombuffer(pcm, "<i2").astype(np.float32) / np.float32(_FULL_SCALE)


def pcm_of(samples: Floats) -> Pcm:
    """Convert samples from -1 to 1; what is louder is cut off, not wrapped around."""
    scaled = np.rint(samples * np.float32(_FULL_SCALE))
    clipped: NDArray[np.int16] = np.clip(scaled, -32768, 32767).astype("<i2")
    return clipped.tobytes()


def peak_of(pcm: Pcm) -> int:
    """Find the largest magnitude, from 0 to 32768."""
    if not pcm:
        return 0
    samples = np.frombuffer(pcm, "<i2")
    return max(int(samples.max()), -int(samples.min()))


def dbfs(magnitude: float) -> float:
    """Express a magnitude of a sample in decibels below the loudest possible; -inf for zero."""
    return 20 * math.log10(magnitude / _FULL_SCALE) if magnitude > 0 else SILENT_DBFS


def rms_dbfs(pcm: Pcm) -> float:
    """Measure how loud a piece of sound is on the whole."""
    if not pcm:
        return SILENT_DBFS
    samples = np.frombuffer(pcm, "<i2").astype(np.float64)
    return dbfs(math.sqrt(float(np.mean(samples * samples))))
