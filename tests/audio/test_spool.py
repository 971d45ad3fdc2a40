"""What was said is on disk before anybody asks, whatever happens to the process or to the disk."""

import errno
import os
import random
import resource
import signal
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.audio import dying_recorder
from tests.audio.conftest import noise
from voicedesk.audio.files import decode_bytes
from voicedesk.audio.pcm import wav_of
from voicedesk.audio.spool import Disk, DiskSpool, DiskTake
from voicedesk.core.phrases import Phrase
from voicedesk.core.problems import Kind, Trouble
from voicedesk.core.units import Frames, TurnId

TURN = TurnId(1_700_000_000_000_000)


def record(take: DiskTake, pcm: bytes, block: int = 960) -> None:
    """Append sound as the recorder does, block by block."""
    for at in range(0, len(pcm), block):
        take.append(pcm[at : at + block])


def test_a_finished_recording_is_all_that_was_said(tmp_path: Path) -> None:
    said = noise(3).tobytes()
    take = DiskSpool(tmp_path).begin(TURN, make_mp3=True)
    record(take, said)
    assert take.frames == 72_000
    clip = take.finish(Frames(7_200), Frames(5))
    assert clip.path.read_bytes() == said
    assert (clip.turn, clip.frames, clip.preroll_frames, clip.lost_frames) == (TURN, 72_000, 7_200, 5)
    assert -15 < clip.peak_dbfs < 0
    assert clip.upload is not None


def test_the_upload_is_an_eighth_of_the_wav_and_as_long_as_the_recording(tmp_path: Path) -> None:
    said = noise(20).tobytes()
    take = DiskSpool(tmp_path).begin(TURN, make_mp3=True)
    record(take, said)
    clip = take.finish(Frames(0), Frames(0))
    assert clip.upload is not None
    mp3 = clip.upload.read_bytes()
    assert len(mp3) / len(wav_of(said)) == pytest.approx(0.125, rel=0.01)
    heard = decode_bytes(mp3)
    assert heard is not None
    assert len(heard) == pytest.approx(len(said), abs=2 * 2_400)


def test_only_the_owner_can_read_a_recording(tmp_path: Path) -> None:
    folder = tmp_path / "recordings"
    take = DiskSpool(folder).begin(TURN, make_mp3=True)
    record(take, noise(0.1).tobytes())
    take.finish(Frames(0), Frames(0))
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    modes = {path.suffix: stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()}
    assert modes == {".pcm": 0o600, ".mp3": 0o600, ".json": 0o600}


@pytest.mark.parametrize("row", ["A6-all-zeros"])
def test_a_recording_of_zeros_is_called_silent(row: str, tmp_path: Path) -> None:
    take = DiskSpool(tmp_path).begin(TURN, make_mp3=False)
    take.append(bytes(9_600))
    assert take.finish(Frames(0), Frames(0)).is_silent


def test_one_sample_is_enough_not_to_be_silent(tmp_path: Path) -> None:
    take = DiskSpool(tmp_path).begin(TURN, make_mp3=False)
    take.append(bytes(960) + b"\xff\xff" + bytes(960))
    assert not take.finish(Frames(0), Frames(0)).is_silent


@pytest.mark.parametrize("finish_first", [True, False])
def test_discarding_leaves_nothing(finish_first: bool, tmp_path: Path) -> None:
    spool = DiskSpool(tmp_path)
    take = spool.begin(TURN, make_mp3=True)
    take.append(noise(0.1).tobytes())
    if finish_first:
        spool.discard(take.finish(Frames(0), Frames(0)))
    else:
        take.discard()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("row", ["A19-same-second"])
def test_two_recordings_in_one_second_are_both_kept(row: str, tmp_path: Path) -> None:
    spool = DiskSpool(tmp_path)
    first, second = spool.begin(TURN, make_mp3=False), spool.begin(TurnId(TURN + 1), make_mp3=False)
    first.append(b"\1\0")
    second.append(b"\2\0")
    clips = [take.finish(Frames(0), Frames(0)) for take in (first, second)]
    assert [clip.path.read_bytes() for clip in clips] == [b"\1\0", b"\2\0"]
    with pytest.raises(Trouble):
        spool.begin(TURN, make_mp3=False)
    assert clips[0].path.read_bytes() == b"\1\0"


@dataclass
class SmallDisk:
    """A disk with room for so many bytes, which the samples share with nothing else."""

    room: int
    error: int = errno.ENOSPC
    written: int = 0

    def write(self, descriptor: int, data: bytes | bytearray) -> int:
        """Write what fits, as a real disk does, and fail when nothing does."""
        count = os.write(descriptor, data[: self.room - self.written])
        self.written += count
        if not count:
            raise OSError(self.error, os.strerror(self.error))
        return count


