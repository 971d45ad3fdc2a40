"""Say over the composer which question is being written anew."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QHBoxLayout, QWidget

from voicedesk.gui.elided_label import ElidedLabel
from voicedesk.gui.icons import IconButton
from voicedesk.gui.style import COLUMN_WIDTH, GRID

LONGEST_QUOTE = 60
NARROW_CHARACTERS = 56


class EditNote(QWidget):
    """One line that can be closed; the earlier turn stays, unless the person wants it gone."""

    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = ElidedLabel("", self)
        self._words.setProperty("look", "quiet")
        words = QCoreApplication.translate("Conversation", "Replace the old one")
        self._replaces = QCheckBox(words, self)
        self._arrange()

    @property
    def replaces(self) -> bool:
        """Tell whether the earlier turn shall go."""
        return self._replaces.isChecked()

    def show_question(self, asked: str) -> None:
        """Say which question it is."""
        line = " ".join(asked.split())
        quote = line if len(line) <= LONGEST_QUOTE else line[:LONGEST_QUOTE].rstrip() + "…"
        frame = QCoreApplication.translate("Conversation", "Editing “{question}”")
        self._words.show_text(frame.replace("{question}", quote))
        self._replaces.setChecked(False)
        self.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the choice a line of its own where the question would have no room beside it."""
        super().resizeEvent(event)
        is_narrow = self.width() < NARROW_CHARACTERS * self.fontMetrics().averageCharWidth()
        row, column = (1, 0) if is_narrow else (0, 1)
        self._grid.addWidget(self._replaces, row, column)

    def _arrange(self) -> None:
        close = IconButton("x", QCoreApplication.translate("Conversation", "Stop editing"), self)
        close.clicked.connect(self.closed)
        inner = QFrame(self)
        inner.setMaximumWidth(COLUMN_WIDTH + 2 * GRID)
        self._grid = QGridLayout(inner)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(0, 1)
        self._grid.addWidget(self._words, 0, 0)
        self._grid.addWidget(self._replaces, 0, 1)
        self._grid.addWidget(close, 0, 2)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(2 * GRID, GRID // 2, 2 * GRID, 0)
        whole.addWidget(inner)
