"""Show a line of foreign text that ends in … where the room does."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from voicedesk.gui.direction import draw_line
from voicedesk.gui.plain_text import for_tooltip, presentable


class ElidedLabel(QLabel):
    """A label that never asks for more width than it is given; the whole text is its tooltip."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.show_text(text)

    def show_text(self, text: str) -> None:
        """Show one line of any text."""
        line = " ".join(presentable(text).split())
        self.setText(line)
        self._tell_rest()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        self._tell_rest()
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        draw_line(painter, self.contentsRect(), shown)

    def _tell_rest(self) -> None:
        self.setToolTip(for_tooltip(self.text()) if self._is_cut() else "")

    def _is_cut(self) -> bool:
        return self.fontMetrics().horizontalAdvance(self.text()) > self.width()
