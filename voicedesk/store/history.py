"""Keep conversations in a database, and get over every way in which its file can fail."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

import apsw

from voicedesk.core.archive import Heading, Hit
from voicedesk.core.commands import BookSpending
from voicedesk.core.conversation import Clip, Conversation, Turn
from voicedesk.core.problems import Kind, Problem, Trouble
from voicedesk.core.spending import Bill
from voicedesk.core.units import ConversationId, TurnId
from voicedesk.store import about, ledger, purging
from voicedesk.store.connection import connect, connect_for_reading
from voicedesk.store.failures import DAMAGED, not_saved, problem_of
from voicedesk.store.private import make_folder, set_aside
from voicedesk.store.queries import conversation_in, headings_in, latest_in
from voicedesk.store.rescue import Rescued, rescue
from voicedesk.store.rows import COLUMNS, row_of
from voicedesk.store.schema import MIGRATIONS, is_foreign, migrate, version_of
from voicedesk.store.searching import hits_in

PATIENCE_S = 5.0
HURRIED_S = 0.2
CHECKED_BYTES = 64 * 2**20
"""A larger file is not read through at the start; damage in it shows when the place is read."""

_SAVE = (  # made of our own column names only
    f"INSERT INTO turns({', '.join(COLUMNS)}) VALUES ({', '.join(f':{name}' for name in COLUMNS)}) "  # noqa: S608
    f"ON CONFLICT(number) DO UPDATE SET {', '.join(f'{name} = excluded.{name}' for name in COLUMNS[1:])}"
)
_IS_FINISHED = (
    "SELECT coalesce(min(ending IN ('done', 'interrupted') AND (answered <> '' OR answer_frames > 0)), 0) "
    "FROM turns WHERE number = ?1 OR clip_turn = ?1"
)
_ADD_CONVERSATION = "INSERT INTO conversations(id) VALUES (?) ON CONFLICT DO NOTHING"
_CLOSE_OPEN = "UPDATE turns SET ending = 'interrupted' WHERE ending IS NULL"


class History:
    """The one connection that writes; used by one thread, except for `hurry`.

    Every method raises `Trouble` and may be repeated: it opens the file anew if that is what is needed.
    After HISTORY_DAMAGED the file has been exchanged already. `remark` tells what was met while opening.
    """

    def __init__(
        self, file: Path, patience_s: float = PATIENCE_S, now: Callable[[], datetime] = datetime.now
    ) -> None:
        self.remark: Problem | None = None
        self._file = file
        self._folder = file.parent
        self._patience_s = patience_s
        self._now = now
        self._connection: apsw.Connection | None = None
        self._identity = (0, 0)
        self._newer = False
        with self._translated():
            self._open()

    def save(self, turn: Turn) -> None:
        """Store a turn as it is now; it survives a power cut as soon as this returns."""
        with self._writing() as connection:
            connection.execute(_ADD_CONVERSATION, (turn.conversation,))
            connection.execute(_SAVE, row_of(turn, self._folder))

    def close_open_turns(self) -> None:
        """Mark turns that an earlier run of the program left without an ending as interrupted."""
        with self._writing() as connection:
            connection.execute(_CLOSE_OPEN)

    def delete_turn(self, turn: TurnId) -> None:
        """Forget a turn so that nothing of it is left in the database; its sound lies elsewhere."""
        with self._writing() as connection:
            connection.execute("DELETE FROM turns WHERE number = ?", (turn,))
            connection.execute("DELETE FROM conversations WHERE id NOT IN (SELECT conversation FROM turns)")
        self._empty_log()

    def delete_all(self) -> None:
        """Forget every turn and every conversation, so that nothing of them is left in the file."""
        with self._writing() as connection:
            connection.execute("DELETE FROM turns")
            connection.execute("DELETE FROM conversations")
        with self._connected() as connection:
            connection.execute("VACUUM")
        self._empty_log()

    def is_finished(self, turn: TurnId) -> bool:
        """Tell whether this turn, and every other one with its recording, was sent and answered."""
        with self._connected() as connection:
            return bool(connection.execute(_IS_FINISHED, (turn,)).get)

    def conversation(self, conversation: ConversationId) -> Conversation:
        """Read a conversation; an unknown one is empty."""
        with self._connected() as connection:
            return conversation_in(connection, conversation, self._folder, self._newer)

    def latest(self) -> Conversation | None:
        """Read the conversation in which something was said last."""
        with self._connected() as connection:
            found = latest_in(connection)
        return None if found is None else self.conversation(found)

    def conversations(self, limit: int) -> tuple[Heading, ...]:
        """List conversations, the pinned ones before the others and the newest first."""
        with self._connected() as connection:
            return headings_in(connection, limit)

    def search(self, typed: str, limit: int) -> tuple[Hit, ...]:
        """Find turns that hold all the words, the newest first."""
        with self._connected() as connection:
            return hits_in(connection, typed, limit)

    def rename(self, conversation: ConversationId, title: str) -> None:
        """Give a conversation a title; an empty one brings the first words back."""
        with self._writing() as connection:
            about.rename(connection, conversation, title)

    def pin(self, conversation: ConversationId, pinned: bool) -> None:
        """Keep a conversation at the top of the list, or no longer."""
        with self._writing() as connection:
            about.pin(connection, conversation, pinned)

    def keep_summary(self, conversation: ConversationId, summary: str, until: TurnId | None) -> None:
        """Store what stands for the turns up to one."""
        with self._writing() as connection:
            about.summarize(connection, conversation, summary, until)

    def book(self, entry: BookSpending) -> None:
        """Keep what a request used up, whatever becomes of its turn."""
        with self._writing() as connection:
            ledger.book(connection, entry)

    def spent_between(self, from_us: int, until_us: int) -> Bill:
        """Add up what was spent in a stretch of time."""
        with self._connected() as connection:
            return ledger.spent_between(connection, from_us, until_us)

    def delete(self, conversation: ConversationId) -> None:
        """Take a conversation out of list and search; it is all there until it is purged."""
        with self._writing() as connection:
            about.mark_deleted(connection, conversation, int(self._now().timestamp() * 1_000_000))

    def restore(self, conversation: ConversationId) -> None:
        """Take a deletion back."""
        with self._writing() as connection:
            about.mark_deleted(connection, conversation, None)

    def deleted(self) -> tuple[ConversationId, ...]:
        """Name the conversations that are deleted and not purged."""
        with self._connected() as connection:
            return about.deleted(connection)

    def sounds_of(self, conversation: ConversationId) -> tuple[tuple[TurnId, ...], tuple[Clip, ...]]:
        """Give the turns, and the recordings that no other conversation needs."""
        with self._connected() as connection:
            clips = tuple(purging.own_clips(connection, conversation, self._folder))
            return purging.turns_in(connection, conversation), clips

    def purge(self, conversation: ConversationId) -> None:
        """Destroy a conversation so that nothing of it is left in the database; its sound lies elsewhere."""
        with self._writing() as connection:
            purging.purge(connection, conversation)
        self._empty_log()

    def knows(self, turn: TurnId) -> bool:
        """Tell whether a turn, or another one with the recording of that turn, is stored."""
        statement = "SELECT EXISTS(SELECT 1 FROM turns WHERE number = ?1 OR clip_turn = ?1)"
        with self._connected() as connection:
            return bool(connection.execute(statement, (turn,)).get)

    def hurry(self) -> None:
        """Wait hardly any longer for other programs, because this one ends; may be called from any thread."""
        self._patience_s = HURRIED_S

    def close(self) -> None:
        """Close the file; harmless when repeated."""
        connection, self._connection = self._connection, None
        if connection:
            with suppress(apsw.Error):
                connection.close()

    def _empty_log(self) -> None:
        """Bring what was deleted out of the write-ahead log, where it would be readable for a while."""
        with self._connected() as connection:
            connection.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_TRUNCATE)

    @contextmanager
    def _writing(self) -> Iterator[apsw.Connection]:
        with self._connected() as connection:
            if self._newer:
                raise Trouble(Problem(Kind.HISTORY_NEWER))
            with connection:
                yield connection

    @contextmanager
    def _connected(self) -> Iterator[apsw.Connection]:
        with self._translated():
            if self._connection is None:
                self._open()
            elif not self._is_still_there():
                self.close()
                raise FileNotFoundError(2, "the file was removed", str(self._file))
            assert self._connection
            try:
                yield self._connection
            except DAMAGED as damage:
                if self._newer:
                    raise apsw.CorruptError(str(damage)) from damage
                raise Trouble(self._exchange()) from None

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except apsw.Error as fault:
            raise Trouble(problem_of(fault, self._folder)) from fault
        except OSError as fault:
            raise Trouble(not_saved(fault, self._folder)) from fault

    def _open(self) -> None:
        make_folder(self._folder)
        try:
            self._connection = self._opened()
        except DAMAGED:
            self.remark = self._exchange()
        if self._newer:
            self.remark = Problem(Kind.HISTORY_NEWER)
        status = self._file.stat()
        self._identity = (status.st_dev, status.st_ino)

    def _opened(self) -> apsw.Connection:
        if self._file.exists() and self._file.stat().st_size:
            reading = connect_for_reading(self._file, self._patience)
            self._newer = _checked_version(reading, self._file) > len(MIGRATIONS)
            if self._newer:
                return reading
            reading.close()
        return self._opened_for_writing(self._file)

    def _opened_for_writing(self, file: Path) -> apsw.Connection:
        connection = connect(file, self._patience)
        try:
            migrate(connection, file)
            connection.transaction_mode = "IMMEDIATE"
        except BaseException:
            connection.close()
            raise
        return connection

    def _exchange(self) -> Problem:
        """Put what can be rescued into a new file, move the damaged one aside and tell about it.

        The new file is complete before the old one moves: a crash in between starts the rescue again.
        """
        self.close()
        rescued = rescue(self._file)
        fresh = self._file.with_name(f"{self._file.stem}-rescued.db")
        _remove_database(fresh)
        self._fill(fresh, rescued)
        broken = self._set_aside()
        fresh.replace(self._file)
        self._connection = self._opened_for_writing(self._file)
        status = self._file.stat()
        self._identity = (status.st_dev, status.st_ino)
        return Problem(Kind.HISTORY_DAMAGED, {"file": broken.name, "turns": str(len(rescued.turns))})

    def _fill(self, file: Path, rescued: Rescued) -> None:
        connection = self._opened_for_writing(file)
        try:
            with connection:
                for turn in rescued.turns:
                    known = rescued.about.get(turn.conversation, about.About(turn.conversation))
                    about.put(connection, known)
                    connection.execute(_SAVE, row_of(turn, self._folder))
                for entry in rescued.booked:
                    ledger.book(connection, entry)
        finally:
            connection.close()

    def _set_aside(self) -> Path:
        name = f"{self._file.stem}-{self._now():%Y-%m-%d}-broken"
        broken = set_aside(self._file, lambda n: f"{name}.db" if n == 1 else f"{name}-{n}.db")
        for ending in ("-wal", "-shm"):
            beside = Path(f"{self._file}{ending}")
            if beside.exists():
                beside.replace(f"{broken}{ending}")
        return broken

    def _is_still_there(self) -> bool:
        """Notice a file that was deleted or exchanged: SQLite would go on writing into the void."""
        try:
            status = self._file.stat()
        except OSError:
            return False
        return (status.st_dev, status.st_ino) == self._identity

    def _patience(self) -> float:
        return self._patience_s


def _checked_version(connection: apsw.Connection, file: Path) -> int:
    """Read the version of a file whose structure is sound; close the connection if it is not."""
    try:
        version = version_of(connection)
        if version <= len(MIGRATIONS):
            _check(connection, file)
    except BaseException:
        connection.close()
        raise
    return version


def _check(connection: apsw.Connection, file: Path) -> None:
    if is_foreign(connection):
        raise apsw.NotADBError("a database of some other program")
    if file.stat().st_size <= CHECKED_BYTES and connection.execute("PRAGMA quick_check(1)").get != "ok":
        raise apsw.CorruptError("the check of the structure failed")


def _remove_database(file: Path) -> None:
    for ending in ("", "-wal", "-shm"):
        Path(f"{file}{ending}").unlink(missing_ok=True)
