"""Boil a sound down to the few bars that are drawn of it."""

from collections.abc import Iterator

from voicedesk.core.levels import FULL_SCALE, samples_of
from voicedesk.core.units import BYTES_PER_FRAME, Frames, Pcm, frames_in

BARS = 64
SAMPLED_FRAMES = frames_in(100)
"""What is read for one bar at most: the drawing of an hour costs as much as that of half a minute."""

Peaks = bytes
"""One byte a bar: 0 for silence, 255 for the loudest bar of the sound."""


def stretches_of(frames: Frames) -> Iterator[tuple[int, int]]:
    """Give the place and the length in bytes of what is read for each bar; a short sound has fewer bars."""
    bars = min(BARS, frames)
    for bar in range(bars):
        first, end = frames * bar // bars, frames * (bar + 1) // bars
        length = min(end - first, SAMPLED_FRAMES)
        first += (end - first - length) // 2
        yield first * BYTES_PER_FRAME, length * BYTES_PER_FRAME


def magnitude_of(pcm: Pcm) -> int:
    """Give the largest magnitude, from 0 to 32768."""
    samples = samples_of(pcm)
    return max(max(samples), -min(samples)) if samples else 0


def peaks_of(magnitudes: list[int]) -> Peaks:
    """Scale magnitudes for the eye: by the square root, since speech is mostly quiet, to the loudest one."""
    loudest = max(magnitudes, default=0)
    if loudest < FULL_SCALE // 1000:
        return bytes(len(magnitudes))
    return bytes(round(255 * (magnitude / loudest) ** 0.5) for magnitude in magnitudes)
