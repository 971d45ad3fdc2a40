"""The thin line that says that this is practice."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from voicedesk.gui.fitting_label import FittingLabel
from voicedesk.gui.style import GRID


class PracticeLine(QWidget):
    """Tell that nothing leaves the computer, and offer the way out of it."""

    key_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("practice")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        words = FittingLabel(self)
        words.show_line(
            self.tr("Practice: nothing leaves this computer, and the answers are examples."),
            self.tr("Practice: the answers are examples."),
            self.tr("Practice"),
        )
        add_key = QPushButton(self.tr("Add key"), self)
        add_key.setProperty("look", "flat")
        add_key.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        add_key.clicked.connect(self.key_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, 2, GRID, 2)
        row.addWidget(words, 1)
        row.addWidget(add_key)
        self.hide()
