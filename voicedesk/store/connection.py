"""Open the database file the one safe way."""

import time
from collections.abc import Callable
from pathlib import Path

import apsw

from voicedesk.store import words
from voicedesk.store.private import make_file

PAUSE_S = 0.02
Version = tuple[int, int, int]


def connect(file: Path, patience: Callable[[], float]) -> apsw.Connection:
    """Open or create the file for writing; a commit that returned survives a power cut.

    `patience` tells at any moment how many seconds to wait for another program.
    """
    make_file(file)  # SQLite gives the -wal and -shm files beside it the same permissions
    connection = apsw.Connection(str(file))
    try:
        _prepare(connection, patience)
        connection.pragma("journal_mode", _journal_mode(_version()))
        connection.pragma("synchronous", "FULL")
        connection.pragma("fullfsync", True)  # on macOS a plain fsync does not reach the disk
        connection.pragma("checkpoint_fullfsync", True)
        connection.pragma("secure_delete", True)
        connection.pragma("foreign_keys", True)
    except BaseException:
        connection.close()
        raise
    return connection


def connect_for_reading(file: Path, patience: Callable[[], float]) -> apsw.Connection:
    """Open a file that must not be changed."""
    connection = apsw.Connection(str(file), flags=apsw.SQLITE_OPEN_READONLY)
    try:
        _prepare(connection, patience)
    except BaseException:
        connection.close()
        raise
    return connection


def _prepare(connection: apsw.Connection, patience: Callable[[], float]) -> None:
    connection.set_busy_handler(_Waiting(patience))
    connection.pragma("trusted_schema", False)
    connection.execute("SELECT count(*) FROM sqlite_schema")  # a damaged file shows here, under its own name
    words.register(connection)


class _Waiting:
    """Wait in short steps, so that patience can end meanwhile; SQLite's own timeout cannot be cut short."""

    def __init__(self, patience: Callable[[], float]) -> None:
        self._patience = patience
        self._since = 0.0

    def __call__(self, earlier_calls: int) -> bool:
        if earlier_calls == 0:
            self._since = time.monotonic()
        if time.monotonic() - self._since >= self._patience():
            return False
        time.sleep(PAUSE_S)
        return True


def _version() -> Version:
    major, minor, patch = apsw.sqlitelibversion().split(".")[:3]
    return int(major), int(minor), int(patch)


def _journal_mode(version: Version) -> str:
    """Avoid the write-ahead log where it can lose commits (WAL-reset bug, https://sqlite.org/wal.html)."""
    mended = version >= (3, 51, 3) or (3, 50, 7) <= version < (3, 51, 0) or (3, 44, 6) <= version < (3, 45, 0)
    return "wal" if mended else "delete"
