"""WAV of every usual kind becomes 24 kHz mono s16; what is no WAV is refused."""

import math
import struct
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.practice.calling import sound, wav
from voicedesk.practice.wav import NotWav, pcm_of_wav, wav_header


def samples_of(pcm: bytes) -> Sequence[int]:
    return struct.unpack(f"<{len(pcm) // 2}h", pcm)


def tone(rate_hz: int, seconds: float = 0.5) -> list[float]:
    return [0.5 * math.sin(2 * math.pi * 300 * at / rate_hz) for at in range(round(rate_hz * seconds))]


def packed(values: Sequence[float], bits: int) -> bytes:
    if bits == 8:
        return bytes(round(128 + value * 127) for value in values)
    full = 2 ** (bits - 1) - 1
    return b"".join(round(value * full).to_bytes(bits // 8, "little", signed=True) for value in values)


@pytest.mark.parametrize("bits", [8, 16, 24, 32])
@pytest.mark.parametrize("rate_hz", [8_000, 16_000, 22_050, 24_000, 44_100, 48_000])
def test_every_width_and_rate_keeps_the_tone(bits: int, rate_hz: int) -> None:
    got = samples_of(pcm_of_wav(wav(packed(tone(rate_hz), bits), rate_hz, bits=bits)))
    wanted = [round(value * 32_767) for value in tone(24_000)]
    assert abs(len(got) - len(wanted)) <= 1
    # The very last samples have no neighbour to lead to.
    worst = max(abs(one - other) for one, other in zip(got[:-4], wanted, strict=False))
    assert worst < 1_000


def test_what_24_khz_cannot_hold_does_not_fold_back_as_a_whistle() -> None:
    shrill = packed([0.5 * math.sin(2 * math.pi * 20_000 * at / 48_000) for at in range(4_800)], 16)
    assert max(samples_of(pcm_of_wav(wav(shrill, 48_000)))) < 0.3 * 16_384


def test_channels_are_mixed() -> None:
    stereo = struct.pack("<4h", 1_000, 3_000, -2_000, 0)
    assert samples_of(pcm_of_wav(wav(stereo, channels=2))) == (2_000, -1_000)


def test_our_own_format_is_taken_byte_for_byte() -> None:
    pcm = bytes(range(256)) * 10
    assert pcm_of_wav(wav(pcm)) == pcm


def test_endless_sizes_mean_until_the_end() -> None:
    assert pcm_of_wav(wav_header() + sound(0.1)) == sound(0.1)
    assert pcm_of_wav(wav(sound(0.1), size=0xFFFFFFFF)) == sound(0.1)


def test_header_is_that_of_the_recorded_speech() -> None:
    fields = struct.unpack("<4sI8sIHHIIHH4sI", wav_header())
    assert fields[:4] == (b"RIFF", 0xFFFFFFFF, b"WAVEfmt ", 16)
    assert fields[4:] == (1, 1, 24_000, 48_000, 2, 16, b"data", 0xFFFFFFFF)


def test_other_chunks_are_passed_over() -> None:
    file = wav(sound(0.1))
    assert pcm_of_wav(file[:12] + b"LIST" + struct.pack("<I", 3) + b"abc\0" + file[12:]) == sound(0.1)


@given(st.binary(max_size=200))
def test_anything_else_is_refused_cleanly(junk: bytes) -> None:
    with pytest.raises(NotWav):
        pcm_of_wav(junk)


@given(st.integers(0, 60), st.binary(min_size=1, max_size=8))
def test_a_damaged_header_never_does_worse_than_refuse(at: int, junk: bytes) -> None:
    file = wav(sound(0.01))
    try:
        pcm_of_wav(file[:at] + junk + file[at + len(junk) :])
    except NotWav:
        return
