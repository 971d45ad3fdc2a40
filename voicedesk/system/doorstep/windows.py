"""Meet by a locked file and a named pipe, which Windows closes to other users."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

_LONGEST_ANSWER = 4_096


def runtime_folder(environment: Mapping[str, str]) -> Path:
    """Name a folder of this user."""
    return Path(environment.get("LOCALAPPDATA") or environment.get("TEMP") or ".", "voicedesk")


def pipe_name(folder: Path, name: str) -> str:
    """Name the pipe; pipes of all users share one list, so the user is part of the name."""
    return f"voicedesk-{os.environ.get('USERNAME', '')}-{name}"


def make_private(folder: Path) -> None:
    """Create the folder; what lies in a user's profile is closed to other users."""
    folder.mkdir(parents=True, exist_ok=True)


def hold(path: Path) -> int | None:
    """Lock a file until the process ends and give its descriptor; None while another process holds it."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT)
    try:
        _lock(descriptor)
    except OSError:
        os.close(descriptor)
        return None
    return descriptor


def exchange(address: str, line: bytes, patience_s: float) -> bytes:
    """Send a line to the pipe and give the line that comes back; raise `OSError` without a pipe.

    Windows offers no patience for plain files; the one that runs answers at once or its pipe breaks.
    """
    with Path(rf"\\.\pipe\{address}").open("r+b", buffering=0) as pipe:
        pipe.write(line)
        return pipe.readline(_LONGEST_ANSWER)


def is_own_user(descriptor: int) -> bool:
    """Windows lets nobody else connect, so there is nothing to ask."""
    return True


def _lock(descriptor: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
    else:
        raise OSError("only on Windows")
