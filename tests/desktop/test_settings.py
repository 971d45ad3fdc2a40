"""The settings of the running program, by keyboard: a voice is heard, and everything is deleted."""

from collections.abc import Callable

import numpy as np
import pytest

from tests.desktop.program import Program
from tests.desktop.screen import Screen
from tests.desktop.sound import wait_for

pytestmark = [pytest.mark.desktop, pytest.mark.timeout(120)]


def go(screen: Screen, key: str, times: int) -> None:
    for _ in range(times):
        screen.press(key)


def test_a_voice_is_heard_and_everything_is_deleted(
    start_program: Callable[..., Program], screen: Screen
) -> None:
    program = start_program("--practice")
    program.focus()
    program.wait_to_see("Hold Space to talk")
    program.ask("Forget this later")
    program.wait_for_turns(1)
    screen.press("ctrl+comma")
    screen.type("Mo")
    program.wait_to_see("The service offers 11 models")
    go(screen, "Tab", 7)  # four models, refresh, voice, sample
    with program.sound.recording_speaker() as heard:
        screen.press("space")
        wait_for(
            lambda: np.abs(np.frombuffer(sound_in(heard.read_bytes()), "<i2")).max(initial=0) > 1_000,
            "a voice",
        )
        screen.press("space")
        program.wait_to_see("Hear it")
    assert len(program.turns()) == 1, "a sample is no turn"
    screen.press("ctrl+f")
    screen.type("delete everything")
    program.wait_to_see("Delete everything that was said")
    program.wait_to_see("KiB")
    go(screen, "Tab", 9)  # the list, six folders, how long sound stays, the first step
    screen.press("space")
    program.wait_to_see("this cannot be taken back")
    screen.press("shift+Tab")
    screen.press("space")
    program.wait_to_see("Everything that was said is deleted.")
    assert program.turns() == []
    data = program.home / "data"
    assert [*(data / "recordings").glob("*"), *(data / "answers").glob("*")] == []
    assert b"Forget this later" not in (data / "history.db").read_bytes()
    screen.press("Escape")
    program.ask("And on it goes")
    program.wait_for_turns(1)
    assert program.end() == 0
    assert "Traceback" not in program.log()


def sound_in(raw: bytes) -> bytes:
    """Leave out the half of a sample that is still being written."""
    return raw[: len(raw) // 2 * 2]
