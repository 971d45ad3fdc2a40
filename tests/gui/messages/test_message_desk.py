"""What can be done with a message, by mouse, by keyboard and by its menu."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Stand
from voicedesk.core.commands import ForgetTurn, Replay, RunTurn, Silence
from voicedesk.core.conversation import Answer, Clip, Conversation, Ending, Turn
from voicedesk.core.events import ConversationOpened, PeaksMeasured, SpeakingEnded
from voicedesk.core.problems import Kind, Problem
from voicedesk.core.session import Stage
from voicedesk.core.units import ConversationId, Frames, Milliseconds, TurnId
from voicedesk.gui.conversation_view import ConversationView
from voicedesk.gui.messages.link_dialog import LinkDialog
from voicedesk.gui.messages.links import Link
from voicedesk.gui.rows import Row, RowAction, Voice

HERE = ConversationId(1)
ClipOf = Callable[[int], Clip]


def spoken(clip: Clip, answer: str = "Yes, it is.", number: int = 1) -> Turn:
    return Turn(
        TurnId(number),
        HERE,
        "Is it late?",
        clip=clip,
        answer=Answer(answer, Frames(240_000)),
        ending=Ending.DONE,
    )


def show(qtbot: QtBot, stand: Stand, *turns: Turn) -> ConversationView:
    stand.post(ConversationOpened(Conversation(HERE, turns)))
    qtbot.waitUntil(lambda: stand.state.conversation.turns == turns)
    view = stand.window.conversation
    qtbot.waitUntil(
        lambda: bool(view.rows) and view.visualRect(view.index_of(view.rows[-1].key)).height() > 0
    )
    return view


def point(view: ConversationView, row: Row) -> QPoint:
    """Give a point in the text of a row."""
    return (
        view.visualRect(view.index_of(row.key)).topLeft()
        + view.layout_of(row).frame.bubble.center().toPoint()
    )


def hover(view: ConversationView, row: Row) -> None:
    QTest.mouseMove(view.viewport(), QPoint(1, 1))  # a mouse that rests sends no event
    QTest.mouseMove(view.viewport(), point(view, row))


def control(view: ConversationView, name: str) -> QToolButton:
    buttons = view._pointing.bar.findChildren(QToolButton)
    return next(found for found in buttons if found.accessibleName() == name and not found.isHidden())


def test_controls_appear_over_the_row_that_is_pointed_at(qtbot: QtBot, stand: Stand, clip_of: ClipOf) -> None:
    view = show(qtbot, stand, spoken(clip_of(1)))
    hover(view, view.rows[0])
    names = [button.accessibleName() for button in view._pointing.bar.findChildren(QToolButton)]
    assert names == ["Play what you said, 0:04", "Copy", "Edit and ask again", "Delete"]
    hover(view, view.rows[1])
    control(view, "Try again").click()
    assert stand.state.stage is Stage.THINKING


@pytest.mark.parametrize(("place", "path"), [(0, "recordings/1.pcm"), (1, "answers/1.pcm")])
def test_either_voice_is_played_paused_and_played_on(
    qtbot: QtBot, stand: Stand, clip_of: ClipOf, place: int, path: str
) -> None:
    view = show(qtbot, stand, spoken(clip_of(1)))
    row = view.rows[place]
    view.toggle_wanted.emit(row)
    assert stand.crew.told(Replay)[-1].path == Path(path)
    assert stand.crew.told(Replay)[-1].start_ms == 0
    stand.crew.heard = 1_500
    qtbot.waitUntil(lambda: view.sounding is not None and view.sounding.place_ms == 1_500)
    view.toggle_wanted.emit(row)
    assert stand.crew.told(Silence)
    assert view.sounding and not view.sounding.is_playing
    stand.crew.heard = 0
    view.toggle_wanted.emit(row)
    assert stand.crew.told(Replay)[-1].start_ms == 1_500
    stand.crew.heard = 500
    qtbot.waitUntil(lambda: view.sounding is not None and view.sounding.place_ms == 2_000)


def test_a_sound_that_was_heard_whole_begins_anew(qtbot: QtBot, stand: Stand, clip_of: ClipOf) -> None:
    view = show(qtbot, stand, spoken(clip_of(1)))
    view.toggle_wanted.emit(view.rows[1])
    stand.crew.heard = 10_000
    qtbot.waitUntil(lambda: view.sounding is not None and view.sounding.place_ms == 10_000)
    stand.post(SpeakingEnded(stand.live, Milliseconds(10_000)))
    qtbot.waitUntil(lambda: view.sounding is None)


def test_arrow_keys_seek_and_enter_plays(qtbot: QtBot, stand: Stand, clip_of: ClipOf) -> None:
    view = show(qtbot, stand, spoken(clip_of(1)))
    view.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(view, Qt.Key.Key_Return)
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert [replay.start_ms for replay in stand.crew.told(Replay)] == [0, 5_000, 9_999, 4_999]


def test_a_click_into_the_waveform_plays_from_there(qtbot: QtBot, stand: Stand, clip_of: ClipOf) -> None:
    view = show(qtbot, stand, spoken(clip_of(1)))
    hover(view, view.rows[1])
    wave = view._pointing.bar._wave
    QTest.mouseClick(wave, Qt.MouseButton.LeftButton, pos=QPoint(wave.width() // 2, 5))
    assert stand.crew.told(Replay)[-1].start_ms == pytest.approx(5_000, abs=100)


def test_space_on_the_waveform_plays_and_on_a_row_it_talks(
    qtbot: QtBot, stand: Stand, clip_of: ClipOf
) -> None:
    view = show(qtbot, stand, spoken(clip_of(1)))
    view.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(view._pointing.bar._wave, Qt.Key.Key_Space)
    stages = [stand.state.stage]
    QTest.keyPress(view, Qt.Key.Key_Space)
    stages.append(stand.state.stage)
    assert stages == [Stage.REPLAYING, Stage.ARMING]
    QTest.keyRelease(view, Qt.Key.Key_Space)


def test_tab_leads_from_the_row_to_its_controls(qtbot: QtBot, stand: Stand, clip_of: ClipOf) -> None:
    view = show(qtbot, stand, spoken(clip_of(1)))
    stand.window.activateWindow()
    view.setFocus(Qt.FocusReason.TabFocusReason)
    names = []
    for _ in range(4):
        QTest.keyClick(stand.window.focusWidget(), Qt.Key.Key_Tab)
        names.append(stand.window.focusWidget().accessibleName())
    assert names == ["Play the answer, 0:10", "Place in the sound, in seconds", "Copy", "Try again"]
    QTest.keyClick(stand.window.focusWidget(), Qt.Key.Key_Tab)
    assert stand.window.talk_bar.isAncestorOf(stand.window.focusWidget())
    while stand.window.focusWidget() is not view:
        QTest.keyClick(stand.window.focusWidget(), Qt.Key.Key_Backtab)


def test_waveforms_are_measured_once_for_what_is_on_screen(
    qtbot: QtBot, stand: Stand, clip_of: ClipOf
) -> None:
    view = show(qtbot, stand, spoken(clip_of(1)))
    qtbot.waitUntil(lambda: len(stand.crew.measured) == 2)
    assert set(stand.crew.measured) == {Path("recordings/1.pcm"), Path("answers/1.pcm")}
    stand.post(PeaksMeasured(Path("answers/1.pcm"), bytes(range(64))))
    qtbot.waitUntil(lambda: view._delegate.overlay.peaks.get(view.rows[1].key) == bytes(range(64)))
    view.viewport().repaint()
    assert len(stand.crew.measured) == 2


def test_a_deleted_turn_can_be_taken_back(qtbot: QtBot, stand: Stand, clip_of: ClipOf) -> None:
    view = show(qtbot, stand, spoken(clip_of(1)), spoken(clip_of(2), number=2))
    view.acted.emit(TurnId(1), RowAction.DELETE)
    assert [row.turn for row in view.rows] == [2, 2]
    qtbot.wait(1)  # whatever was left for the next round of the loop
    assert stand.crew.told(ForgetTurn) == []
    next(
        button for button in stand.window.notices.findChildren(QPushButton) if button.text() == "Undo"
    ).click()
    assert [row.turn for row in view.rows] == [1, 1, 2, 2]
    assert stand.crew.told(ForgetTurn) == []


@pytest.mark.parametrize("end", ["closed", "asked", "another", "left"])
def test_what_was_deleted_is_gone_when_the_offer_is_over(
    qtbot: QtBot, stand: Stand, clip_of: ClipOf, end: str
) -> None:
    view = show(qtbot, stand, spoken(clip_of(1)), spoken(clip_of(2), number=2))
    view.acted.emit(TurnId(1), RowAction.DELETE)
    assert stand.crew.told(ForgetTurn) == []
    if end == "closed":
        stand.window.notices.drop(stand.window.notices.shown[-1])
    elif end == "asked":
        stand.bridge.submit("Hello")
    elif end == "another":
        view.acted.emit(TurnId(2), RowAction.DELETE)
    else:
        stand.desk.close()
    qtbot.waitUntil(lambda: [order.turn for order in stand.crew.told(ForgetTurn)] == [1])


def test_a_question_is_edited_and_asked_again(qtbot: QtBot, stand: Stand, clip_of: ClipOf) -> None:
    view = show(qtbot, stand, spoken(clip_of(1)))
    view.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(view, Qt.Key.Key_Up)
    QTest.keyClick(view, Qt.Key.Key_F2)
    field = stand.window.talk_bar.field
    assert field.toPlainText() == "Is it late?"
    editing = stand.backstage.scene.messages.editing
    assert editing.note
    QTest.keyClicks(field, "Is it early?")  # all of it was selected
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert [turn.asked for turn in stand.state.conversation.turns] == ["Is it late?", "Is it early?"]
    assert editing.note is None


def test_the_earlier_question_goes_if_the_person_wants_that(
    qtbot: QtBot, stand: Stand, clip_of: ClipOf
) -> None:
    view = show(qtbot, stand, spoken(clip_of(1)))
    view.acted.emit(TurnId(1), RowAction.EDIT)
    note = stand.backstage.scene.messages.editing.note
    assert note
    note.findChildren(QCheckBox)[0].setChecked(True)
    QTest.keyClick(stand.window.talk_bar.field, Qt.Key.Key_Return)
    assert [row.voice for row in view.rows if row.turn == 1] == []


def test_an_answer_that_was_cut_off_is_continued(qtbot: QtBot, stand: Stand) -> None:
    cut = Turn(
        TurnId(1),
        HERE,
        "Tell",
        answer=Answer("Once upon"),
        ending=Ending.INTERRUPTED,
        problem=Problem(Kind.CUT_OFF),
    )
    view = show(qtbot, stand, cut)
    view.acted.emit(TurnId(1), RowAction.CONTINUE)
    (run,) = stand.crew.told(RunTurn)
    assert run.text == "Please continue exactly where your answer was cut off."
    assert [message.text for message in run.history] == ["Tell", "Once upon"]


def test_the_menu_offers_everything(qtbot: QtBot, stand: Stand, clip_of: ClipOf) -> None:
    answer = "See [this](https://a.example/x).\n\n```py\nx = 1\ny = 2\n```"
    view = show(qtbot, stand, spoken(clip_of(1), answer))
    menu = view.menu_for(view.rows[1], point(view, view.rows[1]))
    words = [entry.text() for entry in menu.actions()]
    assert words == [
        "Play from here",
        "Listen",
        "Copy",
        "Try again",
        "Copy code (py)",
        "Open link to a.example…",
    ]
    menu.actions()[4].trigger()
    assert QGuiApplication.clipboard().text() == "x = 1\ny = 2"
    menu.actions()[0].trigger()
    assert 0 < stand.crew.told(Replay)[-1].start_ms < 10_000
    menu.deleteLater()


@pytest.fixture
def opened(stand: Stand, monkeypatch: pytest.MonkeyPatch) -> list[Link]:
    links: list[Link] = []
    monkeypatch.setattr(stand.backstage.scene.messages, "_open_link", links.append)
    return links


def dialog_of(stand: Stand) -> LinkDialog:
    return next(found for found in stand.window.findChildren(LinkDialog) if found.isVisible())


def test_a_link_is_opened_only_after_its_host_was_shown(
    qtbot: QtBot, stand: Stand, clip_of: ClipOf, opened: list[Link]
) -> None:
    view = show(qtbot, stand, spoken(clip_of(1), "[bank.example](https://bаnk.example/login)"))
    row = view.rows[1]
    layout = view.layout_of(row)
    at = view.visualRect(view.index_of(row.key)).topLeft() + (layout.frame.text.toPoint() + QPoint(20, 12))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    dialog = dialog_of(stand)
    assert opened == []
    assert dialog._link.host == "xn--bnk-6cd.example"
    QTest.keyClick(dialog, Qt.Key.Key_Return)  # Cancel is what Enter means
    assert opened == []
    view.link_wanted.emit("https://bаnk.example/login")
    dialog_of(stand).accept()
    assert [link.url for link in opened] == ["https://xn--bnk-6cd.example/login"]


@pytest.mark.parametrize("url", ["file:///etc/passwd", "javascript:alert(1)", "", "smb://a/b"])
def test_nothing_else_is_even_asked_about(qtbot: QtBot, stand: Stand, opened: list[Link], url: str) -> None:
    stand.window.conversation.link_wanted.emit(url)
    assert not any(found.isVisible() for found in stand.window.findChildren(LinkDialog))
    assert opened == []


def test_a_row_far_away_is_revealed_with_its_words_marked(
    qtbot: QtBot, stand: Stand, conversation_of: Callable[[int], Conversation]
) -> None:
    conversation = conversation_of(10_000)
    view = show(qtbot, stand, *conversation.turns)
    assert view.reveal(TurnId(17), ("answer", "17"))
    row = next(row for row in view.rows if row.turn == 17 and row.voice is Voice.SERVICE)
    rect = view.visualRect(view.index_of(row.key))
    assert 0 < rect.top() < rect.bottom() < view.viewport().height()
    assert view._overlay.found_key == row.key
    assert view._overlay.flash == 1.0
    qtbot.waitUntil(lambda: view._overlay.flash == 0.0)
    assert not view.reveal(TurnId(99_999))
    stand.bridge.submit("And now?")
    qtbot.waitUntil(lambda: stand.texts[-1] == "And now?")


def test_a_button_of_a_note_is_pressed_without_hovering(qtbot: QtBot, stand: Stand) -> None:
    view = show(qtbot, stand, Turn(TurnId(1), HERE, asked="Hm", ending=Ending.CANCELLED))
    row = view.rows[1]
    delete = next(place for place in view.layout_of(row).frame.buttons if place.action is RowAction.DELETE)
    at = view.visualRect(view.index_of(row.key)).topLeft() + delete.rect.center().toPoint()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert view.rows == []


@pytest.mark.parametrize(
    ("key", "remains"), [(Qt.Key.Key_Delete, []), (Qt.Key.Key_Return, ["Hm"])], ids=["delete", "try-again"]
)
def test_a_row_is_acted_on_by_the_keyboard(
    qtbot: QtBot, stand: Stand, key: Qt.Key, remains: list[str]
) -> None:
    view = show(qtbot, stand, Turn(TurnId(1), HERE, asked="Hm", ending=Ending.CANCELLED))
    view.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(view, key)
    qtbot.waitUntil(lambda: stand.texts == remains)
