"""End everything in order, and in time."""

import logging
import os
import sys
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from voicedesk.gui.threads import Worker

log = logging.getLogger(__name__)

PATIENCE_MS = 2_000
"""For all together: a system that shuts down waits little longer."""
TURN_MS = 300
"""A worker that is stuck must not keep the next one from storing what it has."""
TOO_LATE = 1


def leave_at_once(code: int) -> None:
    """End the process without waiting for threads; what was written so far is flushed."""
    logging.shutdown()
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:  # a windowed program on Windows has none
            stream.flush()
    os._exit(code)


class Closing(QObject):
    """Stop the workers one after the other, last started first, while the event loop goes on.

    So what they still report is taken in and stored by those that stop later. A worker that does not stop in
    time is named in the log and left behind; ending a thread by force could destroy what it was writing.
    """

    finished = Signal()

    def __init__(
        self,
        workers: Sequence[Worker],
        parent: QObject | None = None,
        leave: Callable[[int], None] = leave_at_once,
        patience_ms: int = PATIENCE_MS,
        turn_ms: int = TURN_MS,
    ) -> None:
        super().__init__(parent)
        self._workers = list(workers)
        self._unasked = list(workers)
        self._leave = leave
        self._deadline = self._timer(patience_ms)
        self._deadline.timeout.connect(self._on_deadline)
        self._turn = self._timer(turn_ms)
        self._turn.timeout.connect(self._stop_next)

    def begin(self) -> None:
        """Start to stop."""
        self._deadline.start()
        for worker in self._workers:
            worker.finished.connect(self._on_worker_finished)
        self._stop_next()

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        return timer

    def _running(self) -> list[Worker]:
        return [worker for worker in self._workers if worker.isRunning()]

    def _stop_next(self) -> None:
        while self._unasked and not self._unasked[-1].isRunning():
            self._unasked.pop()
        if self._unasked:
            self._unasked.pop().stop()
            self._turn.start()
        elif not self._running():
            self._deadline.stop()
            self._turn.stop()
            self.finished.emit()

    def _on_worker_finished(self) -> None:
        self._stop_next()

    def _on_deadline(self) -> None:
        late = [worker.objectName() for worker in self._running()]
        log.error("did not stop in time: %s", ", ".join(late))
        self._leave(TOO_LATE)
