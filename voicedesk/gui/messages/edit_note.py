"""Say over the composer which question is being written anew."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QWidget

from voicedesk.gui.icons import IconButton
from voicedesk.gui.plain_text import for_label
from voicedesk.gui.style import COLUMN_WIDTH, GRID

LONGEST_QUOTE = 60


class EditNote(QWidget):
    """One line that can be closed; the earlier turn stays, unless the person wants it gone."""

    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setProperty("look", "quiet")
        words = QCoreApplication.translate("Conversation", "Delete the earlier one when I send")
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
        self._words.setText(for_label(frame.replace("{question}", quote)))
        self._replaces.setChecked(False)
        self.show()

    def _arrange(self) -> None:
        close = IconButton("x", QCoreApplication.translate("Conversation", "Stop editing"), self)
        close.clicked.connect(self.closed)
        inner = QFrame(self)
        inner.setMaximumWidth(COLUMN_WIDTH + 2 * GRID)
        row = QHBoxLayout(inner)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._words, 1)
        row.addWidget(self._replaces)
        row.addWidget(close)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(2 * GRID, GRID // 2, 2 * GRID, 0)
        whole.addWidget(inner)
