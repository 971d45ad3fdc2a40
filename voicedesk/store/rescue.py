"""Read what can still be read of a damaged history."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import apsw

from voicedesk.core.commands import BookSpending
from voicedesk.core.conversation import Turn
from voicedesk.store.about import About, about_all
from voicedesk.store.ledger import all_booked
from voicedesk.store.rows import number as whole_number
from voicedesk.store.rows import rows_of, turn_of

_UNREADABLE = (apsw.Error, ValueError, TypeError, KeyError)
_WAYS = (
    "SELECT number FROM turns ORDER BY number",
    "SELECT number FROM turns ORDER BY number DESC",
    "SELECT number FROM turns INDEXED BY turns_by_conversation ORDER BY conversation, number",
    "SELECT number FROM turns INDEXED BY turns_by_conversation ORDER BY conversation DESC, number DESC",
)
"""From both ends and by way of table and index, because each way ends at the first bad page."""


@dataclass(frozen=True, slots=True)
class Rescued:
    """What was read: turns in order, what else is known of each conversation, and what was spent."""

    turns: tuple[Turn, ...]
    about: dict[int, About]
    booked: tuple[BookSpending, ...] = ()


def rescue(broken: Path) -> Rescued:
    """Read the damaged file, and fill the holes from the newest copy that was made before a migration."""
    turns: dict[int, Turn] = {}
    about: dict[int, About] = {}
    booked: tuple[BookSpending, ...] = ()
    for file in (*_backups(broken)[:1], broken):
        found = _read(file)
        turns |= {turn.number: turn for turn in found.turns}
        about |= found.about
        booked = max(booked, found.booked, key=len)
    return Rescued(tuple(turns[number] for number in sorted(turns)), about, booked)


def _backups(broken: Path) -> list[Path]:
    copies = broken.parent.glob(f"{broken.stem}-before-*.db")
    return sorted(copies, key=lambda copy: copy.stat().st_mtime, reverse=True)


def _read(file: Path) -> Rescued:
    connection = apsw.Connection(str(file), flags=apsw.SQLITE_OPEN_READONLY)
    try:
        connection.pragma("writable_schema", True)  # makes SQLite read a file that is shorter than it says
        turns = tuple(_turns_in(connection, file.parent))
        return Rescued(turns, _about_in(connection), _booked_in(connection))
    except _UNREADABLE:
        return Rescued((), {})
    finally:
        connection.close()


def _turns_in(connection: apsw.Connection, folder: Path) -> Iterator[Turn]:
    for number in _numbers_in(connection):
        try:
            for row in rows_of(connection, "SELECT * FROM turns WHERE number = ?", number):
                yield turn_of(row, folder)
        except _UNREADABLE:
            continue


def _numbers_in(connection: apsw.Connection) -> list[int]:
    numbers: set[int] = set()
    for way in _WAYS:
        try:
            for row in connection.execute(way):
                numbers.add(whole_number(row[0]))
        except _UNREADABLE:
            continue
    return sorted(numbers)


def _about_in(connection: apsw.Connection) -> dict[int, About]:
    found: dict[int, About] = {}
    try:
        for about in about_all(connection):
            found[about.id] = about
    except _UNREADABLE:
        pass  # what was read until here is right
    return found


def _booked_in(connection: apsw.Connection) -> tuple[BookSpending, ...]:
    found: list[BookSpending] = []
    try:
        found.extend(all_booked(connection))
    except _UNREADABLE:
        pass  # an older file has none
    return tuple(found)
