"""Banners say what happened, what is safe and what to do, and never pile up."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Stand
from voicedesk.core.commands import Notify
from voicedesk.core.problem_texts import action_for
from voicedesk.core.problems import Action, Kind, Problem
from voicedesk.core.units import TurnId
from voicedesk.gui.banner import Banner
from voicedesk.gui.icons import IconButton
from voicedesk.gui.notice import LONGEST_TITLE, NEEDS_TURN, notice_of
from voicedesk.gui.notices import MOST_BANNERS, Notices
from voicedesk.gui.report_dialog import ReportDialog
from voicedesk.gui.undo_banner import UndoBanner


@pytest.fixture
def notices(qtbot: QtBot) -> Notices:
    notices = Notices()
    qtbot.addWidget(notices)
    return notices


@pytest.mark.parametrize("kind", list(Kind), ids=lambda kind: kind.name)
def test_every_problem_has_a_banner_with_its_action(qtbot: QtBot, kind: Kind) -> None:
    banner = Banner(notice_of(Notify(Problem(kind), TurnId(1))))
    qtbot.addWidget(banner)
    words = [label.text() for label in banner.findChildren(QLabel)]
    assert all(words)
    assert len(words) == 2
    wanted = 0 if action_for(Problem(kind)) is Action.NONE else 1
    assert len(banner.findChildren(QPushButton)) == wanted
    assert all(button.text() for button in banner.findChildren(QPushButton))


def test_an_action_on_a_turn_is_offered_only_with_a_turn() -> None:
    problem = Problem(Kind.OFFLINE, {"host": "x"})
    assert action_for(problem) in NEEDS_TURN
    assert notice_of(Notify(problem)).action is Action.NONE


def test_the_same_problem_takes_the_place_of_the_last_one(notices: Notices) -> None:
    for host in ("one", "two"):
        notices.show_notice(notice_of(Notify(Problem(Kind.OFFLINE, {"host": host}), TurnId(1))))
    assert [notice.title for notice in notices.shown] == ["two cannot be found."]


def test_only_a_few_banners_are_shown_and_the_oldest_goes(notices: Notices) -> None:
    kinds = [Kind.OFFLINE, Kind.BUSY, Kind.NO_KEYRING, Kind.CUT_OFF, Kind.NO_MICROPHONE]
    for kind in kinds:
        notices.show_notice(notice_of(Notify(Problem(kind))))
    assert [notice.subject for notice in notices.shown] == kinds[-MOST_BANNERS:]


def test_a_closed_banner_is_gone_and_the_talk_button_calm_again(qtbot: QtBot, stand: Stand) -> None:
    stand.window.notices.show_notice(notice_of(Notify(Problem(Kind.NO_KEYRING))))
    assert stand.window.talk_bar.status == "See the message above"
    close = stand.window.notices.findChildren(IconButton)[-1]
    assert close.accessibleName() == "Close this message"
    close.click()
    assert stand.window.notices.isHidden()
    assert stand.window.talk_bar.status.startswith("Ready")


@pytest.mark.parametrize("by_keyboard", [False, True], ids=["mouse", "keyboard"])
def test_after_a_banner_the_space_bar_talks_again(qtbot: QtBot, stand: Stand, by_keyboard: bool) -> None:
    stand.window.notices.show_notice(notice_of(Notify(Problem(Kind.NO_KEYRING))))
    close = stand.window.notices.findChildren(IconButton)[-1]
    if by_keyboard:
        close.setFocus()
        QTest.keyClick(close, Qt.Key.Key_Space)
    else:
        qtbot.waitUntil(lambda: not close.visibleRegion().isEmpty())
        QTest.mouseClick(close, Qt.MouseButton.LeftButton)
    assert stand.titles == []
    assert stand.window.focusWidget() is stand.window.talk_bar.field


def test_after_stop_the_space_bar_talks_again(stand: Stand) -> None:
    stand.bridge.submit("Hm")
    stop = next(found for found in stand.window.talk_bar.findChildren(QPushButton) if found.text() == "Stop")
    stop.setFocus()
    QTest.keyClick(stop, Qt.Key.Key_Space)
    assert stand.window.focusWidget() is stand.window.talk_bar.field


def test_a_new_turn_takes_away_what_was_said_about_an_older_one(qtbot: QtBot, stand: Stand) -> None:
    stand.window.notices.show_notice(notice_of(Notify(Problem(Kind.BUSY), TurnId(1))))
    stand.window.notices.show_notice(notice_of(Notify(Problem(Kind.NO_KEYRING))))
    stand.bridge.submit("Next")
    assert [notice.subject for notice in stand.window.notices.shown] == [Kind.NO_KEYRING]


def test_what_a_service_says_cannot_stretch_the_window(qtbot: QtBot, notices: Notices) -> None:
    problem = Problem(Kind.REJECTED, {"message": "<img src=file:///x>" + "y" * 10_000})
    notices.show_notice(notice_of(Notify(problem)))
    assert len(notices.shown[0].title) == LONGEST_TITLE
    assert notices.minimumSizeHint().width() < 600
    assert "<img" in notices.findChildren(QLabel)[0].text()


def labelled(notices: Notices, text: str) -> QPushButton:
    """Find the button of a banner by its words."""
    return next(button for button in notices.findChildren(QPushButton) if button.text() == text)


def test_a_problem_with_details_shows_them_when_asked(stand: Stand) -> None:
    problem = Problem(Kind.NO_KEYRING, detail="org.freedesktop.secrets did not answer")
    stand.window.notices.show_notice(notice_of(Notify(problem)))
    labelled(stand.window.notices, "Details").click()
    dialog = stand.window.findChild(ReportDialog)
    assert dialog
    assert "NO_KEYRING\norg.freedesktop.secrets did not answer" in dialog.text
    assert stand.titles, "the banner stays until it is closed"
    dialog.close()


@pytest.mark.parametrize(
    "problem", [Problem(Kind.NO_KEYRING), Problem(Kind.CRASHED, detail="ValueError")], ids=["none", "action"]
)
def test_there_is_one_way_to_details_and_none_to_nothing(notices: Notices, problem: Problem) -> None:
    notices.show_notice(notice_of(Notify(problem)))
    assert "Details" not in [button.text() for button in notices.findChildren(QPushButton)]


class Wish:
    """Remember how often something was taken back."""

    def __init__(self) -> None:
        self.times = 0

    def undo(self) -> None:
        self.times += 1


def test_what_was_done_can_be_taken_back_once(notices: Notices) -> None:
    wish = Wish()
    notices.show_undo("Conversation deleted.", 10, wish.undo)
    labelled(notices, "Undo").click()
    assert (wish.times, notices.shown) == (1, ())


def test_when_the_time_is_over_it_stays_done(qtbot: QtBot, notices: Notices) -> None:
    wish = Wish()
    notices.show_undo("Conversation deleted.", 0, wish.undo)
    qtbot.waitUntil(lambda: not notices.shown)
    assert wish.times == 0


def test_the_time_stands_while_the_focus_rests_on_it(qtbot: QtBot, stand: Stand) -> None:
    stand.window.notices.show_undo("Conversation deleted.", 60, Wish().undo)
    banner = stand.window.notices.findChild(UndoBanner)
    assert banner and banner.is_counting
    stand.window.activateWindow()
    labelled(stand.window.notices, "Undo").setFocus()
    qtbot.waitUntil(lambda: not banner.is_counting)
    stand.window.talk_bar.field.setFocus()
    qtbot.waitUntil(lambda: banner.is_counting)


def test_an_undo_is_no_problem_and_says_its_time_to_a_screen_reader(notices: Notices) -> None:
    troubles: list[bool] = []
    notices.changed.connect(troubles.append)
    notices.show_undo("Conversation deleted.", 10, Wish().undo)
    banner = notices.findChild(UndoBanner)
    assert banner and banner.spoken == "Conversation deleted. You can undo this for 10 seconds."
    assert troubles == [False]
