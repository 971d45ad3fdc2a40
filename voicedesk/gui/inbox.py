"""Bring events from every thread into the window's thread."""

from queue import Empty, SimpleQueue

from PySide6.QtCore import QObject, Signal


class Inbox(QObject):
    """Keep what was posted until somebody takes it, so that nothing is lost before the window listens.

    The signal only wakes: a signal that carries the event is dropped when nothing is connected yet.
    """

    arrived = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._events: SimpleQueue[object] = SimpleQueue()

    def post(self, event: object) -> None:
        """Add an event; called from any thread, never waits."""
        self._events.put(event)
        self.arrived.emit()

    def take(self) -> object | None:
        """Give the oldest event, or None if there is none."""
        try:
            return self._events.get_nowait()
        except Empty:
            return None
