"""Make folders and files that nobody but their owner can read, whatever the umask is."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

FOLDER_MODE = 0o700
FILE_MODE = 0o600
MOST_SET_ASIDE = 1_000
Write = Callable[[int, memoryview], int]


def make_folder(folder: Path) -> None:
    """Create a folder with its parents, all private, and close it to others if it was open to them."""
    if not folder.parent.exists():
        make_folder(folder.parent)  # mkdir gives parents the usual permissions
    folder.mkdir(mode=FOLDER_MODE, exist_ok=True)
    _restrict(folder, FOLDER_MODE)


def make_file(path: Path) -> None:
    """Create an empty file unless it is there, and close it to others if it was open to them."""
    os.close(open_private(str(path), os.O_WRONLY | os.O_CREAT))
    _restrict(path, FILE_MODE)


def open_private(path: str, flags: int) -> int:
    """Open a file so that a new one is private from its first moment; fits the `opener` of `open`."""
    return os.open(path, flags | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0), FILE_MODE)


def write_whole(descriptor: int, content: bytes, write: Write = os.write) -> None:
    """Write everything, also where the system takes it in parts."""
    left = memoryview(content)
    while left:
        left = left[write(descriptor, left) :]


def replace_file(path: Path, content: bytes) -> None:
    """Exchange the content of a file in one step: a reader, or a power cut, meets the old or the new one."""
    target = path.resolve()
    draft = target.with_name(f"{target.name}.new")
    try:
        _write_synced(draft, content)
        draft.replace(target)
    except OSError:
        draft.unlink(missing_ok=True)
        raise
    sync_folder(target.parent)


def set_aside(path: Path, name: Callable[[int], str]) -> Path:
    """Rename a file within its folder to the first free of the names 1, 2, 3…; give the path it got."""
    for number in range(1, MOST_SET_ASIDE):
        free = path.with_name(name(number))
        if not free.exists():
            _restrict(path, FILE_MODE)
            return path.rename(free)
    raise FileExistsError(errno.EEXIST, "too many damaged files are kept", str(path))


def _write_synced(path: Path, content: bytes) -> None:
    descriptor = open_private(str(path), os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    try:
        write_whole(descriptor, content)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(folder: Path) -> None:
    """Make a rename survive a power cut; Windows neither needs nor allows it."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _restrict(path: Path, mode: int) -> None:
    if os.name != "nt" and path.stat().st_mode & 0o077:
        path.chmod(mode)
