"""Run the real program as its own process: no screen, no sound server, no keyring, its own home."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from voicedesk.practice.options import PracticeOptions, Script
from voicedesk.practice.service import PracticeEndpoint, PracticeService

ROOT = Path(__file__).parents[2]
LIMIT_S = 40.0
"""How long a run may take on a machine that is busy with other things."""
KEY = "sk-canary-4711-never-to-be-seen"


@dataclass(frozen=True, slots=True)
class Ended:
    """What a run of the program left behind."""

    status: int
    stdout: str
    stderr: str

    @property
    def complaints(self) -> list[str]:
        """Give the lines that the program itself wrote to standard error."""
        return [line for line in self.stderr.splitlines() if line.startswith("voicedesk: ")]


@dataclass(frozen=True, slots=True)
class Program:
    """The program in an empty home."""

    home: Path
    largest_file_kib: int = 0
    """What no file may grow beyond, if there is a limit: a full disk for whoever writes more."""

    def run(
        self, *arguments: str | Path, typed: str = "", variables: Mapping[str, str] | None = None
    ) -> Ended:
        """Run a command to its end; a traceback is never right."""
        done = subprocess.run(
            [*self.command, *map(str, arguments)],
            input=typed,
            capture_output=True,
            encoding="utf-8",
            env={**self.environment, **(variables or {})},
            cwd=self.home,
            timeout=LIMIT_S,
        )
        assert "Traceback" not in done.stderr, done.stderr
        return Ended(done.returncode, done.stdout, done.stderr)

    @property
    def command(self) -> list[str]:
        """Give what starts the program."""
        limit = ("sh", "-c", f'ulimit -f {2 * self.largest_file_kib}; exec "$@"', "sh")
        return [*(limit if self.largest_file_kib else ()), sys.executable, "-m", "voicedesk"]

    @property
    def environment(self) -> dict[str, str]:
        """Give an environment without screen, sound server, keyring, key or proxy."""
        nowhere = f"unix:path={self.home}/nowhere"
        return {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT),
            "PYTHONDONTWRITEBYTECODE": "1",
            "HOME": str(self.home),
            "VOICEDESK_HOME": str(self.home / "kept"),
            "XDG_RUNTIME_DIR": str(self.home),
            "DBUS_SESSION_BUS_ADDRESS": nowhere,
            "PULSE_SERVER": f"unix:{self.home}/nowhere",
            "PIPEWIRE_REMOTE": "nowhere",
            "LANG": "C.UTF-8",
        }

    def files(self) -> Iterator[Path]:
        """Give every file below the home."""
        return (path for path in self.home.rglob("*") if path.is_file())


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hold what is called in this process to the words that the tests expect, wherever they run."""
    monkeypatch.setenv("VOICEDESK_LANGUAGE", "en")


@pytest.fixture
def program(tmp_path: Path) -> Program:
    home = tmp_path / "home"
    home.mkdir()
    return Program(home)


def variables_for(endpoint: PracticeEndpoint) -> dict[str, str]:
    """Give what makes the program take a service for the real one."""
    return {"COMETAPI_BASE_URL": endpoint.base_url, "COMETAPI_KEY": endpoint.key}


Serve = Callable[[Script], PracticeEndpoint]


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Start services that a program reaches as if they were the real one."""
    services: list[PracticeService] = []

    def serving(script: Script) -> PracticeEndpoint:
        services.append(PracticeService(PracticeOptions(script=script)))
        return services[-1].start()

    yield serving
    for service in services:
        service.stop()
