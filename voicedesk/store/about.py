"""Read and change what is known of a conversation beside its turns."""

from collections.abc import Iterator
from dataclasses import astuple, dataclass

import apsw

from voicedesk.core.conversation import Conversation
from voicedesk.core.units import ConversationId, TurnId
from voicedesk.store.rows import Row, number, optional, storable, text

_PUT = (
    "INSERT INTO conversations(id, title, pinned, deleted_us, summary, summary_until) "
    "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"
)
_SET = "INSERT INTO conversations(id, {0}) VALUES (?1, ?2) ON CONFLICT(id) DO UPDATE SET {0} = ?2"
_RENAME = _SET.format("title")
_PIN = _SET.format("pinned")
_SUMMARIZE = (
    "INSERT INTO conversations(id, summary, summary_until) VALUES (?1, ?2, ?3) "
    "ON CONFLICT(id) DO UPDATE SET summary = ?2, summary_until = ?3"
)


@dataclass(frozen=True, slots=True)
class About:
    """A row of the table of conversations, as a damaged file is rescued."""

    id: ConversationId
    title: str = ""
    pinned: int = 0
    deleted_us: int | None = None
    summary: str = ""
    summary_until: int | None = None


def about_all(connection: apsw.Connection) -> Iterator[About]:
    """Read all rows, those of an older version too."""
    cursor = connection.execute("SELECT * FROM conversations")
    for values in cursor:
        row: Row = dict(zip((column[0] for column in cursor.get_description()), values, strict=True))
        yield About(
            ConversationId(number(row["id"])),
            text(row["title"]),
            number(row.get("pinned", 0)),
            optional(number, row.get("deleted_us")),
            text(row.get("summary", "")),
            optional(number, row.get("summary_until")),
        )


def put(connection: apsw.Connection, about: About) -> None:
    """Write a row unless it is there."""
    connection.execute(_PUT, astuple(about))


def about_one(connection: apsw.Connection, conversation: ConversationId) -> Conversation:
    """Read what is known of a conversation beside its turns; an unknown one is empty."""
    statement = "SELECT title, summary, summary_until FROM conversations WHERE id = ?"
    row = connection.execute(statement, (conversation,)).fetchone()
    if row is None:
        return Conversation(conversation)
    until = optional(number, row[2])
    return Conversation(
        conversation, (), text(row[0]), text(row[1]), None if until is None else TurnId(until)
    )


def rename(connection: apsw.Connection, conversation: ConversationId, title: str) -> None:
    """Give a conversation a title."""
    connection.execute(_RENAME, (conversation, storable(title)))


def pin(connection: apsw.Connection, conversation: ConversationId, pinned: bool) -> None:
    """Keep a conversation at the top, or no longer."""
    connection.execute(_PIN, (conversation, int(pinned)))


def summarize(
    connection: apsw.Connection, conversation: ConversationId, summary: str, until: TurnId | None
) -> None:
    """Keep what stands for the turns up to one."""
    connection.execute(_SUMMARIZE, (conversation, storable(summary), until))


def mark_deleted(connection: apsw.Connection, conversation: ConversationId, at_us: int | None) -> None:
    """Hide a conversation from list and search, or with no time, show it again."""
    connection.execute("UPDATE conversations SET deleted_us = ? WHERE id = ?", (at_us, conversation))


def deleted(connection: apsw.Connection) -> tuple[ConversationId, ...]:
    """Name the conversations that are hidden."""
    rows = connection.execute("SELECT id FROM conversations WHERE deleted_us IS NOT NULL")
    return tuple(ConversationId(number(row[0])) for row in rows)
