"""The field at the top of the sidebar that searches everything that was said, as one types."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from voicedesk.gui.field_buttons import name_buttons
from voicedesk.gui.icons import icon
from voicedesk.gui.keys import written
from voicedesk.gui.style import GRID, current_tokens

KEYS = "Ctrl+K"
LONGEST = 200
ICON_PX = 16


class SearchField(QLineEdit):
    """Escape empties it; Enter takes the first hit, and Down goes to them."""

    typed = Signal(str)
    first_wanted = Signal()
    list_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("search")
        self.setMaxLength(LONGEST)
        self.setPlaceholderText(self.tr("Search"))
        self.setAccessibleName(self.tr("Search in all conversations"))
        self._glass = QAction(self.tr("Search"), self)
        self._glass.triggered.connect(self.setFocus)
        self.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self._clear = QAction(self.tr("Empty the search"), self)
        self._clear.triggered.connect(self.clear)
        self._keys = QLabel(written(KEYS), self)
        self._keys.setProperty("look", "quiet")
        self._keys.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.textChanged.connect(self._on_changed)
        self.returnPressed.connect(self.first_wanted)
        self._draw()
        name_buttons(self)

    @property
    def words(self) -> str:
        """Give what is searched for; empty if nothing is."""
        return self.text().strip()

    def event(self, event: QEvent) -> bool:
        """Keep Escape from the window, where it stops everything, as long as there is something to empty."""
        is_escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if is_escape and self.text() and event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self.list_wanted.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keys.adjustSize()
        left, top = self.width() - self._keys.width() - GRID, (self.height() - self._keys.height()) // 2
        self._keys.move(left, top)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._draw()
        super().changeEvent(event)

    def _on_changed(self) -> None:
        self._keys.setVisible(not self.text())
        if self.text():
            self.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
            name_buttons(self)
        else:
            self.removeAction(self._clear)
        self.typed.emit(self.words)

    def _draw(self) -> None:
        color = current_tokens().color("quiet")
        self._glass.setIcon(icon("magnifying-glass", color, ICON_PX))
        self._clear.setIcon(icon("x", color, ICON_PX))
