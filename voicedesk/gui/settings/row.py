"""One setting: its name and a word about it at the left, what is chosen at the right."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from voicedesk.gui.plain_text import for_label
from voicedesk.gui.settings.switch import Switch
from voicedesk.gui.style import GRID

NARROW_CHARACTERS = 56
"""Below the width of this many characters the control stands under the words."""
CONTROL_CHARACTERS = 30
WIDEST_PX = (1 << 24) - 1


def words(text: str, look: str = "", parent: QWidget | None = None) -> QLabel:
    """Make a label that wraps and shows its text as it is."""
    label = QLabel(for_label(text), parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setMinimumWidth(1)
    if look:
        label.setProperty("look", look)
    return label


class Row(QWidget):
    """Name a control for the eye and for a screen reader."""

    def __init__(
        self, title: str, control: QWidget | None, about: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._control = control
        self._title = words(title, parent=self)
        self._about = words(about, "quiet", self)
        self._about.setVisible(bool(about))
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(2 * GRID, GRID + GRID // 2, 2 * GRID, GRID + GRID // 2)
        self._line.setSpacing(GRID)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(self._title)
        column.addWidget(self._about)
        self._line.addLayout(column, 1)
        if control:
            self._adopt(control, title, about)

    def say(self, about: str) -> None:
        """Change the words about the setting."""
        self._about.setText(for_label(about))
        self._about.setVisible(bool(about))
        if self._control:
            self._describe(self._control, about)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _adopt(self, control: QWidget, title: str, about: str) -> None:
        self._title.setBuddy(control)
        if not isinstance(control, QPushButton):  # a button is called what stands on it, which may change
            control.setAccessibleName(control.accessibleName() or title)
        self._describe(control, about)
        if isinstance(control, QComboBox) and (field := control.lineEdit()) is not None:
            field.setAccessibleName(title)  # a screen reader stops at the field inside the box
        self._line.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
        self._turn()

    def _describe(self, control: QWidget, about: str) -> None:
        is_button = isinstance(control, QPushButton)
        control.setAccessibleDescription(f"{self._title.text()}\n{about}" if is_button else about)

    def _turn(self) -> None:
        """Stand side by side where there is room; a switch is so small that there always is."""
        character_px = self.fontMetrics().averageCharWidth()
        is_narrow = self.width() < NARROW_CHARACTERS * character_px
        if self._control is None or isinstance(self._control, Switch):
            return
        down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._line.setDirection(down if is_narrow else right)
        self._line.setAlignment(self._control, self._alignment(is_narrow))
        if not isinstance(self._control, QPushButton):
            width = CONTROL_CHARACTERS * character_px
            self._control.setMinimumWidth(0 if is_narrow else width)
            self._control.setMaximumWidth(WIDEST_PX if is_narrow else width)

    def _alignment(self, is_narrow: bool) -> Qt.AlignmentFlag:
        """Let fields fill a narrow row, and keep a button as wide as its words."""
        if not is_narrow:
            return Qt.AlignmentFlag.AlignVCenter
        is_button = isinstance(self._control, QPushButton)
        return Qt.AlignmentFlag.AlignLeft if is_button else Qt.AlignmentFlag(0)


class Section(QWidget):
    """A heading, and under it a card with rows."""

    def __init__(self, title: str, about: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card = QFrame(self)
        self._card.setProperty("look", "card")
        self._rows = QVBoxLayout(self._card)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        if title:
            heading = words(title, "heading", self)
            column.addWidget(heading)
        if about:
            column.addWidget(words(about, "quiet", self))
        column.addSpacing(GRID // 2)
        column.addWidget(self._card)

    def add(self, widget: QWidget) -> None:
        """Put a row below the others, with a thin line between."""
        if self._rows.count():
            line = QFrame(self._card)
            line.setProperty("look", "divider")
            line.setFixedHeight(1)
            self._rows.addWidget(line)
        self._rows.addWidget(widget)

    def add_below(self, widget: QWidget) -> None:
        """Put something under the card."""
        layout = self.layout()
        assert layout
        layout.addWidget(widget)

    def add_row(self, title: str, control: QWidget | None, about: str = "") -> Row:
        """Make a row and put it below the others."""
        row = Row(title, control, about, self._card)
        self.add(row)
        return row
