"""A bar that shows how loud the microphone is, while it can be seen."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from voicedesk.core.levels import SILENT_DBFS
from voicedesk.gui.style import GRID, current_tokens

FRAME_MS = 33
QUIETEST_DBFS = -60.0
FALL_A_FRAME = 0.04
"""Rise at once and fall slowly: the eye misses a peak of 33 ms."""


class LevelMeter(QWidget):
    """Ask for the level 30 times a second as long as it is on screen."""

    def __init__(self, level_dbfs: Callable[[], float], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._level_dbfs = level_dbfs
        self._shown = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self._on_tick)
        self.setAccessibleName(self.tr("Level of the microphone"))
        self.setMinimumWidth(8 * GRID)
        self.setFixedHeight(GRID)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def shown(self) -> float:
        """Give how full the bar is, from 0 to 1."""
        return self._shown

    def sizeHint(self) -> QSize:
        return QSize(25 * GRID, GRID)

    def showEvent(self, event: QShowEvent) -> None:
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()
        self._shown = 0.0

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = current_tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(self.rect())
        radius = whole.height() / 2
        painter.setBrush(tokens.color("line"))
        painter.drawRoundedRect(whole, radius, radius)
        if self._shown > 0:
            painter.setBrush(tokens.color("accent"))
            filled = QRectF(
                whole.left(), whole.top(), max(whole.height(), whole.width() * self._shown), whole.height()
            )
            painter.drawRoundedRect(filled, radius, radius)

    def _on_tick(self) -> None:
        level = share_of(self._level_dbfs())
        shown = max(level, self._shown - FALL_A_FRAME, 0.0)
        if shown != self._shown:
            self._shown = shown
            self.update()


def share_of(dbfs: float) -> float:
    """Place a level between what is as good as silent and full scale."""
    if dbfs == SILENT_DBFS:
        return 0.0
    return min(1.0, max(0.0, 1 - dbfs / QUIETEST_DBFS))
