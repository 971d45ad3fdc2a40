"""Run a loop body in a thread of Qt."""

import threading

from PySide6.QtCore import QObject, QThread

from voicedesk.engine.bodies import Body, keep_running
from voicedesk.gui.crew import Post


class Worker(QThread):
    """Give a body its thread; a crash is reported and the body started again.

    There are no slots here and no event loop: the body is told what to do through its own queue.
    """

    def __init__(self, body: Body, post: Post, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(body.name)
        self._body = body
        self._post = post
        self._is_leaving = False

    def run(self) -> None:
        threading.current_thread().name = self._body.name  # for the log; Python calls threads of Qt "Dummy"
        keep_running(self._body, self._post, lambda: self._is_leaving)

    def stop(self) -> None:
        """Ask the body to return."""
        self._is_leaving = True
        self._body.stop()
