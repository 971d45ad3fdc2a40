"""Of many starts exactly one becomes the program, whatever an earlier one left behind."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from voicedesk.system.doorstep import Doorstep, find_doorstep

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows meets at a pipe")

CLAIM_AND_WAIT = """
import sys
from voicedesk.system.doorstep import find_doorstep
print(find_doorstep().claim(), flush=True)
sys.stdin.read()
"""


def start(folder: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", CLAIM_AND_WAIT],
        env=os.environ | environment(folder) | {"PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def environment(folder: Path, **more: str) -> dict[str, str]:
    return {"XDG_RUNTIME_DIR": str(folder), "VOICEDESK_HOME": "/here", "DISPLAY": ":7", **more}


def told(process: subprocess.Popen[str]) -> str:
    assert process.stdout
    return process.stdout.readline().strip()


def test_of_many_starts_at_once_one_claims_the_door(tmp_path: Path) -> None:
    processes = [start(tmp_path) for _ in range(6)]
    claims = [told(process) for process in processes]
    for process in processes:
        process.communicate()
    assert sorted(claims) == ["False"] * 5 + ["True"]


def test_C9_a_start_after_a_kill_claims_the_door_at_once(tmp_path: Path) -> None:
    first = start(tmp_path)
    assert told(first) == "True"
    assert not find_doorstep(environment(tmp_path)).claim()
    first.kill()
    first.communicate()
    again = start(tmp_path)
    assert told(again) == "True"
    again.communicate()


def test_nobody_else_can_look_inside(tmp_path: Path) -> None:
    doorstep = find_doorstep(environment(tmp_path))
    assert doorstep.claim()
    assert doorstep.is_claimed
    assert stat.S_IMODE(doorstep.lock_file.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(doorstep.lock_file.stat().st_mode) == 0o600


def test_a_folder_that_was_open_to_others_is_closed(tmp_path: Path) -> None:
    (tmp_path / "voicedesk").mkdir()
    (tmp_path / "voicedesk").chmod(0o777)
    assert find_doorstep(environment(tmp_path)).claim()
    assert stat.S_IMODE((tmp_path / "voicedesk").stat().st_mode) == 0o700


@pytest.mark.parametrize("obstacle", ["link", "file"])
def test_T28_where_somebody_squats_the_program_starts_without_a_door(tmp_path: Path, obstacle: str) -> None:
    (tmp_path / "elsewhere").mkdir()
    if obstacle == "link":
        (tmp_path / "voicedesk").symlink_to(tmp_path / "elsewhere")
    else:
        (tmp_path / "voicedesk").touch()
    doorstep = find_doorstep(environment(tmp_path))
    assert doorstep.claim()
    assert not doorstep.is_claimed
    assert list((tmp_path / "elsewhere").iterdir()) == []


@pytest.mark.parametrize(
    "other",
    [{"VOICEDESK_HOME": "/there"}, {"DISPLAY": ":8"}, {"WAYLAND_DISPLAY": "wayland-0"}],
    ids=["home", "screen", "wayland"],
)
def test_another_home_or_screen_is_another_program(tmp_path: Path, other: dict[str, str]) -> None:
    here, there = find_doorstep(environment(tmp_path)), find_doorstep(environment(tmp_path, **other))
    assert here.claim()
    assert there.claim()
    assert here.address != there.address


def test_without_a_runtime_folder_the_users_share_no_folder(tmp_path: Path) -> None:
    doorstep = find_doorstep({"TMPDIR": str(tmp_path), "HOME": "/home/me"})
    assert doorstep.lock_file.parent == tmp_path / f"voicedesk-{os.getuid()}"


def test_one_that_never_answers_is_not_waited_for_for_ever(tmp_path: Path) -> None:
    holder = start(tmp_path)
    assert told(holder) == "True"
    assert find_doorstep(environment(tmp_path)).knock(b"hello\n", patience_s=0.1) == b""
    holder.communicate()


def test_the_door_of_one_that_has_ended_is_claimed_instead(tmp_path: Path) -> None:
    doorstep = Doorstep(tmp_path / "voicedesk" / "a.lock", str(tmp_path / "a.sock"))
    assert doorstep.knock(b"hello\n") == b""
    assert doorstep.is_claimed
