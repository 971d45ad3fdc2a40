"""VoiceDesk's window, started as a person starts it; only the benchmark's watch sits in its process."""

import runpy
import sys

from PySide6 import QtWidgets

from tests.bench.parties.painted import Heartbeat, watched_application
from tests.bench.parties.pipe import Order, tell


def take(order: Order, heartbeat: Heartbeat) -> None:
    """Leave the guide that a first start opens, type a question and send it by Return."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    if order.do != "ask":
        return
    entry = next(
        widget for widget in QtWidgets.QApplication.allWidgets() if widget.objectName() == "question"
    )
    if not entry.isVisible():
        QTest.keyClick(entry.window(), Qt.Key.Key_Escape)
    QTest.keyClicks(entry, "Hello.")
    QTest.keyClick(entry, Qt.Key.Key_Return)
    heartbeat.begin()
    tell("asked")


if __name__ == "__main__":
    QtWidgets.QApplication = watched_application(take)  # type: ignore[misc]
    sys.argv = ["voicedesk"]
    runpy.run_module("voicedesk", run_name="__main__")
