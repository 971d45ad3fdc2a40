"""The page shows what the system does at the start of a session, and changes it where it may."""

from pytestqt.qtbot import QtBot

from tests.gui.settings.conftest import Opened
from voicedesk.core.inquiries import AutostartSeen
from voicedesk.core.phrases import Phrase
from voicedesk.core.problems import Kind, Problem
from voicedesk.gui.settings.starting_page import StartingPage
from voicedesk.gui.settings.switch import Switch


def switches(opened: Opened) -> tuple[Switch, Switch]:
    autostart, tray = opened.page(StartingPage).findChildren(Switch)
    return autostart, tray


def test_the_switch_waits_for_what_the_system_says(qtbot: QtBot, opened: Opened) -> None:
    autostart, _ = switches(opened)
    assert opened.stand.crew.autostart_wishes == [None]
    assert not autostart.isEnabled()
    opened.stand.post(AutostartSeen(is_on=True))
    qtbot.waitUntil(autostart.isChecked)
    assert opened.stand.crew.autostart_wishes == [None], "showing what is there changes nothing"


def test_switching_asks_the_system_and_a_refusal_is_said(qtbot: QtBot, opened: Opened) -> None:
    autostart, _ = switches(opened)
    opened.stand.post(AutostartSeen(is_on=False))
    qtbot.waitUntil(autostart.isEnabled)
    autostart.click()
    assert opened.stand.crew.autostart_wishes[-1] is True
    problem = Problem(Kind.AUTOSTART_NOT_CHANGED, {"reason": Phrase.NO_PERMISSION})
    opened.stand.post(AutostartSeen(is_on=False, problem=problem))
    qtbot.waitUntil(lambda: not autostart.isChecked())
    assert "could not be changed (no permission)" in autostart.accessibleDescription()


def test_staying_in_the_tray_is_a_setting(qtbot: QtBot, opened: Opened) -> None:
    _, tray = switches(opened)
    tray.click()
    assert opened.stand.bridge.settings.desktop.keep_in_tray
