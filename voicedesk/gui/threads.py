"""Run a loop body in a thread of Qt."""

import logging
import threading

from PySide6.QtCore import QObject, QThread

from voicedesk.core.crash import crashed
from voicedesk.core.events import WorkerCrashed
from voicedesk.gui.crew import Body, Post

log = logging.getLogger(__name__)

RESTARTS = 3
"""A body that fails more often in the life of the program stays down."""


class Worker(QThread):
    """Give a body its thread; a crash is reported and the body started again.

    There are no slots here and no event loop: the body is told what to do through its own queue.
    """

    def __init__(self, body: Body, post: Post, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(body.name)
        self._body = body
        self._post = post

    def run(self) -> None:
        threading.current_thread().name = self._body.name  # for the log; Python calls threads of Qt "Dummy"
        for _ in range(1 + RESTARTS):
            try:
                return self._body.run()
            except Exception as fault:  # noqa: BLE001  # the outermost edge of this thread
                problem = crashed(fault)
                log.error("%s crashed: %s", self._body.name, problem.detail)
                self._post(WorkerCrashed(self._body.name, problem))
        return None

    def stop(self) -> None:
        """Ask the body to return."""
        self._body.stop()
