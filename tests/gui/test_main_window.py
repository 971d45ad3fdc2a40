"""What a person sees and can do in the window."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Stand
from voicedesk.core.commands import (
    CancelTurn,
    DropCapture,
    ForgetTurn,
    Replay,
    RunTurn,
    Silence,
    StartCapture,
    StopCapture,
)
from voicedesk.core.conversation import Answer, Clip, Conversation, Ending
from voicedesk.core.events import (
    AnswerEnded,
    AnswerGrown,
    Captured,
    CaptureDropped,
    CaptureFailed,
    CaptureStarted,
    ConversationOpened,
    Remarked,
    ServiceChosen,
    SettingsChanged,
    SpeakingEnded,
    SpeakingStarted,
    WordsHeard,
)
from voicedesk.core.problems import Kind, Problem
from voicedesk.core.session import Stage
from voicedesk.core.settings import ServiceSettings, Settings
from voicedesk.core.units import Frames, Milliseconds, TurnId
from voicedesk.gui.rows import RowAction

ClipOf = Callable[[int], Clip]


def key(widget: QWidget, kind: QEvent.Type, repeats: bool = False) -> None:
    event = QKeyEvent(kind, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, " ", repeats)
    QApplication.sendEvent(widget, event)


def press(widget: QWidget) -> None:
    key(widget, QEvent.Type.KeyPress)


def release(widget: QWidget) -> None:
    key(widget, QEvent.Type.KeyRelease)


def until_stage(qtbot: QtBot, stand: Stand, stage: Stage) -> None:
    qtbot.waitUntil(lambda: stand.state.stage is stage)


def talk_until_thinking(qtbot: QtBot, stand: Stand, clip_of: ClipOf) -> TurnId:
    """Go through a spoken question."""
    stand.bridge.talk()
    turn = stand.live
    stand.post(CaptureStarted(turn))
    until_stage(qtbot, stand, Stage.LISTENING)
    stand.bridge.finish_talking()
    stand.post(Captured(turn, clip_of(turn)))
    until_stage(qtbot, stand, Stage.THINKING)
    return turn


def button(parent: QWidget, words: str) -> QPushButton:
    return next(
        found for found in parent.findChildren(QPushButton) if found.text() == words and found.isVisible()
    )


def test_each_stage_shows_its_word(qtbot: QtBot, stand: Stand, clip_of: ClipOf) -> None:
    bar = stand.window.talk_bar
    said = [bar.status]
    stand.bridge.talk()
    said.append(bar.status)
    turn = stand.live
    stand.post(CaptureStarted(turn))
    until_stage(qtbot, stand, Stage.LISTENING)
    said.append(bar.status)
    stand.bridge.finish_talking()
    said.append(bar.status)
    stand.post(Captured(turn, clip_of(turn)))
    until_stage(qtbot, stand, Stage.THINKING)
    said.append(bar.status)
    stand.post(SpeakingStarted(turn))
    until_stage(qtbot, stand, Stage.SPEAKING)
    said.append(bar.status)
    stand.bridge.stop()
    stand.bridge.listen_to_answer(turn)
    said.append(bar.status)
    words = ["Ready", "Opening the microphone", "Listening", "Finishing", "Thinking", "Speaking", "Playing"]
    assert [word in line for word, line in zip(words, said, strict=True)] == [True] * len(words)
    assert bar.button.accessibleDescription() == "Playing"


def test_space_with_auto_repeat_is_one_press_and_one_release(qtbot: QtBot, stand: Stand) -> None:
    field = stand.window.talk_bar.field
    press(field)
    stand.post(CaptureStarted(stand.live))
    until_stage(qtbot, stand, Stage.LISTENING)
    for _ in range(30):
        key(field, QEvent.Type.KeyRelease, repeats=True)
        key(field, QEvent.Type.KeyPress, repeats=True)
    assert stand.crew.told(StopCapture) == []
    release(field)
    qtbot.waitUntil(lambda: len(stand.crew.told(StopCapture)) == 1)
    assert len(stand.crew.told(StartCapture)) == 1
    assert field.toPlainText() == ""


def test_space_is_a_letter_while_something_is_written(stand: Stand) -> None:
    field = stand.window.talk_bar.field
    field.setFocus()
    QTest.keyClicks(field, "two words")
    assert field.toPlainText() == "two words"
    assert stand.crew.told(StartCapture) == []


def test_space_presses_the_button_that_has_the_focus(qtbot: QtBot, stand: Stand) -> None:
    stand.post(ServiceChosen("http://127.0.0.1:1/v1", practice=True))
    qtbot.waitUntil(lambda: stand.is_practice)
    add_key = button(stand.window, "Add key")
    QTest.keyClick(add_key, Qt.Key.Key_Space)
    assert stand.backstage.scene.settings.is_open
    assert stand.crew.told(StartCapture) == []


def test_leaving_the_window_lets_the_space_bar_go(qtbot: QtBot, stand: Stand) -> None:
    press(stand.window.talk_bar.field)
    stand.post(CaptureStarted(stand.live))
    until_stage(qtbot, stand, Stage.LISTENING)
    QApplication.sendEvent(stand.window, QEvent(QEvent.Type.WindowDeactivate))
    assert len(stand.crew.told(StopCapture)) == 1


def test_the_release_counts_wherever_the_focus_went(qtbot: QtBot, stand: Stand) -> None:
    press(stand.window.talk_bar.field)
    stand.post(CaptureStarted(stand.live))
    until_stage(qtbot, stand, Stage.LISTENING)
    release(button(stand.window, "Settings"))
    qtbot.waitUntil(lambda: len(stand.crew.told(StopCapture)) == 1)


def test_the_mouse_holds_the_talk_button(qtbot: QtBot, stand: Stand) -> None:
    talk = stand.window.talk_bar.button
    QTest.mousePress(talk, Qt.MouseButton.LeftButton)
    stand.post(CaptureStarted(stand.live))
    until_stage(qtbot, stand, Stage.LISTENING)
    QTest.mouseMove(talk, talk.rect().bottomRight() * 3)
    assert stand.crew.told(StopCapture) == []
    QTest.mouseRelease(talk, Qt.MouseButton.LeftButton)
    assert len(stand.crew.told(StopCapture)) == 1


def test_enter_on_the_talk_button_begins_and_ends_without_holding(qtbot: QtBot, stand: Stand) -> None:
    talk = stand.window.talk_bar.button
    QTest.keyClick(talk, Qt.Key.Key_Return)
    stand.post(CaptureStarted(stand.live))
    until_stage(qtbot, stand, Stage.LISTENING)
    assert stand.crew.told(StopCapture) == []
    talk.click()  # what a screen reader does
    assert len(stand.crew.told(StopCapture)) == 1


def test_a_typed_question_is_sent_and_answered(qtbot: QtBot, stand: Stand) -> None:
    field = stand.window.talk_bar.field
    QTest.keyClicks(field, "Is it late?")
    QTest.keyClick(field, Qt.Key.Key_Return)
    turn = stand.live
    assert field.toPlainText() == ""
    stand.post(AnswerEnded(turn, Answer("It is not."), Ending.DONE))
    qtbot.waitUntil(lambda: stand.texts == ["Is it late?", "It is not."])
    assert stand.state.stage is Stage.IDLE


def test_shift_enter_begins_a_line_and_the_field_grows(stand: Stand) -> None:
    field = stand.window.talk_bar.field
    heights = []
    for _ in range(10):
        heights.append(field.height())
        QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert heights[0] < heights[3] < heights[5] == heights[9]
    assert stand.crew.told(RunTurn) == []


def test_a_typed_question_stays_in_the_field_when_it_cannot_be_sent(qtbot: QtBot, stand: Stand) -> None:
    field = stand.window.talk_bar.field
    QTest.keyClicks(field, "Wait")
    stand.bridge.talk()
    stand.post(CaptureStarted(stand.live))
    until_stage(qtbot, stand, Stage.LISTENING)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.toPlainText() == "Wait"


def test_talking_silences_the_answer_before_it_opens_the_microphone(
    qtbot: QtBot, stand: Stand, clip_of: ClipOf
) -> None:
    turn = talk_until_thinking(qtbot, stand, clip_of)
    stand.post(AnswerGrown(turn, Answer("One two three four", Frames(48_000))), SpeakingStarted(turn))
    until_stage(qtbot, stand, Stage.SPEAKING)
    stand.crew.commands.clear()
    stand.crew.heard = 1_000
    press(stand.window.talk_bar.field)
    kinds = [type(command) for command in stand.crew.commands]
    assert kinds.index(Silence) < kinds.index(CancelTurn) < kinds.index(StartCapture)
    interrupted = stand.state.conversation.find(turn)
    assert interrupted
    assert (interrupted.ending, interrupted.heard_ms) == (Ending.INTERRUPTED, 1_000)
    release(stand.window.talk_bar.field)


def test_escape_stops_whatever_goes_on(qtbot: QtBot, stand: Stand, clip_of: ClipOf) -> None:
    turn = talk_until_thinking(qtbot, stand, clip_of)
    QTest.keyClick(stand.window, Qt.Key.Key_Escape)
    assert stand.state.stage is Stage.IDLE
    assert [command.turn for command in stand.crew.told(CancelTurn)] == [turn]
    stand.bridge.talk()
    qtbot.mouseClick(button(stand.window, "Stop"), Qt.MouseButton.LeftButton)
    assert len(stand.crew.told(DropCapture)) == 1


def test_own_words_replace_the_place_holder(qtbot: QtBot, stand: Stand, clip_of: ClipOf) -> None:
    turn = talk_until_thinking(qtbot, stand, clip_of)
    qtbot.waitUntil(lambda: stand.texts == ["Voice message"])
    stand.post(WordsHeard(turn, "Good morning"))
    qtbot.waitUntil(lambda: stand.texts == ["Good morning"])


def test_a_failed_turn_says_so_and_its_banner_sends_it_again(
    qtbot: QtBot, stand: Stand, clip_of: ClipOf
) -> None:
    turn = talk_until_thinking(qtbot, stand, clip_of)
    problem = Problem(Kind.OFFLINE, {"host": "api.example"})
    stand.post(AnswerEnded(turn, Answer(), Ending.FAILED, problem))
    qtbot.waitUntil(lambda: len(stand.texts) == 2)
    assert "api.example cannot be found." in stand.texts[1]
    assert "Offline" in stand.window.talk_bar.status
    button(stand.window.notices, "Try again").click()
    assert stand.state.stage is Stage.THINKING
    assert stand.crew.told(RunTurn)[-1].clip == clip_of(turn)
    assert stand.window.notices.shown == ()


def test_what_was_said_before_the_microphone_was_lost_can_be_sent_heard_or_deleted(
    qtbot: QtBot, stand: Stand, clip_of: ClipOf
) -> None:
    stand.bridge.talk()
    turn = stand.live
    stand.post(CaptureFailed(turn, Problem(Kind.MICROPHONE_LOST, {"seconds": "4"}), clip_of(turn)))
    qtbot.waitUntil(lambda: len(stand.texts) == 2)
    note = stand.window.conversation.rows[1]
    assert note.actions == (RowAction.SEND, RowAction.LISTEN, RowAction.DELETE)
    stand.window.conversation.toggle_wanted.emit(note)
    assert [command.path for command in stand.crew.told(Replay)] == [clip_of(turn).path]
    stand.window.conversation.acted.emit(turn, RowAction.SEND)
    assert len(stand.crew.told(RunTurn)) == 1
    stand.bridge.stop()
    stand.window.conversation.acted.emit(stand.state.conversation.turns[-1].number, RowAction.DELETE)
    stand.backstage.scene.messages.deleting.finish()
    assert stand.state.conversation.turns == ()
    assert stand.crew.told(ForgetTurn)


def test_a_done_turn_lets_both_voices_be_heard(qtbot: QtBot, stand: Stand, clip_of: ClipOf) -> None:
    turn = talk_until_thinking(qtbot, stand, clip_of)
    stand.post(
        AnswerEnded(turn, Answer("Yes.", Frames(24_000)), Ending.DONE),
        SpeakingEnded(turn, Milliseconds(1_000)),
    )
    until_stage(qtbot, stand, Stage.IDLE)
    qtbot.waitUntil(lambda: len(stand.texts) == 2 and bool(stand.window.conversation.rows[1].lasting))
    assert [row.lasting for row in stand.window.conversation.rows] == [
        (RowAction.LISTEN,),
        (RowAction.LISTEN_TO_ANSWER,),
    ]
    stand.window.conversation.toggle_wanted.emit(stand.window.conversation.rows[1])
    assert [command.path for command in stand.crew.told(Replay)] == [Path("answers") / f"{turn}.pcm"]


def test_recovered_recordings_are_counted_and_offered(qtbot: QtBot, stand: Stand, clip_of: ClipOf) -> None:
    for number in (7, 8):
        stand.post(CaptureDropped(TurnId(number), clip_of(number)))
        stand.post(Remarked(Problem(Kind.RECORDING_RECOVERED, {"length": "0:04"})))
    qtbot.waitUntil(lambda: len(stand.texts) == 4)
    qtbot.waitUntil(lambda: stand.titles == ["Recordings recovered: 2"])
    assert "Hold Space" in stand.window.talk_bar.status


def test_a_recording_given_up_now_is_kept_without_a_banner(
    qtbot: QtBot, stand: Stand, clip_of: ClipOf
) -> None:
    stand.bridge.talk()
    turn = stand.live
    stand.bridge.stop()
    stand.post(CaptureDropped(turn, clip_of(turn)))
    qtbot.waitUntil(lambda: len(stand.texts) == 2)
    assert stand.window.notices.shown == ()


def test_a_tap_is_answered_by_a_hint_and_no_banner(qtbot: QtBot, stand: Stand) -> None:
    press(stand.window.talk_bar.field)
    release(stand.window.talk_bar.field)
    qtbot.waitUntil(lambda: "Hold to talk." in stand.window.talk_bar.status)
    assert stand.window.notices.shown == ()


def test_practice_is_shown_and_keeps_the_stored_address(qtbot: QtBot, stand: Stand) -> None:
    own = Settings(service=ServiceSettings(base_url="https://own.example/v1"))
    stand.post(SettingsChanged(own), ServiceChosen("http://127.0.0.1:9/v1", practice=True))
    qtbot.waitUntil(lambda: stand.is_practice)
    assert button(stand.window, "Add key").isVisible()
    assert stand.state.base_url == "http://127.0.0.1:9/v1"
    assert stand.bridge.settings == own
    stand.post(ServiceChosen("https://own.example/v1", practice=False))
    qtbot.waitUntil(lambda: stand.state.base_url == "https://own.example/v1")
    assert not stand.is_practice


def test_the_newest_answer_is_followed_unless_somebody_scrolled_away(
    qtbot: QtBot, stand: Stand, conversation_of: Callable[[int], Conversation]
) -> None:
    view = stand.window.conversation
    bar = view.verticalScrollBar()
    stand.post(ConversationOpened(conversation_of(40)))
    qtbot.waitUntil(lambda: bar.maximum() > 0 and bar.value() == bar.maximum())
    bar.setValue(bar.maximum() // 2)
    place = bar.value()
    stand.bridge.submit("One more?")
    qtbot.waitUntil(lambda: "One more?" in stand.texts)
    assert bar.value() == place


def test_a_row_is_copied_by_the_keyboard(
    qtbot: QtBot, stand: Stand, conversation_of: Callable[[int], Conversation]
) -> None:
    stand.post(ConversationOpened(conversation_of(2)))
    qtbot.waitUntil(lambda: len(stand.texts) == 4)
    stand.window.conversation.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(stand.window.conversation, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Answer 2"


@pytest.mark.parametrize("name", ["talk_bar.field", "talk_bar.button", "conversation"])
def test_every_control_has_a_name(stand: Stand, name: str) -> None:
    widget: QWidget = stand.window
    for part in name.split("."):
        widget = getattr(widget, part)
    assert widget.accessibleName()
    assert widget.focusPolicy() is not Qt.FocusPolicy.NoFocus
