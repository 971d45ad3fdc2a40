"""The talk button tells the state by shape, and moves only when something goes on."""

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage, QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Stand
from voicedesk.core.conversation import Answer, Ending
from voicedesk.core.events import AnswerEnded, AnswerGrown, CaptureStarted, SettingsChanged, SpeakingStarted
from voicedesk.core.problems import Kind, Problem
from voicedesk.core.settings import Settings, TalkSettings
from voicedesk.gui.faces import LONG_WAIT_MS, MOVING, RESTING, VERY_LONG_WAIT_MS, Face, name_of
from voicedesk.gui.fitting_label import FittingLabel
from voicedesk.gui.question_field import MOST_CHARACTERS
from voicedesk.gui.talk_bar import TalkBar
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
    alike = {Face.STARTING, Face.OPENING, Face.FINISHING}  # outlines that last a moment
    shapes = set(Face) - alike
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


@pytest.fixture
def bar(qtbot: QtBot) -> TalkBar:
    bar = TalkBar()
    qtbot.addWidget(bar)
    bar.start(lambda: -6.0, lambda: -6.0)
    return bar


@pytest.mark.parametrize(
    ("waited_ms", "words"),
    [
        (LONG_WAIT_MS - 1, "Thinking…"),
        (LONG_WAIT_MS, "Still waiting for the service…"),
        (VERY_LONG_WAIT_MS, "The service takes its time. Esc stops waiting."),
    ],
)
def test_waiting_is_never_mute(bar: TalkBar, waited_ms: int, words: str) -> None:
    bar.show_face(Face.THINKING)
    bar.button.ticked.emit(waited_ms)
    assert bar.status == words
    bar.show_face(Face.READY)
    assert bar.status == "Ready · Hold Space to talk"


def test_an_answer_that_is_written_is_not_waited_for(qtbot: QtBot, stand: Stand) -> None:
    stand.bridge.submit("hello")
    assert stand.window.talk_bar.button.face is Face.THINKING
    stand.post(AnswerGrown(stand.live, Answer("Hello")))
    qtbot.waitUntil(lambda: stand.window.talk_bar.button.face is Face.ANSWERING)


def test_an_interrupted_answer_is_told_until_something_new_begins(qtbot: QtBot, stand: Stand) -> None:
    bar = stand.window.talk_bar
    stand.bridge.submit("hello")
    stand.post(SpeakingStarted(stand.live))
    qtbot.waitUntil(lambda: bar.button.face is Face.SPEAKING)
    stand.bridge.stop()
    assert bar.status.startswith("Interrupted")
    stand.bridge.submit("again")
    stand.post(AnswerEnded(stand.live, Answer("Yes"), Ending.DONE))
    qtbot.waitUntil(lambda: bar.button.face is Face.READY)


def test_a_service_that_cannot_be_reached_is_offline_until_its_banner_goes(
    qtbot: QtBot, stand: Stand
) -> None:
    bar = stand.window.talk_bar
    stand.bridge.submit("hello")
    problem = Problem(Kind.OFFLINE, {"host": "api.example"})
    stand.post(AnswerEnded(stand.live, Answer(), Ending.FAILED, problem))
    qtbot.waitUntil(lambda: bar.button.face is Face.OFFLINE)
    stand.window.notices.drop(stand.window.notices.shown[0])
    assert bar.button.face is Face.READY


def test_practice_has_a_shape_of_its_own(bar: TalkBar) -> None:
    bar.show_practice(True)
    assert bar.button.face is Face.PRACTICE
    assert bar.status == "Practice · Hold Space to talk"


def test_the_bars_of_the_meter_follow_the_voice(bar: TalkBar) -> None:
    bar.show_face(Face.LISTENING)
    for loudness_now in (0.0, 0.2, 0.9, 0.9):
        bar.line.show_time(10, loudness_now)
    assert bar.line.meter.bars == (0.2, 0.9)
    bar.show_face(Face.FINISHING)
    assert not bar.line.meter.bars


def test_what_is_spoken_moves_the_button(qtbot: QtBot, bar: TalkBar) -> None:
    bar.show_face(Face.SPEAKING)
    qtbot.waitUntil(lambda: bar.button.loudness == pytest.approx(loudness(-6.0)))


def test_a_hint_gives_way_to_what_begins(bar: TalkBar) -> None:
    bar.show_hint("Hold to talk.")
    assert bar.status == "Hold to talk."
    bar.show_face(Face.OPENING)
    assert bar.status == "Opening the microphone…"
    bar.show_face(Face.READY)
    assert bar.status.startswith("Ready")


def test_every_face_that_rests_can_begin(bar: TalkBar) -> None:
    for face in RESTING:
        bar.button.show_face(face)
        assert bar.button.isEnabled()


def test_sending_by_mouse_is_offered_when_there_is_something_to_send(qtbot: QtBot, stand: Stand) -> None:
    bar = stand.window.talk_bar
    send = bar.send_button
    assert not send.isVisible()
    bar.field.setPlainText("What is this")
    assert send.isVisible()
    send.click()
    assert stand.state.live and stand.state.live.asked == "What is this"
    assert not send.isVisible()


def test_a_line_without_room_keeps_its_most_important_words(qtbot: QtBot) -> None:
    label = FittingLabel()
    qtbot.addWidget(label)
    label.show_line("Speaking · hold Space to interrupt", "Speaking")
    label.resize(1_000, 20)
    assert label.drawn == "Speaking · hold Space to interrupt"
    label.resize(label.fontMetrics().horizontalAdvance("Speaking") + 4, 20)
    assert label.drawn == "Speaking"
    label.resize(30, 20)
    assert label.drawn.endswith("…")
    assert label.text() == "Speaking · hold Space to interrupt"


def test_the_chosen_key_is_named_where_it_can_be_used(qtbot: QtBot, stand: Stand) -> None:
    stand.post(SettingsChanged(Settings(talk=TalkSettings(key="F9"))))
    qtbot.waitUntil(lambda: "Space or F9" in stand.window.talk_bar.status)
    assert "F9" in stand.window.talk_bar.button.toolTip()
