"""Change the summary that goes along in the place of the oldest messages."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from voicedesk.core.context import BYTES_PER_TOKEN, SUMMARY_TOKENS
from voicedesk.gui.style import GRID

LONGEST = int(SUMMARY_TOKENS * BYTES_PER_TOKEN)
"""Characters of English; what is longer is shortened when it is sent."""
SIZE = (70 * GRID, 50 * GRID)


class SummaryDialog(QDialog):
    """A field with the text; what is stored applies to the next question."""

    stored = Signal(str)
    """The text as the person left it."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Summary of the earlier messages"))
        self._text = QPlainTextEdit(text, self)
        self._text.setProperty("look", "field")
        self._text.setAccessibleName(self.windowTitle())
        self._text.setTabChangesFocus(True)
        about = QLabel(
            self.tr(
                "New questions take this along in the place of the messages it stands for. "
                "The messages themselves stay in the conversation."
            ),
            self,
        )
        about.setWordWrap(True)
        about.setProperty("look", "quiet")
        self._length = QLabel(self)
        self._length.setProperty("look", "quiet")
        self._text.textChanged.connect(self._on_typed)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        for widget in (about, self._text, self._length, self._buttons()):
            column.addWidget(widget)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self._on_stored)
        self.resize(*SIZE)
        self._on_typed()

    @property
    def text(self) -> QPlainTextEdit:
        """Give the field."""
        return self._text

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        store = QPushButton(self.tr("Save"), self)
        store.setProperty("look", "main")
        store.setToolTip(self.tr("Save (Ctrl+Enter)"))
        buttons.addButton(store, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self._on_stored)
        buttons.rejected.connect(self.reject)
        return buttons

    def _on_typed(self) -> None:
        """Say when the text is longer than what goes along."""
        count = len(self._text.toPlainText())
        text = self.tr("The summary is long; its middle is left out of what is sent.")
        self._length.setText(text if count > LONGEST else "")

    def _on_stored(self) -> None:
        self.stored.emit(self._text.toPlainText())
        self.accept()
