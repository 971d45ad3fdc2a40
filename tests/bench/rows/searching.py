"""Row 10: finding what was said among a hundred thousand messages, and what that costs when one is stored."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from threading import Event, Thread, get_ident
from time import perf_counter

import apsw

from tests.bench.figures import ratio
from tests.bench.long_history import RARE, Speech, fill
from tests.bench.report import Control, Gate, Row
from tests.bench.scope import Scope
from voicedesk.core.archive import Hit
from voicedesk.core.conversation import Turn
from voicedesk.core.inquiries import MessagesFound, SearchMessages
from voicedesk.core.units import TurnId
from voicedesk.engine.archivist import Archivist
from voicedesk.store import history
from voicedesk.store.answers import Answers
from voicedesk.store.connection import connect
from voicedesk.store.history import History
from voicedesk.store.rows import row_of

MESSAGES = 100_000
HITS = 20
"""As many as the window asks for at first."""
MOST_MS = 2.0
MOST_SHARE = 0.1
MOST_INSERT = 5.0
_LIKE = "SELECT * FROM turns WHERE asked LIKE ?1 OR answered LIKE ?1 ORDER BY number DESC LIMIT ?2"
_BY_RANK = "SELECT rowid FROM turns_fts WHERE turns_fts MATCH ? ORDER BY rank LIMIT ?"
Timed = dict[str, float]


def measure(scope: Scope) -> Row:
    """Search and store in one file, in turn with what a programmer would otherwise write."""
    with TemporaryDirectory(prefix="bench-") as folder:
        file, speech = Path(folder) / "history.db", Speech(seed=10)
        fill(file, speech, MESSAGES)  # in a quick run too: with fewer, LIKE is no worse
        rounds = scope.pick(30, 5)
        own, like, ranked = _search(file, _queries(speech.words), rounds)
        indexed, plain = _store(file, speech, scope.pick(200, 40))
        return _row(own, like, ranked, (indexed, plain), _is_elsewhere(file))


def _queries(words: list[str]) -> dict[str, str]:
    return {
        "a common word": words[0],
        "a word": words[500],
        "a rare word": RARE,
        "two words": f"{words[60]} {words[80]}",
        "the beginning of a word": RARE[:3],
        "no hit": "zzzqqq",
    }


def _search(file: Path, queries: dict[str, str], rounds: int) -> tuple[Timed, Timed, float]:
    """Time each query in the store, by LIKE, and the common one by relevance; in milliseconds."""
    store = History(file)
    bare = connect(file, lambda: 0.0)
    own: dict[str, list[float]] = {kind: [] for kind in queries}
    like: dict[str, list[float]] = {kind: [] for kind in queries}
    ranked: list[float] = []
    for _ in range(rounds):
        for kind, typed in queries.items():
            own[kind].append(_timed(lambda: store.search(typed, HITS)))  # noqa: B023  # called at once
            like[kind].append(_timed(lambda: _all(bare, _LIKE, f"%{typed}%")))  # noqa: B023
        ranked.append(_timed(lambda: _all(bare, _BY_RANK, queries["a common word"])))
    store.close()
    bare.close()
    return _medians(own), _medians(like), median(ranked)


def _store(file: Path, speech: Speech, count: int) -> tuple[float, float]:
    """Time storing a turn with the index and, into a copy of the table, without it; in milliseconds."""
    store = History(file)
    without = connect(file.with_name("plain.db"), lambda: 0.0)
    without.execute("CREATE TABLE conversations(id INTEGER PRIMARY KEY)")
    without.execute(_table_of(file))
    indexed, plain = [], []
    for turn in speech.turns(count):
        new = replace(turn, number=TurnId(10**9 + turn.number))
        indexed.append(_timed(lambda: store.save(new)))  # noqa: B023
        plain.append(_timed(lambda: _save_plainly(without, new, file.parent)))  # noqa: B023
    store.close()
    without.close()
    return median(indexed), median(plain)


def _table_of(file: Path) -> str:
    connection = connect(file, lambda: 0.0)
    sql = connection.execute("SELECT sql FROM sqlite_schema WHERE name = 'turns'").get
    connection.close()
    assert isinstance(sql, str)
    return sql


def _save_plainly(connection: apsw.Connection, turn: Turn, folder: Path) -> None:
    with connection:
        connection.execute(history._ADD_CONVERSATION, (turn.conversation,))
        connection.execute(history._SAVE, row_of(turn, folder))


class _Watched(History):
    """Note which thread searches."""

    searched_by = 0

    def search(self, typed: str, limit: int) -> tuple[Hit, ...]:
        self.searched_by = get_ident()
        return super().search(typed, limit)


def _is_elsewhere(file: Path) -> bool:
    """Ask as the window does, and tell whether another thread answered."""
    opened: list[_Watched] = []
    answered = Event()

    def open_history() -> History:
        opened.append(_Watched(file))
        return opened[0]

    def post(event: object) -> None:
        if isinstance(event, MessagesFound):
            answered.set()

    archivist = Archivist(open_history, lambda: Answers(file.parent / "answers"), post)
    worker = Thread(target=archivist.run)
    worker.start()
    archivist.carry_out(SearchMessages(RARE, HITS))
    assert answered.wait(30), "the search was not answered"
    archivist.stop()
    worker.join()
    return opened[0].searched_by != get_ident()


def _all(connection: apsw.Connection, statement: str, typed: str) -> None:
    connection.execute(statement, (typed, HITS)).fetchall()


def _timed(what: Callable[[], object]) -> float:
    began = perf_counter()
    what()
    return (perf_counter() - began) * 1_000


def _medians(measured: dict[str, list[float]]) -> Timed:
    return {kind: median(values) for kind, values in measured.items()}


def _row(own: Timed, like: Timed, ranked: float, stored: tuple[float, float], is_elsewhere: bool) -> Row:
    worst, worst_like = max(own.values()), max(like.values())
    indexed, plain = stored
    gates = (
        Gate("worst of 6 queries", f"{worst:.2f} ms", f"≤ {MOST_MS} ms", worst <= MOST_MS),
        Gate(
            "worst query against LIKE's",
            f"{worst:.2f} ms",
            f"≤ {MOST_SHARE} x LIKE",
            worst <= MOST_SHARE * worst_like,
            f"LIKE in the same file {worst_like:.1f} ms",
            ratio(worst, worst_like),
        ),
        Gate(
            "storing a turn",
            f"{indexed:.2f} ms",
            f"≤ {MOST_INSERT:.0f} x without the index",
            indexed <= MOST_INSERT * plain,
            f"the same table without it {plain:.2f} ms",
            ratio(indexed, plain),
        ),
        Gate("searches in the window's thread", "0" if is_elsewhere else "1", "0", is_elsewhere),
    )
    control = Control(
        f"ordering every match by relevance ({ranked:.1f} ms) takes longer than {MOST_MS} ms",
        ranked > MOST_MS,
    )
    each = ", ".join(f"{kind} {own[kind]:.2f} (LIKE {like[kind]:.2f})" for kind in own)
    return Row(10, "history search", gates, (control,), remarks=(f"{HITS} newest hits, ms: {each}.",))
