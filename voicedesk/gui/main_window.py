"""The window: where things are. What they do is decided elsewhere, and connected after the first paint."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from voicedesk.gui.header import Header
from voicedesk.gui.key_hold import KeyHold
from voicedesk.gui.keys import bind
from voicedesk.gui.notices import Notices
from voicedesk.gui.practice_line import PracticeLine
from voicedesk.gui.sidebar.drawer import Drawer
from voicedesk.gui.sidebar.sidebar import Sidebar
from voicedesk.gui.style import GRID
from voicedesk.gui.talk_bar import TalkBar
from voicedesk.gui.welcome import Welcome

if TYPE_CHECKING:
    from voicedesk.gui.conversation_view import ConversationView
    from voicedesk.gui.messages.conversation_page import ConversationPage

NOTICES_AT = 2
"""Below header and practice line."""


class MainWindow(QMainWindow):
    """Sidebar; beside it header, practice line, banners, conversation, talk bar."""

    painted = Signal()
    """The window is on screen for the first time."""
    closed = Signal()
    quit_wanted = Signal()
    """The program shall end, and not only the window."""
    settings_wanted = Signal()
    health_wanted = Signal()
    key_wanted = Signal()
    layer_left = Signal(object)
    """The page that covered the conversation and is not on screen any more."""
    escaped = Signal()
    """Whatever covers the conversation shall end, or be left."""

    def __init__(self) -> None:
        super().__init__()
        self._was_painted = False
        self._middle = QStackedWidget(self)
        self._practice = PracticeLine(self)
        self.header = Header(self)
        self.sidebar = Sidebar(self)
        self.notices = Notices(self)
        self.welcome = Welcome(self)
        self.talk_bar = TalkBar(self)
        self.talk_keys = KeyHold(self)
        self._content_column = QVBoxLayout()
        self.drawer = Drawer(self.sidebar, self._content(), self)
        self._layers = QStackedWidget(self)
        self._may_talk = True
        self._set_up()
        self._connect()

    @cached_property
    def _page(self) -> ConversationPage:
        """Build the conversation when it is first wanted, which is after the first paint."""
        from voicedesk.gui.messages.conversation_page import ConversationPage

        page = ConversationPage(self)
        self._middle.addWidget(page)
        if before := self.talk_bar.previousInFocusChain():
            page.view.take_place_after(before)
        return page

    @property
    def conversation(self) -> ConversationView:
        """Give the conversation."""
        return self._page.view

    def show_practice(self, is_practice: bool) -> None:
        """Say whether the answers come from the practice service."""
        self._practice.setVisible(is_practice)
        self.talk_bar.show_practice(is_practice)

    def show_begun(self, has_begun: bool) -> None:
        """Show the conversation once there is one, and the welcome before."""
        self._middle.setCurrentWidget(self._page if has_begun else self.welcome)

    def take_place_of(self, other: MainWindow) -> None:
        """Stand where another window stands, with what is typed there."""
        self.restoreGeometry(other.saveGeometry())
        self.talk_bar.field.setPlainText(other.talk_bar.field.toPlainText())

    @property
    def layer(self) -> QWidget | None:
        """Tell what fills the window: the conversation with all around it, or a page that covers it."""
        return self._layers.currentWidget()

    def show_layer(self, layer: QWidget, notice_place: QVBoxLayout) -> None:
        """Cover the conversation with a page; the banners go along to it."""
        if self._layers.indexOf(layer) < 0:
            self._layers.addWidget(layer)
        self._turn_to(layer)
        self._may_talk = False
        self._bring_notices(notice_place, 0)

    def show_talk(self) -> None:
        """Go back to the conversation."""
        self._turn_to(self.drawer)
        self._may_talk = True
        self._bring_notices(self._content_column, NOTICES_AT)
        self.talk_bar.field.setFocus()

    def let_talk(self, may_talk: bool) -> None:
        """Let the talk key work, or not, while a page covers the conversation."""
        self._may_talk = may_talk

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._may_talk or not self.talk_keys.begin(event):
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
        self._layers.addWidget(self.drawer)
        self.setCentralWidget(self._layers)
        self.talk_bar.field.setFocus()

    def _connect(self) -> None:
        self._practice.key_wanted.connect(self.key_wanted)
        self.notices.changed.connect(self.talk_bar.show_trouble)
        self.notices.focus_left.connect(self.talk_bar.field.setFocus)
        self.sidebar.pages.settings_wanted.connect(self.settings_wanted)
        self.sidebar.pages.talk_wanted.connect(self._on_talk_wanted)
        self.header.drawer_wanted.connect(self.drawer.open_drawer)
        self.drawer.narrowed.connect(self.header.show_drawer_button)
        self.drawer.closed.connect(self.talk_bar.field.setFocus)
        bind(self, "Esc", self.tr("Stop everything"), self._on_escape)
        bind(self, "Ctrl+,", self.tr("Settings"), self.settings_wanted)
        bind(self, "Ctrl+L", self.tr("Go to the question"), self.show_talk)
        bind(self, "Ctrl+B", self.tr("Go to the conversations, or back"), self._on_sidebar_keys)
        bind(self, "F6", self.tr("Go to the conversations, or back"), self._on_sidebar_keys)
        bind(self, "Ctrl+Q", self.tr("Quit"), self.quit_wanted)

    def _content(self) -> QWidget:
        self._middle.setMinimumHeight(8 * GRID)  # banners keep their words; the conversation can be scrolled
        self._middle.addWidget(self.welcome)
        content = QWidget(self)
        column = self._content_column
        content.setLayout(column)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.header, self._practice, self.notices):
            column.addWidget(widget)
        column.addWidget(self._middle, 1)
        column.addWidget(self.talk_bar)
        return content

    def _turn_to(self, layer: QWidget) -> None:
        before = self.layer
        self._layers.setCurrentWidget(layer)
        if before is not self.drawer and before is not layer:
            self.layer_left.emit(before)

    def _bring_notices(self, column: QVBoxLayout, place: int) -> None:
        column.insertWidget(place, self.notices)
        self.notices.setVisible(bool(self.notices.shown))  # a widget that changes its parent is hidden

    def _on_escape(self) -> None:
        if self.layer is self.drawer:
            self.talk_bar.stop_wanted.emit()
        else:
            self.escaped.emit()

    def _on_talk_wanted(self) -> None:
        self.drawer.close_drawer()
        self.talk_bar.field.setFocus()

    def _on_sidebar_keys(self) -> None:
        """Go to the sidebar, or back to where the person talks."""
        if self.sidebar.isAncestorOf(self.focusWidget()) and self.drawer.shows_sidebar:
            self._on_talk_wanted()
        else:
            self.drawer.open_drawer()
            self.sidebar.take_focus()
