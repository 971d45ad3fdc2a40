"""Read the history beside the program that writes it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import apsw

from voicedesk.core.archive import Heading, Hit
from voicedesk.core.conversation import Conversation
from voicedesk.core.problems import Trouble
from voicedesk.core.spending import Bill
from voicedesk.core.units import ConversationId
from voicedesk.store.connection import connect_for_reading
from voicedesk.store.failures import not_read
from voicedesk.store.history import PATIENCE_S, History
from voicedesk.store.ledger import spent_between
from voicedesk.store.queries import conversation_in, headings_in, latest_in, title_in
from voicedesk.store.schema import MIGRATIONS, version_of
from voicedesk.store.searching import hits_in


class HistoryReader:
    """A second connection, opened for one question at a time and unable to change anything.

    Where nothing was ever stored, everything is empty. Every method may raise `Trouble`.
    """

    def __init__(self, file: Path, patience_s: float = PATIENCE_S) -> None:
        self._file = file
        self._patience_s = patience_s

    def conversation(self, conversation: ConversationId) -> Conversation:
        """Read a conversation; an unknown one is empty."""
        with self._connected() as connection:
            if connection is None:
                return Conversation(conversation)
            is_newer = version_of(connection) > len(MIGRATIONS)
            return conversation_in(connection, conversation, self._file.parent, is_newer)

    def title(self, conversation: ConversationId) -> str:
        """Give the title that a conversation was given; empty if it has none or is unknown."""
        with self._connected() as connection:
            return title_in(connection, conversation) if connection else ""

    def latest(self) -> ConversationId | None:
        """Name the conversation in which something was said last."""
        with self._connected() as connection:
            return latest_in(connection) if connection else None

    def conversations(self, limit: int) -> tuple[Heading, ...]:
        """List conversations, the pinned ones before the others and the newest first."""
        with self._connected() as connection:
            return headings_in(connection, limit) if connection else ()

    def search(self, typed: str, limit: int) -> tuple[Hit, ...]:
        """Find turns that hold all the words, the newest first."""
        with self._connected() as connection:
            return hits_in(connection, typed, limit) if connection else ()

    def spent_between(self, from_us: int, until_us: int) -> Bill:
        """Add up what was spent in a stretch of time."""
        with self._connected() as connection:
            return spent_between(connection, from_us, until_us) if connection else ()

    @contextmanager
    def _connected(self) -> Iterator[apsw.Connection | None]:
        """Give a connection, or none where there is no history yet; what fails becomes a problem."""
        try:
            connection = self._opened()
            try:
                yield connection
            finally:
                if connection:
                    connection.close()
        except (apsw.Error, OSError, UnicodeDecodeError) as fault:
            raise Trouble(not_read(fault)) from fault

    def _opened(self) -> apsw.Connection | None:
        if not self._file.exists() or not self._file.stat().st_size:
            return None
        connection = self._open()
        if version_of(connection) >= len(MIGRATIONS):
            return connection
        connection.close()
        return self._brought_up_to_date()

    def _brought_up_to_date(self) -> apsw.Connection | None:
        """Let the one who may write bring an older file up to date first, as the program itself would."""
        History(self._file, self._patience_s).close()
        connection = self._open()
        if version_of(connection):
            return connection
        connection.close()
        return None

    def _open(self) -> apsw.Connection:
        return connect_for_reading(self._file, lambda: self._patience_s)
