"""A real tray shows what goes on, and the program can be found with and without it."""

import json
import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.desktop.program import DESKTOP_PYTHON, Program
from tests.desktop.screen import Screen
from tests.desktop.sound import wait_for

pytestmark = [pytest.mark.desktop, pytest.mark.timeout(120)]

Start = Callable[..., Program]
HOST = Path(__file__).with_name("tray_host.py")
KEEP_IN_TRAY = "[desktop]\nkeep_in_tray = true\n"


class TrayHost:
    """The tray, driven from here."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen
        variables = os.environ | screen.environment
        self._process = subprocess.Popen(
            [DESKTOP_PYTHON, str(HOST)],
            env=variables,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        wait_for(lambda: screen.bus_has("org.kde.StatusNotifierWatcher"), "the tray")

    def tell(self, command: str) -> object:
        assert self._process.stdin and self._process.stdout
        self._process.stdin.write(command + "\n")
        self._process.stdin.flush()
        return json.loads(self._process.stdout.readline())

    @property
    def words(self) -> str:
        told = self.tell("look")
        return str(told["words"]) if isinstance(told, dict) else ""

    def end(self) -> None:
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe:
                pipe.close()
        self._process.wait(10)


@pytest.fixture
def tray(screen: Screen) -> Iterator[TrayHost]:
    host = TrayHost(screen)
    yield host
    host.end()


def wish_for_tray(tmp_path: Path) -> None:
    settings = tmp_path / "home" / "config" / "settings.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text(KEEP_IN_TRAY)


def windows(screen: Screen) -> str:
    return screen.run("xdotool", "search", "--onlyvisible", "--name", "VoiceDesk")


def test_the_tray_tells_the_state_and_its_menu_works_without_a_window(
    start_program: Start, screen: Screen, tray: TrayHost, tmp_path: Path
) -> None:
    wish_for_tray(tmp_path)
    program = start_program("--practice")
    window = screen.focus("VoiceDesk")
    program.wait_to_see("Hold Space to talk")
    wait_for(lambda: tray.words == "VoiceDesk: Ready", "the icon")
    screen.close_window(window)
    wait_for(lambda: not windows(screen), "the window to be away")
    assert tray.tell("click Talk") is True
    wait_for(lambda: tray.words == "VoiceDesk: Listening", "the microphone")
    assert tray.tell("click Stop") is True
    wait_for(lambda: tray.words == "VoiceDesk: Ready", "the end")
    assert tray.tell("press") is True
    wait_for(lambda: windows(screen), "the window")
    assert tray.tell("click Quit") is True
    assert program.process.wait(10) == 0
    assert "Traceback" not in program.log()


def test_a_tray_that_goes_away_brings_the_window_back(
    start_program: Start, screen: Screen, tmp_path: Path
) -> None:
    host = TrayHost(screen)
    wish_for_tray(tmp_path)
    program = start_program("--practice")
    window = screen.focus("VoiceDesk")
    program.wait_to_see("Hold Space to talk")
    wait_for(lambda: host.words == "VoiceDesk: Ready", "the icon")
    screen.close_window(window)
    wait_for(lambda: not windows(screen), "the window to be away")
    host.end()
    wait_for(lambda: windows(screen), "the window", 20)
    assert program.end() == 0


def test_a_hidden_start_waits_for_the_tray_of_the_session(start_program: Start, screen: Screen) -> None:
    program = start_program("--practice", "--hidden")
    wait_for(lambda: (program.home / "data" / "history.db").exists(), "the program to work", 30)
    host = TrayHost(screen)
    wait_for(lambda: host.words == "VoiceDesk: Ready", "the icon")
    assert not windows(screen)
    assert start_program("--practice").process.wait(30) == 0
    wait_for(lambda: windows(screen), "the window that a second start shows")
    assert program.end() == 0
    host.end()


def test_without_a_tray_a_hidden_start_shows_its_window_and_closing_ends_it(
    start_program: Start, screen: Screen, tmp_path: Path
) -> None:
    wish_for_tray(tmp_path)
    program = start_program("--practice", "--hidden")
    window = screen.focus("VoiceDesk")
    program.wait_to_see("Hold Space to talk")
    screen.close_window(window)
    assert program.process.wait(10) == 0
    assert "Traceback" not in program.log()
