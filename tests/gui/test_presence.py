"""The program can always be found: as a window, or in a tray that is really there."""

import pytest
from PySide6.QtGui import QAction, QImage
from PySide6.QtWidgets import QSystemTrayIcon
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Stand
from voicedesk.core.commands import StartCapture, StopCapture
from voicedesk.core.events import CaptureStarted, Remarked, SettingsChanged
from voicedesk.core.problems import Kind, Problem
from voicedesk.core.settings import DesktopSettings, Settings
from voicedesk.gui import presence, tray_host
from voicedesk.gui.faces import Face
from voicedesk.gui.health.health_dialog import HealthDialog
from voicedesk.gui.presence import Presence
from voicedesk.gui.tray import Tray
from voicedesk.gui.tray_icon import tray_icon


class Desktop:
    """A desktop whose tray comes and goes."""

    has_tray = True


@pytest.fixture
def desktop(monkeypatch: pytest.MonkeyPatch) -> Desktop:
    desktop = Desktop()
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: desktop.has_tray)
    monkeypatch.setattr(tray_host, "has_newer_tray", lambda: desktop.has_tray)
    monkeypatch.setattr(presence, "LOOK_MS", 20)
    monkeypatch.setattr(tray_host, "LOOK_MS", 20)
    monkeypatch.setattr(tray_host, "LONGEST_WAIT_MS", 100)
    return desktop


@pytest.fixture
def here(qtbot: QtBot, desktop: Desktop, stand: Stand) -> Presence:
    qtbot.waitUntil(lambda: stand.desk.presence is not None)
    assert stand.desk.presence
    return stand.desk.presence


def want_tray(qtbot: QtBot, stand: Stand) -> None:
    stand.post(SettingsChanged(Settings(desktop=DesktopSettings(keep_in_tray=True))))
    qtbot.waitUntil(lambda: stand.bridge.settings.desktop.keep_in_tray)


def tray_of(here: Presence) -> Tray:
    assert here.tray
    return here.tray


def choose(here: Presence, words: str) -> None:
    entry(here, words).trigger()


def entry(here: Presence, words: str) -> QAction:
    return next(action for action in tray_of(here).menu.actions() if action.text() == words)


def test_closing_the_window_ends_the_program_unless_it_shall_stay(
    qtbot: QtBot, here: Presence, stand: Stand
) -> None:
    with qtbot.waitSignal(stand.desk.ended):
        stand.window.close()


def test_a_closed_window_is_found_in_the_tray(qtbot: QtBot, here: Presence, stand: Stand) -> None:
    want_tray(qtbot, stand)
    stand.window.close()
    assert not stand.window.isVisible()
    assert all(worker.isRunning() for worker in stand.backstage.workers)
    choose(here, "Show VoiceDesk")
    assert stand.window.isVisible()


def test_without_a_tray_the_wish_for_one_does_not_hide_the_program(
    qtbot: QtBot, here: Presence, stand: Stand, desktop: Desktop
) -> None:
    want_tray(qtbot, stand)
    desktop.has_tray = False
    with qtbot.waitSignal(stand.desk.ended):
        stand.window.close()


def test_a_tray_that_disappears_brings_the_window_back(
    qtbot: QtBot, here: Presence, stand: Stand, desktop: Desktop
) -> None:
    want_tray(qtbot, stand)
    stand.window.close()
    desktop.has_tray = False
    qtbot.waitUntil(lambda: stand.window.isVisible())


def test_quitting_means_the_program_also_while_it_shall_stay(
    qtbot: QtBot, here: Presence, stand: Stand
) -> None:
    want_tray(qtbot, stand)
    with qtbot.waitSignal(stand.desk.ended):
        choose(here, "Quit")


def test_the_icon_tells_what_goes_on(qtbot: QtBot, here: Presence, stand: Stand) -> None:
    assert tray_of(here).words == "VoiceDesk: Ready"
    stand.bridge.talk()
    stand.post(CaptureStarted(stand.live))
    qtbot.waitUntil(lambda: tray_of(here).words == "VoiceDesk: Listening")
    stand.bridge.stop()
    stand.post(Remarked(Problem(Kind.NO_KEYRING)))
    qtbot.waitUntil(lambda: tray_of(here).words == "VoiceDesk: See the message above")
    stand.window.notices.drop(stand.window.notices.shown[0])
    assert tray_of(here).words == "VoiceDesk: Ready"


def test_one_talks_from_the_tray_without_a_window(qtbot: QtBot, here: Presence, stand: Stand) -> None:
    assert not entry(here, "Send what I said").isVisible()
    assert not entry(here, "Stop").isEnabled()
    choose(here, "Talk")
    assert len(stand.crew.told(StartCapture)) == 1
    stand.post(CaptureStarted(stand.live))
    qtbot.waitUntil(lambda: tray_of(here).words == "VoiceDesk: Listening")
    assert not entry(here, "Talk").isVisible()
    assert entry(here, "Stop").isEnabled()
    choose(here, "Send what I said")
    assert len(stand.crew.told(StopCapture)) == 1


def test_the_settings_open_in_the_window(qtbot: QtBot, here: Presence, stand: Stand) -> None:
    want_tray(qtbot, stand)
    stand.window.close()
    with qtbot.waitSignal(stand.window.settings_wanted):
        choose(here, "Settings")
    assert stand.window.isVisible()


def test_what_is_missing_opens_in_the_window(qtbot: QtBot, here: Presence, stand: Stand) -> None:
    want_tray(qtbot, stand)
    stand.window.close()
    choose(here, "What is missing on this machine…")
    assert stand.window.isVisible()
    assert stand.window.findChild(HealthDialog)


def test_a_hidden_start_waits_for_the_tray_and_then_stays_hidden(
    qtbot: QtBot, here: Presence, stand: Stand, desktop: Desktop
) -> None:
    here.close()
    stand.window.hide()
    desktop.has_tray = False
    here.appear_hidden()
    assert here.tray is None
    desktop.has_tray = True
    qtbot.waitUntil(lambda: here.tray is not None)
    assert not stand.window.isVisible()


def test_a_hidden_start_without_a_tray_shows_the_window(
    qtbot: QtBot, here: Presence, stand: Stand, desktop: Desktop
) -> None:
    here.close()
    stand.window.hide()
    desktop.has_tray = False
    here.appear_hidden()
    qtbot.waitUntil(lambda: stand.window.isVisible())


def test_five_states_have_pictures_of_their_own() -> None:
    faces = (Face.READY, Face.LISTENING, Face.THINKING, Face.SPEAKING, Face.TROUBLED)
    pictures = {bytes(picture_of(face).constBits()) for face in faces}
    assert len(pictures) == len(faces)


def picture_of(face: Face) -> QImage:
    """Draw a face as small as a panel does, without its colours."""
    return tray_icon(face).pixmap(22, 22).toImage().convertToFormat(QImage.Format.Format_Mono)
