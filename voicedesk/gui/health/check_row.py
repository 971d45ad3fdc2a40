"""One finding: a mark, what was looked at, what was found, and what to do."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from voicedesk.core.health import Check
from voicedesk.gui.health.words import name_of
from voicedesk.gui.icons import pixmap
from voicedesk.gui.plain_text import for_label
from voicedesk.gui.style import GRID, ICON_PX, bold, current_tokens


class CheckRow(QFrame):
    """Can be walked to by the keyboard, so that a screen reader reads it as a whole."""

    def __init__(self, check: Check, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.check = check
        self.setObjectName("check")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        state = self.tr("All right") if check.ok else self.tr("Needs attention")
        self.setAccessibleName(f"{name_of(check)}: {state}")
        self.setAccessibleDescription(" ".join(filter(None, (check.found, check.advice))))
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID, GRID, 2 * GRID, GRID)
        row.setSpacing(GRID + GRID // 2)
        row.addWidget(self._mark(), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._words(), 1)

    def _mark(self) -> QLabel:
        name, color = ("check-circle", "accent") if self.check.ok else ("warning-circle", "problem")
        mark = QLabel(self)
        mark.setPixmap(pixmap(name, current_tokens().color(color), ICON_PX, self.devicePixelRatioF()))
        return mark

    def _words(self) -> QVBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(2)
        name = self._label(name_of(self.check))
        name.setFont(bold(name.font()))
        found = self._label(self.check.found)
        found.setProperty("look", "quiet")
        for label in (name, found, *([self._label(self.check.advice)] if self.check.advice else [])):
            words.addWidget(label)
        return words

    def _label(self, text: str) -> QLabel:
        label = QLabel(for_label(text), self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label
