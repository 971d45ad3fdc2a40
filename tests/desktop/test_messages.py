"""Messages are heard again and acted on by keyboard, and a screen reader finds names for all of it."""

from collections.abc import Callable

import pytest

from tests.desktop.program import Program
from tests.desktop.sound import wait_for
from tests.desktop.test_talk import downmixed, share_played

pytestmark = [pytest.mark.desktop, pytest.mark.timeout(150)]


def walk_to(program: Program, words: str) -> None:
    """Go back through the window until the controls with these words are there."""
    for _ in range(8):
        if words in program.words_on_screen():
            return
        program.screen.press("shift+Tab")
    program.wait_to_see(words)


def test_an_answer_is_heard_again_by_keyboard(start_program: Callable[..., Program]) -> None:
    program = start_program("--practice")
    program.focus()
    program.wait_to_see("Hold Space to talk")
    program.ask("What does practice mean")
    turn = program.wait_for_turns(1)[0]
    program.wait_to_see(f"Answer: {turn.answered[:20]}")
    walk_to(program, "Play the answer")
    with program.sound.recording_speaker() as heard:
        program.screen.press("Return")
        program.wait_to_see("Pause")
        program.wait_to_see("Play the answer")
        wait_for(lambda: heard.stat().st_size > 0, "sound at the loudspeaker")
        loudspeaker = downmixed(heard.read_bytes())
    assert share_played(program.answer_of(turn), loudspeaker) > 0.9
    for name in ("Place in the sound, in seconds", "Copy", "Try again"):
        assert name in program.words_on_screen()
    program.screen.press("Up")
    program.wait_to_see("Edit and ask again")
    program.screen.press("Delete")
    program.wait_to_see("Question and answer deleted.")
    program.end()
    assert program.turns() == []
    assert "Traceback" not in program.log()
