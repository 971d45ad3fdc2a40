"""What is missing on this machine is shown with what to do, on top of what is there."""

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Stand
from voicedesk.core.commands import Notify
from voicedesk.core.health import Check, Examined
from voicedesk.core.problems import Kind, Problem
from voicedesk.gui.health.health_dialog import HealthDialog
from voicedesk.gui.notice import notice_of
from voicedesk.gui.report_dialog import ReportDialog

DISK = Check("disk", "/home/ada/voicedesk; 9,000 MB free")
MICROPHONE = Check("microphone", "none", "You can type instead. Connect a microphone to talk.")
KEYRING = Check("keyring", "no safe store", "Unlock a keyring.")


@pytest.fixture
def page(stand: Stand) -> HealthDialog:
    stand.backstage.scene.health.open()
    dialog = stand.window.findChild(HealthDialog)
    assert dialog
    return dialog


def button(widget: QWidget, words: str) -> QPushButton:
    return next(each for each in widget.findChildren(QPushButton) if each.text() == words)


def tell(stand: Stand, qtbot: QtBot, page: HealthDialog, *checks: Check, is_over: bool = True) -> None:
    stand.post(Examined(checks, is_over))
    qtbot.waitUntil(lambda: len(page.rows) == len(checks))


def test_opening_looks_at_once_and_says_so(stand: Stand, page: HealthDialog) -> None:
    assert stand.crew.examinations == 1
    assert page.summary == "Looking…"
    assert not button(page, "Copy report").isEnabled()


def test_what_needs_attention_stands_on_top_in_the_order_it_came(
    stand: Stand, qtbot: QtBot, page: HealthDialog
) -> None:
    tell(stand, qtbot, page, DISK, is_over=False)
    tell(stand, qtbot, page, DISK, MICROPHONE, is_over=False)
    tell(stand, qtbot, page, DISK, MICROPHONE, KEYRING)
    assert [row.check for row in page.rows] == [MICROPHONE, KEYRING, DISK]
    assert page.summary == "To look at: 2"


def test_when_nothing_is_missing_that_is_said(stand: Stand, qtbot: QtBot, page: HealthDialog) -> None:
    tell(stand, qtbot, page, DISK)
    assert page.summary == "Everything is there."


def test_looking_again_begins_anew(stand: Stand, qtbot: QtBot, page: HealthDialog) -> None:
    tell(stand, qtbot, page, DISK, MICROPHONE)
    button(page, "Look again").click()
    assert (page.rows, page.summary, stand.crew.examinations) == ((), "Looking…", 2)


def test_the_report_can_be_pasted(stand: Stand, qtbot: QtBot, page: HealthDialog) -> None:
    tell(stand, qtbot, page, DISK, MICROPHONE)
    button(page, "Copy report").click()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("VoiceDesk ")
    assert "ok  disk: /home/ada/voicedesk" in copied
    assert "problem  microphone: none\n    You can type instead." in copied


def test_a_screen_reader_hears_each_finding_whole(stand: Stand, qtbot: QtBot, page: HealthDialog) -> None:
    tell(stand, qtbot, page, DISK, MICROPHONE)
    assert [row.accessibleName() for row in page.rows] == ["Microphone: Needs attention", "Disk: All right"]
    assert page.rows[0].accessibleDescription() == f"none {MICROPHONE.advice}"
    assert page.rows[0].nextInFocusChain() is page.rows[1]


def test_a_problem_of_this_machine_leads_to_the_page(stand: Stand) -> None:
    stand.window.notices.show_notice(notice_of(Notify(Problem(Kind.NO_KEYRING))))
    next(
        each
        for each in stand.window.notices.findChildren(QPushButton)
        if each.text() == "Check this computer"
    ).click()
    assert stand.window.findChild(HealthDialog)


def test_the_details_of_a_problem_lead_to_the_page(stand: Stand, qtbot: QtBot) -> None:
    stand.window.notices.show_notice(notice_of(Notify(Problem(Kind.OFFLINE, {"host": "x"}, "EAI_AGAIN"))))
    button(stand.window.notices, "Details").click()
    details = stand.window.findChild(ReportDialog)
    assert details
    button(details, "Check this computer").click()
    assert stand.window.findChild(HealthDialog)


def test_it_is_open_once(stand: Stand, page: HealthDialog) -> None:
    stand.backstage.scene.health.open()
    assert stand.window.findChildren(HealthDialog) == [page]


def test_findings_that_come_after_it_was_closed_do_no_harm(
    stand: Stand, qtbot: QtBot, page: HealthDialog
) -> None:
    page.close()
    stand.post(Examined((DISK,), is_over=True))
    qtbot.waitUntil(lambda: stand.window.findChild(HealthDialog) is None)
