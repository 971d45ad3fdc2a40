"""The switch for starting with the session does what the system expects, and believes what it says."""

import plistlib
import shlex
import sys
from pathlib import Path

import pytest

from voicedesk.system import autostart
from voicedesk.system.autostart import darwin, linux

AWKWARD = ["/opt/my programs/voice$desk", "--name", 'say "hi" 100% `now` \\ there']


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    return {"HOME": str(tmp_path)}


def entry(tmp_path: Path) -> Path:
    return tmp_path / ".config" / "autostart" / "voicedesk.desktop"


def words_in(file: Path) -> list[str]:
    """Read the key Exec as a desktop does: unescape the file, then the quotes, then the percent signs."""
    line = next(line for line in file.read_text().splitlines() if line.startswith("Exec="))
    unescaped = line.removeprefix("Exec=").replace("\\\\", "\\")
    words = shlex.split(unescaped)  # which leaves the escapes alone that only a shell would need
    return [word.replace("\\$", "$").replace("\\`", "`").replace("%%", "%") for word in words]


def test_an_entry_is_written_with_every_character_and_taken_away(
    environment: dict[str, str], tmp_path: Path
) -> None:
    assert not linux.is_on(environment)
    linux.turn_on(AWKWARD, environment)
    assert linux.is_on(environment)
    assert words_in(entry(tmp_path)) == AWKWARD
    linux.turn_off(environment)
    linux.turn_off(environment)
    assert not linux.is_on(environment)


@pytest.mark.parametrize("line", ["Hidden=true", "X-GNOME-Autostart-enabled=false", "Hidden = True"])
def test_a_no_of_the_desktop_counts(environment: dict[str, str], tmp_path: Path, line: str) -> None:
    linux.turn_on(["/usr/bin/voicedesk"], environment)
    text = entry(tmp_path).read_text().replace("X-GNOME-Autostart-enabled=true", line)
    entry(tmp_path).write_text(text)
    assert not linux.is_on(environment)


def test_the_folder_of_the_desktop_is_heeded(tmp_path: Path) -> None:
    linux.turn_on(["/usr/bin/voicedesk"], {"XDG_CONFIG_HOME": str(tmp_path / "own")})
    assert (tmp_path / "own" / "autostart" / "voicedesk.desktop").exists()


def test_an_agent_is_written_and_taken_away(environment: dict[str, str], tmp_path: Path) -> None:
    assert not darwin.is_on(environment)
    darwin.turn_on(AWKWARD, environment)
    assert darwin.is_on(environment)
    (file,) = (tmp_path / "Library" / "LaunchAgents").iterdir()
    assert plistlib.loads(file.read_bytes())["ProgramArguments"] == AWKWARD
    darwin.turn_off(environment)
    assert not darwin.is_on(environment)


def test_a_disabled_or_damaged_agent_is_none(environment: dict[str, str], tmp_path: Path) -> None:
    darwin.turn_on(AWKWARD, environment)
    (file,) = (tmp_path / "Library" / "LaunchAgents").iterdir()
    agent = plistlib.loads(file.read_bytes())
    file.write_bytes(plistlib.dumps({**agent, "Disabled": True}))
    assert not darwin.is_on(environment)
    file.write_bytes(b"damaged")
    assert not darwin.is_on(environment)


def test_the_program_is_started_hidden_by_an_absolute_command(monkeypatch: pytest.MonkeyPatch) -> None:
    assert autostart.command({}) == [sys.executable, "-P", "-m", "voicedesk", "--hidden"]
    assert autostart.command({"APPIMAGE": "/apps/V.AppImage"}) == ["/apps/V.AppImage", "--hidden"]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert autostart.command({}) == [sys.executable, "--hidden"]
    assert Path(sys.executable).is_absolute()
