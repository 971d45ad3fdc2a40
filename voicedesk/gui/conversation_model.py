"""Offer a stretch of a conversation to a list view, and tell it exactly which rows changed."""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import (
    QAbstractListModel,
    QDate,
    QDateTime,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from voicedesk.core.conversation import Conversation, Turn
from voicedesk.core.prices import USUAL_PERCENT
from voicedesk.core.units import TurnId
from voicedesk.gui.messages.reading import shown_text
from voicedesk.gui.rows import Row, Voice, action_words, rows_of, spoken_row, summary_row

FIRST_TURNS = 12
"""Fills a large screen, so that a conversation of any length opens like a short one."""
MORE_TURNS = 6
"""Laid out while somebody scrolls: less than a frame takes, on a slow machine too."""
MOST_TURNS = 96
"""More are never held: what is far from the place that is read is given up again."""
ROW_ROLE = Qt.ItemDataRole.UserRole

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class ConversationModel(QAbstractListModel):
    """Hold the rows of some turns, at first the last ones; the stretch moves when somebody scrolls."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._conversation: Conversation | None = None
        self._first = 0
        self._end = 0
        self._hidden: frozenset[TurnId] = frozenset()
        self._made: dict[TurnId, tuple[Turn, QDate | None, tuple[Row, ...]]] = {}
        self._rows: list[Row] = []
        self._price_percent = USUAL_PERCENT
        self._is_unfolded = False

    @property
    def rows(self) -> list[Row]:
        """Give the rows of the stretch, oldest first."""
        return self._rows

    @property
    def is_at_end(self) -> bool:
        """Tell whether the newest turn is in the stretch."""
        return self._conversation is None or self._end >= len(self._conversation.turns)

    @property
    def conversation(self) -> Conversation | None:
        """Give what is shown."""
        return self._conversation

    def all_rows(self) -> Iterator[Row]:
        """Give the rows of the whole conversation, made as they are taken."""
        for turn in self._conversation.turns if self._conversation else ():
            if turn.number not in self._hidden:
                yield from rows_of(turn, self._price_percent)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken_row(row, shown_text(row.text) if row.voice is Voice.SERVICE else row.text)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return ", ".join(action_words(action) for action in row.actions)
        return None

    def index_of(self, key: object) -> QModelIndex:
        """Find a row by its key; an invalid index if it is not in the stretch."""
        place = next((place for place, row in enumerate(self._rows) if row.key == key), -1)
        return self.index(place) if place >= 0 else QModelIndex()

    def show(self, conversation: Conversation) -> None:
        """Take the conversation as it is now; whoever asks something sees what comes of it."""
        before, count = self._conversation, len(conversation.turns)
        was_at_end = self.is_at_end
        self._conversation = conversation
        is_another = before is None or before.id != conversation.id
        self._is_unfolded = self._is_unfolded and not is_another
        if is_another or (not was_at_end and _newest(conversation) > _newest(before)):
            self._first, self._end = max(0, count - FIRST_TURNS), count
        elif was_at_end:
            self._first = max(0, min(self._first, count - 1), count - MOST_TURNS)
            self._end = count
        self._update()

    def hide(self, turns: frozenset[TurnId]) -> None:
        """Leave these turns out, as if they were deleted."""
        self._hidden = turns
        self._update()

    def unfold_summary(self, is_unfolded: bool) -> None:
        """Show the whole summary, or one line of it."""
        self._is_unfolded = is_unfolded
        self._update()

    def price_by(self, percent: int) -> None:
        """Count prices that nobody publishes by so many percent of the maker's."""
        if percent != self._price_percent:
            self._price_percent = percent
            self._made.clear()
            self._update()

    def show_earlier(self) -> bool:
        """Show more of what came before, and tell whether there was more."""
        if self._conversation is None or self._first == 0:
            return False
        self._first = max(0, self._first - MORE_TURNS)
        self._end = min(self._end, self._first + MOST_TURNS)
        self._update()
        return True

    def show_later(self) -> bool:
        """Show more of what came after, and tell whether there was more."""
        if self._conversation is None or self.is_at_end:
            return False
        self._end = min(len(self._conversation.turns), self._end + MORE_TURNS)
        self._first = max(self._first, self._end - MOST_TURNS)
        self._update()
        return True

    def show_end(self) -> None:
        """Show the newest turns."""
        if self._conversation and not self.is_at_end:
            self._end = len(self._conversation.turns)
            self._first = max(0, self._end - FIRST_TURNS)
            self._update()

    def show_turn(self, turn: TurnId) -> bool:
        """Show the turns around this one, and tell whether it is there."""
        turns = self._conversation.turns if self._conversation else ()
        place = next((place for place, known in enumerate(turns) if known.number == turn), -1)
        if place < 0:
            return False
        if not self._first <= place < self._end:
            self._first = max(0, place - FIRST_TURNS)
            self._end = min(len(turns), place + FIRST_TURNS)
            self._update()
        return True

    def touch(self, keys: set[object]) -> None:
        """Say that these rows need another size."""
        for place, row in enumerate(self._rows):
            if row.key in keys:
                self._announce(place)

    def _update(self) -> None:
        self._change_to(self._rows_of_stretch())

    def _rows_of_stretch(self) -> list[Row]:
        """Make the rows, reusing those of turns that are the very same object as before."""
        turns = self._conversation.turns if self._conversation else ()
        made: dict[TurnId, tuple[Turn, QDate | None, tuple[Row, ...]]] = {}
        before = _day_of(turns[self._first - 1]) if self._first else QDate.currentDate()
        for turn in turns[self._first : self._end]:
            if turn.number in self._hidden:
                continue
            day = _day_of(turn)
            made[turn.number] = self._remembered(turn, None if day == before else day)
            before = day
        self._made = made
        return self._with_summary([row for _, _, rows in made.values() for row in rows])

    def _with_summary(self, rows: list[Row]) -> list[Row]:
        """Put the summary behind what it stands for, if that is in the stretch."""
        summary = summary_row(self._conversation, self._is_unfolded) if self._conversation else None
        place = sum(row.turn <= summary.turn for row in rows) if summary else 0
        return [*rows[:place], summary, *rows[place:]] if summary and place else rows

    def _remembered(self, turn: Turn, day: QDate | None) -> tuple[Turn, QDate | None, tuple[Row, ...]]:
        known = self._made.get(turn.number)
        if known and known[0] is turn and known[1] == day:
            return known
        first, *others = rows_of(turn, self._price_percent)
        return turn, day, (replace(first, day=day), *others)

    def _change_to(self, rows: list[Row]) -> None:
        """Exchange what lies between the equal beginning and the equal end."""
        old, new = [row.key for row in self._rows], [row.key for row in rows]
        head = _common(old, new)
        tail = _common(old[head:][::-1], new[head:][::-1])
        self._remove(head, len(old) - tail)
        self._insert(head, rows[head : len(rows) - tail])
        for place, row in enumerate(rows):
            if self._rows[place] is not row and self._rows[place] != row:
                self._rows[place] = row
                self._announce(place)

    def _remove(self, first: int, end: int) -> None:
        if first < end:
            self.beginRemoveRows(NOWHERE, first, end - 1)
            del self._rows[first:end]
            self.endRemoveRows()

    def _insert(self, first: int, rows: list[Row]) -> None:
        if rows:
            self.beginInsertRows(NOWHERE, first, first + len(rows) - 1)
            self._rows[first:first] = rows
            self.endInsertRows()

    def _announce(self, place: int) -> None:
        self.dataChanged.emit(self.index(place), self.index(place))


def _newest(conversation: Conversation | None) -> int:
    return conversation.turns[-1].number if conversation and conversation.turns else 0


def _day_of(turn: Turn) -> QDate:
    """Tell the day of a turn here; turns are numbered by the clock."""
    return QDateTime.fromMSecsSinceEpoch(turn.number // 1000).date()


def _common(first: list, second: list) -> int:
    """Count the equal elements at the beginning."""
    count = 0
    for one, other in zip(first, second, strict=False):
        if one != other:
            break
        count += 1
    return count
