"""Hear what the desktop does with the whole computer: sleep, wake up, lock the screen."""

import time
from collections.abc import Callable

from PySide6.QtCore import SLOT, QObject, QTimer, Signal, Slot

TICK_MS = 10_000
SLEPT_S = 30.0
"""A tick that is so much late was not missed by a busy program, but slept through."""

LOGIN = "org.freedesktop.login1"
SAVERS = (
    ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"),
    ("org.freedesktop.ScreenSaver", "/ScreenSaver"),
    ("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver"),
)
"""Desktops tell of a locked screen by these names."""


class DesktopNews(QObject):
    """Listen on the system's bus where there is one; everywhere a clock that jumped tells of a sleep.

    The wall clock is compared with the time between ticks. If somebody only sets the clock, connections are
    made anew for nothing, which costs a moment and no data.
    """

    falls_asleep = Signal()
    woke = Signal()
    locked = Signal()

    def __init__(self, parent: QObject | None = None, wall_clock: Callable[[], float] = time.time) -> None:
        super().__init__(parent)
        self._wall_clock = wall_clock
        self._ticked_s = wall_clock()
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.look_at_clock)

    def listen(self) -> None:
        """Begin to listen."""
        self._timer.start()
        self._listen_on_buses()

    def look_at_clock(self) -> None:
        """Notice a sleep that nobody told of."""
        before, self._ticked_s = self._ticked_s, self._wall_clock()
        if self._ticked_s - before > TICK_MS / 1000 + SLEPT_S:
            self.woke.emit()

    def _listen_on_buses(self) -> None:
        """Ask both buses; one that is not there stays silent."""
        from PySide6.QtDBus import QDBusConnection  # not needed for the first paint

        login = ("/org/freedesktop/login1", f"{LOGIN}.Manager", "PrepareForSleep")
        QDBusConnection.systemBus().connect(LOGIN, *login, self, SLOT("on_sleep(bool)"))  # type: ignore[call-overload]  # it is a str
        for name, path in SAVERS:
            saver = (name, path, name, "ActiveChanged")
            QDBusConnection.sessionBus().connect(*saver, self, SLOT("on_screen_saver(bool)"))  # type: ignore[call-overload]

    @Slot(bool)
    def on_sleep(self, begins: bool) -> None:
        """Take in that the computer falls asleep, or that it woke up."""
        self._ticked_s = self._wall_clock()
        (self.falls_asleep if begins else self.woke).emit()

    @Slot(bool)
    def on_screen_saver(self, is_active: bool) -> None:
        """Take in that the screen was locked."""
        if is_active:
            self.locked.emit()
