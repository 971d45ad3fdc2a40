"""Search in everything that was said."""

import apsw

from voicedesk.core.archive import Hit
from voicedesk.core.units import ConversationId, TurnId
from voicedesk.store.rows import Value, number, text
from voicedesk.store.words import query_of

_BEGIN, _END = "\x02", "\x03"
_SEARCH = """
SELECT turns.number, turns.conversation, snippet(turns_fts, -1, char(2), char(3), '…', 20),
    CASE WHEN title <> '' THEN title ELSE
        (SELECT asked FROM turns AS first WHERE first.conversation = id AND asked <> ''
         ORDER BY number LIMIT 1)
    END
FROM turns_fts CROSS JOIN turns ON turns.number = turns_fts.rowid
    CROSS JOIN conversations ON conversations.id = turns.conversation
WHERE turns_fts MATCH ? AND deleted_us IS NULL ORDER BY turns_fts.rowid DESC LIMIT ?
"""
"""Read by number, newest first, until there are enough; by relevance it would read every match."""


def hits_in(connection: apsw.Connection, typed: str, limit: int) -> tuple[Hit, ...]:
    """Find turns that hold all the words, the newest first."""
    query = query_of(typed)
    if not query:
        return ()
    return tuple(_hit(*row) for row in connection.execute(_SEARCH, (query, limit)))


def _hit(turn: Value, conversation: Value, snippet: Value, heading: Value) -> Hit:
    passage, marks = _unmarked(text(snippet))
    return Hit(
        TurnId(number(turn)), ConversationId(number(conversation)), passage, marks, text(heading or "")
    )


def _unmarked(snippet: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Take the marks out of the text and give their places; marks that are part of the text do no harm."""
    passage, marks = "", []
    for piece in snippet.split(_BEGIN):
        word, end, rest = piece.partition(_END)
        if end:
            marks.append((len(passage), len(passage) + len(word)))
        passage += word + rest.replace(_END, "")
    return passage, tuple(marks)
