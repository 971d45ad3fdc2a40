"""Keep one row for every request that used something up, and add the rows up; deleting a turn keeps its rows.

A row holds numbers and the name of a model, and no word of what was said.
"""

from collections.abc import Iterator, Sequence
from dataclasses import fields

import apsw

from voicedesk.core.commands import BookSpending
from voicedesk.core.spending import Bill, Modality, Spending, added
from voicedesk.core.units import ConversationId, TurnId
from voicedesk.store.rows import Value, number, optional, storable, text

_NAMES = [entry.name for entry in fields(Spending)]
_AMOUNTS = [modality.value for modality in Modality]
_COLUMNS = ", ".join(_NAMES)
_SUMS = ", ".join(f"sum({name}) AS {name}" if name in _AMOUNTS else name for name in _NAMES)
_BOOK = (  # made of our own column names only
    f"INSERT INTO spent(at_us, conversation, turn, {_COLUMNS}) "  # noqa: S608
    f"VALUES (?, ?, ?, {', '.join('?' * len(_NAMES))})"
)
_KIND = "model, counted, practice"
_OF_CONVERSATION = f"SELECT turn, {_COLUMNS} FROM spent WHERE conversation = ? ORDER BY id"  # noqa: S608
_BETWEEN = f"SELECT {_SUMS} FROM spent WHERE at_us >= ? AND at_us < ? GROUP BY {_KIND}"  # noqa: S608

_ALL = f"SELECT at_us, conversation, turn, {_COLUMNS} FROM spent ORDER BY id"  # noqa: S608


def book(connection: apsw.Connection, entry: BookSpending) -> None:
    """Add a row."""
    values = [getattr(entry.spending, name) for name in _NAMES]
    plain = [storable(value) if isinstance(value, str) else int(value) for value in values]
    connection.execute(_BOOK, (entry.at, entry.conversation, entry.turn, *plain))


def spent_between(connection: apsw.Connection, from_us: int, until_us: int) -> Bill:
    """Add up what was spent by turns with these numbers, which are times."""
    return added(_spending(row) for row in connection.execute(_BETWEEN, (from_us, until_us)))


def spent_in(connection: apsw.Connection, conversation: ConversationId) -> tuple[Bill, dict[TurnId, Bill]]:
    """Add up what was spent in a conversation, and by turn, whether or not the turn is still there."""
    bills: dict[TurnId, Bill] = {}
    whole: list[Spending] = []
    for turn, *row in connection.execute(_OF_CONVERSATION, (conversation,)):
        whole.append(_spending(row))
        if turn is not None:
            home = TurnId(number(turn))
            bills[home] = added(bills.get(home, ()), whole[-1:])
    return added(whole), bills


def all_booked(connection: apsw.Connection) -> Iterator[BookSpending]:
    """Read all rows as they are, as far as a damaged file gives them."""
    for at_us, conversation, turn, *row in connection.execute(_ALL):
        home, shown = optional(number, conversation), optional(number, turn)
        yield BookSpending(
            TurnId(number(at_us)),
            _spending(row),
            None if home is None else ConversationId(home),
            None if shown is None else TurnId(shown),
        )


def _spending(row: Sequence[Value]) -> Spending:
    named = dict(zip(_NAMES, row, strict=True))
    amounts = {name: number(named[name]) for name in _AMOUNTS}
    return Spending(
        text(named["model"]),
        counted=bool(named["counted"]),
        practice=bool(named["practice"]),
        **amounts,
    )
