"""Draw the loudness of the last moments as bars that run to the left, as a recording device does."""

from collections import deque

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from voicedesk.gui.style import current_tokens

BARS = 28
STEP_PX = 4
BAR_PX = 2
HEIGHT_PX = 16
FRAMES_A_BAR = 2
"""Thirty new bars a second would be a blur."""


class LevelMeter(QWidget):
    """The level is information, so it moves also where motion is not wanted; words say the same as well."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: deque[float] = deque(maxlen=BARS)
        self._frame = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    @property
    def bars(self) -> tuple[float, ...]:
        """Give what is drawn, oldest first, from 0 to 1."""
        return tuple(self._bars)

    def sizeHint(self) -> QSize:
        return QSize(BARS * STEP_PX, HEIGHT_PX)

    def clear(self) -> None:
        """Begin anew."""
        self._bars.clear()
        self._frame = 0

    def add(self, loudness: float) -> None:
        """Take in how loud it is now, thirty times a second."""
        if self._frame % FRAMES_A_BAR == 0:
            self._bars.append(loudness)
        else:
            self._bars[-1] = max(self._bars[-1], loudness)
        self._frame += 1
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = current_tokens().color("listening")
        painter.setPen(QPen(color, BAR_PX, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        middle = self.height() / 2
        for place, loudness in enumerate(reversed(self._bars)):
            x = self.width() - STEP_PX / 2 - place * STEP_PX
            half = max(0.5, loudness * (middle - BAR_PX / 2))
            painter.drawLine(QPointF(x, middle - half), QPointF(x, middle + half))
