"""Run a party in a process of its own, on its own virtual device, and talk with it."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from time import monotonic, monotonic_ns
from types import TracebackType
from typing import Self

from tests.bench.device.build import built_device
from tests.bench.device.log import DeviceLog

ROOT = Path(__file__).parents[2]
_START_LIMIT_S = 60.0
_KEPT_VARIABLES = ("PATH", "LANG", "LC_ALL", "TMPDIR", "SYSTEMROOT", "QT_QPA_PLATFORM", "QT_LOGGING_RULES")
"""Nothing else passes: no key, no sound server, no settings of whoever runs the benchmark."""

Told = dict[str, object]


class ChildSilent(Exception):
    """A child did not report in time; the text holds the end of what it wrote to standard error."""


class Child:
    """One party; use it as a context manager, so that nothing is left running."""

    def __init__(self, module: str, *arguments: str, environment: Mapping[str, str] | None = None) -> None:
        self.module = module
        self.folder = tempfile.TemporaryDirectory(prefix="bench-", ignore_cleanup_errors=True)
        self.home = Path(self.folder.name)
        self._told: SimpleQueue[Told] = SimpleQueue()
        self._errors = (self.home / "errors.txt").open("w+b")
        self.started_ns = monotonic_ns()
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", module, *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            env=self._environment(environment or {}),
            cwd=self.home,
        )
        self._listener = Thread(target=self._listen, daemon=True)
        self._listener.start()

    @property
    def pid(self) -> int:
        """Give the number of the process."""
        return self._process.pid

    def send(self, do: str, **values: object) -> None:
        """Give an order."""
        assert self._process.stdin
        self._process.stdin.write((json.dumps({"do": do, **values}) + "\n").encode())
        self._process.stdin.flush()

    def wait_for(self, *whats: str, within_s: float = _START_LIMIT_S) -> Told:
        """Wait for a report of one of these kinds; others before it are forgotten."""
        deadline = monotonic() + within_s
        while True:
            try:
                told = self._told.get(timeout=max(0.01, deadline - monotonic()))
            except Empty:
                raise ChildSilent(
                    f"no {' or '.join(whats)} within {within_s:.0f} s: {self._last_words()}"
                ) from None
            if told["what"] in whats:
                return told
            if told["what"] in ("left", "crashed"):
                raise ChildSilent(f"{told['what']} before {' or '.join(whats)}: {self._last_words()}")

    def ask_and_wait(self, do: str, *whats: str, within_s: float = _START_LIMIT_S, **values: object) -> Told:
        """Give an order and wait for its report."""
        self.send(do, **values)
        return self.wait_for(*whats, within_s=within_s)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.wait()
        self._listener.join()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe:
                pipe.close()
        self._errors.close()
        self.folder.cleanup()

    def _environment(self, own: Mapping[str, str]) -> dict[str, str]:
        kept = {name: os.environ[name] for name in _KEPT_VARIABLES if name in os.environ}
        places = {
            name: str(self.home / name.lower())
            for name in (
                "XDG_DATA_HOME",
                "XDG_CONFIG_HOME",
                "XDG_STATE_HOME",
                "XDG_CACHE_HOME",
                "XDG_RUNTIME_DIR",
            )
        }
        for place in places.values():
            Path(place).mkdir(mode=0o700)
        return {**kept, **places, "HOME": str(self.home), "PYTHONPATH": str(ROOT), **own}

    def _listen(self) -> None:
        assert self._process.stdout
        for line in self._process.stdout:
            if line.startswith(b'{"what"'):
                self._told.put(json.loads(line))
        self._told.put({"what": "left"})

    def _last_words(self) -> str:
        self._errors.seek(0)
        lines = self._errors.read().decode(errors="replace").strip().splitlines()
        return " / ".join(lines[-3:]) or "(it wrote nothing)"


class Sounding(Child):
    """A party that plays to and records from the virtual device."""

    def __init__(
        self,
        module: str,
        *arguments: str,
        environment: Mapping[str, str] | None = None,
        speed: float = 1.0,
        speech: Path | None = None,
    ) -> None:
        library = built_device()
        self._log_folder = tempfile.TemporaryDirectory(prefix="bench-device-")
        log = Path(self._log_folder.name) / "log"
        self.device = DeviceLog(log)
        own = {
            "LD_LIBRARY_PATH": str(library),
            "VIRTUAL_DEVICE_LOG": str(log),
            "VIRTUAL_DEVICE_SPEED": str(speed),
            "PULSE_SERVER": "unix:/nonexistent",  # the virtual device is the only one there
            **({"VIRTUAL_DEVICE_INPUT": str(speech)} if speech else {}),
            **(environment or {}),
        }
        super().__init__(module, *arguments, environment=own)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        super().__exit__(kind, error, trace)
        self.device.close()
        self._log_folder.cleanup()
