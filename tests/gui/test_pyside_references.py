"""PySide6 6.12.0 on Python 3.11 loses references to None and True, and in the end aborts the process."""

import sys

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

CALLS = 300
NOISE = 100
"""Other code of the process takes and gives back a few references meanwhile."""


class Sender(QObject):
    sent = Signal(object)


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None and True are immortal there")
@pytest.mark.parametrize("constant", [None, True], ids=["None", "True"])
def test_calls_and_signals_keep_the_references(qtbot: QtBot, constant: object) -> None:
    sender, label = Sender(), QLabel()
    qtbot.addWidget(label)
    received: list[int] = []
    sender.sent.connect(received.append)
    before = sys.getrefcount(constant)
    for count in range(CALLS):
        sender.sent.emit(count)
        label.setText("text")
    assert abs(sys.getrefcount(constant) - before) < NOISE
    assert len(received) == CALLS
