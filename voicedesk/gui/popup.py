"""A menu that a button opens, for whoever presses it by mouse, by key or through a screen reader."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QMenu


class Popup(QMenu):
    """Open below its button, their right edges in line; the button stays down meanwhile.

    Not the menu that a tool button can have by itself: one that opens at once has no action that a screen
    reader could carry out.
    """

    def __init__(self, button: QAbstractButton) -> None:
        super().__init__(button)
        self._button = button
        button.clicked.connect(self.pop_up)
        self.aboutToHide.connect(self._on_about_to_hide)

    def pop_up(self) -> None:
        """Show the entries."""
        corner = self._button.mapToGlobal(QPoint(self._button.width(), self._button.height()))
        self.popup(corner)
        self.move(corner.x() - self.width(), self.y())  # only now the entries, and so the width, are known
        self._button.setDown(True)

    def _on_about_to_hide(self) -> None:
        self._button.setDown(False)
