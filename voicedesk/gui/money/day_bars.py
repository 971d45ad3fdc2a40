"""Draw what each day of a month cost as a row of calm bars."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from voicedesk.gui.style import GRID, current_tokens

HEIGHT = 15 * GRID
GAP_SHARE = 0.3
LEAST_BAR_PX = 2.0
EVERY_DAYS = 7


@dataclass(frozen=True, slots=True)
class DayBar:
    """One day: its number, what it cost, and how that is said."""

    day: int
    usd: float
    words: str


class DayBars(QWidget):
    """A bar a day, its height the share of the dearest day; pointing at a day tells its cost."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: tuple[DayBar, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Cost of each day"))

    def sizeHint(self) -> QSize:
        return QSize(40 * GRID, HEIGHT)

    def show_days(self, bars: Sequence[DayBar]) -> None:
        """Show the days of a month."""
        self._bars = tuple(bars)
        spent = [bar.words for bar in bars if bar.words]
        self.setAccessibleDescription("; ".join(spent) or self.tr("Nothing was spent."))
        self.update()

    def words_at(self, x: float) -> str:
        """Say what the day at this place cost; empty where nothing was spent."""
        if not self._bars:
            return ""
        place = int(x / self._step())
        return self._bars[place].words if 0 <= place < len(self._bars) else ""

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.words_at(event.pos().x()), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = current_tokens()
        base = self._base()
        painter.fillRect(QRectF(0, base, self.width(), 1), tokens.color("line"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.color("accent"))
        for place, bar in enumerate(self._bars):
            if bar.usd:
                painter.drawRoundedRect(self._rect(place, bar), 2, 2)
        painter.setPen(tokens.color("quiet"))
        for place, bar in enumerate(self._bars):
            if place % EVERY_DAYS == 0:
                step = self._step()
                label = QRectF(place * step - step, base + 2, 3 * step, self.height() - base - 2)
                painter.drawText(label, Qt.AlignmentFlag.AlignCenter, str(bar.day))

    def _step(self) -> float:
        return self.width() / max(1, len(self._bars))

    def _base(self) -> float:
        """Leave room for the numbers of the days under the bars."""
        return self.height() - self.fontMetrics().height() - 4.0

    def _rect(self, place: int, bar: DayBar) -> QRectF:
        step, dearest = self._step(), max(each.usd for each in self._bars)
        height = max(LEAST_BAR_PX, (self._base() - GRID) * bar.usd / dearest)
        gap = step * GAP_SHARE
        return QRectF(place * step + gap / 2, self._base() - height, step - gap, height)
