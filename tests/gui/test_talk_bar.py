"""The talk button tells the state by shape, and moves only when something goes on."""

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage, QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Stand
from voicedesk.core.events import CaptureStarted
from voicedesk.gui.faces import MOVING, Face, name_of
from voicedesk.gui.question_field import MOST_CHARACTERS
from voicedesk.gui.talk_button import TalkButton, loudness


def picture_of(button: TalkButton, face: Face) -> QImage:
    """Draw a face without its colours."""
    button.show_face(face)
    return button.grab().toImage().convertToFormat(QImage.Format.Format_Mono)


@pytest.fixture
def button(qtbot: QtBot) -> TalkButton:
    button = TalkButton()
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    return button


def test_every_face_has_its_own_shape_or_word(button: TalkButton) -> None:
    seen = [(bytes(picture_of(button, face).constBits()), name_of(face)) for face in Face]
    assert len({name for _, name in seen}) == len(Face)
    shapes = {Face.READY, Face.TROUBLED, Face.LISTENING, Face.THINKING, Face.SPEAKING, Face.REPLAYING}
    pictures = {bytes(picture_of(button, face).constBits()) for face in shapes}
    assert len(pictures) == len(shapes)


@pytest.mark.parametrize("face", list(Face), ids=lambda face: face.name)
def test_a_timer_runs_only_while_something_moves(button: TalkButton, face: Face) -> None:
    button.show_face(Face.LISTENING)
    button.show_face(face)
    assert button.is_moving is (face in MOVING)


def test_the_level_is_asked_for_only_while_listening(qtbot: QtBot, stand: Stand) -> None:
    stand.bridge.talk()
    assert stand.crew.level_asked == 0
    stand.post(CaptureStarted(stand.live))
    qtbot.waitUntil(lambda: stand.crew.level_asked > 2)
    stand.bridge.stop()
    asked = stand.crew.level_asked
    assert not stand.window.talk_bar.button.is_moving
    QApplication.processEvents()
    assert stand.crew.level_asked == asked


@pytest.mark.parametrize(("dbfs", "share"), [(float("-inf"), 0), (-60, 0), (-30, 0.5), (0, 1), (3, 1)])
def test_loudness_lies_between_silence_and_full_scale(dbfs: float, share: float) -> None:
    assert loudness(dbfs) == share


def test_a_character_that_is_being_composed_counts_as_text(stand: Stand) -> None:
    field = stand.window.talk_bar.field
    QApplication.sendEvent(field, QInputMethodEvent("ㄓ", []))
    assert not field.is_empty()
    QApplication.sendEvent(field, QInputMethodEvent("", []))
    assert field.is_empty()


def test_a_paste_without_end_is_refused_in_words(stand: Stand) -> None:
    field, data = stand.window.talk_bar.field, QMimeData()
    data.setText("x" * (MOST_CHARACTERS + 1))
    field.insertFromMimeData(data)
    assert field.toPlainText() == ""
    assert "too long" in stand.window.talk_bar.status


def test_only_the_text_of_a_paste_is_taken(stand: Stand) -> None:
    field, data = stand.window.talk_bar.field, QMimeData()
    data.setHtml("<b>bold</b>")
    data.setText("bold")
    field.insertFromMimeData(data)
    assert field.toPlainText() == "bold"
