"""The entries at the bottom of the sidebar: the pages of the program, and the settings."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from voicedesk.gui.icons import icon
from voicedesk.gui.style import GRID, ICON_PX, current_tokens


class PageButton(QPushButton):
    """An entry with an icon; it is checked while its page is on screen."""

    def __init__(self, picture: str, words: str, keys: str = "", parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._picture = picture
        self.setProperty("look", "entry")
        self.setIconSize(QSize(ICON_PX, ICON_PX))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus where Space talks
        if keys:
            self.setToolTip(f"{words} ({keys})")
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._draw()
        super().changeEvent(event)

    def _draw(self) -> None:
        self.setIcon(icon(self._picture, current_tokens().color("quiet")))


class PageButtons(QWidget):
    """The pages that exist, and below them the settings."""

    talk_wanted = Signal()
    settings_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pages")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._talk = talk = PageButton("chat-circle-dots", self.tr("Talk"), parent=self)
        talk.setCheckable(True)
        talk.setChecked(True)
        talk.setAutoExclusive(True)
        talk.clicked.connect(self.talk_wanted)
        settings = PageButton("gear-six", self.tr("Settings"), "Ctrl+,", self)
        settings.clicked.connect(self.settings_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.setSpacing(2)
        column.addWidget(talk)
        column.addWidget(settings)

    def take_focus(self) -> None:
        """Let the keyboard act here."""
        self._talk.setFocus(Qt.FocusReason.ShortcutFocusReason)
