"""One press and one release for each hold of the space bar, whatever X11 makes of it."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from voicedesk.gui import key_hold
from voicedesk.gui.key_hold import KeyHold


class Window(QWidget):
    """A window in which nobody else wants the key."""

    def __init__(self) -> None:
        super().__init__()
        self.hold = KeyHold(self)
        self.began, self.ended = QSignalSpy(self.hold.began), QSignalSpy(self.hold.ended)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.hold.begin(event)

    def send(
        self,
        kind: QEvent.Type,
        modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
        key: Qt.Key = Qt.Key.Key_Space,
    ) -> None:
        QApplication.sendEvent(self, QKeyEvent(kind, key, modifier, ""))


@pytest.fixture
def window(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Window:
    monkeypatch.setattr(key_hold, "grace_ms", lambda: 150)
    window = Window()
    qtbot.addWidget(window)
    return window


def test_repeats_that_look_like_real_keys_are_one_hold(qtbot: QtBot, window: Window) -> None:
    window.send(QEvent.Type.KeyPress)
    for _ in range(40):
        window.send(QEvent.Type.KeyRelease)
        window.send(QEvent.Type.KeyPress)
    assert (window.began.count(), window.ended.count()) == (1, 0)
    window.send(QEvent.Type.KeyRelease)
    qtbot.waitUntil(lambda: window.ended.count() == 1)
    assert window.began.count() == 1


def test_two_holds_are_two(qtbot: QtBot, window: Window) -> None:
    for _ in range(2):
        before = window.ended.count()
        window.send(QEvent.Type.KeyPress)
        window.send(QEvent.Type.KeyRelease)
        qtbot.waitUntil(lambda: window.ended.count() > before)  # noqa: B023  # called before the loop goes on
    assert (window.began.count(), window.ended.count()) == (2, 2)


def test_a_hold_ends_once_when_the_window_is_left(qtbot: QtBot, window: Window) -> None:
    window.send(QEvent.Type.KeyPress)
    QApplication.sendEvent(window, QEvent(QEvent.Type.WindowDeactivate))
    window.send(QEvent.Type.KeyRelease)
    QApplication.sendEvent(window, QEvent(QEvent.Type.WindowDeactivate))
    assert (window.began.count(), window.ended.count()) == (1, 1)


def test_a_chord_with_the_space_bar_is_no_hold(window: Window) -> None:
    window.send(QEvent.Type.KeyPress, Qt.KeyboardModifier.ControlModifier)
    assert window.began.count() == 0


def test_only_x11_needs_to_wait() -> None:
    assert key_hold.grace_ms() == 0  # these tests run without a screen


def test_a_chosen_key_talks_beside_the_space_bar(qtbot: QtBot, window: Window) -> None:
    window.hold.use("Ctrl+F9")
    window.send(QEvent.Type.KeyPress, key=Qt.Key.Key_F9)
    assert window.began.count() == 0
    window.send(QEvent.Type.KeyPress, Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_F9)
    assert window.began.count() == 1
    window.send(QEvent.Type.KeyRelease, key=Qt.Key.Key_F9)  # Ctrl may be let go first
    qtbot.waitUntil(lambda: window.ended.count() == 1)
    hold_space_once(qtbot, window)


def test_a_key_that_is_no_key_leaves_the_space_bar(qtbot: QtBot, window: Window) -> None:
    window.hold.use("F9, F10")
    window.send(QEvent.Type.KeyPress, key=Qt.Key.Key_F9)
    assert window.began.count() == 0
    hold_space_once(qtbot, window)


def hold_space_once(qtbot: QtBot, window: Window) -> None:
    """See that a hold of the space bar begins and ends."""
    began, ended = window.began.count(), window.ended.count()
    window.send(QEvent.Type.KeyPress)
    assert window.began.count() == began + 1
    window.send(QEvent.Type.KeyRelease)
    qtbot.waitUntil(lambda: window.ended.count() == ended + 1)
