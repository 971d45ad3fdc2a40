"""Everything behind the window: the bridge, the connections and the workers."""

from PySide6.QtCore import QObject, Signal

from voicedesk.gui.bridge import Bridge
from voicedesk.gui.closing import Closing
from voicedesk.gui.crew import Crew
from voicedesk.gui.explaining import Explaining
from voicedesk.gui.header_link import HeaderLink
from voicedesk.gui.inbox import Inbox
from voicedesk.gui.main_window import MainWindow
from voicedesk.gui.switchboard import Switchboard
from voicedesk.gui.threads import Worker


class Backstage(QObject):
    """Start the workers, and end them in order."""

    ended = Signal()

    def __init__(self, window: MainWindow, inbox: Inbox, crew: Crew, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.bridge = Bridge(inbox, crew, self)
        self.switchboard = Switchboard(window, self.bridge, self)
        self.explaining = Explaining(window, self)
        self.header_link = HeaderLink(window.header, self.bridge, self)
        self.workers = [Worker(body, inbox.post, self) for body in crew.bodies]
        self._closing = Closing(self.workers, self)
        self._closing.finished.connect(self.ended)

    def start(self) -> None:
        """Begin to take events in, then let everybody work."""
        self.bridge.open()
        for worker in self.workers:
            worker.start()

    def close(self) -> None:
        """Stop what is going on, then the workers; `ended` follows within two seconds."""
        self.bridge.close()
        self._closing.begin()
