"""Keeps .venv in step with the lock files, and knows at once when nothing has to be done."""

import json
import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Literal, NamedTuple

from bootstrap.refusal import FAILED, Refusal, explained

if TYPE_CHECKING:
    from collections.abc import Iterator

# What only a set-up needs is imported where it happens, so that a ready start stays immediate.

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
VENV = os.path.join(ROOT, ".venv")
SCRIPTS = os.path.join(VENV, "Scripts" if os.name == "nt" else "bin")
PYTHON = os.path.join(SCRIPTS, "python.exe" if os.name == "nt" else "python")
STAMP_FILE = os.path.join(VENV, "voicedesk-setup.json")

Purpose = Literal["run", "test", "bench"]


class Stamp(NamedTuple):
    """What an environment was made for; written last, so that an interrupted set-up has none."""

    place: str
    python: str
    run_lock: str
    dev_lock: str  # empty: without the development tools
    system: list[str]  # the groups of system_packages.toml that were seen to be there


NO_STAMP = Stamp("", "", "", "", [])


def prepare(purpose: Purpose) -> None:
    """Make the environment ready; return at once when its stamp says that it is."""
    wanted, stamp = wanted_stamp(purpose), read_stamp()
    if not (serves(stamp, wanted) and set(wanted.system) <= set(stamp.system)):
        with only_set_up_here():
            set_up(wanted, stamp)


def set_up(wanted: Stamp, stamp: Stamp) -> None:
    from bootstrap.system_packages import provide

    provide([group for group in wanted.system if group not in stamp.system])
    system = sorted({*stamp.system, *wanted.system})
    if serves(stamp, wanted):
        return write_stamp(stamp._replace(system=system))
    sys.stderr.write("VoiceDesk: setting up .venv; this happens once and takes about a minute.\n")
    forget_stamp()
    if not serves(stamp, wanted._replace(dev_lock="")):
        make_environment()
    install_packages("dev.txt" if wanted.dev_lock else "run.txt")
    return write_stamp(wanted._replace(system=system))


def wanted_stamp(purpose: Purpose) -> Stamp:
    return Stamp(
        place=ROOT,
        python=".".join(map(str, sys.version_info[:3])),
        run_lock=digest("run.txt"),
        dev_lock=digest("dev.txt") if purpose != "run" else "",
        system=wanted_system(purpose),
    )


def wanted_system(purpose: Purpose) -> list[str]:
    if not sys.platform.startswith("linux"):
        return []  # elsewhere the wheels bring everything
    if purpose == "run":
        # Without a screen the program talks in the terminal and never loads Qt.
        has_screen = any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")))
        return ["sound", "screen"] if has_screen else ["sound"]
    return ["sound", "screen", "tests", "bench"] if purpose == "bench" else ["sound", "screen", "tests"]


def serves(stamp: Stamp, wanted: Stamp) -> bool:
    return (
        stamp[:3] == wanted[:3]
        and wanted.dev_lock in ("", stamp.dev_lock)
        and os.path.exists(PYTHON)  # a link that dangles when the Python behind it was removed
    )


def lock_file(name: str) -> str:
    return os.path.join(ROOT, "requirements", name)


def digest(name: str) -> str:
    from hashlib import sha256

    with open(lock_file(name), "rb") as file:
        return sha256(file.read()).hexdigest()


def read_stamp() -> Stamp:
    try:
        with open(STAMP_FILE, encoding="utf-8") as file:
            return Stamp(**json.load(file))
    except (OSError, ValueError, TypeError):
        return NO_STAMP


def write_stamp(stamp: Stamp) -> None:
    with open(STAMP_FILE + ".new", "w", encoding="utf-8") as file:
        json.dump(stamp._asdict(), file)
    os.replace(STAMP_FILE + ".new", STAMP_FILE)


def forget_stamp() -> None:
    if os.path.exists(STAMP_FILE):
        os.remove(STAMP_FILE)


@contextmanager
def only_set_up_here() -> "Iterator[None]":
    """Refuse while another set-up works in this folder; its pip holds the lock too, should it outlive it."""
    if sys.platform == "win32":  # it has no lock on folders
        yield
        return
    import fcntl

    folder = os.open(ROOT, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
        os.set_inheritable(folder, True)
        yield
    except BlockingIOError:
        raise Refusal("Another set-up is at work in this folder; wait until it has ended.", FAILED) from None
    finally:
        os.close(folder)


def make_environment() -> None:
    # Not the Python inside .venv, should that one run us: it is about to be cleared.
    python = getattr(sys, "_base_executable", "") or sys.executable
    run_quietly([python, "-m", "venv", "--clear", "--without-pip", VENV])
    put_project_on_path()


def put_project_on_path() -> None:
    # Not "pip install -e": that would fetch a build backend which no hash guards.
    import sysconfig

    site_packages = sysconfig.get_path("purelib", "venv", vars={"base": VENV, "platbase": VENV})
    with open(os.path.join(site_packages, "voicedesk.pth"), "w", encoding="utf-8") as file:
        file.write(ROOT + "\n")


def install_packages(lock_name: str) -> None:
    locked = ["--require-hashes", "--only-binary", ":all:", "-r", lock_file(lock_name)]
    if not installed_by_uv(locked):
        run_quietly([PYTHON, "-m", "ensurepip"])
        run_quietly([PYTHON, "-m", "pip", "install", "--no-input", *locked])


def installed_by_uv(locked: list[str]) -> bool:
    from shutil import which

    uv = which("uv")
    if uv is None:
        return False
    try:
        run_quietly([uv, "pip", "install", "--python", PYTHON, "--compile-bytecode", *locked])
    except Refusal:
        return False  # uv does not read pip's configuration, which may be all that names an index
    return True


def run_quietly(command: list[str]) -> None:
    """Run one step of the set-up under the folder's lock; what it says counts only when it fails."""
    import subprocess

    done = subprocess.run(
        command,
        env={**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_USER": "0"},
        close_fds=False,
        check=False,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )
    if done.returncode:
        raise explained(done.stdout)
