"""Show every key that does something in the window, as it is bound at this moment."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from voicedesk.gui.keys import Bound, keys_of
from voicedesk.gui.style import GRID

WORDS, KEYS = range(2)


class ShortcutsDialog(QDialog):
    """Two columns: what is done, and by which keys."""

    def __init__(self, window: QWidget) -> None:
        bound = keys_of(window)  # before this dialog adds its own
        super().__init__(window)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self._list = QTreeWidget(self)
        self._list.setObjectName("shortcuts")
        self._list.setAccessibleName(self.tr("Keyboard shortcuts"))
        self._list.setColumnCount(2)
        self._list.setHeaderLabels([self.tr("What it does"), self.tr("Keys")])
        self._list.setRootIsDecorated(False)
        self._list.header().setSectionResizeMode(WORDS, QHeaderView.ResizeMode.Stretch)
        self._list.header().setSectionResizeMode(KEYS, QHeaderView.ResizeMode.ResizeToContents)
        self._list.header().setStretchLastSection(False)
        self._list.ensurePolished()  # or some rows are measured without the style sheet
        for each in bound:
            self._add(each)
        self._list.setCurrentIndex(self._list.model().index(0, 0))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.addWidget(self._list)
        column.addWidget(buttons)
        self.resize(480, 440)
        self._list.setFocus()

    @property
    def shown(self) -> tuple[Bound, ...]:
        """Give what is listed."""
        items = [self._list.topLevelItem(row) for row in range(self._list.topLevelItemCount())]
        return tuple(Bound(item.text(WORDS), item.text(KEYS)) for item in items if item)

    def _add(self, bound: Bound) -> None:
        item = QTreeWidgetItem(self._list, [bound.words, bound.keys])
        item.setData(WORDS, Qt.ItemDataRole.AccessibleTextRole, f"{bound.words}: {bound.keys}")
