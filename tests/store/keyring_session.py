"""Run a session bus and a keyring daemon of our own, and the key store in a process that sees only those."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

PASSWORD = b"test-password"  # without a newline, which would become part of it
DEADLINE_S = 15.0
LOGIN = "/org/freedesktop/secrets/collection/login"
PROGRAM = """
import json, pathlib, sys
from voicedesk.core.problems import Trouble
from voicedesk.store.secrets import KeyStore
note, *steps = sys.argv[1:]
store = KeyStore(pathlib.Path(note))
for step in steps:
    verb, url = step.split("@")
    try:
        if verb == "find":
            found = store.find(url)
            print(f"{found.source.value} {found.key.reveal()}" if found else "nothing")
        elif verb == "delete":
            problem = store.delete(url)
            print(problem.kind.name if problem else "deleted")
        else:
            problem = store.store(url, sys.stdin.readline())
            print(problem.kind.name if problem else "stored")
    except Trouble as met:
        print(met.problem.kind.name)
"""


@dataclass(frozen=True, slots=True)
class KeyringSession:
    """A session with an unlocked keyring; `home` holds everything the programs in it write."""

    home: Path
    environment: Mapping[str, str]

    def run(self, *steps: str, typed: str = "", extra: Mapping[str, str] | None = None) -> list[str]:
        """Carry out steps like `store@URL` in a process of their own and give what each printed."""
        return run_key_store(self.home, {**self.environment, **(extra or {})}, *steps, typed=typed)

    def lock(self) -> None:
        """Lock the collection as a screen saver may."""
        self._send("org.freedesktop.Secret.Service.Lock", f"array:objpath:{LOGIN}")

    def forget_collection(self) -> None:
        """Be like a session in which nobody has made a keyring yet."""
        self._send("org.freedesktop.Secret.Service.SetAlias", "string:default", "objpath:/")

    def _send(self, method: str, *arguments: str) -> bytes:
        return _send(
            self.environment, "org.freedesktop.secrets", "/org/freedesktop/secrets", method, *arguments
        )


def run_key_store(home: Path, environment: Mapping[str, str], *steps: str, typed: str = "") -> list[str]:
    """Use the key store in a process with exactly this environment."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(home / "keyring-note"), *steps],
        input=typed,
        env={"PYTHONPATH": str(Path(__file__).parents[2]), **environment},
        capture_output=True,
        text=True,
        timeout=40,
        check=False,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done.stdout.splitlines()


def bare_environment(home: Path) -> dict[str, str]:
    """Make an environment without bus and keyring, with all folders below `home`."""
    folders = {"XDG_RUNTIME_DIR": "run", "XDG_CONFIG_HOME": "config", "XDG_DATA_HOME": "data"}
    environment = {"HOME": str(home), "PATH": os.environ.get("PATH", ""), "LANG": "C.UTF-8"}
    for name, folder in folders.items():
        (home / folder).mkdir(parents=True, mode=0o700, exist_ok=True)
        environment[name] = str(home / folder)
    return environment


@contextmanager
def open_session(home: Path) -> Iterator[KeyringSession]:
    """Start bus and daemon, and end them."""
    for program in ("dbus-daemon", "dbus-send", "gnome-keyring-daemon"):
        if not shutil.which(program):
            pytest.skip(f"{program} is not installed")
    environment = bare_environment(home)
    (home / "data" / "keyrings").mkdir(mode=0o700)
    socket = home / "run" / "bus"
    environment["DBUS_SESSION_BUS_ADDRESS"] = f"unix:path={socket}"
    started: list[subprocess.Popen[bytes]] = []
    try:
        bus = ("dbus-daemon", "--session", "--nofork", "--nopidfile", "--nosyslog")
        started.append(_start(environment, *bus, f"--address=unix:path={socket}"))
        _wait(socket.exists)
        started.append(_start_daemon(home, environment))
        _wait(lambda: b"collection/login" in _default_collection(environment))
        yield KeyringSession(home, environment)
    finally:
        for process in reversed(started):
            _end(process)


def _start(
    environment: Mapping[str, str], *command: str, typed: int | None = None
) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        command,
        env=environment,
        stdin=typed or subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def _start_daemon(home: Path, environment: Mapping[str, str]) -> subprocess.Popen[bytes]:
    control = f"--control-directory={home / 'run' / 'keyring'}"
    command = ("gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets", control)
    daemon = _start(environment, *command, typed=subprocess.PIPE)
    assert daemon.stdin
    daemon.stdin.write(PASSWORD)
    daemon.stdin.close()
    return daemon


def _default_collection(environment: Mapping[str, str]) -> bytes:
    """Ask only once the name is owned: asking before would start a second, locked daemon."""
    owner = _send(environment, "org.freedesktop.DBus", "/", "org.freedesktop.DBus.NameHasOwner",
                  "string:org.freedesktop.secrets")  # fmt: skip
    if b"boolean true" not in owner:
        return b""
    return _send(environment, "org.freedesktop.secrets", "/org/freedesktop/secrets",
                 "org.freedesktop.Secret.Service.ReadAlias", "string:default")  # fmt: skip


def _send(environment: Mapping[str, str], name: str, path: str, method: str, *arguments: str) -> bytes:
    command = ["dbus-send", "--session", "--print-reply", f"--dest={name}", path, method, *arguments]
    return subprocess.run(command, env=environment, capture_output=True, timeout=10, check=False).stdout


def _wait(condition: object) -> None:
    assert callable(condition)
    end_s = time.monotonic() + DEADLINE_S
    while not condition():
        assert time.monotonic() < end_s, "the private session did not come up"
        time.sleep(0.01)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the process with everything it started; each has a process group of its own."""
    for sign in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(process.pid, sign)
            process.wait(3)
        except ProcessLookupError:
            return
        except subprocess.TimeoutExpired:
            continue
        return
