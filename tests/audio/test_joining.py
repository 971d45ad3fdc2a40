"""Recordings and answers become one file, in order, at the times of the captions."""

import os
from collections.abc import Callable, Iterable, Iterator
from itertools import islice, pairwise
from pathlib import Path

import numpy as np
import pytest
import soundfile

from voicedesk.audio import joining
from voicedesk.audio.joining import joined, length_of, write_mp3, write_wav
from voicedesk.core.export.utterances import PAUSE_MS, Placed, Utterance, placed
from voicedesk.core.units import RATE_HZ, Frames, Milliseconds, Pcm, frames_in


def stored(folder: Path, value: int, duration_ms: int) -> Utterance:
    """Store sound of which each sample is this value."""
    path = folder / f"{value}.pcm"
    path.write_bytes(np.full(frames_in(duration_ms), value, "<i2").tobytes())
    return Utterance(True, "", path, Milliseconds(duration_ms))


def samples(pieces: Iterator[Pcm]) -> list[tuple[int, int]]:
    """Give each run of equal samples with its length in milliseconds."""
    whole = np.frombuffer(b"".join(pieces), "<i2")
    starts = [0, *(np.flatnonzero(np.diff(whole)) + 1), len(whole)]
    return [(int(whole[start]), (end - start) * 1000 // RATE_HZ) for start, end in pairwise(starts)]


def test_sounds_follow_each_other_with_a_short_silence_between(tmp_path: Path) -> None:
    timeline = list(placed([stored(tmp_path, 1, 500), stored(tmp_path, 2, 3_000)]))
    assert samples(joined(timeline)) == [(1, 500), (0, PAUSE_MS), (2, 3_000)]


def test_what_was_only_written_is_a_silence_and_nothing_shifts(tmp_path: Path) -> None:
    timeline = list(placed([Utterance(True, "Why?"), stored(tmp_path, 2, 200)]))
    assert samples(joined(timeline)) == [(0, 1_000 + PAUSE_MS), (2, 200)]


def test_a_sound_that_vanished_or_shrank_meanwhile_is_silent_and_nothing_shifts(tmp_path: Path) -> None:
    gone, shrunk, whole = (stored(tmp_path, value, 400) for value in (1, 2, 3))
    assert gone.sound and shrunk.sound
    gone.sound.unlink()
    os.truncate(shrunk.sound, frames_in(100) * 2 + 1)
    timeline = list(placed([gone, shrunk, whole]))
    assert samples(joined(timeline)) == [
        (0, 400 + PAUSE_MS), (2, 100), (0, 300 + PAUSE_MS), (3, 400),
    ]  # fmt: skip


def test_the_length_is_that_of_whole_frames_and_a_missing_sound_has_none(tmp_path: Path) -> None:
    sound = stored(tmp_path, 1, 40).sound
    assert sound
    assert length_of(sound) == 40
    assert length_of(tmp_path / "gone.pcm") is None


def test_a_wav_holds_every_sample_and_is_private(tmp_path: Path) -> None:
    timeline = list(placed([stored(tmp_path, 1, 500), stored(tmp_path, 2, 3_000)]))
    write_wav(tmp_path / "talk.new", timeline, frames_in(4_100))
    written, rate_hz = soundfile.read(tmp_path / "talk.new", dtype="int16")
    assert rate_hz == RATE_HZ
    assert written.tobytes() == b"".join(joined(timeline))
    assert (tmp_path / "talk.new").stat().st_mode & 0o077 == 0 or os.name == "nt"


def test_what_no_wav_can_count_is_written_as_rf64(tmp_path: Path) -> None:
    timeline = list(placed([stored(tmp_path, 1, 500)]))
    write_wav(tmp_path / "talk.new", timeline, Frames(joining.LARGEST_WAV_FRAMES))
    with soundfile.SoundFile(tmp_path / "talk.new") as file:
        assert (file.format, file.frames) == ("RF64", frames_in(500))


def test_an_mp3_is_as_long_as_its_sounds(tmp_path: Path) -> None:
    timeline = list(placed([stored(tmp_path, 1, 500), stored(tmp_path, 2, 3_000)]))
    write_mp3(tmp_path / "talk.new", timeline)
    with soundfile.SoundFile(tmp_path / "talk.new") as file:
        assert file.format == "MP3"
        assert file.frames == pytest.approx(frames_in(4_100), abs=frames_in(100))


@pytest.fixture
def small_files() -> Iterator[None]:
    """Let no file grow beyond some kilobytes, which is how a full disk looks from here."""
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4_096, hard))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("write", [lambda draft, line: write_wav(draft, line, Frames(1)), write_mp3])
def test_a_full_disk_is_an_error_of_the_system(
    write: Callable[[Path, Iterable[Placed]], None], tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    timeline = list(placed([stored(tmp_path, 1, 10_000)]))
    request.getfixturevalue("small_files")
    with pytest.raises(OSError, match=r"."):
        write(tmp_path / "talk.new", timeline)


def test_an_hour_is_never_in_memory() -> None:
    hour = Placed(Utterance(True, "…"), Milliseconds(0), Milliseconds(3_600_000))
    assert all(len(pcm) <= joining.PIECE_BYTES for pcm in islice(joined([hour]), 100))
