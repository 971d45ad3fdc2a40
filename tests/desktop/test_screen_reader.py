"""The whole program can be used by somebody who cannot see it (P10)."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.desktop.program import Program, speech
from tests.desktop.screen import Screen
from tests.desktop.screen_reader import ScreenReader
from tests.desktop.sound import wait_for

pytestmark = [pytest.mark.desktop, pytest.mark.timeout(180)]

StartProgram = Callable[..., Program]
StartReader = Callable[[Screen], ScreenReader]


@pytest.fixture
def program(start_program: StartProgram) -> Program:
    program = start_program("--practice")
    program.focus()
    program.wait_to_see("Hold Space to talk")
    return program


@pytest.fixture
def reader(program: Program, start_reader: StartReader) -> ScreenReader:
    return start_reader(program.screen)


def test_a_spoken_turn_by_pressing_the_button_twice(
    program: Program, reader: ScreenReader, tmp_path: Path
) -> None:
    with program.sound.recording_speaker() as heard:
        reader.press("push button", "Talk")
        reader.wait_to_hear("Listening")
        program.sound.play_into_microphone(speech("Is a golden retriever a good dog?", tmp_path)).wait(20)
        reader.press("push button", "Talk")
        answer = program.wait_for_turns(1)[0].answered
        reader.wait_to_hear(answer[-20:])
        assert any(heard.read_bytes()), "the answer was spoken"
    states = [said for said in reader.announced if said in ("Listening", "Thinking…", "Speaking")]
    assert states == ["Listening", "Thinking…", "Speaking"]
    assert [said for said in reader.announced if said in answer] == [answer], "once, and whole"


def test_a_typed_turn_without_a_keyboard(program: Program, reader: ScreenReader) -> None:
    reader.write("text", "Question", "What does practice mean")
    reader.press("push button", "Send")
    turn = program.wait_for_turns(1)[0]
    assert turn.asked == "What does practice mean"
    reader.wait_to_hear(turn.answered[-20:])
    reader.wait_to_find("list item", f"Answer: {turn.answered}")


@pytest.fixture
def asked(program: Program, reader: ScreenReader) -> ScreenReader:
    """Ask something, so that there is a conversation on screen and in the sidebar."""
    reader.write("text", "Question", "Hello")
    reader.press("push button", "Send")
    turn = program.wait_for_turns(1)[0]
    reader.wait_to_find("list item", f"Answer: {turn.answered}")
    return reader


def test_talking_and_searching_leave_nothing_without_a_name(program: Program, asked: ScreenReader) -> None:
    assert asked.nameless == []
    asked.write("text", "Search in all conversations", "Hello")
    asked.wait_to_find("push button", "Empty the search")
    assert asked.nameless == []


@pytest.mark.parametrize(
    ("keys", "role", "name", "back"),
    [
        ("F1", "tree", "Keyboard shortcuts", "Escape"),
        ("ctrl+shift+e", "radio button", "Markdown", "Escape"),
        ("F6", "list", "Conversations", "F6"),
    ],
)
def test_what_keys_open_has_names_and_takes_the_focus(
    program: Program, asked: ScreenReader, keys: str, role: str, name: str, back: str
) -> None:
    program.screen.press(keys)
    wait_for(lambda: asked.focused == (role, name), f"the focus on {name}")
    assert asked.nameless == []
    program.screen.press(back)
    wait_for(lambda: asked.focused == ("text", "Question"), "the focus on the question")


@pytest.mark.parametrize("entry", ["What is missing on this machine…", "About VoiceDesk"])
def test_the_menu_is_read_entry_by_entry_and_what_it_opens_has_names(
    program: Program, reader: ScreenReader, entry: str
) -> None:
    reader.press("push button", "More")
    reader.walk_to(entry, "Down")
    program.screen.press("Return")
    reader.wait_to_find("push button", "Close")
    if "missing" in entry:
        reader.wait_to_hear("To look at")
    assert reader.nameless == []
    reader.press("push button", "Close")


def test_every_page_of_the_settings_has_names(program: Program, reader: ScreenReader) -> None:
    reader.press("push button", "Settings")
    reader.wait_to_find("list", "Pages of the settings")
    pages = reader.items_of("list", "Pages of the settings")
    assert len(pages) > 5
    for page in pages:
        reader.press("list item", page)
        reader.wait_to_find("list item", page)
        assert reader.nameless == [], page