_WAYS_TO_FAIL = [
    ("A15-full", errno.ENOSPC, Kind.DISK_FULL, None),
    ("A16-io-error", errno.EIO, Kind.DISK_FAILED, Phrase.DISK_ERROR),
    ("A16-read-only", errno.EROFS, Kind.DISK_FAILED, Phrase.FOLDER_IS_READ_ONLY),
    ("A16-quota", errno.EDQUOT, Kind.DISK_FAILED, Phrase.QUOTA_IS_USED_UP),
    ("A16-too-big", errno.EFBIG, Kind.DISK_FAILED, Phrase.MAY_NOT_GROW),
]


@pytest.mark.parametrize(
    ("error", "kind", "reason"), [row[1:] for row in _WAYS_TO_FAIL], ids=[row[0] for row in _WAYS_TO_FAIL]
)
def test_a_disk_that_fails_is_named_and_what_is_on_it_stays(
    error: int, kind: Kind, reason: Phrase | None, tmp_path: Path
) -> None:
    said = noise(3).tobytes()
    disk = SmallDisk(room=100_001, error=error)
    take = DiskSpool(tmp_path, Disk(write=disk.write)).begin(TURN, make_mp3=True)
    with pytest.raises(Trouble) as raised:
        record(take, said)
    problem = raised.value.problem
    assert problem.kind is kind
    assert problem.values["seconds"] == "2"
    if kind is Kind.DISK_FAILED:
        assert problem.values["reason"] == reason
        assert problem.values["folder"] == str(tmp_path)
    clip = take.finish(Frames(0), Frames(0))
    assert clip.path.read_bytes() == said[:100_000]
    assert clip.frames == 50_000
    assert clip.lost_frames == 480 * (100_001 // 960 + 1) - 50_000
    assert clip.upload is None


@pytest.mark.parametrize("row", ["A16-sync-fails"])
def test_a_disk_that_cannot_force_the_sound_down_is_named(row: str, tmp_path: Path) -> None:
    def fail(_: int) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    now = [0.0]
    take = DiskSpool(tmp_path, Disk(sync=fail), lambda: now[0]).begin(TURN, make_mp3=True)
    take.append(b"\1\0" * 480)
    now[0] += 1.5
    with pytest.raises(Trouble) as raised:
        take.append(b"\2\0" * 480)
    assert raised.value.problem.kind is Kind.DISK_FAILED
    clip = take.finish(Frames(0), Frames(0))
    assert clip.path.read_bytes() == b"\1\0" * 480 + b"\2\0" * 480
    assert clip.upload is None, "an upload without the last piece would be sent as if it were whole"


@pytest.mark.parametrize("row", ["A15-memory"])
def test_what_a_full_disk_refused_is_written_when_there_is_room_again(row: str, tmp_path: Path) -> None:
    said = noise(3).tobytes()
    disk = SmallDisk(room=20_001)
    take = DiskSpool(tmp_path, Disk(write=disk.write)).begin(TURN, make_mp3=False)
    for at in range(0, len(said), 960):
        try:
            take.append(said[at : at + 960])
        except Trouble:
            assert at >= 19_200
    disk.room = 10**9
    clip = take.finish(Frames(0), Frames(0))
    assert clip.path.read_bytes() == said
    assert clip.lost_frames == 0


def test_the_memory_for_a_full_disk_has_a_limit(tmp_path: Path) -> None:
    disk = SmallDisk(room=0)
    take = DiskSpool(tmp_path, Disk(write=disk.write)).begin(TURN, make_mp3=False)
    minute = bytes(60 * 48_000)
    for _ in range(5):
        with pytest.raises(Trouble):
            take.append(minute)
    disk.room = 10**9
    clip = take.finish(Frames(0), Frames(0))
    assert clip.duration_ms == 120_000
    assert clip.lost_frames == 3 * 60 * 24_000


def test_the_upload_makes_room_for_the_recording(tmp_path: Path) -> None:
    mp3 = tmp_path / f"{TURN}.mp3"
    disk = SmallDisk(room=50_000)

    def write(descriptor: int, data: bytes | bytearray) -> int:
        if not mp3.exists():
            disk.room = 10**9
        return disk.write(descriptor, data)

    take = DiskSpool(tmp_path, Disk(write=write)).begin(TURN, make_mp3=True)
    said = noise(2).tobytes()
    record(take, said)
    clip = take.finish(Frames(0), Frames(0))
    assert clip.path.read_bytes() == said
    assert clip.upload is None
    assert not mp3.exists()


@pytest.fixture
def small_files() -> Iterator[int]:
    """Let the system refuse files beyond some size, as a quota does."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    limit = 300_000
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, hard))
    yield limit
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("row", ["A16-real-limit"])
def test_the_systems_own_limit_is_met_like_any_other(row: str, small_files: int, tmp_path: Path) -> None:
    said = noise(8).tobytes()
    take = DiskSpool(tmp_path).begin(TURN, make_mp3=True)
    with pytest.raises(Trouble) as raised:
        record(take, said)
    assert raised.value.problem.kind is Kind.DISK_FAILED
    assert take.finish(Frames(0), Frames(0)).path.read_bytes() == said[:small_files]


@pytest.mark.parametrize("row", ["A15-real-full-device"])
def test_a_truly_full_device_is_named(row: str, tmp_path: Path) -> None:
    full = os.open("/dev/full", os.O_WRONLY)
    take = DiskSpool(tmp_path, Disk(write=lambda _, data: os.write(full, data))).begin(TURN, make_mp3=False)
    with pytest.raises(Trouble) as raised:
        take.append(b"\1\0")
    os.close(full)
    problem = raised.value.problem
    assert (problem.kind, problem.values["reason"]) == (Kind.RECORDING_NOT_BEGUN, Phrase.DISK_IS_FULL)
    take.discard()


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(Trouble) as raised:
        DiskSpool(tmp_path / "file" / "recordings").begin(TURN, make_mp3=True)
    assert raised.value.problem.kind is Kind.RECORDING_NOT_BEGUN


def test_an_upload_that_cannot_be_made_does_not_harm_the_recording(tmp_path: Path) -> None:
    (tmp_path / f"{TURN}.mp3").mkdir()
    take = DiskSpool(tmp_path).begin(TURN, make_mp3=True)
    said = noise(1).tobytes()
    record(take, said)
    clip = take.finish(Frames(0), Frames(0))
    assert clip.upload is None
    assert clip.path.read_bytes() == said


@pytest.mark.parametrize("row", ["A15-upload-full"])
def test_an_upload_that_breaks_off_does_not_harm_the_recording(
    row: str, tmp_path: Path, small_files: int
) -> None:
    take = DiskSpool(tmp_path).begin(TURN, make_mp3=True)
    said = noise(1).tobytes()
    take.append(said)
    os.truncate(tmp_path / f"{TURN}.mp3", small_files)  # it writes at the end, where the limit is
    record(take, said * 2)
    clip = take.finish(Frames(0), Frames(0))
    assert clip.upload is None
    assert clip.path.read_bytes() == said * 3


@dataclass
class ForgetfulDisk:
    """A disk that keeps only what was forced onto it, as after a power cut."""

    safe_bytes: int = 0
    written: int = 0
    syncs: list[int] = field(default_factory=list)

    def write(self, descriptor: int, data: bytes | bytearray) -> int:
        """Write, which is not safe yet."""
        count = os.write(descriptor, data)
        self.written += count
        return count

    def sync(self, descriptor: int) -> None:
        """Make all that was written safe."""
        self.safe_bytes = self.written


@pytest.mark.parametrize("row", ["A18-power-loss"])
def test_a_power_cut_loses_less_than_two_seconds(row: str, tmp_path: Path) -> None:
    disk, now = ForgetfulDisk(), [0.0]
    take = DiskSpool(tmp_path, Disk(disk.write, disk.sync), lambda: now[0]).begin(TURN, make_mp3=False)
    for _ in range(500):
        now[0] += 0.02
        take.append(bytes(960))
        assert disk.written - disk.safe_bytes < 2 * 48_000
    clip = take.finish(Frames(0), Frames(0))
    assert clip.frames * 2 - disk.safe_bytes < 2 * 48_000


@pytest.fixture(scope="module")
def recorder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple["subprocess.Popen[str]", Path]]:
    """Start the program that records until it is killed."""
    folder = tmp_path_factory.mktemp("killed")
    command = [sys.executable, "-m", dying_recorder.__name__, str(folder)]
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, start_new_session=True
    )
    with process:
        yield process, folder
        for pipe in (process.stdin, process.stdout):  # without them every part of it ends
            assert pipe is not None
            pipe.close()
        process.wait(10)


def kill_after(process: "subprocess.Popen[str]", turn: int, reports: int) -> int:
    """Let a turn be recorded, kill it after so many reports, and give the bytes that were last promised."""
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(f"{turn}\n")
    process.stdin.flush()
    pid, promised, seen = 0, 0, 0
    for line in process.stdout:
        if line == "dead\n":
            break
        if line.startswith("pid"):
            pid = int(line.split()[1])
        else:
            promised, seen = int(line), seen + 1
        if pid and seen >= reports:
            os.kill(pid, signal.SIGKILL)
            reports = sys.maxsize
    return promised


@pytest.mark.parametrize("seed", range(30), ids=lambda seed: f"A17-kill-{seed}")
def test_a_killed_recording_is_offered_with_all_that_was_promised(
    seed: int, recorder: tuple["subprocess.Popen[str]", Path]
) -> None:
    process, folder = recorder
    promised = kill_after(process, TURN + seed, random.Random(seed).randrange(1, 300))
    clip = next(clip for clip in DiskSpool(folder).recovered(lambda turn: False) if clip.turn == TURN + seed)
    sound = clip.path.read_bytes()
    assert len(sound) >= promised > 0
    blocks = range(len(sound) // dying_recorder.BLOCK_BYTES + 1)
    said = b"".join(dying_recorder.block(TURN + seed, number) for number in blocks)
    assert said.startswith(sound)
    assert clip.frames == len(sound) // 2
    assert clip.upload is None
    assert not clip.is_silent


def test_a_broken_off_upload_still_decodes(recorder: tuple["subprocess.Popen[str]", Path]) -> None:
    process, folder = recorder
    turn = TURN + 1_000
    promised = kill_after(process, turn, 500)
    heard = decode_bytes((folder / f"{turn}.mp3").read_bytes())
    assert heard is not None
    assert len(heard) > promised - 2 * 4_800


def offered(folder: Path, known: Callable[[TurnId], bool] = lambda turn: True) -> list[bytes]:
    """Give the sound of each recording that is offered again."""
    return [clip.path.read_bytes()[: clip.frames * 2] for clip in DiskSpool(folder).recovered(known)]


@pytest.mark.parametrize(
    "sidecar",
    [None, b"", b"{", b"[]", b"\0" * 99, b'{"is_finished": true}', b"[" * 9_999, b'{"is_finished": false}'],
    ids=lambda sidecar: f"A20-{(sidecar or b'missing')[:12]!r}",
)
def test_a_damaged_sidecar_leaves_raw_sound(sidecar: bytes | None, tmp_path: Path) -> None:
    said = noise(0.2).tobytes()
    (tmp_path / f"{TURN}.pcm").write_bytes(said)
    if sidecar is not None:
        (tmp_path / f"{TURN}.json").write_bytes(sidecar)
    assert offered(tmp_path) == [said]


@pytest.mark.parametrize("row", ["A20-half-a-sample"])
def test_half_a_sample_at_the_end_is_left_out(row: str, tmp_path: Path) -> None:
    (tmp_path / f"{TURN}.pcm").write_bytes(b"\1\0\2\0\3")
    assert offered(tmp_path) == [b"\1\0\2\0"]


def test_a_finished_recording_is_offered_only_while_nobody_knows_it(tmp_path: Path) -> None:
    take = DiskSpool(tmp_path).begin(TURN, make_mp3=True)
    take.append(noise(0.1).tobytes())
    clip = take.finish(Frames(240), Frames(3))
    assert offered(tmp_path) == []
    assert DiskSpool(tmp_path).recovered(lambda turn: False) == [clip]


def test_a_broken_off_recording_is_offered_until_it_is_known(tmp_path: Path) -> None:
    (tmp_path / f"{TURN}.pcm").write_bytes(b"\1\0" * 99)
    assert len(offered(tmp_path, lambda turn: False)) == 1
    assert len(offered(tmp_path, lambda turn: False)) == 1
    assert offered(tmp_path) == []


def test_a_recording_under_way_is_not_offered(tmp_path: Path) -> None:
    take = DiskSpool(tmp_path).begin(TURN, make_mp3=False)
    take.append(b"\1\0" * 99)
    assert offered(tmp_path, lambda turn: False) == []
    take.finish(Frames(0), Frames(0))


def test_what_is_not_a_recording_is_left_alone(tmp_path: Path) -> None:
    for name in ("notes.pcm", f"{TURN}.txt", f"{TURN + 1}.pcm"):
        (tmp_path / name).write_bytes(b"" if name.endswith("1.pcm") else b"mine")
    assert offered(tmp_path) == []
    assert (tmp_path / "notes.pcm").read_bytes() == b"mine"
    assert offered(tmp_path / "missing") == []
