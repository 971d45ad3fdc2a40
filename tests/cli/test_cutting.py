"""A file is cut so that every moment of it is sent exactly once, in any format and with bounded memory."""

import io
import tracemalloc
from itertools import pairwise
from pathlib import Path

import pytest
import soundfile

from tests.cli.sounds import write
from voicedesk.cli.cutting import SHORTEST_MS, measure, uploads_of
from voicedesk.core.problems import Kind, Trouble

LONG_S = 140.25


@pytest.fixture(scope="module")
def long_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("sound") / "long.flac", LONG_S)


def seconds_of(content: bytes) -> float:
    with soundfile.SoundFile(io.BytesIO(content)) as file:
        return float(file.frames / file.samplerate)


def test_the_passages_cover_the_recording_exactly_once(long_file: Path) -> None:
    recording = measure(long_file)
    assert len(recording.passages) == 3
    assert recording.passages[0].start_ms == 0
    assert recording.duration_ms == pytest.approx(LONG_S * 1_000, abs=1)
    assert all(first.end_ms == second.start_ms for first, second in pairwise(recording.passages))


def test_the_same_file_is_cut_the_same_way_every_time(long_file: Path) -> None:
    assert measure(long_file) == measure(long_file)


def test_each_upload_holds_the_sound_of_its_passage(long_file: Path, tmp_path: Path) -> None:
    recording = measure(long_file)
    for upload in uploads_of(recording, set(recording.passages), tmp_path, as_mp3=False):
        length_ms = upload.passage.end_ms - upload.passage.start_ms
        assert upload.file_name.endswith(".wav")
        assert seconds_of(upload.content) * 1_000 == pytest.approx(length_ms, abs=2)


def test_mp3_is_an_eighth_and_leaves_no_draft_behind(long_file: Path, tmp_path: Path) -> None:
    recording = measure(long_file)
    wav, mp3 = (
        next(uploads_of(recording, set(recording.passages), tmp_path, as_mp3)) for as_mp3 in (False, True)
    )
    assert mp3.file_name.endswith(".mp3")
    assert len(mp3.content) < len(wav.content) / 7
    assert list(tmp_path.iterdir()) == []


def test_where_mp3_cannot_be_made_wav_is_sent(long_file: Path, tmp_path: Path) -> None:
    recording = measure(long_file)
    upload = next(uploads_of(recording, set(recording.passages), tmp_path / "missing", as_mp3=True))
    assert upload.file_name.endswith(".wav")


def test_only_the_wanted_passages_are_encoded(long_file: Path, tmp_path: Path) -> None:
    recording = measure(long_file)
    wanted = {recording.passages[1]}
    assert [upload.passage for upload in uploads_of(recording, wanted, tmp_path, True)] == list(wanted)


@pytest.mark.parametrize(
    ("name", "channels", "how"),
    [
        ("a.wav", 1, {"subtype": "PCM_U8"}),
        ("a.wav", 2, {"subtype": "FLOAT"}),
        ("a.wav", 1, {"subtype": "ULAW"}),
        ("a.flac", 2, {}),
        ("a.ogg", 1, {"subtype": "VORBIS"}),
        ("a.ogg", 1, {"subtype": "OPUS"}),
        ("a.mp3", 2, {}),
        ("a.aiff", 1, {}),
    ],
)
def test_every_usual_format_is_read(tmp_path: Path, name: str, channels: int, how: dict[str, str]) -> None:
    file = write(tmp_path / name, 1.5, channels, **how)
    recording = measure(file)
    assert recording.duration_ms == pytest.approx(1_500, abs=100)
    assert len(list(uploads_of(recording, set(recording.passages), tmp_path, True))) == 1


def test_a_sound_shorter_than_a_service_takes_is_followed_by_silence(tmp_path: Path) -> None:
    recording = measure(write(tmp_path / "click.wav", 0.02))
    (upload,) = uploads_of(recording, set(recording.passages), tmp_path, as_mp3=False)
    assert seconds_of(upload.content) * 1_000 == SHORTEST_MS


def _nothing(path: Path) -> None:
    write(path, 0.0)


def _text(path: Path) -> None:
    path.write_text("no sound")


def _cut_off(path: Path) -> None:
    path.write_bytes(b"RIFF\x00\x00")


def _folder(path: Path) -> None:
    path.mkdir()


def _missing(path: Path) -> None:
    assert not path.exists()


@pytest.mark.parametrize("make", [_nothing, _text, _cut_off, _folder, _missing])
def test_a_file_without_sound_is_named(tmp_path: Path, make: object) -> None:
    file = tmp_path / "file.wav"
    make(file)  # type: ignore[operator]
    with pytest.raises(Trouble) as met:
        measure(file)
    assert met.value.problem.kind is Kind.BAD_FILE
    assert met.value.problem.values["file"] == "file.wav"


def _memory_for(file: Path, folder: Path) -> int:
    tracemalloc.start()
    try:
        recording = measure(file)
        for _ in uploads_of(recording, set(recording.passages), folder, as_mp3=False):
            pass
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_memory_does_not_grow_with_the_length_of_the_file(tmp_path: Path) -> None:
    """Three times the length, and the same pieces; the first run also pays for what libraries keep."""
    short, long = (write(tmp_path / f"{seconds}.wav", seconds, subtype="PCM_U8") for seconds in (150, 450))
    _memory_for(short, tmp_path)
    assert _memory_for(long, tmp_path) < 1.5 * _memory_for(short, tmp_path)
