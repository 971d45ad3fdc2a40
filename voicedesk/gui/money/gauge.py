"""Tell quietly what a conversation cost so far, and how much of the room for its history is used."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from voicedesk.gui.style import GRID, current_tokens

SHOWN_FROM = 0.5
"""Below this share of the room nobody has to think of it."""
METER_PX = 2


class Gauge(QLabel):
    """A few quiet words, with a thin line under them as soon as half of the room is used."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = 0.0
        self._is_narrow = False
        self.setProperty("look", "quiet")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setContentsMargins(GRID, 0, GRID, 0)
        self.hide()

    @property
    def share(self) -> float:
        """Give the share of the room that the line shows; 0 while there is none."""
        return self._share if self._share >= SHOWN_FROM else 0.0

    def show_total(self, cost: str, share: float) -> None:
        """Show what was spent, and how full the room for the history is."""
        self._share = share
        room = self.tr("{percent} % of the room for the history is used.")
        room = room.replace("{percent}", str(round(100 * share)))
        told = self.tr("This conversation: {cost}.").replace("{cost}", cost) if cost else ""
        self.setText(cost or (f"{round(100 * share)} %" if self.share else ""))
        self.setToolTip(" ".join(filter(None, (told, room))))
        self.setAccessibleName(self.toolTip())
        self._show()
        self.update()

    def give_way(self, is_narrow: bool) -> None:
        """Leave the room of a narrow window to the title."""
        self._is_narrow = is_narrow
        self._show()

    def _show(self) -> None:
        self.setVisible(bool(self.text()) and not self._is_narrow)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.share:
            return
        painter = QPainter(self)
        tokens = current_tokens()
        line = QRectF(GRID, self.height() - 2 * METER_PX, self.width() - 2 * GRID, METER_PX)
        painter.fillRect(line, tokens.color("line"))
        line.setWidth(line.width() * self.share)
        painter.fillRect(line, tokens.color("accent"))
