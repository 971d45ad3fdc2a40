"""Notice that the system wants the program to end."""

import signal
import socket

from PySide6.QtCore import QObject, QSocketNotifier, Signal

WANTED = tuple(
    getattr(signal, name) for name in ("SIGTERM", "SIGINT", "SIGHUP", "SIGBREAK") if hasattr(signal, name)
)


class QuitSignals(QObject):
    """Turn signals of the operating system into one of Qt.

    Python runs its handlers between its own instructions, of which there are none while Qt waits. So a
    signal writes a byte into a socket that Qt watches; the alternative, a timer, would wake an idle program.
    """

    arrived = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reader, self._writer = socket.socketpair()
        self._reader.setblocking(False)
        self._writer.setblocking(False)
        self._notifier = QSocketNotifier(self._reader.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_readable)

    def install(self) -> None:
        """Take over the signals of this process; only the main thread may."""
        signal.set_wakeup_fd(self._writer.fileno(), warn_on_full_buffer=False)
        for number in WANTED:
            signal.signal(number, _ignore)

    def uninstall(self) -> None:
        """Give the signals back."""
        signal.set_wakeup_fd(-1)
        for number in WANTED:
            signal.signal(number, signal.SIG_DFL)
        self._notifier.setEnabled(False)
        self._reader.close()
        self._writer.close()

    def _on_readable(self) -> None:
        if self._reader.recv(64):
            self.arrived.emit()


def _ignore(number: int, frame: object) -> None:
    """Stand in for the default that would end the process; the byte in the socket does the rest."""
