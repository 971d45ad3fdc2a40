"""A check box that looks like the switch it is: what it says applies at once."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QWidget

from voicedesk.gui.style import current_tokens

WIDTH = 40
HEIGHT = 24
GAP = 4
FOCUS_PX = 2.0


class Switch(QCheckBox):
    """On is filled with its knob at the right, off is an outline with it left: not told by colour alone."""

    def __init__(self, is_on: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setChecked(is_on)
        self.setFixedSize(WIDTH + 2 * GAP, HEIGHT + 2 * GAP)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH + 2 * GAP, HEIGHT + 2 * GAP)

    def hitButton(self, position: object) -> bool:
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = current_tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pill = QRectF(GAP + 0.5, GAP + 0.5, WIDTH - 1, HEIGHT - 1)
        is_on = self.isChecked()
        painter.setPen(QPen(tokens.color("accent" if is_on else "edge"), 1))
        painter.setBrush(tokens.color("accent" if is_on else "raised"))
        painter.drawRoundedRect(pill, HEIGHT / 2, HEIGHT / 2)
        self._draw_knob(painter, pill, is_on)
        if self.hasFocus():
            painter.setPen(QPen(tokens.color("accent"), FOCUS_PX))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(ring, ring.height() / 2, ring.height() / 2)

    def _draw_knob(self, painter: QPainter, pill: QRectF, is_on: bool) -> None:
        size = HEIGHT - 8
        left = pill.right() - 4 - size if is_on else pill.left() + 4
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(current_tokens().color("accent_text" if is_on else "edge"))
        painter.drawEllipse(QRectF(left, pill.top() + (pill.height() - size) / 2, size, size))
