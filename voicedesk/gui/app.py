"""Put the window together, show it, and only then wake everybody who works for it."""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from voicedesk.gui.bridge import Bridge
from voicedesk.gui.closing import Closing
from voicedesk.gui.crew import Crew, Post
from voicedesk.gui.faults import FaultReporter
from voicedesk.gui.inbox import Inbox
from voicedesk.gui.main_window import MainWindow
from voicedesk.gui.quit_signals import QuitSignals
from voicedesk.gui.style import chosen_scheme, dress
from voicedesk.gui.threads import Worker

if TYPE_CHECKING:
    from voicedesk.core.options import Options

APP_ID = "voicedesk"

MakeCrew = Callable[[Post], Crew]


def run(options: "Options", make_crew: MakeCrew | None = None) -> int:
    """Open the window and stay until it is closed; give the exit code."""
    forbid_core_dumps()
    application = make_application(sys.argv[:1])
    desk = Desk(make_crew or CrewMaker(options))
    FaultReporter(desk.inbox.post).install()
    signals = QuitSignals(desk)
    signals.install()
    signals.arrived.connect(desk.close)
    desk.ended.connect(application.quit)
    desk.show()
    code = application.exec()
    signals.uninstall()
    return code


def forbid_core_dumps() -> None:
    """Keep the memory of a crashed program, and with it the key, off the disk."""
    try:
        import resource  # exists on POSIX systems only
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def make_application(arguments: list[str]) -> QApplication:
    """Make the one application object, dressed by the system's colour scheme or by the override."""
    QGuiApplication.setDesktopFileName(APP_ID)
    QApplication.setApplicationName(APP_ID)
    QApplication.setApplicationDisplayName("VoiceDesk")
    application = QApplication(arguments)
    application.setStyle("Fusion")
    application.setQuitOnLastWindowClosed(False)  # the workers are stopped first
    application.styleHints().setColorScheme(chosen_scheme())
    dress(application)
    return application


class CrewMaker:
    """Build the real crew when it is wanted, which is after the first paint."""

    def __init__(self, options: "Options") -> None:
        self._options = options

    def __call__(self, post: Post) -> Crew:
        from voicedesk import assembly  # here, because the first paint does not wait for it

        return assembly.Crew(self._options, post)


class Desk(QObject):
    """Everything that lives as long as the program: the window, the bridge and the workers."""

    ended = Signal()

    def __init__(self, make_crew: MakeCrew) -> None:
        super().__init__()
        self.inbox = Inbox(self)
        self.window = MainWindow()
        self.workers: list[Worker] = []
        self._make_crew = make_crew
        self._bridge: Bridge | None = None
        self._closing: Closing | None = None
        self.window.painted.connect(self._on_painted, Qt.ConnectionType.QueuedConnection)
        self.window.closed.connect(self.close)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)

    @property
    def bridge(self) -> Bridge | None:
        """Give the bridge, once the first paint is over."""
        return self._bridge

    def show(self) -> None:
        """Bring the window on screen."""
        self.window.show()

    def close(self) -> None:
        """End the program in order; harmless when repeated."""
        if self._closing:
            return
        self.window.hide()
        if self._bridge:
            self._bridge.close()
        self._closing = Closing(self.workers, self)
        self._closing.finished.connect(self.ended)
        self._closing.begin()

    def _on_painted(self) -> None:
        """Wake the workers now that the person has something to look at."""
        if self._closing:
            return
        crew = self._make_crew(self.inbox.post)
        self._bridge = Bridge(self.inbox, crew)
        self.window.meet(self._bridge)
        self._bridge.open()
        for body in crew.bodies:
            self.workers.append(Worker(body, self.inbox.post, self))
            self.workers[-1].start()

    def _on_scheme_changed(self) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        dress(application)
