"""The button that leads back to the newest message."""

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtWidgets import QAbstractScrollArea

from voicedesk.gui.icons import IconButton
from voicedesk.gui.style import GRID

SIDE_PX = 36


class NewestButton(IconButton):
    """Float over the end of the conversation while the person reads elsewhere."""

    def __init__(self, view: QAbstractScrollArea) -> None:
        words = QCoreApplication.translate("Conversation", "Go to the newest message")
        self._view = view
        self._host = view.parentWidget() or view
        super().__init__("arrow-down", words, self._host, "text")
        self.setProperty("look", "floating")
        self.setFixedSize(SIDE_PX, SIDE_PX)
        self.hide()

    def place(self) -> None:
        """Stand at the bottom, in the middle."""
        area = self._view.viewport().rect()
        corner = QPoint(area.center().x() - SIDE_PX // 2, area.bottom() - SIDE_PX - GRID)
        self.move(self._view.viewport().mapTo(self._host, corner))
        self.raise_()
