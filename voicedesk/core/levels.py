"""Measure how loud a piece of sound is, without any library."""

from array import array
from math import inf, log10

from voicedesk.core.units import Pcm

FULL_SCALE = 32_768
SILENT_DBFS = -inf


def samples_of(pcm: Pcm) -> "array[int]":
    """Read samples; every machine VoiceDesk runs on is little-endian, like `Pcm`."""
    return array("h", pcm)


def peak_dbfs(pcm: Pcm) -> float:
    """Give the peak in dB below full scale, -inf for all zeros."""
    samples = samples_of(pcm)
    peak = max(max(samples), -min(samples)) if samples else 0
    return 20 * log10(peak / FULL_SCALE) if peak else SILENT_DBFS


def clipped_frames(pcm: Pcm) -> int:
    """Count samples at either end of the scale."""
    samples = samples_of(pcm)
    return samples.count(FULL_SCALE - 1) + samples.count(-FULL_SCALE)
