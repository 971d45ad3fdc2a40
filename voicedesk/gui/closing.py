"""End everything in order, and in time."""

import logging
import os
import sys
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from voicedesk.gui.threads import Worker

log = logging.getLogger(__name__)

PATIENCE_MS = 2_000
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
    ) -> None:
        super().__init__(parent)
        self._left = list(workers)
        self._leave = leave
        self._deadline = QTimer(self)
        self._deadline.setSingleShot(True)
        self._deadline.setInterval(patience_ms)
        self._deadline.timeout.connect(self._on_deadline)

    def begin(self) -> None:
        """Start to stop."""
        self._deadline.start()
        self._stop_next()

    def _stop_next(self) -> None:
        while self._left:
            worker = self._left.pop()
            if worker.isRunning():
                self._left.append(worker)
                worker.finished.connect(self._on_worker_finished)
                worker.stop()
                return
        self._deadline.stop()
        self.finished.emit()

    def _on_worker_finished(self) -> None:
        self._stop_next()

    def _on_deadline(self) -> None:
        late = [worker.objectName() for worker in self._left if worker.isRunning()]
        log.error("did not stop in time: %s", ", ".join(late))
        self._leave(TOO_LATE)
