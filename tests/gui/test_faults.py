"""Whatever nobody expected reaches the person as one notice, and never the key."""

import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QtMsgType, qCritical, qInstallMessageHandler, qWarning
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Stand
from voicedesk.core.events import WorkerCrashed
from voicedesk.core.problems import Kind, Problem
from voicedesk.gui.faults import MOST_REPORTS, FaultReporter
from voicedesk.gui.report_dialog import ReportDialog

SECRET = "sk-" + "b" * 40


@pytest.fixture
def events(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[WorkerCrashed]]:
    posted: list[WorkerCrashed] = []
    for owner, hook in ((sys, "excepthook"), (sys, "unraisablehook"), (threading, "excepthook")):
        monkeypatch.setattr(owner, hook, getattr(owner, hook))
    before = qInstallMessageHandler(None)
    FaultReporter(posted.append).install()  # type: ignore[arg-type]
    yield posted
    qInstallMessageHandler(before)


def fall() -> None:
    raise KeyError(SECRET)


def in_the_window() -> None:
    try:
        fall()
    except KeyError:
        sys.excepthook(*sys.exc_info())  # type: ignore[arg-type]


def in_a_thread() -> None:
    thread = threading.Thread(target=fall, name="listener")
    thread.start()
    thread.join()


def in_qt() -> None:
    qCritical(f"cannot use {SECRET}")


@pytest.mark.parametrize(
    ("happen", "where"), [(in_the_window, "window"), (in_a_thread, "listener"), (in_qt, "Qt")]
)
def test_each_way_out_leads_to_one_event(events: list[WorkerCrashed], happen: object, where: str) -> None:
    happen()  # type: ignore[operator]
    assert [event.worker for event in events] == [where]
    assert events[0].problem.kind is Kind.CRASHED
    assert SECRET not in repr(events)


def test_a_warning_of_qt_is_no_crash(events: list[WorkerCrashed]) -> None:
    qWarning("something small")
    assert events == []


def test_a_fault_that_repeats_for_ever_is_not_reported_for_ever(events: list[WorkerCrashed]) -> None:
    for _ in range(3 * MOST_REPORTS):
        in_the_window()
    assert len(events) == MOST_REPORTS


def test_details_are_shown_and_copied(qtbot: QtBot, stand: Stand) -> None:
    stand.post(WorkerCrashed("recorder", Problem(Kind.CRASHED, detail="ValueError\nrecorder.py:1 run")))
    qtbot.waitUntil(lambda: bool(stand.window.notices.shown))
    stand.window.notices.acted.emit(stand.window.notices.shown[0])
    dialog = stand.window.findChild(ReportDialog)
    assert dialog
    dialog._copy.click()
    assert "recorder.py:1 run" in QGuiApplication.clipboard().text()
    dialog.close()


def test_severity_is_what_decides() -> None:
    events: list[object] = []
    FaultReporter(events.append).report_qt_message(QtMsgType.QtInfoMsg, None, "hello")  # type: ignore[arg-type]
    assert events == []
