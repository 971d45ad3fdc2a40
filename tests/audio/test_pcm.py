"""Samples survive every conversion, and WAV files are read whatever their header promises."""

import io
import math
import struct
import wave

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from voicedesk.audio.pcm import dbfs, floats_of, pcm_of, peak_of, read_wav, rms_dbfs, wav_header, wav_of

samples = st.lists(st.integers(-32768, 32767), max_size=500)


def packed(values: list[int]) -> bytes:
    """Write samples as the program keeps them."""
    return struct.pack(f"<{len(values)}h", *values)


@given(samples)
def test_floats_and_back_is_exact(values: list[int]) -> None:
    assert pcm_of(floats_of(packed(values))) == packed(values)


def test_what_is_too_loud_is_cut_off_and_not_wrapped_around() -> None:
    assert pcm_of(np.array([1.5, 1.0, -1.0, -7.0], np.float32)) == packed([32767, 32767, -32768, -32768])


@given(samples)
def test_another_reader_understands_the_wav(values: list[int]) -> None:
    with wave.open(io.BytesIO(wav_of(packed(values)))) as file:
        assert (file.getframerate(), file.getnchannels(), file.getsampwidth()) == (24_000, 1, 2)
        assert file.readframes(len(values) + 1) == packed(values)


@given(samples)
def test_a_wav_reads_back(values: list[int]) -> None:
    wav = read_wav(wav_of(packed(values)))
    assert wav is not None
    assert (wav.rate_hz, wav.channels, wav.bits, wav.samples) == (24_000, 1, 16, packed(values))


@pytest.mark.parametrize("size", [0xFFFFFFFF, 0, 0x7FFFFFFF], ids=hex)
def test_a_size_that_nobody_knew_means_to_the_end(size: int) -> None:
    header = wav_header(0)[:4] + struct.pack("<I", 0xFFFFFFFF) + wav_header(0)[8:40] + struct.pack("<I", size)
    wav = read_wav(header + packed([1, 2, 3]))
    assert wav is not None
    assert wav.samples == packed([1, 2, 3])


def test_chunks_before_the_sound_are_passed_over() -> None:
    wav = wav_of(packed([5, 6]))
    extended = wav[:12] + b"LIST" + struct.pack("<I", 3) + b"abc\0" + wav[12:]
    found = read_wav(extended)
    assert found is not None
    assert found.samples == packed([5, 6])


@given(st.binary(max_size=200))
def test_garbage_is_no_wav_and_no_crash(data: bytes) -> None:
    read_wav(b"RIFF\0\0\0\0WAVE" + data)
    read_wav(wav_header(7)[:30] + data)
    assert read_wav(b"x" + data) is None


@given(samples)
def test_the_peak_is_the_largest_magnitude(values: list[int]) -> None:
    assert peak_of(packed(values)) == max(map(abs, values), default=0)


@pytest.mark.parametrize(("magnitude", "expected"), [(32768, 0.0), (16384, -6.02), (0, -math.inf)])
def test_decibels_count_down_from_the_loudest(magnitude: int, expected: float) -> None:
    assert dbfs(magnitude) == pytest.approx(expected, abs=0.01)


def test_a_constant_is_as_loud_as_its_magnitude() -> None:
    assert rms_dbfs(packed([-1000] * 99)) == pytest.approx(dbfs(1000))
    assert rms_dbfs(packed([0, 0])) == -math.inf
    assert rms_dbfs(b"") == -math.inf
