"""Read conversations from an open database, for whoever holds a connection to it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import apsw

from voicedesk.core.archive import Heading
from voicedesk.core.conversation import Conversation, Turn
from voicedesk.core.units import ConversationId, TurnId
from voicedesk.store.about import about_one
from voicedesk.store.ledger import spent_in
from voicedesk.store.rows import Value, number, rows_of, text, turn_of

_TURNS = "SELECT * FROM turns WHERE conversation = ? ORDER BY number"
_TITLE = "SELECT title FROM conversations WHERE id = ?"
_LATEST = (
    "SELECT conversation FROM turns CROSS JOIN conversations ON conversations.id = conversation "
    "WHERE deleted_us IS NULL ORDER BY number DESC LIMIT 1"
)
_HEADINGS = """
SELECT id, title,
    (SELECT asked FROM turns WHERE conversation = id AND asked <> '' ORDER BY number LIMIT 1),
    (SELECT count(*) FROM turns WHERE conversation = id),
    last, pinned
FROM (
    SELECT id, title, pinned, (SELECT max(number) FROM turns WHERE conversation = id) AS last
    FROM conversations WHERE deleted_us IS NULL
)
WHERE last IS NOT NULL ORDER BY pinned DESC, last DESC LIMIT ?
"""


def conversation_in(
    connection: apsw.Connection, conversation: ConversationId, folder: Path, is_newer: bool = False
) -> Conversation:
    """Read a conversation; an unknown one is empty. Turns that only a newer version knows stay out."""
    spent, bills = spent_in(connection, conversation)
    turns = tuple(
        replace(turn, spent=bills[turn.number]) if turn.number in bills else turn
        for turn in _turns_in(connection, conversation, folder, is_newer)
    )
    return replace(about_one(connection, conversation), turns=turns, spent=spent)


def latest_in(connection: apsw.Connection) -> ConversationId | None:
    """Name the conversation in which something was said last."""
    found = connection.execute(_LATEST).get
    return None if found is None else ConversationId(number(found))


def title_in(connection: apsw.Connection, conversation: ConversationId) -> str:
    """Give the title that a conversation was given; empty if it has none or is unknown."""
    return text(connection.execute(_TITLE, (conversation,)).get or "")


def headings_in(connection: apsw.Connection, limit: int) -> tuple[Heading, ...]:
    """List conversations that are not deleted: the pinned ones, then the others, the newest first.

    It costs a look into the index for each conversation, and nothing for each turn.
    """
    return tuple(_heading(*row) for row in connection.execute(_HEADINGS, (limit,)))


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


def _heading(
    conversation: Value, title: Value, opening: Value, turns: Value, last: Value, pinned: Value
) -> Heading:
    return Heading(
        ConversationId(number(conversation)),
        text(title),
        text(opening or ""),
        number(turns),
        TurnId(number(last)),
        bool(pinned),
    )
