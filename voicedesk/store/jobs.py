"""Keep the pieces of a long transcription as they finish, so that none has to be paid for twice."""

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import astuple, dataclass
from pathlib import Path

import apsw

from voicedesk.core.exchange import Segment, Transcript
from voicedesk.core.problems import Trouble
from voicedesk.core.subtitles import Passage
from voicedesk.core.units import Milliseconds
from voicedesk.store.connection import connect
from voicedesk.store.failures import DAMAGED, pieces_not_saved
from voicedesk.store.private import make_folder, set_aside
from voicedesk.store.rows import Value, number, text

PATIENCE_S = 5.0
KEPT_S = 30 * 24 * 60 * 60
"""How long the pieces of a transcription that nobody finished are kept."""

_APPLICATION_ID = 0x56446B4A
_VERSION = 1
_TABLE = """
CREATE TABLE passages(
    job TEXT NOT NULL,
    start_ms INTEGER NOT NULL,
    end_ms INTEGER NOT NULL,
    said TEXT NOT NULL,
    segments TEXT NOT NULL,
    language TEXT NOT NULL,
    kept_at REAL NOT NULL,
    PRIMARY KEY(job, start_ms, end_ms)
) STRICT, WITHOUT ROWID
"""
_KEEP = "INSERT OR REPLACE INTO passages VALUES (?, ?, ?, ?, ?, ?, ?)"
_DONE = "SELECT start_ms, end_ms, said, segments, language FROM passages WHERE job = ? ORDER BY start_ms"
_FORGET = "DELETE FROM passages WHERE job = ?"
_FORGET_OLD = "DELETE FROM passages WHERE kept_at < ?"


@dataclass(frozen=True, slots=True)
class Job:
    """What makes two transcriptions the same: the sound itself, who writes it down, and how.

    `service` keeps what practice mode wrote apart from what the real service wrote.
    """

    sha256: str
    service: str
    model: str
    language: str
    translate: bool
    timed: bool

    @property
    def key(self) -> str:
        """Give the job as one text."""
        return json.dumps(astuple(self))


class Jobs:
    """The file of finished pieces, used by one thread. Every method raises `Trouble` and may be repeated.

    A damaged file is set aside and begun anew: it only costs that pieces are sent again.
    """

    def __init__(
        self, file: Path, patience_s: float = PATIENCE_S, now: Callable[[], float] = time.time
    ) -> None:
        self._file = file
        self._patience_s = patience_s
        self._now = now
        self._connection: apsw.Connection | None = None
        with self._translated():
            make_folder(file.parent)
        self._working(_FORGET_OLD, now() - KEPT_S)

    def done(self, job: Job) -> tuple[Passage, ...]:
        """Give the pieces that are finished, in order; a job that cannot be read begins anew."""
        rows = self._working(_DONE, job.key)
        try:
            return tuple(_passage(row) for row in rows)
        except (ValueError, TypeError):
            self.forget(job)
            return ()

    def keep(self, job: Job, passage: Passage) -> None:
        """Store a finished piece; it survives a power cut as soon as this returns."""
        assert passage.transcript
        said = passage.transcript.text.encode("utf-8", "replace").decode()  # JSON brings halves of characters
        segments = json.dumps([astuple(segment) for segment in passage.transcript.segments])
        times = (passage.start_ms, passage.end_ms)
        self._working(_KEEP, job.key, *times, said, segments, passage.transcript.language, self._now())

    def forget(self, job: Job) -> None:
        """Remove a job, because its result is in the hands of who wanted it."""
        self._working(_FORGET, job.key)

    def close(self) -> None:
        """Close the file; harmless when repeated."""
        connection, self._connection = self._connection, None
        if connection:
            with suppress(apsw.Error):
                connection.close()

    def _working(self, statement: str, *values: Value) -> list[tuple[Value, ...]]:
        """Carry a statement out; where the file turns out to be damaged, once more with a new one."""
        with self._translated():
            try:
                return self._opened().execute(statement, values).fetchall()
            except DAMAGED:
                self._exchange()
                return self._opened().execute(statement, values).fetchall()

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except (apsw.Error, OSError) as fault:
            raise Trouble(pieces_not_saved(fault, self._file.parent)) from fault

    def _opened(self) -> apsw.Connection:
        if self._connection is None:
            self._connection = _prepared(connect(self._file, lambda: self._patience_s))
        return self._connection

    def _exchange(self) -> None:
        self.close()
        broken = set_aside(self._file, lambda n: f"{self._file.stem}-broken-{n}.db")
        for ending in ("-wal", "-shm"):
            beside = Path(f"{self._file}{ending}")
            if beside.exists():
                beside.replace(f"{broken}{ending}")


def _prepared(connection: apsw.Connection) -> apsw.Connection:
    try:
        if _is_empty(connection):
            _create(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _is_empty(connection: apsw.Connection) -> bool:
    """Tell whether the table has still to be made; refuse a file that is damaged or not of this kind."""
    if connection.execute("PRAGMA quick_check(1)").get != "ok":
        raise apsw.CorruptError("the file is damaged")
    if not connection.execute("SELECT count(*) FROM sqlite_schema").get:
        return True
    if (connection.pragma("application_id"), connection.pragma("user_version")) != (
        _APPLICATION_ID,
        _VERSION,
    ):
        raise apsw.NotADBError("a database of some other program or version")
    return False


def _create(connection: apsw.Connection) -> None:
    with connection:
        connection.execute(_TABLE)
        connection.pragma("application_id", _APPLICATION_ID)
        connection.pragma("user_version", _VERSION)


def _passage(row: tuple[Value, ...]) -> Passage:
    start_ms, end_ms, said, segments, language = row
    placed = tuple(
        Segment(Milliseconds(start), Milliseconds(end), words)
        for start, end, words in json.loads(text(segments))
    )
    transcript = Transcript(text(said), placed, text(language))
    return Passage(Milliseconds(number(start_ms)), Milliseconds(number(end_ms)), transcript)
