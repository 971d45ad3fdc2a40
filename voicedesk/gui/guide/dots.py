"""Show how far one has come: a dot a step, the present one long."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from voicedesk.gui.style import GRID, current_tokens

LONG = 3 * GRID


class Dots(QWidget):
    """Tell the place by shape, and to a screen reader in words."""

    def __init__(self, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = count
        self._at = 0
        self.setFixedSize(self.sizeHint())
        self.show_step(0)

    def show_step(self, index: int) -> None:
        """Mark the present step."""
        self._at = index
        text = self.tr("Step {step} of {count}")
        self.setAccessibleName(text.replace("{step}", str(index + 1)).replace("{count}", str(self._count)))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(2 * GRID * (self._count - 1) + LONG, GRID)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = current_tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        left = 0
        for step in range(self._count):
            is_here = step == self._at
            painter.setBrush(tokens.color("accent" if is_here else "edge"))
            width = LONG if is_here else GRID
            painter.drawRoundedRect(QRectF(left, 0, width, GRID), GRID / 2, GRID / 2)
            left += width + GRID
