"""Offer rows with conversations to a list view, and tell it exactly which ones changed."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from voicedesk.core.units import ConversationId
from voicedesk.gui.plain_text import for_tooltip
from voicedesk.gui.sidebar.groups import ListRow

ROW_ROLE = Qt.ItemDataRole.UserRole
SHOWN_ROLE = Qt.ItemDataRole.UserRole + 1
"""Whether the conversation is the one on screen."""

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class ConversationListModel(QAbstractListModel):
    """Hold groups and conversations; a conversation can be renamed in its place."""

    renamed = Signal(object, str)
    """A conversation and the words that the person wrote."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ListRow] = []
        self._shown: ConversationId | None = None

    @property
    def rows(self) -> list[ListRow]:
        """Give all rows, from the top."""
        return self._rows

    def show(self, rows: list[ListRow], shown: ConversationId) -> None:
        """Take the rows as they are now, and which conversation is on screen."""
        self._exchange(rows)
        changed = {self._shown, shown} if shown != self._shown else set()
        self._shown = shown
        for place, row in enumerate(rows):
            if self._rows[place] != row or row.key in changed:
                self._rows[place] = row
                self.dataChanged.emit(self.index(place), self.index(place))

    def place_of(self, conversation: ConversationId) -> QModelIndex:
        """Find the row of a conversation."""
        places = (place for place, row in enumerate(self._rows) if row.key == conversation)
        return self.index(next(places, -1))

    def first_place(self) -> QModelIndex:
        """Find the row of the conversation on screen, or else the first conversation of all."""
        shown = self.place_of(self._shown) if self._shown else QModelIndex()
        places = (place for place, row in enumerate(self._rows) if row.heading)
        return shown if shown.isValid() else self.index(next(places, -1))

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self._rows[index.row()].heading is None:
            return Qt.ItemFlag.NoItemFlags
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsEditable
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == SHOWN_ROLE:
            return row.key == self._shown
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return row.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row)
        if role == Qt.ItemDataRole.ToolTipRole and row.heading:
            return for_tooltip(row.words)
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Hand a new title over; the row changes when it has come back."""
        row = self._rows[index.row()]
        words = " ".join(str(value).split())
        if row.heading and words != row.words:
            self.renamed.emit(row.heading.id, words)
        return True

    def _spoken(self, row: ListRow) -> str:
        if row.heading and row.key == self._shown:
            return self.tr("{name}, open").replace("{name}", row.words)
        return row.words

    def _exchange(self, rows: list[ListRow]) -> None:
        """Exchange what lies between the equal beginning and the equal end."""
        old, new = [row.key for row in self._rows], [row.key for row in rows]
        head = _common(old, new)
        tail = _common(old[head:][::-1], new[head:][::-1])
        if head < len(old) - tail:
            self.beginRemoveRows(NOWHERE, head, len(old) - tail - 1)
            del self._rows[head : len(old) - tail]
            self.endRemoveRows()
        if head < len(new) - tail:
            self.beginInsertRows(NOWHERE, head, len(new) - tail - 1)
            self._rows[head:head] = rows[head : len(new) - tail]
            self.endInsertRows()


def _common(first: list, second: list) -> int:
    """Count the equal elements at the beginning."""
    pairs = enumerate(zip(first, second, strict=False))
    return next((place for place, (one, other) in pairs if one != other), min(len(first), len(second)))
