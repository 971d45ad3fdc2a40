"""Show the window first, and only then load and wake everybody who works for it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from voicedesk.core.language import Language
from voicedesk.gui.faults import FaultReporter
from voicedesk.gui.garbage import GarbageCollection
from voicedesk.gui.inbox import Inbox
from voicedesk.gui.language import remembered, speak
from voicedesk.gui.look_note import remembered_look
from voicedesk.gui.main_window import MainWindow
from voicedesk.gui.quit_signals import QuitSignals
from voicedesk.gui.style import chosen_scheme, current_wish, dress, wear
from voicedesk.gui.window_place import WindowPlace

if TYPE_CHECKING:
    from voicedesk.core.options import Options
    from voicedesk.gui.backstage import Backstage
    from voicedesk.gui.crew import Crew, Post
    from voicedesk.gui.presence import Presence
    from voicedesk.gui.reception import Reception
    from voicedesk.system.doorstep import Doorstep

    MakeCrew = Callable[[Post], Crew]

APP_ID = "voicedesk"


def run(options: Options, make_crew: MakeCrew | None = None, doorstep: Doorstep | None = None) -> int:
    """Open the window and stay until it is closed; give the exit code."""
    forbid_core_dumps()
    application = make_application(sys.argv[:1])
    wish = remembered()
    speak(wish)
    wear_last_look(application)
    desk = Desk(make_crew or CrewMaker(options), doorstep, wish, WindowPlace(application))
    FaultReporter(desk.inbox.post).install()
    garbage = GarbageCollection(desk)
    garbage.start()
    signals = QuitSignals(desk)
    signals.install()
    signals.arrived.connect(desk.close)
    desk.ended.connect(application.quit)
    if options.hidden:
        desk.appear_hidden()
    else:
        desk.window.show()
    code = application.exec()
    garbage.stop()
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


def wear_last_look(application: QApplication) -> None:
    """Begin in the look that was chosen, so that no light window flashes up where a dark one is wished."""
    look = remembered_look()
    if look != current_wish():
        wear(look)
        dress(application)


class CrewMaker:
    """Build the real crew when it is wanted, which is after the first paint."""

    def __init__(self, options: Options) -> None:
        self._options = options

    def __call__(self, post: Post) -> Crew:
        from voicedesk import assembly

        return assembly.Crew(self._options, post)


class Desk(QObject):
    """Everything that lives as long as the program: the window, and what is behind it."""

    ended = Signal()

    def __init__(
        self,
        make_crew: MakeCrew,
        doorstep: Doorstep | None = None,
        wish: Language = Language.SYSTEM,
        place: WindowPlace | None = None,
    ) -> None:
        super().__init__()
        self.inbox = Inbox(self)
        self._place = place
        self.window = self._new_window()
        if place:
            place.restore(self.window)
        self.backstage: Backstage | None = None
        self.presence: Presence | None = None
        self.reception: Reception | None = None
        self._make_crew = make_crew
        self._doorstep = doorstep
        self._wish = wish
        self._is_closing = False
        self._starts_hidden = False
        self.window.painted.connect(self._open_backstage, Qt.ConnectionType.QueuedConnection)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._on_scheme_changed)
        if hasattr(hints, "accessibility"):  # since Qt 6.10
            hints.accessibility().contrastPreferenceChanged.connect(self._on_scheme_changed)

    def appear_hidden(self) -> None:
        """Begin without a window, where there is a tray to find the program in."""
        self._starts_hidden = True
        QTimer.singleShot(0, self._open_backstage)

    def close(self) -> None:
        """End the program in order; harmless when repeated."""
        if self._is_closing:
            return
        self._is_closing = True
        if self.reception:
            self.reception.close()
        if self.presence:
            self.presence.close()
        self.window.hide()
        if self.backstage:
            self.backstage.close()
        else:
            self.ended.emit()

    def _open_backstage(self) -> None:
        """Load the rest now that the person has something to look at."""
        from voicedesk.gui.backstage import Backstage
        from voicedesk.gui.interpreter import Interpreter

        if self._is_closing or self.backstage:
            return
        self.backstage = Backstage(self.window, self.inbox, self._make_crew(self.inbox.post), self)
        self.backstage.ended.connect(self.ended)
        interpreter = Interpreter(self._wish, self)
        self.backstage.bridge.settings_changed.connect(interpreter.follow)
        interpreter.changed.connect(self._replace_window, Qt.ConnectionType.QueuedConnection)
        self.backstage.start()
        QTimer.singleShot(0, self._open_door)
        QTimer.singleShot(0, self._open_tray)

    def _open_tray(self) -> None:
        """Ask the desktop for a tray."""
        from voicedesk.gui.presence import Presence

        if self._is_closing or not self.backstage:
            return
        self.presence = Presence(self._window_now, self.backstage.bridge, self)
        self.presence.quit_wanted.connect(self.close)
        if self._starts_hidden:
            self.presence.appear_hidden()
        else:
            self.presence.appear()

    def _open_door(self) -> None:
        """Listen to later starts, which wait for this; the network part of Qt is not needed for a paint."""
        if self._is_closing or self._doorstep is None or not self._doorstep.is_claimed:
            return
        from voicedesk.gui.reception import Reception

        self.reception = Reception(self._doorstep.address, self._window_now, self)

    def _window_now(self) -> MainWindow:
        return self.window

    def _new_window(self) -> MainWindow:
        window = MainWindow()
        window.closed.connect(self._on_window_closed)
        window.quit_wanted.connect(self.close)
        if self._place:
            self._place.follow(window)
        return window

    def _on_window_closed(self) -> None:
        """Go on in the tray if the person wants that and there is one."""
        if self.presence and self.presence.keeps_running:
            self.presence.go_to_tray()
        else:
            self.close()

    def _replace_window(self) -> None:
        """Open a window in the language of now, and only then take the other one away."""
        if self._is_closing or not self.backstage:
            return
        before, self.window = self.window, self._new_window()
        self.backstage.show_in(self.window)
        self.window.setVisible(before.isVisible())
        if self.presence:
            self.presence.speak_anew()
        before.hide()
        before.deleteLater()

    def _on_scheme_changed(self) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        dress(application)
        if self.presence:
            self.presence.redraw()
