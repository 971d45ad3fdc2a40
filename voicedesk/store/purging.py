"""Destroy what was deleted, so that nothing of it is left in the file."""

from collections.abc import Iterator
from pathlib import Path

import apsw

from voicedesk.core.conversation import Clip
from voicedesk.core.units import ConversationId, TurnId
from voicedesk.store.rows import clip_of, number, rows_of

_OWN_CLIPS = """
SELECT * FROM turns WHERE conversation = ? AND clip_path IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM turns AS other
    WHERE other.clip_turn = turns.clip_turn AND other.conversation <> turns.conversation
)
"""


def turns_in(connection: apsw.Connection, conversation: ConversationId) -> tuple[TurnId, ...]:
    """Number the turns of a conversation."""
    rows = connection.execute("SELECT number FROM turns WHERE conversation = ?", (conversation,))
    return tuple(TurnId(number(row[0])) for row in rows)


def own_clips(connection: apsw.Connection, conversation: ConversationId, folder: Path) -> Iterator[Clip]:
    """Give the recordings that no turn of another conversation needs."""
    for row in rows_of(connection, _OWN_CLIPS, conversation):
        clip = clip_of(row, folder)
        if clip:
            yield clip


def purge(connection: apsw.Connection, conversation: ConversationId) -> None:
    """Remove a conversation and its turns."""
    connection.execute("DELETE FROM turns WHERE conversation = ?", (conversation,))
    connection.execute("DELETE FROM conversations WHERE id = ?", (conversation,))
