"""Decide whether the program is seen as a window, as an icon in the tray, or as both."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QSystemTrayIcon

from voicedesk.gui.bridge import Bridge
from voicedesk.gui.faces import Face
from voicedesk.gui.main_window import MainWindow
from voicedesk.gui.raising import bring_forward
from voicedesk.gui.talking import face_of
from voicedesk.gui.tray import Tray
from voicedesk.gui.tray_host import TrayWait

LOOK_MS = 5_000
"""How long a program without a window may be without a tray, too."""


class Presence(QObject):
    """There is always a way to the program: no tray, no hidden window."""

    quit_wanted = Signal()

    def __init__(
        self, window_now: Callable[[], MainWindow], bridge: Bridge, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._window_now = window_now
        self._bridge = bridge
        self._tray: Tray | None = None
        self._wait: TrayWait | None = None
        self._watch = QTimer(self)
        self._watch.setInterval(LOOK_MS)
        self._watch.timeout.connect(self._look_for_tray)
        bridge.changed.connect(self._show_face)
        self._heed_window()

    @property
    def tray(self) -> Tray | None:
        """Give the icon, where there is a tray."""
        return self._tray

    @property
    def keeps_running(self) -> bool:
        """Tell whether a closed window may leave the program in the tray."""
        return self._bridge.settings.desktop.keep_in_tray and self._has_tray()

    def appear(self) -> None:
        """Show the icon beside the window, where there is a tray."""
        if QSystemTrayIcon.isSystemTrayAvailable():
            self._make_tray()

    def appear_hidden(self) -> None:
        """Show the icon alone; without a tray, the window."""
        self._wait = TrayWait(self)
        self._wait.found.connect(self.go_to_tray)
        self._wait.missed.connect(self.show_window)
        self._wait.begin()

    def go_to_tray(self) -> None:
        """Be found in the tray alone, as long as there is one."""
        self._make_tray()
        self._watch.start()

    def show_window(self) -> None:
        """Be found as a window."""
        self._watch.stop()
        bring_forward(self._window_now())
        if self._tray is None:
            self.appear()

    def speak_anew(self) -> None:
        """Make the menu in the language of now, for the window of now."""
        self._heed_window()
        if self._tray:
            self._leave_tray()
            self._make_tray()

    def redraw(self) -> None:
        """Use the colours of the theme of now."""
        if self._tray:
            self._tray.redraw()

    def close(self) -> None:
        """Leave no icon behind."""
        self._watch.stop()
        self._leave_tray()

    def _has_tray(self) -> bool:
        return self._tray is not None and self._tray.is_there

    def _make_tray(self) -> None:
        if self._tray:
            return
        tray, bridge = Tray(self), self._bridge
        tray.window_wanted.connect(self.show_window)
        tray.talk_wanted.connect(bridge.talk)
        tray.send_wanted.connect(bridge.finish_talking)
        tray.stop_wanted.connect(bridge.stop)
        tray.conversation_wanted.connect(self._on_conversation_wanted)
        tray.settings_wanted.connect(self._on_settings_wanted)
        tray.health_wanted.connect(self._on_health_wanted)
        tray.quit_wanted.connect(self.quit_wanted)
        tray.show()
        self._tray = tray
        self._show_face()

    def _leave_tray(self) -> None:
        if self._tray:
            self._tray.close()
            self._tray.deleteLater()
            self._tray = None

    def _look_for_tray(self) -> None:
        if self._window_now().isVisible():
            self._watch.stop()
        elif not self._has_tray():
            self.show_window()

    def _heed_window(self) -> None:
        self._window_now().notices.changed.connect(self._show_face)

    def _show_face(self) -> None:
        """Show what goes on, and while nothing does whether there is a problem to read about."""
        if self._tray:
            face = face_of(self._bridge.state)
            has_problem = any(notice.problem for notice in self._window_now().notices.shown)
            self._tray.show_face(Face.TROUBLED if face is Face.READY and has_problem else face)

    def _on_conversation_wanted(self) -> None:
        self._bridge.begin_conversation()
        self.show_window()

    def _on_health_wanted(self) -> None:
        self.show_window()
        self._window_now().health_wanted.emit()

    def _on_settings_wanted(self) -> None:
        self.show_window()
        self._window_now().settings_wanted.emit()
