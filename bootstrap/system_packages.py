"""Finds what the Linux system lacks and installs it, or names the one command that does."""

import os
import subprocess
import sys
import tomllib
from glob import glob
from importlib.util import find_spec
from shutil import which

from bootstrap.refusal import CANNOT_START, Refusal

Need = dict[str, str]  # one row of system_packages.toml

TABLE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "system_packages.toml")

APT = ("apt-get", "-o", "DPkg::Lock::Timeout=300")
INSTALL = ("install", "-y", "--no-install-recommends")

LOAD_EACH = """
import ctypes, sys
for name in sys.argv[1:]:
    try:
        ctypes.CDLL(name)
    except OSError:
        print(name)
"""


def provide(groups: list[str]) -> None:
    """Install what is missing of these groups where that is allowed; otherwise refuse with the command."""
    missing = missing_of(groups)
    if missing and may_install():
        install(packages(missing, "apt"))
        missing = missing_of(groups)
    if missing:
        raise Refusal(
            f"Packages of the system are missing; install them with: {command(missing)}", CANNOT_START
        )


def missing_of(groups: list[str]) -> list[Need]:
    with open(TABLE, "rb") as file:
        table = tomllib.load(file)
    needs = [need for group in groups for need in table[group]]
    absent = absent_libraries([need["probe"] for need in needs if is_library(need["probe"])])
    missing = [need for need in needs if need["probe"] in absent or not is_there(need["probe"])]
    return missing if can_make_environment() else [*missing, venv_package()]


def is_library(probe: str) -> bool:
    return ".so." in probe


def is_there(probe: str) -> bool:
    if probe.startswith("/"):
        return any(glob(pattern, recursive=True) for pattern in probe.split("|"))
    return is_library(probe) or which(probe) is not None


def absent_libraries(names: list[str]) -> set[str]:
    # In a process of its own: foreign libraries run code when they are loaded, and a crash would be ours.
    done = subprocess.run([sys.executable, "-c", LOAD_EACH, *names], capture_output=True, check=False)
    return set(done.stdout.decode().split())


def can_make_environment() -> bool:
    return which("uv") is not None or find_spec("ensurepip") is not None


def venv_package() -> Need:
    # Debian ships this part of Python's standard library apart.
    return {"probe": "", "apt": f"python3.{sys.version_info[1]}-venv", "pacman": "python", "rpm": "python3"}


def may_install() -> bool:
    if os.environ.get("VOICEDESK_NO_SUDO") or which("apt-get") is None:
        return False
    return is_root() or (sys.stdin.isatty() and which("sudo") is not None)


def is_root() -> bool:
    return os.geteuid() == 0


def install(names: list[str]) -> None:
    sys.stderr.write(f"VoiceDesk: installing packages of the system: {' '.join(names)}\n")
    if not as_root([*APT, *INSTALL, *names]) and as_root([*APT, "update"]):  # a list that is missing or old
        as_root([*APT, *INSTALL, *names])


def as_root(arguments: list[str]) -> bool:
    rights = [] if is_root() else ["sudo"]
    command = [*rights, "env", "DEBIAN_FRONTEND=noninteractive", *arguments]
    return (
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False).returncode
        == 0
    )


def command(missing: list[Need]) -> str:
    rights = "" if is_root() else "sudo "
    if which("apt-get"):
        update = "" if glob("/var/lib/apt/lists/*_Packages*") else f"{rights}apt-get update && "
        return update + rights + " ".join(["apt-get", *INSTALL, *packages(missing, "apt")])
    for tool in ("dnf", "zypper"):
        if which(tool):
            return rights + " ".join([tool, "install", *packages(missing, "rpm")])
    return rights + " ".join(["pacman", "-S", "--needed", *packages(missing, "pacman")])


def packages(missing: list[Need], kind: str) -> list[str]:
    return sorted({need[kind] if kind in need else announced_by_rpm(need["probe"]) for need in missing})


def announced_by_rpm(probe: str) -> str:
    return f"'{probe}()(64bit)'" if is_library(probe) else f"/usr/bin/{probe}"
