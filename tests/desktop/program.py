"""Run the real program on a private screen with a private sound server, and look at it from outside."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.desktop.screen import Screen
from tests.desktop.sound import SoundServer, wait_for

ROOT = Path(__file__).parents[2]
READ_TREE = ROOT / "tests" / "desktop" / "read_tree.py"
TURNS = (
    "SELECT number, asked, answered, ending, clip_path, clip_frames, answer_frames, heard_ms"
    " FROM turns ORDER BY number"
)
DESKTOP_PYTHON = "/usr/bin/python3"
"""The system's own interpreter: the accessibility client is a system package, not one of ours."""


@dataclass(frozen=True, slots=True)
class StoredTurn:
    """What the history says about a turn."""

    number: int
    asked: str
    answered: str
    ending: str | None
    clip_path: str | None
    clip_frames: int | None
    answer_frames: int
    heard_ms: int | None


class Program:
    """The program as a person has it: a window, a folder of its own, a microphone and a loudspeaker."""

    def __init__(
        self,
        screen: Screen,
        sound: SoundServer,
        home: Path,
        *arguments: str,
        launcher: Sequence[str] = (),
        **environment: str,
    ) -> None:
        self.home = home
        self.screen = screen
        self.sound = sound
        variables = os.environ | sound.environment | screen.environment | environment
        variables |= {
            "VOICEDESK_HOME": str(home),
            "PYTHONPATH": str(ROOT),
            "COMETAPI_KEY": environment.get("COMETAPI_KEY", ""),
        }
        self._log = home.parent / f"{home.name}-program.log"
        command = [*launcher, sys.executable, "-P", "-m", "voicedesk", *arguments]
        with self._log.open("ab") as log:
            self.process = subprocess.Popen(
                command, env=variables, stdin=subprocess.PIPE, stdout=log, stderr=log
            )

    def focus(self) -> None:
        """Wait for the window and give it the keyboard."""
        self.screen.focus("VoiceDesk")

    def ask(self, text: str) -> None:
        """Type a question and send it."""
        self.screen.press("ctrl+l")
        self.screen.type(text)
        self.screen.press("Return")

    def type_line(self, text: str) -> None:
        """Type a line into the terminal that the program was started from."""
        assert self.process.stdin
        self.process.stdin.write(f"{text}\n".encode())
        self.process.stdin.flush()

    def turns(self) -> list[StoredTurn]:
        """Read the history as it is on disk now; one that is just being made holds nothing."""
        database = self.home / "data" / "history.db"
        if not database.exists():
            return []
        with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
            try:
                return [StoredTurn(*row) for row in connection.execute(TURNS)]
            except sqlite3.OperationalError:
                return []

    def wait_for_turns(self, count: int, ending: str | None = "done") -> list[StoredTurn]:
        """Wait until so many turns have this ending, and give all."""

        def enough() -> list[StoredTurn]:
            turns = self.turns()
            return turns if sum(turn.ending == ending for turn in turns) >= count else []

        return wait_for(enough, f"{count} turns that are {ending}", 30)

    def recording_of(self, turn: StoredTurn) -> bytes:
        """Give the samples of what was said."""
        return (self.home / "data" / "recordings" / f"{turn.number}.pcm").read_bytes()

    def answer_of(self, turn: StoredTurn) -> bytes:
        """Give the samples of what was answered."""
        return (self.home / "data" / "answers" / f"{turn.number}.pcm").read_bytes()

    def wait_to_see(self, text: str) -> None:
        """Wait until some part of the window says this, as a screen reader finds it."""
        done = self._read_tree(text, "20")
        assert done.returncode == 0, (
            f"“{text}” is not on screen; there is:\n{done.stdout}{done.stderr}\n{self.log()}"
        )

    def words_on_screen(self) -> str:
        """Give everything that a screen reader finds now."""
        return self._read_tree("\x01", "0.1").stdout

    def _read_tree(self, text: str, seconds: str) -> subprocess.CompletedProcess[str]:
        read = [DESKTOP_PYTHON, str(READ_TREE), "voicedesk", text, seconds]
        variables = os.environ | self.screen.environment
        return subprocess.run(read, env=variables, capture_output=True, text=True, timeout=40, check=False)

    def end(self, hard: bool = False) -> int:
        """End the program by a polite signal, or as a power cut does, and give its status."""
        if self.process.poll() is None:
            self.process.kill() if hard else self.process.terminate()
        status = self.process.wait(10)
        assert self.process.stdin
        self.process.stdin.close()
        return status

    def log(self) -> str:
        """Give what the program wrote to its terminal."""
        return self._log.read_text(errors="replace")


@pytest.fixture
def start_program(
    screen: Screen, start_sound_server: Callable[..., SoundServer], tmp_path: Path
) -> Iterator[Callable[..., Program]]:
    """Start the program, again with the same folder if called again; it ends with the test."""
    sound = start_sound_server(rate_hz=48_000, channels=2)
    programs: list[Program] = []

    def start(
        *arguments: str, on: Screen = screen, launcher: Sequence[str] = (), **environment: str
    ) -> Program:
        home = tmp_path / "home"
        programs.append(Program(on, sound, home, *arguments, launcher=launcher, **environment))
        return programs[-1]

    yield start
    for program in programs:
        program.end(hard=True)


def speech(text: str, folder: Path) -> bytes:
    """Speak a text by the system's synthesiser, as 24 kHz mono s16."""
    if shutil.which("flite") is None or shutil.which("sox") is None:
        pytest.fail("flite and sox are needed to speak; “python3 run.py test” installs them")
    wav, raw = folder / "speech.wav", folder / "speech.raw"
    subprocess.run(["flite", "-voice", "slt", "-o", str(wav), "-t", text], check=True)
    subprocess.run(
        ["sox", str(wav), "-r", "24000", "-c", "1", "-b", "16", "-e", "signed", str(raw), "norm", "-3"],
        check=True,
    )
    return raw.read_bytes()
