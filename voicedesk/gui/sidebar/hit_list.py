"""The list of what a search found."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from voicedesk.gui.plain_text import for_tooltip
from voicedesk.gui.sidebar.hit_delegate import ROW_ROLE, HitDelegate
from voicedesk.gui.sidebar.hit_rows import HitRow

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class HitModel(QAbstractListModel):
    """Hold the rows of the newest search."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[HitRow] = []

    def show(self, rows: list[HitRow]) -> None:
        """Exchange all rows, or add to them where more was found of the same."""
        if rows == self.rows:
            return
        if rows[: len(self.rows)] == self.rows and self.rows:  # more of the same search
            self.beginInsertRows(NOWHERE, len(self.rows), len(rows) - 1)
            self.rows = rows
            self.endInsertRows()
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.ToolTipRole:
            return for_tooltip(row.passage or row.name)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.spoken
        return None


class HitList(QListView):
    """Enter or a click opens a hit."""

    opened = Signal(object)
    """A `HitRow`."""
    left = Signal()
    """Up was pressed in the first row."""
    ended = Signal()
    """The end of the list came in sight."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("hits")
        self.setAccessibleName(self.tr("Found"))
        self._rows = HitModel(self)
        self.setModel(self._rows)
        self.setItemDelegate(HitDelegate(self))
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.clicked.connect(self._on_clicked)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    @property
    def rows(self) -> list[HitRow]:
        """Give what is shown."""
        return self._rows.rows

    def show_rows(self, rows: list[HitRow]) -> None:
        """Show what was found now."""
        self._rows.show(rows)

    def take_focus(self) -> None:
        """Let the keyboard act here, beginning at the first hit."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._rows.index(0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() == Qt.Key.Key_Space:
            event.ignore()  # the window talks with it
        elif index.isValid() and event.key() in ENTER:
            self.opened.emit(index.data(ROW_ROLE))
        elif index.row() == 0 and event.key() == Qt.Key.Key_Up:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _on_scrolled(self, value: int) -> None:
        if value and value == self.verticalScrollBar().maximum():
            self.ended.emit()

    def _on_clicked(self, index: QModelIndex) -> None:
        self.opened.emit(index.data(ROW_ROLE))
