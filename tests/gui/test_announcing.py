"""A screen reader hears each answer once, when it is complete, and in pieces between which it can stop."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Stand
from voicedesk.core.conversation import Answer, Ending
from voicedesk.core.events import AnswerEnded, AnswerGrown, SettingsChanged
from voicedesk.core.problems import Kind, Problem
from voicedesk.gui import announcement, announcing
from voicedesk.gui.announcing import LONGEST_PIECE


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Hear what is told about answers, as a screen reader does."""
    told: list[str] = []
    monkeypatch.setattr(announcing, "announce", lambda widget, text: told.append(text))
    return told


@pytest.fixture
def answered(stand: Stand, qtbot: QtBot) -> Callable[..., None]:
    """Ask by typing, and end the answer."""
    silent = replace(stand.bridge.settings.talk, speak_typed_answers=False)
    stand.post(SettingsChanged(replace(stand.bridge.settings, talk=silent)))
    qtbot.waitUntil(lambda: not stand.bridge.settings.talk.speak_typed_answers)

    def answer(text: str, ending: Ending = Ending.DONE, problem: Problem | None = None) -> None:
        stand.bridge.submit("Why?")
        for length in range(1, len(text), 7):
            stand.post(AnswerGrown(stand.live, Answer(text[:length])))
        stand.post(AnswerEnded(stand.live, Answer(text), ending, problem))
        qtbot.waitUntil(lambda: stand.state.live is None)

    return answer


def test_an_answer_is_told_once_and_whole(heard: list[str], answered: Callable[..., None]) -> None:
    answered("Because it is patient. And gentle.")
    assert heard == ["Because it is patient. And gentle."]


def test_a_long_answer_comes_in_pieces_that_end_where_a_sentence_does(
    heard: list[str], answered: Callable[..., None]
) -> None:
    answered("It is a patient dog. " * 60)
    assert len(heard) > 1
    assert all(len(piece) <= LONGEST_PIECE and piece.endswith(".") for piece in heard)


def test_what_failed_is_told_by_its_banner_alone(heard: list[str], answered: Callable[..., None]) -> None:
    answered("Because", Ending.FAILED, Problem(Kind.CUT_OFF))
    assert heard == []


def test_whoever_hears_the_voice_can_switch_it_off(
    stand: Stand, qtbot: QtBot, heard: list[str], answered: Callable[..., None]
) -> None:
    quiet = replace(stand.bridge.settings.talk, announce_answers=False)
    stand.post(SettingsChanged(replace(stand.bridge.settings, talk=quiet)))
    qtbot.waitUntil(lambda: not stand.bridge.settings.talk.announce_answers)
    answered("Because.")
    assert heard == []


@pytest.mark.parametrize(
    ("is_listening", "text", "count"), [(True, "Ready", 1), (True, "", 0), (False, "Ready", 0)]
)
def test_nothing_is_sent_where_nobody_listens_or_nothing_is_said(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, is_listening: bool, text: str, count: int
) -> None:
    sent: list[object] = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: is_listening)
    monkeypatch.setattr(QAccessible, "updateAccessibility", sent.append)
    label = QLabel()
    qtbot.addWidget(label)
    announcement.announce(label, text)
    assert len(sent) == count
