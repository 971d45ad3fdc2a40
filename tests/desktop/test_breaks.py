"""The computer sleeps or is locked while somebody speaks: what was said is kept, and the program goes on."""

import os
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest

from tests.desktop.program import DESKTOP_PYTHON, Program
from tests.desktop.screen import Screen
from tests.desktop.sound import wait_for

pytestmark = [pytest.mark.desktop, pytest.mark.timeout(120)]

Start = Callable[..., Program]
VOICE = Path(__file__).with_name("desktop_voice.py")
LOGIN = "org.freedesktop.login1"
SAVER = "org.freedesktop.ScreenSaver"


@contextmanager
def voice(screen: Screen, name: str) -> Iterator[Callable[[str], None]]:
    """Speak on the bus under this name."""
    with subprocess.Popen(
        [DESKTOP_PYTHON, str(VOICE), name],
        env=os.environ | screen.environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        wait_for(lambda: screen.bus_has(name), name)

        def say(line: str) -> None:
            assert process.stdin and process.stdout
            process.stdin.write(line + "\n")
            process.stdin.flush()
            process.stdout.readline()

        yield say
        assert process.stdin
        process.stdin.close()


def start_on_bus(start_program: Start, screen: Screen) -> Program:
    """Start with the bus of the screen as that of the system, too."""
    program = start_program(
        "--practice", DBUS_SYSTEM_BUS_ADDRESS=screen.environment["DBUS_SESSION_BUS_ADDRESS"]
    )
    program.focus()
    program.wait_to_see("Hold Space to talk")
    return program


def speak(program: Program) -> None:
    program.screen.hold("space")
    program.wait_to_see("Listening")
    tone = (8_000 * np.sin(2 * np.pi * 330 * np.arange(36_000) / 24_000)).astype("<i2").tobytes()
    program.sound.play_into_microphone(tone).wait(20)


def test_C6_a_sleep_keeps_the_recording_and_the_next_turn_works(start_program: Start, screen: Screen) -> None:
    with voice(screen, LOGIN) as say:
        program = start_on_bus(start_program, screen)
        speak(program)
        say(f"/org/freedesktop/login1 {LOGIN}.Manager PrepareForSleep true")
        program.wait_to_see("Recording stopped because the computer went to sleep.")
        turn = program.wait_for_turns(1, "cancelled")[0]
        assert len(program.recording_of(turn)) == 2 * (turn.clip_frames or 0) > 2 * 24_000
        say(f"/org/freedesktop/login1 {LOGIN}.Manager PrepareForSleep false")
        screen.release("space")
        program.ask("Are you awake")
        program.wait_to_see("You wrote: “Are you awake”")
        assert program.end() == 0
    assert "Traceback" not in program.log()


def test_A13_a_locked_screen_stops_the_recording(start_program: Start, screen: Screen) -> None:
    with voice(screen, SAVER) as say:
        program = start_on_bus(start_program, screen)
        speak(program)
        say(f"/org/freedesktop/ScreenSaver {SAVER} ActiveChanged true")
        program.wait_to_see("Recording stopped because the screen was locked.")
        program.wait_for_turns(1, "cancelled")
        assert program.end() == 0


def test_A8_a_microphone_that_comes_back_is_used_again(start_program: Start, tmp_path: Path) -> None:
    settings = tmp_path / "home" / "config" / "settings.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text('[sound]\nmicrophone = "headset, headset"\n')
    program = start_program("--practice")
    program.focus()
    program.wait_to_see("Hold Space to talk")
    speak(program)
    program.wait_to_see("The system’s microphone is used instead of headset")
    program.screen.release("space")
    program.wait_for_turns(1)
    program.sound.load_second_microphone("headset", 48_000)
    program.screen.hold("space")
    program.wait_to_see("Listening")
    wait_for(lambda: "headset" in recorded_by_anybody(program), "the headset in use")
    program.screen.release("space")
    assert program.end() == 0


def recorded_by_anybody(program: Program) -> set[str]:
    control = program.sound.control
    sources = {source.index: source.name for source in control.source_list()}
    return {sources[stream.source] for stream in control.source_output_list()}
