"""The window: where things are. What they do is decided elsewhere, and connected after the first paint."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from voicedesk.gui.conversation_view import ConversationView
from voicedesk.gui.notices import Notices
from voicedesk.gui.space_hold import SpaceHold
from voicedesk.gui.style import GRID, HEADER_HEIGHT, TITLE_PX_MORE, sized
from voicedesk.gui.talk_bar import TalkBar
from voicedesk.gui.welcome import Welcome


class MainWindow(QMainWindow):
    """Header, practice line, banners, conversation, talk bar."""

    painted = Signal()
    """The window is on screen for the first time."""
    closed = Signal()
    settings_wanted = Signal()
    key_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._was_painted = False
        self._title = QLabel("VoiceDesk", self)
        self._settings = QPushButton(self.tr("Settings"), self)
        self._practice = QWidget(self)
        self._middle = QStackedWidget(self)
        self.notices = Notices(self)
        self.welcome = Welcome(self)
        self.conversation = ConversationView(self)
        self.talk_bar = TalkBar(self)
        self.space = SpaceHold(self)
        self._set_up()
        self._arrange()

    def show_practice(self, is_practice: bool) -> None:
        """Say whether the answers come from the practice service."""
        self._practice.setVisible(is_practice)
        self.talk_bar.show_practice(is_practice)

    def show_begun(self, has_begun: bool) -> None:
        """Show the conversation once there is one, and the welcome before."""
        self._middle.setCurrentWidget(self.conversation if has_begun else self.welcome)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.space.begin(event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            self.painted.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.accept()
        self.closed.emit()

    def _set_up(self) -> None:
        self.setWindowTitle("VoiceDesk")
        self.setMinimumSize(360, 400)
        self.resize(1040, 720)
        self._title.setFont(sized(self.font(), TITLE_PX_MORE))
        self._settings.setProperty("look", "flat")
        self._settings.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus where Space talks
        self._settings.setToolTip(self.tr("Settings (Ctrl+,)"))
        self._settings.clicked.connect(self.settings_wanted)
        self.notices.changed.connect(self.talk_bar.show_trouble)
        self.notices.focus_left.connect(self.talk_bar.field.setFocus)
        for keys, signal in (
            (QKeySequence(Qt.Key.Key_Escape), self.talk_bar.stop_wanted),
            (QKeySequence("Ctrl+,"), self.settings_wanted),
            (QKeySequence(QKeySequence.StandardKey.Quit), self.close),
        ):
            QShortcut(keys, self).activated.connect(signal)

    def _arrange(self) -> None:
        self._middle.setMinimumHeight(8 * GRID)  # banners keep their words; the conversation can be scrolled
        self._middle.addWidget(self.welcome)
        self._middle.addWidget(self.conversation)
        center = QWidget(self)
        column = QVBoxLayout(center)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self._header(), self._practice_line(), self.notices):
            column.addWidget(widget)
        column.addWidget(self._middle, 1)
        column.addWidget(self.talk_bar)
        self.setCentralWidget(center)
        self.talk_bar.field.setFocus()

    def _header(self) -> QWidget:
        header = QWidget(self)
        header.setObjectName("header")
        header.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        header.setFixedHeight(HEADER_HEIGHT)
        row = QHBoxLayout(header)
        row.setContentsMargins(2 * GRID, 0, GRID, 0)
        row.addWidget(self._title, 1)
        row.addWidget(self._settings)
        return header

    def _practice_line(self) -> QWidget:
        line = self._practice
        line.setObjectName("practice")
        line.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        words = QLabel(self.tr("Practice: nothing leaves this computer, and the answers are examples."), line)
        words.setWordWrap(True)
        add_key = QPushButton(self.tr("Add key"), line)
        add_key.setProperty("look", "flat")
        add_key.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        add_key.clicked.connect(self.key_wanted)
        row = QHBoxLayout(line)
        row.setContentsMargins(2 * GRID, 2, GRID, 2)
        row.addWidget(words, 1)
        row.addWidget(add_key)
        line.hide()
        return line
