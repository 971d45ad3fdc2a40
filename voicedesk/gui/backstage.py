"""Everything behind the window: the bridge, the connections and the workers."""

from PySide6.QtCore import QObject, Signal

from voicedesk.gui.breaks import Breaks
from voicedesk.gui.bridge import Bridge
from voicedesk.gui.closing import Closing
from voicedesk.gui.crew import Crew
from voicedesk.gui.cueing import Cueing
from voicedesk.gui.desktop_news import DesktopNews
from voicedesk.gui.inbox import Inbox
from voicedesk.gui.main_window import MainWindow
from voicedesk.gui.scene import Scene
from voicedesk.gui.settings.appearance import Appearance
from voicedesk.gui.switchboard import Switchboard
from voicedesk.gui.threads import Worker


class Backstage(QObject):
    """Start the workers, and end them in order."""

    ended = Signal()

    def __init__(self, window: MainWindow, inbox: Inbox, crew: Crew, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.bridge = Bridge(inbox, crew, self)
        self.scene = Scene(window, self.bridge)
        self.appearance = Appearance(self.bridge, self)
        self.news = DesktopNews(self)
        self.cueing = Cueing(self.bridge, self)
        self.breaks = Breaks(self.news, self.bridge, self)
        self.workers = [Worker(body, inbox.post, self) for body in crew.bodies]
        self._closing = Closing(self.workers, self)
        self._closing.finished.connect(self.ended)

    @property
    def switchboard(self) -> Switchboard:
        """Give the connections of the window that is open."""
        return self.scene.switchboard

    def show_in(self, window: MainWindow) -> None:
        """Go on in another window, which shows what the one before did."""
        before, self.scene = self.scene, Scene(window, self.bridge)
        before.messages.close()
        self.bridge.show_again()
        self.scene.go_on_from(before)
        self.scene.messages.start()

    def start(self) -> None:
        """Begin to take events in, then let everybody work."""
        self.bridge.open()
        for worker in self.workers:
            worker.start()
        self.news.listen()
        self.scene.messages.start()

    def close(self) -> None:
        """Stop what is going on, then the workers; `ended` follows within two seconds."""
        self.scene.messages.close()
        self.bridge.close()
        self._closing.begin()
