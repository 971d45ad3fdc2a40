"""Use the running program as somebody does who cannot see it."""

import json
import os
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.desktop.program import DESKTOP_PYTHON
from tests.desktop.screen import Screen
from tests.desktop.sound import wait_for

MOST_STOPS = 20
READ_ALOUD = Path(__file__).parent / "read_aloud.py"
NEEDS_NO_NAME = frozenset(
    {"scroll bar", "scroll pane", "viewport", "filler", "panel", "layered pane", "separator"}
)
"""Nobody stops there: they only hold or move other things."""


@dataclass(frozen=True, slots=True)
class Control:
    """Something that can be walked to."""

    role: str
    name: str
    description: str


class ScreenReader:
    """Find controls by role and name, press them and hear what is announced."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen
        command = [DESKTOP_PYTHON, str(READ_ALOUD), "voicedesk"]
        self._process = subprocess.Popen(
            command,
            env=os.environ | screen.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    @property
    def announced(self) -> list[str]:
        """Give everything that was announced so far."""
        return list(self._ask("announced") or [])

    @property
    def controls(self) -> list[Control]:
        """Give all controls that are on screen."""
        return [Control(*control) for control in self._ask("controls") or []]

    @property
    def nameless(self) -> list[Control]:
        """Give the controls that a screen reader could only call by their role."""
        return [each for each in self.controls if not each.name.strip() and each.role not in NEEDS_NO_NAME]

    @property
    def focused(self) -> tuple[str, ...]:
        """Give role and name of what has the keyboard."""
        return tuple(self._ask("focused") or [])

    @property
    def texts(self) -> list[str]:
        """Give all that is written on screen."""
        return list(self._ask("texts") or [])

    def press(self, role: str, name: str) -> None:
        """Press a control as soon as it is there."""
        wait_for(lambda: self._ask("press", role, name) is True, f"{role} “{name}”")

    def focus(self, role: str, name: str) -> None:
        """Put the keyboard on a control as soon as it is there."""
        wait_for(lambda: self._ask("focus", role, name) is True, f"{role} “{name}”")

    def write(self, role: str, name: str, text: str) -> None:
        """Put a text into a field as soon as it is there."""
        wait_for(lambda: self._ask("write", role, name, text) is True, f"{role} “{name}”")

    def walk_to(self, name: str, key: str) -> None:
        """Press a key until something of this name has the keyboard, hearing every stop on the way."""
        for _ in range(MOST_STOPS):
            before = len(self._ask("followed"))
            self._screen.press(key)
            wait_for(lambda before=before: len(self._ask("followed")) > before, "the next stop")  # type: ignore[misc]
            if self._ask("followed")[-1][1] == name:
                return
        raise AssertionError(f"“{name}” was not among {self._ask('followed')}")

    def wait_to_find(self, role: str, name: str) -> None:
        """Wait until something of this role and name is on screen."""
        wait_for(lambda: self._ask("find", role, name) is True, f"{role} “{name}”")

    def wait_to_hear(self, text: str) -> str:
        """Wait until something that holds this text is announced."""
        return wait_for(
            lambda: next((said for said in self.announced if text in said), ""), f"to hear “{text}”", 30
        )

    def items_of(self, role: str, name: str) -> list[str]:
        """Name what lies in a list."""
        return list(self._ask("items_of", role, name) or [])

    def close(self) -> None:
        """Stop reading."""
        assert self._process.stdin and self._process.stdout
        self._process.stdin.close()
        self._process.wait(10)
        self._process.stdout.close()

    def _ask(self, *command: str) -> Any:
        assert self._process.stdin and self._process.stdout
        self._process.stdin.write(json.dumps(command) + "\n")
        self._process.stdin.flush()
        answer = json.loads(self._process.stdout.readline())
        return None if isinstance(answer, dict) else answer


@pytest.fixture
def start_reader() -> Iterator[Callable[[Screen], ScreenReader]]:
    """Start screen readers; they end with the test."""
    readers: list[ScreenReader] = []

    def start(screen: Screen) -> ScreenReader:
        readers.append(ScreenReader(screen))
        return readers[-1]

    yield start
    for reader in readers:
        reader.close()
