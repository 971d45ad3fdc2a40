"""An export asks for format and place, is written by a worker, and tells what became of it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Stand
from voicedesk.core.conversation import Conversation
from voicedesk.core.events import ConversationOpened, Remarked
from voicedesk.core.export.formats import Format
from voicedesk.core.export.order import Exported, ExportOrder
from voicedesk.core.problems import Kind, Problem
from voicedesk.gui.exporting.exporting import MOST_NAMED
from voicedesk.gui.exporting.format_dialog import FormatDialog
from voicedesk.gui.exporting.place_dialog import PlaceDialog


@pytest.fixture
def talk(stand: Stand, qtbot: QtBot, conversation_of: Callable[[int], Conversation]) -> Stand:
    """Open a conversation of two turns."""
    stand.post(ConversationOpened(conversation_of(2)))
    qtbot.waitUntil(lambda: len(stand.state.conversation.turns) == 2)
    return stand


def choose(stand: Stand, wanted: Format) -> PlaceDialog:
    """Open the export by its keys, mark a format and go on."""
    QTest.keyClick(
        stand.window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    dialog = stand.window.findChild(FormatDialog)
    assert dialog
    dialog.findChildren(QRadioButton)[list(Format).index(wanted)].click()
    next(button for button in dialog.findChildren(QPushButton) if button.isDefault()).click()
    places = stand.window.findChildren(PlaceDialog)
    assert places
    return places[-1]


def order_for(stand: Stand, wanted: Format, chosen: Path) -> ExportOrder:
    place = choose(stand, wanted)
    place.fileSelected.emit(str(chosen))
    place.close()
    return stand.crew.exports[-1]


def test_the_conversation_on_screen_is_ordered_as_chosen(talk: Stand, tmp_path: Path) -> None:
    order = order_for(talk, Format.MP3, tmp_path / "talk.mp3")
    assert (order.conversation, order.wanted) == (talk.state.conversation.id, Format.MP3)
    assert (order.target, order.may_replace) == (tmp_path / "talk.mp3", True)
    assert order.known == talk.state.conversation.turns
    assert order.title == "Question 1"


def test_a_name_without_ending_gets_it_and_replaces_nothing(talk: Stand, tmp_path: Path) -> None:
    order = order_for(talk, Format.MARKDOWN, tmp_path / "talk v1.2")
    assert (order.target, order.may_replace) == (tmp_path / "talk v1.2.md", False)


def test_the_next_export_begins_where_the_last_one_ended(talk: Stand, tmp_path: Path) -> None:
    order_for(talk, Format.SUBTITLES, tmp_path / "talk.srt")
    place = choose(talk, Format.SUBTITLES)
    assert Path(place.directory().absolutePath()) == tmp_path
    assert place.selectedFiles() == [str(tmp_path / "Question 1.srt")]
    place.close()


def test_every_format_says_what_it_is_good_for(talk: Stand, qtbot: QtBot) -> None:
    dialog = FormatDialog("A title", Format.JSON, talk.window)
    qtbot.addWidget(dialog)
    choices = dialog.findChildren(QRadioButton)
    assert [bool(choice.text() and choice.accessibleDescription()) for choice in choices] == [True] * 6
    assert dialog.wanted is Format.JSON


def test_what_is_ready_is_told_with_the_way_to_it(talk: Stand, qtbot: QtBot) -> None:
    talk.post(Exported(Path("/tmp/talk.wav"), tuple(f"{number}.pcm" for number in range(MOST_NAMED + 2))))
    qtbot.waitUntil(lambda: talk.titles == ["“talk.wav” is ready."])
    told = talk.window.notices.shown[0]
    assert told.advice == "These sounds and 2 more were not there any more: 0.pcm, 1.pcm, 2.pcm."
    assert told.offer and told.offer.label == "Open folder"


def test_a_slow_export_says_that_it_goes_on_and_a_failed_one_why(
    talk: Stand, qtbot: QtBot, tmp_path: Path
) -> None:
    order_for(talk, Format.WAV, tmp_path / "talk.wav")
    qtbot.waitUntil(lambda: talk.titles == ["Writing “talk.wav”…"])
    problem = Problem(Kind.EXPORT_FAILED, {"file": "talk.wav", "reason": "the disk is full"})
    talk.post(Remarked(problem))
    qtbot.waitUntil(lambda: talk.titles == ["“talk.wav” could not be written (the disk is full)."])


def test_an_empty_conversation_has_nothing_to_export(stand: Stand) -> None:
    QTest.keyClick(
        stand.window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert stand.window.findChild(FormatDialog) is None
    assert stand.window.talk_bar.status == "There is nothing to export yet."


def test_a_foreign_title_is_shown_as_it_is(talk: Stand, qtbot: QtBot) -> None:
    dialog = FormatDialog("<b>bold</b>", Format.JSON, talk.window)
    qtbot.addWidget(dialog)
    assert dialog.findChildren(QLabel)[0].textFormat() is Qt.TextFormat.PlainText
