"""Meet in the person's runtime folder, by a locked file and a socket."""

import errno
import fcntl
import os
import socket
import stat
import struct
import sys
from collections.abc import Mapping
from pathlib import Path

_LONGEST_ANSWER = 4_096
_LINUX_CREDENTIALS = struct.Struct("3i")  # process, user, group
_DARWIN_LEVEL, _DARWIN_PEER, _DARWIN_SIZE = 0, 1, 76  # struct xucred: version, user, groups


def runtime_folder(environment: Mapping[str, str]) -> Path:
    """Name the folder; without a runtime folder of the session it is one of our own in the temporary one."""
    session = environment.get("XDG_RUNTIME_DIR", "")
    if session:
        return Path(session, "voicedesk")
    return Path(environment.get("TMPDIR") or "/tmp", f"voicedesk-{os.getuid()}")  # noqa: S108  # checked below


def pipe_name(folder: Path, name: str) -> str:
    """Name the socket."""
    return str(folder / f"{name}.sock")


def make_private(folder: Path) -> None:
    """Create the folder for nobody else; raise `OSError` if somebody else was there first."""
    try:
        folder.mkdir(mode=0o700)
    except FileExistsError:
        pass
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.getuid():
        raise PermissionError(errno.EPERM, "not our folder", str(folder))
    if found.st_mode & 0o077:
        folder.chmod(0o700)


def hold(path: Path) -> int | None:
    """Lock a file until the process ends and give its descriptor; None while another process holds it.

    The file stays behind: removing it would let two processes hold two files of the same name.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        return None
    except OSError:
        os.close(descriptor)
        raise
    return descriptor


def exchange(address: str, line: bytes, patience_s: float) -> bytes:
    """Send a line to the socket and give the line that comes back; raise `OSError` without one."""
    with socket.socket(socket.AF_UNIX) as caller:
        caller.settimeout(patience_s)
        caller.connect(address)
        if _peer_of(caller) not in (None, os.getuid()):
            raise PermissionError(errno.EPERM, "somebody else listens", address)
        caller.sendall(line)
        with caller.makefile("rb") as answers:
            return answers.readline(_LONGEST_ANSWER)


def is_own_user(descriptor: int) -> bool:
    """Tell whether the same user is at the other end of a socket, as far as the system says who is."""
    with socket.socket(fileno=os.dup(descriptor)) as connection:
        return _peer_of(connection) in (None, os.getuid())


def _peer_of(connection: socket.socket) -> int | None:
    if sys.platform == "linux":
        credentials = connection.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, _LINUX_CREDENTIALS.size)
        return int(_LINUX_CREDENTIALS.unpack(credentials)[1])
    elif sys.platform == "darwin":  # noqa: RET505  # the type checker follows one platform at a time
        credentials = connection.getsockopt(_DARWIN_LEVEL, _DARWIN_PEER, _DARWIN_SIZE)
        return int(struct.unpack_from("2I", credentials)[1])
    else:
        return None
