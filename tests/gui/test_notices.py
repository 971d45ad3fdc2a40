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
from voicedesk.gui.notices import LONGEST_TITLE, MOST_BANNERS, NEEDS_TURN, Banner, Notices, notice_of


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
    wanted = 1 if action_for(Problem(kind)) is Action.NONE else 2
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
    close = stand.window.notices.findChildren(QPushButton)[-1]
    assert close.accessibleName() == "Close this message"
    close.click()
    assert stand.window.notices.isHidden()
    assert stand.window.talk_bar.status.startswith("Ready")


@pytest.mark.parametrize("by_keyboard", [False, True], ids=["mouse", "keyboard"])
def test_after_a_banner_the_space_bar_talks_again(qtbot: QtBot, stand: Stand, by_keyboard: bool) -> None:
    stand.window.notices.show_notice(notice_of(Notify(Problem(Kind.NO_KEYRING))))
    close = stand.window.notices.findChildren(QPushButton)[-1]
    if by_keyboard:
        close.setFocus()
        QTest.keyClick(close, Qt.Key.Key_Space)
    else:
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
