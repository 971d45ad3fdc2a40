"""A13: a key-up that never comes, since the screen was locked meanwhile, does not leave a microphone open."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Stand
from voicedesk.core.commands import DropCapture, StopCapture
from voicedesk.core.conversation import Clip
from voicedesk.core.events import CaptureFailed, CaptureStarted
from voicedesk.core.problems import Kind, Problem
from voicedesk.core.session import Stage
from voicedesk.gui.talk_button import TalkButton

Hold = Callable[[Stand], None]
Leave = Callable[[Stand], None]


def hold_space(stand: Stand) -> None:
    stand.window.setFocus(Qt.FocusReason.OtherFocusReason)
    QTest.keyPress(stand.window, Qt.Key.Key_Space)


def button_of(stand: Stand) -> TalkButton:
    button = stand.window.talk_bar.findChild(TalkButton)
    assert button
    return button


def hold_button(stand: Stand) -> None:
    QTest.mousePress(button_of(stand), Qt.MouseButton.LeftButton)


def lock_screen(stand: Stand) -> None:
    """Take the keyboard away, as a locked screen, a switch of desktops or another window does."""
    other = QWidget()
    other.show()
    other.activateWindow()
    QTest.qWaitForWindowActive(other)
    other.deleteLater()


HOLDS = pytest.mark.parametrize("hold", [hold_space, hold_button])


def listening(qtbot: QtBot, stand: Stand, hold: Hold) -> None:
    hold(stand)
    qtbot.waitUntil(lambda: stand.state.stage is Stage.ARMING)
    stand.post(CaptureStarted(stand.live))
    qtbot.waitUntil(lambda: stand.state.stage is Stage.LISTENING)


@HOLDS
def test_A13_a_locked_screen_ends_the_recording(qtbot: QtBot, stand: Stand, hold: Hold) -> None:
    listening(qtbot, stand, hold)
    lock_screen(stand)
    qtbot.waitUntil(lambda: bool(stand.crew.told(StopCapture)))
    assert stand.state.stage is Stage.CLOSING


@HOLDS
def test_A13_escape_ends_the_recording(qtbot: QtBot, stand: Stand, hold: Hold) -> None:
    listening(qtbot, stand, hold)
    QTest.keyClick(stand.window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: bool(stand.crew.told(DropCapture)))
    assert stand.state.stage is Stage.IDLE


@HOLDS
def test_A13_the_longest_time_ends_the_recording_and_what_was_said_is_kept(
    qtbot: QtBot, stand: Stand, hold: Hold, clip_of: Callable[[int], Clip]
) -> None:
    listening(qtbot, stand, hold)
    turn, clip = stand.live, clip_of(1)
    stand.post(CaptureFailed(turn, Problem(Kind.TOO_LONG, {"minutes": "60"}), clip))
    qtbot.waitUntil(lambda: stand.state.stage is Stage.IDLE)
    kept = stand.state.conversation.find(turn)
    assert kept and kept.clip == clip


@HOLDS
def test_A13_a_late_key_up_after_that_does_nothing(qtbot: QtBot, stand: Stand, hold: Hold) -> None:
    listening(qtbot, stand, hold)
    lock_screen(stand)
    qtbot.waitUntil(lambda: stand.state.stage is Stage.CLOSING)
    stand.bridge.stop()
    before = list(stand.crew.commands)
    QTest.keyRelease(stand.window, Qt.Key.Key_Space)
    QTest.mouseRelease(button_of(stand), Qt.MouseButton.LeftButton)
    QCoreApplication.processEvents()
    assert stand.crew.commands == before
