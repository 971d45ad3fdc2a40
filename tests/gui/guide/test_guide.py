"""The guided start helps a newcomer, is never in the way, and goes on where it was left."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Stand
from tests.gui.settings.conftest import button, named
from voicedesk.core.commands import ArmMicrophone, RunTurn, StartCapture
from voicedesk.core.conversation import Answer, Clip, Ending
from voicedesk.core.events import (
    AnswerEnded,
    Captured,
    CaptureStarted,
    Remarked,
    ServiceChosen,
    SettingsChanged,
    SpeakingEnded,
)
from voicedesk.core.inquiries import ModelsListed
from voicedesk.core.problems import Kind, Problem
from voicedesk.core.secret import KeySource
from voicedesk.core.settings import GuideSettings, GuideStep, Settings
from voicedesk.core.units import Milliseconds, frames_in
from voicedesk.gui.guide.key_step import CONSOLE, KeyStep
from voicedesk.gui.guide.link import GuideLink
from voicedesk.gui.guide.try_step import TryStep
from voicedesk.gui.guide.view import GuideView
from voicedesk.gui.plain_text import BREAK

URL = "https://api.example/v1"
PRACTICE = ServiceChosen("http://127.0.0.1:9/v1", practice=True)
REAL = ServiceChosen(URL, practice=False, source=KeySource.KEYRING)

Start = Callable[..., GuideLink]


def link_of(stand: Stand) -> GuideLink:
    return stand.backstage.scene.guide


def view_of(stand: Stand) -> GuideView:
    view = link_of(stand).view
    assert view
    return view


def post(qtbot: QtBot, stand: Stand, *events: object) -> None:
    stand.post(*events)
    qtbot.wait_until(lambda: stand.desk.inbox._events.empty())


@pytest.fixture
def start(qtbot: QtBot, stand: Stand) -> Start:
    """Begin as at a first start: the workers have said nothing yet but what the test lets them say."""

    def begin(*events: object) -> GuideLink:
        link_of(stand)._may_come_up = True  # the stand has chosen a service already
        post(qtbot, stand, *events)
        return link_of(stand)

    return begin


def test_it_comes_up_where_no_key_was_found(start: Start, stand: Stand) -> None:
    assert start(PRACTICE).is_open
    assert view_of(stand).at is GuideStep.KEY


@pytest.mark.parametrize(
    "events",
    [
        pytest.param([REAL], id="there-is-a-key"),
        pytest.param([ServiceChosen(PRACTICE.base_url, True, was_wished=True)], id="practice-was-asked-for"),
        pytest.param(
            [SettingsChanged(Settings(guide=GuideSettings(GuideStep.OVER, comes_up=False))), PRACTICE],
            id="it-was-finished",
        ),
        pytest.param(
            [SettingsChanged(Settings(guide=GuideSettings(GuideStep.SOUND, comes_up=False))), PRACTICE],
            id="it-was-skipped",
        ),
        pytest.param([Remarked(Problem(Kind.KEYRING_LOCKED)), PRACTICE], id="a-key-may-be-in-the-keyring"),
    ],
)
def test_it_does_not_come_up_where_it_would_not_help(start: Start, events: list[object]) -> None:
    assert not start(*events).is_open


def test_it_does_not_come_up_a_second_time_in_a_session(qtbot: QtBot, start: Start, stand: Stand) -> None:
    link = start(PRACTICE)
    QTest.keyClick(stand.window, Qt.Key.Key_Escape)
    post(qtbot, stand, REAL, PRACTICE)
    assert not link.is_open


def test_it_does_not_cover_a_question_that_was_asked_meanwhile(start: Start, stand: Stand) -> None:
    stand.bridge.submit("hello")
    assert not start(PRACTICE).is_open


def test_it_does_not_come_between_a_person_and_what_is_being_typed(start: Start, stand: Stand) -> None:
    stand.window.talk_bar.field.setPlainText("hel")
    assert not start(PRACTICE).is_open


def test_each_step_is_remembered_and_it_goes_on_there(start: Start, stand: Stand) -> None:
    link = start(PRACTICE)
    button(view_of(stand), "Next").click()
    assert stand.state.settings.guide == GuideSettings(GuideStep.SOUND)
    assert stand.crew.settings == stand.state.settings
    button(view_of(stand), "Skip").click()
    assert stand.state.settings.guide == GuideSettings(GuideStep.SOUND, comes_up=False)
    assert not link.is_open
    link.open()
    assert view_of(stand).at is GuideStep.SOUND


def test_once_it_is_done_it_begins_anew_from_the_settings(start: Start, stand: Stand) -> None:
    link = start(PRACTICE)
    for words in ("Next", "Next", "Done"):
        button(view_of(stand), words).click()
    assert stand.state.settings.guide == GuideSettings(GuideStep.OVER, comes_up=False)
    assert not link.is_open
    settings = stand.backstage.scene.settings
    settings.open()
    assert settings.view
    button(settings.view, "Open").click()
    assert link.is_open
    assert view_of(stand).at is GuideStep.KEY


def test_the_way_back_and_out_is_always_there(start: Start, stand: Stand) -> None:
    link = start(PRACTICE)
    back = button(view_of(stand), "Back")
    assert not back.isEnabled()
    button(view_of(stand), "Next").click()
    back.click()
    assert view_of(stand).at is GuideStep.KEY
    QTest.keyClick(stand.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert not link.is_open
    assert stand.window.focusWidget() is stand.window.talk_bar.field


def test_a_key_is_pasted_tested_and_judged(qtbot: QtBot, start: Start, stand: Stand) -> None:
    start(PRACTICE)
    step = view_of(stand).step
    assert isinstance(step, KeyStep)
    named(step, QLineEdit, "CometAPI key").setText("sk-new-key")
    button(step, "Store and test").click()
    assert stand.crew.keys == ["sk-new-key"]
    post(qtbot, stand, REAL, ModelsListed(URL, problem=Problem(Kind.KEY_REFUSED)))
    assert step.key.verdict.startswith("The key was refused.")
    post(qtbot, stand, ModelsListed(URL, ("gpt-audio-1.5",)))
    assert step.key.verdict.startswith("The key is accepted")
    assert link_of(stand).is_open, "it stays until the person goes on"


def test_the_address_is_shown_before_it_is_opened(qtbot: QtBot, stand: Stand) -> None:
    opened: list[str] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url.toString())
        return True

    step = KeyStep(stand.bridge, open_url=open_url)
    qtbot.addWidget(step)
    assert CONSOLE in {label.text().replace(BREAK, "") for label in step.findChildren(QLabel)}
    button(step, "Open this page").click()
    assert opened == [CONSOLE]


def test_practising_without_a_key_is_one_click(start: Start, stand: Stand) -> None:
    start(PRACTICE)
    button(view_of(stand), "Practise without a key").click()
    assert view_of(stand).at is GuideStep.SOUND


def test_the_microphone_is_open_in_its_step_and_in_no_other(start: Start, stand: Stand) -> None:
    start(PRACTICE)
    assert stand.crew.told(ArmMicrophone) == []
    button(view_of(stand), "Next").click()
    assert stand.crew.told(ArmMicrophone)[-1].watched
    button(view_of(stand), "Next").click()
    assert not stand.crew.told(ArmMicrophone)[-1].watched
    button(view_of(stand), "Back").click()
    assert stand.crew.told(ArmMicrophone)[-1].watched
    QTest.keyClick(stand.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert not stand.crew.told(ArmMicrophone)[-1].watched


def test_space_talks_in_the_last_step_only(start: Start, stand: Stand) -> None:
    start(PRACTICE)
    for step in GuideStep.KEY, GuideStep.SOUND, GuideStep.TRY:
        assert view_of(stand).at is step
        focused = stand.window.focusWidget()
        assert focused is not None
        QTest.keyPress(focused, Qt.Key.Key_Space)
        assert bool(stand.crew.told(StartCapture)) is (step is GuideStep.TRY)
        QTest.keyRelease(focused, Qt.Key.Key_Space)
        button(view_of(stand), "Done" if step is GuideStep.TRY else "Next").click()


def test_the_first_turn_is_followed_to_its_end(qtbot: QtBot, start: Start, stand: Stand) -> None:
    start(PRACTICE)
    for _ in range(2):
        button(view_of(stand), "Next").click()
    step = view_of(stand).step
    assert isinstance(step, TryStep)
    stand.bridge.talk()
    turn = stand.live
    post(qtbot, stand, CaptureStarted(turn))
    assert "Listening" in step._status.text()
    stand.bridge.finish_talking()
    post(qtbot, stand, Captured(turn, Clip(turn, Path("x.pcm"), frames_in(900), peak_dbfs=-20.0)))
    assert stand.crew.told(RunTurn)
    answer = Answer("Hello to you.", frames_in(400))
    post(qtbot, stand, AnswerEnded(turn, answer, Ending.DONE), SpeakingEnded(turn, Milliseconds(400)))
    assert step._answer.text() == "Hello to you."
    assert step.verdict == "That is all there is to it."


def test_a_first_turn_that_fails_says_what_to_do(qtbot: QtBot, start: Start, stand: Stand) -> None:
    start(PRACTICE)
    for _ in range(2):
        button(view_of(stand), "Next").click()
    step = view_of(stand).step
    assert isinstance(step, TryStep)
    stand.bridge.submit("hello")
    post(qtbot, stand, AnswerEnded(stand.live, Answer(), Ending.FAILED, Problem(Kind.CREDIT_USED_UP)))
    assert "The credit at CometAPI is used up." in step.verdict


def test_it_is_found_behind_the_three_dots(stand: Stand) -> None:
    menu = stand.window.header.more.popup
    next(action for action in menu.actions() if action.text() == "Guided start").trigger()
    assert link_of(stand).is_open


def test_it_is_walked_by_keyboard_alone(start: Start, stand: Stand) -> None:
    start(PRACTICE)
    QTest.keyClick(stand.window.focusWidget(), Qt.Key.Key_Return)
    assert view_of(stand).at is GuideStep.SOUND
    names = []
    for _ in range(6):
        QTest.keyClick(stand.window.focusWidget(), Qt.Key.Key_Tab)
        focused = stand.window.focusWidget()
        assert focused is not None
        names.append(focused.accessibleName() or focused.property("text"))
    assert names == ["Microphone", "Loudspeaker", "Record and play back", "Back", "Skip", "Next"]
