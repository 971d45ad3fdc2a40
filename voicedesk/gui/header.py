"""The line above the conversation: what it is about, and which model and voice answer."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from voicedesk.gui.elided_label import ElidedLabel
from voicedesk.gui.icons import IconButton
from voicedesk.gui.menu_button import MenuButton
from voicedesk.gui.money.gauge import Gauge
from voicedesk.gui.more_menu import MoreMenu
from voicedesk.gui.style import GRID, HEADER_HEIGHT, TITLE_PX_MORE, enlarge

ROOM_FOR_BOTH_PX = 480


class Header(QWidget):
    """Title left, model and voice right; in a narrow window a button for the conversations before them."""

    drawer_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._drawer = IconButton("sidebar-simple", self.tr("Conversations"), self)
        self._drawer.show_words(self.tr("Conversations"), "F6")
        self._drawer.clicked.connect(self.drawer_wanted)
        self._drawer.hide()
        self._title = ElidedLabel("", self)
        title_font = self._title.font()
        title_font.setWeight(QFont.Weight.DemiBold)
        self._title.setFont(title_font)
        enlarge(self._title, TITLE_PX_MORE)
        self.gauge = Gauge(self)
        self.model = MenuButton(self.tr("Model"), self)
        self.voice = MenuButton(self.tr("Voice"), self)
        self.more = MoreMenu(self)
        self._has_choices = False
        self._arrange()

    @property
    def title(self) -> str:
        """Give the title on screen."""
        return self._title.text()

    def show_title(self, title: str) -> None:
        """Say what the conversation is about."""
        self._title.show_text(title)

    def show_drawer_button(self, is_needed: bool) -> None:
        """Offer the way to the conversations where they are not in sight."""
        self._drawer.setVisible(is_needed)
        self.gauge.give_way(is_needed)

    def show_choices(self) -> None:
        """Show model and voice, which are known once the settings were read."""
        if not self._has_choices:
            self._has_choices = True
            self._show_what_fits()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_what_fits()

    def _show_what_fits(self) -> None:
        """Leave the voice out where the title would have no room; it is found in the settings too."""
        self.model.setVisible(self._has_choices)
        self.voice.setVisible(self._has_choices and self.width() >= ROOM_FOR_BOTH_PX)
        for choice in (self.model, self.voice):
            choice.take_up(self.width() // 3)

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, GRID // 2, GRID, GRID // 2)
        row.setSpacing(GRID // 2)
        row.addStrut(HEADER_HEIGHT - GRID)  # a minimum height would let a window that is too low squeeze it
        row.addWidget(self._drawer)
        row.addWidget(self._title, 1)
        row.addWidget(self.gauge)
        row.addWidget(self.model)
        row.addWidget(self.voice)
        row.addWidget(self.more)
