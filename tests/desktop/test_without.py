"""Whatever is missing or broken, the window opens, answers a typed question and names what is wrong (P7)."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.desktop.program import Program
from tests.desktop.screen import Screen
from tests.desktop.sound import wait_for
from tests.store.keyring_session import open_session

pytestmark = [pytest.mark.desktop, pytest.mark.timeout(90)]

Start = Callable[..., Program]

QUESTION = "Is anybody there"
ANSWER = f"You wrote: “{QUESTION}”"
NOWHERE = "unix:path=/proc/nowhere"
NO_SOUND = {"PULSE_SERVER": "unix:/proc/nowhere", "PIPEWIRE_REMOTE": "nowhere"}
# Root may write into everything; without this power the permissions count for it as for anybody.
WITHOUT_POWER = ("setpriv", "--bounding-set", "-dac_override") if os.geteuid() == 0 else ()


def answers_a_typed_question(program: Program) -> None:
    program.ask(QUESTION)
    program.wait_to_see(ANSWER)
    assert "Traceback" not in program.log()


@pytest.mark.parametrize(
    "configuration",
    [
        pytest.param("", id="A2-no-sound-server"),
        pytest.param("pcm.broken {", id="A2-broken-alsa-configuration"),
    ],
)
def test_without_sound_the_answer_is_read_and_both_devices_are_named(
    start_program: Start, configuration: str, tmp_path: Path
) -> None:
    (tmp_path / ".asoundrc").write_text(configuration)
    program = start_program("--practice", HOME=str(tmp_path), **NO_SOUND)
    program.focus()
    program.wait_to_see("Hold Space to talk")
    answers_a_typed_question(program)
    program.wait_to_see("No loudspeaker was found.")
    assert program.wait_for_turns(1)[0].answer_frames > 0, "the sound of the answer is kept"
    program.screen.press("Escape")
    program.screen.hold("space")
    program.wait_to_see("No microphone was found.")
    program.screen.release("space")
    assert program.end() == 0


NAMED = "The answer is shown as text, and its sound is kept."
"""Of a loudspeaker that does not answer, or of a server that lets nobody in: the kernel decides."""


@pytest.mark.parametrize("hangs", ["while-idle", "while-speaking"])
def test_P8_a_sound_server_that_hangs_costs_the_sound_and_not_the_answer(
    start_program: Start, hangs: str
) -> None:
    program = start_program("--practice")
    program.focus()
    program.wait_to_see("Hold Space to talk")
    if hangs == "while-idle":
        program.sound.freeze()
        answers_a_typed_question(program)
    else:
        program.ask(QUESTION)
        program.wait_to_see("Speaking")
        program.sound.freeze()
        program.wait_to_see(ANSWER)
    program.wait_to_see(NAMED)
    assert program.wait_for_turns(1)[0].answer_frames > 0, "the sound of the answer is kept"
    program.end()


LONGER_THAN_A_TAP = 24_000
"""Bytes of half a second."""


def test_P8_a_sound_server_that_hangs_costs_nothing_of_what_was_said(start_program: Start) -> None:
    program = start_program("--practice")
    program.focus()
    program.wait_to_see("Hold Space to talk")
    program.screen.hold("space")
    recordings = program.home / "data" / "recordings"
    wait_for(
        lambda: any(file.stat().st_size >= LONGER_THAN_A_TAP for file in recordings.glob("*.pcm")),
        "half a second of sound on disk",
    )
    program.sound.freeze()
    program.wait_to_see("The microphone stopped sending sound.")
    program.screen.release("space")
    turn = program.wait_for_turns(1, "failed")[0]
    assert turn.clip_frames == len(program.recording_of(turn)) // 2 > 0
    program.end()


def test_K1_without_a_keyring_it_is_practice_and_says_why(start_program: Start, screen: Screen) -> None:
    program = start_program(DBUS_SESSION_BUS_ADDRESS=NOWHERE, AT_SPI_BUS_ADDRESS=screen.accessibility_bus())
    program.focus()
    program.wait_to_see("No safe place for the key was found.")
    program.wait_to_see("Get a key, or practise without one")
    answers_a_typed_question(program)


def test_K4_a_keyring_that_stays_locked_is_named(
    start_program: Start, screen: Screen, tmp_path: Path
) -> None:
    with open_session(tmp_path / "session") as session:
        session.run("store@https://api.cometapi.com/v1", typed="sk-locked-away-0123456789")
        session.lock()
        program = start_program(
            DBUS_SESSION_BUS_ADDRESS=session.environment["DBUS_SESSION_BUS_ADDRESS"],
            AT_SPI_BUS_ADDRESS=screen.accessibility_bus(),
        )
        program.focus()
        program.wait_to_see("The keyring stayed locked.")
        answers_a_typed_question(program)
        program.end()


@dataclass(frozen=True, slots=True)
class Damage:
    """What is wrong with the folder before the program starts, and the words it is named by."""

    prepare: Callable[[Path], None]
    words: str
    launcher: tuple[str, ...] = ()


def break_settings(home: Path) -> None:
    (home / "config").mkdir(parents=True)
    (home / "config" / "settings.toml").write_bytes(b"\x00\xff not a [table\n=")


def break_history(home: Path) -> None:
    (home / "data").mkdir(parents=True)
    (home / "data" / "history.db").write_bytes(b"damaged" * 1_000)


def forbid_writing(home: Path) -> None:
    (home / "data").mkdir(parents=True)
    (home / "data").chmod(0o500)


def leave_alone(home: Path) -> None:
    """Let the program find what it finds."""


DAMAGES = [
    pytest.param(Damage(break_settings, "The settings could not be read."), id="C1-corrupt-settings"),
    pytest.param(Damage(break_history, "The conversation history was damaged."), id="S3-corrupt-history"),
    pytest.param(
        Damage(forbid_writing, "The conversation could not be saved", WITHOUT_POWER), id="S10-data-read-only"
    ),
    pytest.param(
        Damage(leave_alone, "The conversation could not be saved", ("env", "VOICEDESK_HOME=/proc/nowhere")),
        id="C15-no-place-at-all",
    ),
]


@pytest.mark.parametrize("damage", DAMAGES)
def test_what_is_wrong_with_the_disk_is_named_and_the_program_works(
    start_program: Start, damage: Damage, tmp_path: Path
) -> None:
    damage.prepare(tmp_path / "home")
    program = start_program("--practice", launcher=damage.launcher)
    program.focus()
    program.wait_to_see(damage.words)
    answers_a_typed_question(program)


def test_C15_without_HOME_everything_is_kept_where_the_desktop_says(
    start_program: Start, tmp_path: Path
) -> None:
    folders = {f"XDG_{kind}_HOME": str(tmp_path / kind.lower()) for kind in ("DATA", "CONFIG", "STATE")}
    program = start_program("--practice", launcher=("env", "-u", "HOME", "-u", "VOICEDESK_HOME"), **folders)
    program.focus()
    program.wait_to_see("Hold Space to talk")
    answers_a_typed_question(program)
    assert (tmp_path / "data" / "voicedesk" / "history.db").exists()
    assert not (tmp_path / "home").exists()
