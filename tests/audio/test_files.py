"""Any usual sound file becomes the program's own samples; anything else is named and refused."""

import io
from pathlib import Path

import numpy as np
import pytest
import soundfile
from hypothesis import given
from hypothesis import strategies as st

from voicedesk.audio.files import decode, decode_bytes, duration_of, levels_of
from voicedesk.audio.pcm import floats_of, rms_dbfs, wav_of
from voicedesk.core.problems import Kind, Trouble

TONE_HZ = 440


def tone(rate_hz: int, seconds: float = 2.0, channels: int = 1) -> np.ndarray:
    """Make a tone, the same on each channel."""
    mono = 0.25 * np.sin(2 * np.pi * TONE_HZ * np.arange(round(rate_hz * seconds)) / rate_hz)
    return np.repeat(mono[:, None], channels, axis=1)


def pitch_of(pcm: bytes) -> float:
    """Find the strongest frequency."""
    samples = floats_of(pcm)
    return float(np.argmax(np.abs(np.fft.rfft(samples))) * 24_000 / len(samples))


_FILES = [
    ("WAV", "PCM_16", 24_000, 1),
    ("WAV", "PCM_24", 48_000, 2),
    ("WAV", "FLOAT", 96_000, 1),
    ("WAV", "PCM_U8", 8_000, 1),
    ("WAV", "PCM_32", 192_000, 8),
    ("FLAC", "PCM_16", 44_100, 2),
    ("OGG", "VORBIS", 44_100, 1),
    ("OGG", "OPUS", 48_000, 1),
    ("MP3", "MPEG_LAYER_III", 44_100, 2),
]


@pytest.mark.parametrize(("form", "subtype", "rate_hz", "channels"), _FILES)
def test_a_sound_file_is_decoded(
    form: str, subtype: str, rate_hz: int, channels: int, tmp_path: Path
) -> None:
    path = tmp_path / "sound"
    soundfile.write(path, tone(rate_hz, channels=channels), rate_hz, format=form, subtype=subtype)
    pcm = b"".join(decode(path))
    assert len(pcm) == pytest.approx(2 * 48_000, abs=2 * 1_200)
    assert pitch_of(pcm) == pytest.approx(TONE_HZ, abs=1)
    assert rms_dbfs(pcm) == pytest.approx(-15.05, abs=0.5)
    assert duration_of(path) == pytest.approx(2_000, abs=60)
    assert decode_bytes(path.read_bytes()) == pcm


def test_a_long_file_comes_in_pieces(tmp_path: Path) -> None:
    path = tmp_path / "long.wav"
    soundfile.write(path, np.zeros(24_000 * 60, np.int16), 24_000)
    sizes = [len(piece) for piece in decode(path)]
    assert max(sizes) <= 2**18
    assert sum(sizes) == 60 * 48_000


@pytest.mark.parametrize("name", ["missing.wav", "folder", "text.txt", "film.m4a", "empty.mp3"])
def test_what_is_no_sound_file_is_refused_with_a_reason(name: str, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "text.txt").write_text("not a sound")
    (tmp_path / "film.m4a").write_bytes(b"\0\0\0\x20ftypM4A \0\0\0\0" + bytes(200))
    (tmp_path / "empty.mp3").write_bytes(b"")
    for attempt in (lambda: list(decode(tmp_path / name)), lambda: duration_of(tmp_path / name)):
        with pytest.raises(Trouble) as raised:
            attempt()
        problem = raised.value.problem
        assert problem.kind is Kind.BAD_FILE
        assert problem.values["file"] == name
        assert problem.values["reason"]


@given(st.binary(max_size=300))
def test_garbage_is_none_and_no_crash(data: bytes) -> None:
    assert decode_bytes(b"garbage" + data) is None


def test_a_broken_off_file_gives_what_is_there() -> None:
    file = io.BytesIO()
    soundfile.write(file, tone(24_000), 24_000, format="FLAC")
    whole = file.getvalue()
    part = decode_bytes(wav_of(decode_bytes(whole) or b"")[:50_000])
    assert part is not None
    assert len(part) == 50_000 - 44


@given(st.lists(st.integers(0, 9_000), max_size=8))
def test_each_tenth_of_a_second_has_one_level_however_the_sound_comes(sizes: list[int]) -> None:
    pieces = [np.full(size, 1000, "<i2").tobytes() for size in sizes]
    levels = list(levels_of(iter(pieces)))
    assert len(levels) == -(-sum(sizes) // 2_400)
    assert all(level == pytest.approx(-30.3, abs=0.1) for level in levels)
