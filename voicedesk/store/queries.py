"""Read conversations from an open database, for whoever holds a connection to it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import apsw

from voicedesk.core.conversation import Conversation, Turn
from voicedesk.core.units import ConversationId, TurnId
from voicedesk.store.rows import Value, number, rows_of, text, turn_of
from voicedesk.store.words import query_of

_TURNS = "SELECT * FROM turns WHERE conversation = ? ORDER BY number"
_LATEST = "SELECT conversation FROM turns ORDER BY number DESC LIMIT 1"
_TITLE = "SELECT title FROM conversations WHERE id = ?"
_HEADINGS = (
    "SELECT conversations.id, title, count(number), max(number) AS last, "
    "(SELECT asked FROM turns AS first WHERE first.conversation = conversations.id AND asked <> '' "
    "ORDER BY number LIMIT 1) "
    "FROM conversations JOIN turns ON turns.conversation = conversations.id "
    "GROUP BY conversations.id ORDER BY last DESC LIMIT ?"
)
_SEARCH = (
    "SELECT number, conversation, snippet(turns_fts, -1, '', '', '…', 24) "
    "FROM turns_fts JOIN turns ON turns.number = turns_fts.rowid "
    "WHERE turns_fts MATCH ? ORDER BY turns_fts.rowid DESC LIMIT ?"
)


@dataclass(frozen=True, slots=True)
class Heading:
    """What a list of conversations shows of one: `opening` is what was asked first."""

    id: ConversationId
    title: str
    opening: str
    turns: int
    last: TurnId


@dataclass(frozen=True, slots=True)
class Hit:
    """One turn that a search found, with the passage that matches."""

    turn: TurnId
    conversation: ConversationId
    passage: str


def conversation_in(
    connection: apsw.Connection, conversation: ConversationId, folder: Path, is_newer: bool = False
) -> Conversation:
    """Read a conversation; an unknown one is empty. Turns that only a newer version knows stay out."""
    return Conversation(conversation, tuple(_turns_in(connection, conversation, folder, is_newer)))


def latest_in(connection: apsw.Connection) -> ConversationId | None:
    """Name the conversation in which something was said last."""
    found = connection.execute(_LATEST).get
    return None if found is None else ConversationId(number(found))


def title_in(connection: apsw.Connection, conversation: ConversationId) -> str:
    """Give the title that a conversation was given; empty if it has none or is unknown."""
    return text(connection.execute(_TITLE, (conversation,)).get or "")


def headings_in(connection: apsw.Connection, limit: int) -> tuple[Heading, ...]:
    """List conversations, the newest first."""
    return tuple(_heading(*row) for row in connection.execute(_HEADINGS, (limit,)))


def hits_in(connection: apsw.Connection, typed: str, limit: int) -> tuple[Hit, ...]:
    """Find turns that hold all the words, the newest first; by relevance it would read every match."""
    query = query_of(typed)
    if not query:
        return ()
    return tuple(_hit(*row) for row in connection.execute(_SEARCH, (query, limit)))


def _turns_in(
    connection: apsw.Connection, conversation: ConversationId, folder: Path, is_newer: bool
) -> Iterator[Turn]:
    """Read turns. A row that is none is damage, or something that only a newer version knows."""
    for row in rows_of(connection, _TURNS, conversation):
        try:
            yield turn_of(row, folder)
        except (ValueError, TypeError, KeyError) as fault:
            if not is_newer:
                raise apsw.CorruptError(f"turn {row['number']} cannot be read") from fault


def _heading(conversation: Value, title: Value, turns: Value, last: Value, opening: Value) -> Heading:
    return Heading(
        ConversationId(number(conversation)),
        text(title),
        text(opening or ""),
        number(turns),
        TurnId(number(last)),
    )


def _hit(turn: Value, conversation: Value, passage: Value) -> Hit:
    return Hit(TurnId(number(turn)), ConversationId(number(conversation)), text(passage))
