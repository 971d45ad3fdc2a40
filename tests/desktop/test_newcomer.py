"""The first start as a newcomer has it: the guide, the sound check, the first answer, by keyboard alone."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.desktop.program import Program, speech
from tests.desktop.screen import Screen
from tests.desktop.sound import wait_for
from tests.desktop.test_talk import downmixed, likeness, say

pytestmark = [pytest.mark.desktop, pytest.mark.timeout(120)]

NOWHERE = "unix:path=/proc/nowhere"


def test_a_newcomer_without_a_key_is_led_to_the_first_answer(
    start_program: Callable[..., Program], screen: Screen, tmp_path: Path
) -> None:
    bus = {"DBUS_SESSION_BUS_ADDRESS": NOWHERE, "AT_SPI_BUS_ADDRESS": screen.accessibility_bus()}
    program = start_program(**bus)
    program.focus()
    program.wait_to_see("Get a key, or practise without one")
    screen.press("Return")
    program.wait_to_see("Choose microphone and loudspeaker")
    check_sound(program, speech("Can you hear me?", tmp_path))
    screen.press("shift+Tab")
    screen.press("shift+Tab")
    screen.press("Return")
    program.wait_to_see("Hold Space to talk")
    say(program, speech("Hello there, is anybody listening to me?", tmp_path))
    program.wait_for_turns(1)
    program.wait_to_see("That is all there is to it.")
    screen.press("Escape")
    program.ask("And in writing")
    program.wait_for_turns(2)
    assert program.end() == 0
    assert "Traceback" not in program.log()
    again = start_program(**bus)
    again.focus()
    again.wait_to_see("Hold Space to talk")
    assert "Get a key, or practise" not in again.words_on_screen()


def check_sound(program: Program, words: bytes) -> None:
    """Record and play back: what is heard is what was said, and nothing of it is left."""
    for _ in range(3):
        program.screen.press("Tab")
    with program.sound.recording_speaker() as heard:
        speaker = program.sound.play_into_microphone(words * 12)  # any three seconds of this hold them once
        program.screen.press("space")
        wait_for(lambda: likeness(words, downmixed(heard.read_bytes())) > 0.8, "one's own words", 20)
    speaker.terminate()
    speaker.wait(10)
    program.wait_to_see("Record and play back")
    wait_for(lambda: not list((program.home / "data" / "recordings").glob("*")), "the end of the recording")
    assert program.turns() == []
