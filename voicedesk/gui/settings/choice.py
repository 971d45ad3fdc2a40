"""A box to choose one of several things, that is not changed by scrolling past it."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyle, QStyleOptionComboBox, QWidget

from voicedesk.gui.icons import pixmap
from voicedesk.gui.plain_text import presentable
from voicedesk.gui.style import GRID, current_tokens

SHORTEST = 12
CARET_PX = 12


class Choice(QComboBox):
    """Offer values with their words; `chosen` comes from the person alone, never from `offer`."""

    chosen = Signal(object)
    """The value that was taken."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(SHORTEST)  # a long name is cut short; it must not widen the page
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.activated.connect(self._on_activated)

    def offer(self, entries: Iterable[tuple[object, str]], current: object) -> None:
        """Show these values and what is chosen; nothing flickers when nothing changed."""
        wanted = [(value, presentable(words)) for value, words in entries]
        if wanted != [(self.itemData(row), self.itemText(row)) for row in range(self.count())]:
            self.clear()
            for value, words in wanted:
                self.addItem(words, value)
        self.setCurrentIndex(self.findData(current))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the caret of our icons: a style sheet could only name a file, which has no theme."""
        super().paintEvent(event)
        color = current_tokens().color("quiet" if self.isEnabled() else "edge")
        caret = pixmap("caret-down", color, CARET_PX, self.devicePixelRatioF())
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = GRID if is_mirrored else self.width() - CARET_PX - GRID
        QPainter(self).drawPixmap(left, (self.height() - CARET_PX) // 2, caret)

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        """End words that are too long in …; the style would only cut them off."""
        super().initStyleOption(option)
        room = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        mode = Qt.TextElideMode.ElideRight
        option.currentText = self.fontMetrics().elidedText(self.currentText(), mode, room.width() - 2)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def _on_activated(self, row: int) -> None:
        self.chosen.emit(self.itemData(row))
