"""Create files and folders that only their owner can read, and force them to the disk."""

import os
import sys
from pathlib import Path

_CREATE = os.O_CREAT | os.O_EXCL | os.O_RDWR | getattr(os, "O_BINARY", 0)


def create_private(path: Path, appends: bool = True) -> int:
    """Create a file that must not exist yet; give its descriptor, which writes at the end or anywhere."""
    return os.open(path, _CREATE | (os.O_APPEND if appends else 0), 0o600)


def ensure_private_folder(folder: Path) -> None:
    """Create a folder, with the ones above it, if it is not there."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def sync_file(descriptor: int) -> None:
    """Wait until what was written survives a power cut."""
    if sys.platform == "linux":
        os.fdatasync(descriptor)
    else:
        os.fsync(descriptor)


def sync_folder(folder: Path) -> None:
    """Wait until the names in a folder survive a power cut; Windows does this by itself."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def lock_file(descriptor: int) -> bool:
    """Mark a file as in use until it is closed or its process dies; tell whether nobody else had done so."""
    if sys.platform == "win32":
        return True  # there, an open file cannot be deleted, which is what the lock is for
    import fcntl

    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def is_in_use(path: Path) -> bool:
    """Tell whether a living process has locked this file."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        return not lock_file(descriptor)
    finally:
        os.close(descriptor)
