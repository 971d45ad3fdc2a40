"""What stands for the oldest messages is shown where they end, and can be read, changed and removed."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Stand
from voicedesk.core.commands import KeepSummary
from voicedesk.core.conversation import Answer, Conversation, Ending, Turn
from voicedesk.core.events import ConversationOpened
from voicedesk.core.units import ConversationId, TurnId
from voicedesk.gui.messages.summary_dialog import SummaryDialog
from voicedesk.gui.rows import Row, RowAction, Voice
from voicedesk.gui.undo_banner import UndoBanner

HERE = ConversationId(5)
HEADING = "Earlier messages, summed up for new questions"


def opened(stand: Stand, qtbot: QtBot, summary: str = "They met in Rome.") -> None:
    turns = tuple(
        Turn(TurnId(n), HERE, f"Question {n}", answer=Answer(f"Answer {n}"), ending=Ending.DONE)
        for n in range(1, 6)
    )
    stand.post(ConversationOpened(Conversation(HERE, turns, "", summary, TurnId(2))))
    qtbot.waitUntil(lambda: len(stand.texts) >= 10)


def summary(stand: Stand) -> Row:
    return next(row for row in stand.window.conversation.rows if row.voice is Voice.SUMMARY)


def act(stand: Stand, action: RowAction) -> None:
    stand.window.conversation._on_acted(summary(stand), action)


def test_it_stands_behind_the_messages_it_covers_and_they_stay(stand: Stand, qtbot: QtBot) -> None:
    opened(stand, qtbot)
    assert stand.texts[2:6] == ["Question 2", "Answer 2", HEADING, "Question 3"]
    assert len(stand.texts) == 11


def test_a_conversation_without_a_summary_shows_none(stand: Stand, qtbot: QtBot) -> None:
    opened(stand, qtbot, "")
    assert HEADING not in stand.texts


def test_it_is_one_line_until_it_is_unfolded(stand: Stand, qtbot: QtBot) -> None:
    opened(stand, qtbot)
    act(stand, RowAction.UNFOLD)
    assert summary(stand).text == f"{HEADING}\n\nThey met in Rome."
    act(stand, RowAction.FOLD)
    assert summary(stand).text == HEADING


def test_enter_unfolds_it(stand: Stand, qtbot: QtBot) -> None:
    opened(stand, qtbot)
    view = stand.window.conversation
    view.setFocus()
    view.setCurrentIndex(view.model().index(4, 0))
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert "Rome" in summary(stand).text


def test_it_can_be_written_anew(stand: Stand, qtbot: QtBot) -> None:
    opened(stand, qtbot)
    act(stand, RowAction.EDIT_SUMMARY)
    dialog = stand.window.findChild(SummaryDialog)
    assert dialog
    dialog.text.setPlainText("They met in Paris.")
    next(button for button in dialog.findChildren(QPushButton) if button.text() == "Save").click()
    qtbot.waitUntil(lambda: stand.state.conversation.summary == "They met in Paris.")
    assert KeepSummary(HERE, "They met in Paris.", TurnId(2)) in stand.crew.commands


def test_it_can_be_removed_and_brought_back(stand: Stand, qtbot: QtBot) -> None:
    opened(stand, qtbot)
    act(stand, RowAction.UNFOLD)
    act(stand, RowAction.REMOVE_SUMMARY)
    qtbot.waitUntil(lambda: all(not text.startswith(HEADING) for text in stand.texts))
    assert stand.crew.told(KeepSummary) == [KeepSummary(HERE, "", TurnId(2))]
    banner = stand.window.notices.findChild(UndoBanner)
    assert banner
    banner.undone.emit()
    qtbot.waitUntil(lambda: any(text.startswith(HEADING) for text in stand.texts))


def test_a_dialog_left_open_changes_no_other_conversation(stand: Stand, qtbot: QtBot) -> None:
    opened(stand, qtbot)
    act(stand, RowAction.EDIT_SUMMARY)
    dialog = stand.window.findChild(SummaryDialog)
    assert dialog
    stand.bridge.begin_conversation()
    dialog.stored.emit("Elsewhere.")
    assert stand.state.conversation.summary == ""


def test_a_long_text_says_that_its_middle_is_left_out(qtbot: QtBot) -> None:
    dialog = SummaryDialog("short")
    qtbot.addWidget(dialog)
    assert dialog._length.text() == ""
    dialog.text.setPlainText("x" * 5_000)
    assert "left out" in dialog._length.text()
