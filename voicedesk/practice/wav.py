"""Read WAV of any usual kind as 24 kHz mono s16, and write the header the service writes.

Format: Microsoft's "Multimedia Programming Interface and Data Specifications" 1.0 (RIFF WAVE), PCM only.
"""

from __future__ import annotations  # array is subscriptable from 3.12 on only

import struct
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from voicedesk.core.units import RATE_HZ, Pcm

_PCM, _EXTENSIBLE = 1, 0xFFFE
_ENDLESS = 0xFFFFFFFF
_RATES_HZ = range(4_000, 384_001)


class NotWav(ValueError):
    """Raised for bytes that are no readable PCM WAV file."""


@dataclass(frozen=True, slots=True)
class _Layout:
    """How the samples of one file lie in its bytes."""

    channels: int
    rate_hz: int
    width: int

    @property
    def is_ours(self) -> bool:
        return (self.channels, self.rate_hz, self.width) == (1, RATE_HZ, 2)


def wav_header(data_bytes: int = _ENDLESS) -> bytes:
    """Write the header of 24 kHz mono s16; without a length the sizes say "until the end", as recorded."""
    riff_bytes = _ENDLESS if data_bytes == _ENDLESS else data_bytes + 36
    layout = struct.pack("<HHIIHH", _PCM, 1, RATE_HZ, 2 * RATE_HZ, 2, 16)
    head = struct.pack("<4sI8sI", b"RIFF", riff_bytes, b"WAVEfmt ", len(layout))
    return head + layout + struct.pack("<4sI", b"data", data_bytes)


def pcm_of_wav(file: bytes) -> Pcm:
    """Decode 8, 16, 24 or 32 bit, any rate, any channels; a size that lies is cut to what is there."""
    layout, data = _parts(file)
    data = data[: len(data) // (layout.width * layout.channels) * layout.width * layout.channels]
    if layout.is_ours:
        return data
    mono = _mixed(_as_s16(data, layout.width), layout.channels)
    return _resampled(mono, layout.rate_hz).tobytes()


def needs_no_conversion(file: bytes) -> bool:
    """Tell whether the samples can be taken as they are."""
    try:
        return _parts(file)[0].is_ours
    except NotWav:
        return False


def _parts(file: bytes) -> tuple[_Layout, bytes]:
    if file[:4] != b"RIFF" or file[8:12] != b"WAVE":
        raise NotWav("no RIFF WAVE header")
    layout: _Layout | None = None
    for name, body in _chunks(file):
        if name == b"fmt ":
            layout = _layout(body)
        elif name == b"data" and layout is not None:
            return layout, body
    raise NotWav("no fmt and data chunks")


def _chunks(file: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 12
    while at + 8 <= len(file):
        name, size = file[at : at + 4], int.from_bytes(file[at + 4 : at + 8], "little")
        yield name, file[at + 8 : at + 8 + size]
        at += 8 + size + size % 2


def _layout(body: bytes) -> _Layout:
    if len(body) < 16:
        raise NotWav("short fmt chunk")
    tag, channels, rate_hz, _, _, bits = struct.unpack_from("<HHIIHH", body)
    if tag == _EXTENSIBLE and len(body) >= 26:
        tag = int.from_bytes(body[24:26], "little")
    if tag != _PCM or bits not in (8, 16, 24, 32):
        raise NotWav(f"format {tag} with {bits} bits")
    if not 1 <= channels <= 8 or rate_hz not in _RATES_HZ:
        raise NotWav(f"{channels} channels at {rate_hz} Hz")
    return _Layout(channels, rate_hz, bits // 8)


def _as_s16(data: bytes, width: int) -> array[int]:
    if width == 1:
        return array("h", ((sample - 128) << 8 for sample in data))
    upper = bytearray(len(data) // width * 2)
    upper[0::2] = data[width - 2 :: width]
    upper[1::2] = data[width - 1 :: width]
    return array("h", bytes(upper))


def _mixed(samples: array[int], channels: int) -> array[int]:
    if channels == 1:
        return samples
    lanes = [samples[lane::channels] for lane in range(channels)]
    return array("h", (sum(frame) // channels for frame in zip(*lanes, strict=True)))


def _resampled(samples: array[int], rate_hz: int) -> array[int]:
    if rate_hz == RATE_HZ or not samples:
        return samples
    steps = [at * rate_hz / RATE_HZ for at in range(len(samples) * RATE_HZ // rate_hz)]
    if rate_hz < RATE_HZ:
        return _interpolated(samples, steps)
    return _averaged(samples, steps, rate_hz / RATE_HZ)


def _interpolated(samples: Sequence[int], places: Sequence[float]) -> array[int]:
    last = len(samples) - 1
    return array("h", (_between(samples, place, last) for place in places))


def _between(samples: Sequence[int], place: float, last: int) -> int:
    left = int(place)
    return round(samples[left] + (samples[min(left + 1, last)] - samples[left]) * (place - left))


def _averaged(samples: Sequence[int], places: Sequence[float], width: float) -> array[int]:
    # The mean over each step damps what lies above 12 kHz; picking samples would fold it back as a whistle.
    sums = [0, *accumulate(samples)]
    spans = ((int(place), min(int(place + width), len(samples))) for place in places)
    return array("h", ((sums[end] - sums[start]) // max(1, end - start) for start, end in spans))
