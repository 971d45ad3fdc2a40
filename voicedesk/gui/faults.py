"""Turn every exception that nobody expected into one event that the person can read and copy."""

from __future__ import annotations

import logging
import sys
import threading
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from voicedesk.core.crash import crashed
from voicedesk.core.problems import Kind, Problem
from voicedesk.core.secret import struck_out

if TYPE_CHECKING:
    from voicedesk.gui.crew import Post

log = logging.getLogger(__name__)

MOST_REPORTS = 20
"""A fault inside the reporting of faults would report itself for ever."""
SEVERE = frozenset({QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg})
WINDOW = "window"


class FaultReporter:
    """Listen at every place where Python and Qt leave what nobody caught."""

    def __init__(self, post: Post) -> None:
        self._post = post
        self._left = MOST_REPORTS

    def install(self) -> None:
        """Take over all hooks of this process."""
        sys.excepthook = self.report
        sys.unraisablehook = self._report_unraisable
        threading.excepthook = self._report_from_thread
        qInstallMessageHandler(self.report_qt_message)

    def report(self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        """Report what a slot or the start let through; has the signature of `sys.excepthook`."""
        if issubclass(kind, Exception):
            self._report_crash(WINDOW, crashed(fault.with_traceback(trace)))
        else:
            sys.__excepthook__(kind, fault, trace)

    def report_qt_message(self, severity: QtMsgType, context: QMessageLogContext, text: str) -> None:
        """Write what Qt says to the log, and report what it calls critical."""
        if severity in SEVERE:
            self._report_crash("Qt", Problem(Kind.CRASHED, detail=struck_out(f"Qt: {text}")))
        else:
            log.log(_level_of(severity), "Qt: %s", struck_out(text))

    def _report_from_thread(self, arguments: threading.ExceptHookArgs) -> None:
        if isinstance(arguments.exc_value, Exception):
            name = arguments.thread.name if arguments.thread else "thread"
            self._report_crash(name, crashed(arguments.exc_value))

    def _report_unraisable(self, arguments: sys.UnraisableHookArgs) -> None:
        if isinstance(arguments.exc_value, Exception):
            self._report_crash(WINDOW, crashed(arguments.exc_value))

    def _report_crash(self, where: str, problem: Problem) -> None:
        from voicedesk.core.events import WorkerCrashed  # here, because the first paint does not need it

        log.error("%s crashed: %s", where, problem.detail)
        if self._left:
            self._left -= 1
            self._post(WorkerCrashed(where, problem))


def _level_of(severity: QtMsgType) -> int:
    return logging.WARNING if severity is QtMsgType.QtWarningMsg else logging.DEBUG
