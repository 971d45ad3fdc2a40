"""Everything that stands between one window and the bridge; it comes and goes with the window."""

from PySide6.QtCore import QObject

from voicedesk.core.commands import Notify
from voicedesk.core.units import ConversationId
from voicedesk.gui.announcing import Announcing
from voicedesk.gui.attaching.attaching import Attaching
from voicedesk.gui.bridge import Bridge
from voicedesk.gui.explaining import Explaining
from voicedesk.gui.exporting.exporting import Exporting, Subject
from voicedesk.gui.guide.link import GuideLink
from voicedesk.gui.header_link import HeaderLink
from voicedesk.gui.health.health_link import HealthLink
from voicedesk.gui.main_window import MainWindow
from voicedesk.gui.messages.message_desk import MessageDesk
from voicedesk.gui.money.money_link import MoneyLink
from voicedesk.gui.notice import notice_of
from voicedesk.gui.settings.link import SettingsLink
from voicedesk.gui.sidebar.conversations import Conversations
from voicedesk.gui.sidebar.searching import Searching
from voicedesk.gui.switchboard import Switchboard
from voicedesk.gui.talking import Talking
from voicedesk.gui.window_menu import WindowMenu


class Scene(QObject):
    """Own the connections of a window, and draw into it what is going on.

    The window is the parent: when another takes its place, everything here is deleted with the old one and
    built anew, in the language that is spoken then. What has to last longer belongs to `Backstage`.
    """

    def __init__(self, window: MainWindow, bridge: Bridge) -> None:
        super().__init__(window)
        self.window = window
        self.switchboard = Switchboard(window, bridge, self)
        self.talking = Talking(window, bridge, self)
        self.attaching = Attaching(window, bridge, self)
        self.health = HealthLink(window, bridge, self)
        self.explaining = Explaining(window, self.health, self)
        self.announcing = Announcing(window.conversation, bridge, self)
        self.header_link = HeaderLink(window.header, bridge, self)
        self.exporting = Exporting(window, bridge, self)
        self.messages = MessageDesk(window, bridge, self)
        self.settings = SettingsLink(window, bridge, self)
        self.money = MoneyLink(window, bridge, self)
        self.guide = GuideLink(window, bridge, self)
        self.settings.guide_wanted.connect(self.guide.open)
        self.menu = WindowMenu(window, self.exporting, self.health, self.guide, self)
        self.conversations = Conversations(window, bridge, self)
        self.searching = Searching(window, bridge, self.conversations, self)
        self.conversations.export_wanted.connect(self._on_export_wanted)

    def _on_export_wanted(self, conversation: ConversationId, title: str) -> None:
        self.exporting.export(Subject(conversation, title))

    def go_on_from(self, before: "Scene") -> None:
        """Look as the scene before did: same place and draft, same problems, the page open that was."""
        self.window.take_place_of(before.window)
        for notice in before.window.notices.shown:
            if notice.problem:
                self.window.notices.show_notice(notice_of(Notify(notice.problem, notice.turn)))
        self.settings.go_on_from(before.settings)
        self.guide.go_on_from(before.guide)
