"""A line that says how something went, by sign and words and not by colour alone."""

from enum import Enum

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from voicedesk.gui.icons import pixmap
from voicedesk.gui.plain_text import for_label
from voicedesk.gui.settings.row import words
from voicedesk.gui.style import GRID, ICON_PX, current_tokens


class Mood(Enum):
    """What kind of news it is, with its icon and the colour of it."""

    NEWS = ("info", "quiet")
    GOOD = ("check-circle", "accent")
    BAD = ("warning-circle", "problem")


class Verdict(QWidget):
    """Nothing at first; then a sign, a sentence, and more about it in quiet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mood = Mood.NEWS
        self._sign = QLabel(self)
        self._words = words("", parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        self.hide()

    @property
    def text(self) -> str:
        """Give what it says."""
        return self._words.text()

    def say(self, mood: Mood, text: str) -> None:
        """Say something in the place of what was said, and tell a screen reader."""
        self._mood = mood
        self._words.setText(for_label(text))
        self._draw()
        self.setVisible(bool(text))
        if text and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._words, text))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.PaletteChange:
            self._draw()
        super().changeEvent(event)

    def _draw(self) -> None:
        name, token = self._mood.value
        color = current_tokens().color(token)
        self._sign.setPixmap(pixmap(name, color, ICON_PX, self.devicePixelRatioF()))
