"""Starting the program again brings the window that is there to the front (C8, C9)."""

from collections.abc import Callable

import pytest

from tests.desktop.program import Program
from tests.desktop.screen import Screen
from tests.desktop.sound import wait_for

pytestmark = [pytest.mark.desktop, pytest.mark.timeout(120)]

Start = Callable[..., Program]


def active_window(screen: Screen) -> str:
    return screen.run("xdotool", "getactivewindow", "getwindowname").strip()


def test_a_second_start_shows_and_focuses_the_first_window(start_program: Start, screen: Screen) -> None:
    first = start_program("--practice")
    window = screen.focus("VoiceDesk")
    first.wait_to_see("Hold Space to talk")
    screen.run("xdotool", "windowminimize", window, check=True)
    wait_for(lambda: active_window(screen) != "VoiceDesk", "the window to be away")
    second = start_program("--practice")
    assert second.process.wait(30) == 0
    wait_for(lambda: active_window(screen) == "VoiceDesk", "the first window in front")
    assert first.process.poll() is None
    assert first.end() == 0
    assert "Traceback" not in first.log()


def test_of_many_starts_at_once_one_stays_and_after_a_kill_the_next_one_does(start_program: Start) -> None:
    programs = [start_program("--practice") for _ in range(5)]
    wait_for(lambda: sum(program.process.poll() is None for program in programs) == 1, "one to stay", 60)
    (stayed,) = [program for program in programs if program.process.poll() is None]
    assert {program.process.poll() for program in programs if program is not stayed} == {0}
    stayed.focus()
    stayed.end(hard=True)
    again = start_program("--practice")
    again.focus()
    again.wait_to_see("Hold Space to talk")
    assert start_program("--practice").process.wait(30) == 0
    assert again.end() == 0
    assert "Traceback" not in again.log()
