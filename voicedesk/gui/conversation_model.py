"""Offer the newest rows of a conversation to a list view, and tell it exactly which ones changed."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from voicedesk.core.conversation import Conversation, Turn
from voicedesk.core.units import TurnId
from voicedesk.gui.rows import Row, action_words, rows_of, spoken_row

FIRST_TURNS = 60
MORE_TURNS = 100
ROW_ROLE = Qt.ItemDataRole.UserRole

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class ConversationModel(QAbstractListModel):
    """Hold the rows of the last turns; more are shown when somebody scrolls up."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._conversation: Conversation | None = None
        self._shown_turns = FIRST_TURNS
        self._made: dict[TurnId, tuple[Turn, tuple[Row, ...]]] = {}
        self._rows: list[Row] = []

    @property
    def rows(self) -> list[Row]:
        """Give all rows, oldest first."""
        return self._rows

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken_row(row)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return ", ".join(action_words(action) for action in row.actions)
        return None

    def show(self, conversation: Conversation) -> None:
        """Take the conversation as it is now."""
        if self._conversation is None or self._conversation.id != conversation.id:
            self._shown_turns = FIRST_TURNS
        self._conversation = conversation
        self._change_to(self._rows_of(conversation.turns[-self._shown_turns :]))

    def show_earlier(self) -> bool:
        """Show more of the beginning, and tell whether there was more."""
        if self._conversation is None or self._shown_turns >= len(self._conversation.turns):
            return False
        self._shown_turns += MORE_TURNS
        self.show(self._conversation)
        return True

    def touch(self, keys: set[object]) -> None:
        """Say that these rows need another size."""
        for place, row in enumerate(self._rows):
            if row.key in keys:
                self._announce(place)

    def _rows_of(self, turns: tuple[Turn, ...]) -> list[Row]:
        """Make the rows, reusing those of turns that are the very same object as before."""
        made = {turn.number: self._remembered(turn) for turn in turns}
        self._made = made
        return [row for turn in turns for row in made[turn.number][1]]

    def _remembered(self, turn: Turn) -> tuple[Turn, tuple[Row, ...]]:
        known = self._made.get(turn.number)
        return known if known and known[0] is turn else (turn, rows_of(turn))

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


def _common(first: list, second: list) -> int:
    """Count the equal elements at the beginning."""
    count = 0
    for one, other in zip(first, second, strict=False):
        if one != other:
            break
        count += 1
    return count
