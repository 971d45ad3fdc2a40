"""Find out whether the desktop has a tray, and wait for one that comes up with the session."""

import sys

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QSystemTrayIcon

WATCHER = "org.kde.StatusNotifierWatcher"
LOOK_MS = 250
LONGEST_WAIT_MS = 5_000
"""A program of the session may be started before the panel that holds the tray."""


class TrayWait(QObject):
    """Wait for a tray, but not for long.

    Qt asks once in its life whether there is a tray of the newer kind, and a no is never asked again. So that
    kind is looked for by hand until it is there, and Qt is asked only then, or in the end.
    """

    found = Signal()
    missed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._left_ms = LONGEST_WAIT_MS
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self._look)

    def begin(self) -> None:
        """Look at once, and then from time to time."""
        self._timer.start()
        self._look()

    def _look(self) -> None:
        self._left_ms -= LOOK_MS
        if has_newer_tray():
            self._end(found=True)
        elif self._left_ms < 0 or sys.platform in ("win32", "darwin"):
            self._end(found=QSystemTrayIcon.isSystemTrayAvailable())

    def _end(self, found: bool) -> None:
        self._timer.stop()
        (self.found if found else self.missed).emit()


def has_newer_tray() -> bool:
    """Tell whether somebody on the session's bus shows icons of programs."""
    if sys.platform in ("win32", "darwin"):
        return False
    from PySide6.QtDBus import QDBusConnection  # not needed for the first paint

    bus = QDBusConnection.sessionBus().interface()
    return bool(bus) and bool(bus.isServiceRegistered(WATCHER).value())
