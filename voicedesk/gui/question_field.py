"""The field for typed questions: it grows with its text and sends on Enter."""

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QResizeEvent, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from voicedesk.gui.attaching.drops import files_in
from voicedesk.gui.keys import Bound, written
from voicedesk.gui.style import FIELD_PADDING

MOST_LINES = 6
FRAME_PX = FIELD_PADDING + 1
MOST_CHARACTERS = 100_000
"""Far more than a question; a larger paste would hold the window up."""


class QuestionField(QPlainTextEdit):
    """Enter sends, Shift+Enter begins a new line; while it is empty the space bar is left to the window."""

    submitted = Signal(str)
    submitted_nothing = Signal()
    """Enter was pressed where nothing is written."""
    files_pasted = Signal(object)
    """The paths of files that were copied in a file manager."""
    refused = Signal()
    """Something was pasted that is too long."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_composing = False
        self.setObjectName("question")
        self.setPlaceholderText(self.tr("Ask anything…"))
        self.setAccessibleName(self.tr("Question"))
        self.setAccessibleDescription(self.tr("Enter sends, Shift and Enter begin a new line"))
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._on_size_changed)
        self._fit(1)

    def is_empty(self) -> bool:
        """Tell whether nothing is written, not even a character that is being composed."""
        return self.document().isEmpty() and not self._is_composing

    def own_keys(self) -> tuple[Bound, ...]:
        """Name the keys that mean something while one writes here."""
        return (
            Bound(self.tr("Send the question"), written("Return")),
            Bound(self.tr("Begin a new line"), written("Shift+Return")),
        )

    def submit(self) -> None:
        """Send what is written."""
        text = self.toPlainText().strip()
        if text:
            self.submitted.emit(text)
        else:
            self.submitted_nothing.emit()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.submit()
        elif event.key() == Qt.Key.Key_Space and self.is_empty():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            event.ignore()  # it may end a hold that began in the window
        else:
            super().keyReleaseEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._is_composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Leave files that are dragged over the field to the window."""
        return not files_in(source) and super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        if files := files_in(source):
            self.files_pasted.emit(files)
        elif len(source.text()) > MOST_CHARACTERS:
            self.refused.emit()
        else:
            self.textCursor().insertText(source.text())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._on_size_changed()

    def _on_size_changed(self) -> None:
        """A document of plain text measures its height in lines."""
        self._fit(round(self.document().size().height()))

    def _fit(self, lines: int) -> None:
        is_full = lines > MOST_LINES
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if is_full else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(policy)
        around = 2 * round(self.document().documentMargin()) + 2 * FRAME_PX
        self.setFixedHeight(max(1, min(lines, MOST_LINES)) * self.fontMetrics().lineSpacing() + around)
