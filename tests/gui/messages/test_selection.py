"""Text is marked within a message and across messages, and copied as text."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Stand
from voicedesk.core.conversation import Answer, Conversation, Ending, Turn
from voicedesk.core.events import ConversationOpened
from voicedesk.core.units import ConversationId, TurnId
from voicedesk.gui.conversation_view import ConversationView
from voicedesk.gui.messages.offsets import from_qt, to_qt
from voicedesk.gui.messages.selection import Selection, spot_in, word_around
from voicedesk.gui.rows import Voice

HERE = ConversationId(1)
FIRST = "The **second** word\n\n- one\n- two 🙂 three"


@pytest.fixture
def view(qtbot: QtBot, stand: Stand) -> ConversationView:
    turns = (
        Turn(TurnId(1), HERE, "First question", True, answer=Answer(FIRST), ending=Ending.DONE),
        Turn(TurnId(2), HERE, "Next", True, answer=Answer("Last **answer**"), ending=Ending.DONE),
    )
    stand.post(ConversationOpened(Conversation(HERE, turns)))
    shown = stand.window.conversation
    qtbot.waitUntil(
        lambda: len(shown.rows) == 4 and shown.visualRect(shown.index_of(shown.rows[3].key)).height() > 0
    )
    return shown


def at(view: ConversationView, place: int, block: int, offset: int) -> QPoint:
    """Give the point on screen of a place in the text."""
    row = view.rows[place]
    layout = view.layout_of(row)
    found = layout.blocks[block]
    line = found.layout.lineForTextPosition(to_qt(found.prose.text, offset))
    x: float = line.cursorToX(to_qt(found.prose.text, offset))[0]  # type: ignore[index]  # the stubs err
    origin = layout.frame.text.toPoint() + view.visualRect(view.index_of(row.key)).topLeft()
    return origin + QPoint(round(found.left + x), round(found.top + line.y() + line.height() / 2))


def drag(view: ConversationView, start: QPoint, end: QPoint) -> None:
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(view.viewport(), (start + end) / 2)
    QTest.mouseMove(view.viewport(), end)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=end)


def copied(view: ConversationView) -> str:
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    return QGuiApplication.clipboard().text()


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        ((1, 0, 4), (1, 0, 10), "second"),
        ((1, 0, 10), (1, 0, 4), "second"),
        ((1, 0, 11), (1, 1, 2), "word\n• on"),
        ((1, 2, 4), (1, 2, 6), "🙂 "),
        ((1, 0, 0), (1, 2, 11), FIRST),
        ((0, 0, 6), (1, 0, 3), "question\n\nThe"),
        ((0, 0, 0), (3, 0, 4), f"First question\n\n{FIRST}\n\nNext\n\nLast"),
    ],
    ids=["a-word", "backwards", "across-blocks", "emoji", "whole", "two-messages", "four-messages"],
)
def test_dragging_marks_text(
    view: ConversationView, start: tuple[int, int, int], end: tuple[int, int, int], text: str
) -> None:
    drag(view, at(view, *start), at(view, *end))
    assert copied(view) == text


def test_a_double_click_marks_a_word_and_a_third_click_the_paragraph(view: ConversationView) -> None:
    place = at(view, 1, 0, 6)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert copied(view) == "second"
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert copied(view) == "The second word"


def test_shift_and_click_extend_what_is_marked(view: ConversationView) -> None:
    drag(view, at(view, 1, 0, 0), at(view, 1, 0, 3))
    shift = Qt.KeyboardModifier.ShiftModifier
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, shift, at(view, 1, 0, 10))
    assert copied(view) == "The second"


def test_everything_is_the_whole_conversation_as_it_was_written(view: ConversationView) -> None:
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert copied(view) == f"First question\n\n{FIRST}\n\nNext\n\nLast **answer**"


def test_without_a_mark_the_current_message_is_copied_as_it_was_written(view: ConversationView) -> None:
    view.setFocus(Qt.FocusReason.TabFocusReason)
    assert copied(view) == "Last **answer**"


def test_a_click_takes_the_mark_away(view: ConversationView) -> None:
    drag(view, at(view, 1, 0, 0), at(view, 1, 0, 3))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at(view, 1, 1, 1))
    assert view.selected_text == ""


def test_a_block_knows_its_part() -> None:
    key = (TurnId(3), Voice.SERVICE)
    selection = Selection(spot_in(key, 2, 5), spot_in(key, 0, 3))
    assert selection.part_of(key, 0, 10) == (3, 10)
    assert selection.part_of(key, 1, 10) == (0, 10)
    assert selection.part_of(key, 2, 10) == (0, 5)
    assert selection.part_of(key, 3, 10) == (0, 0)
    assert selection.part_of((TurnId(4), Voice.SERVICE), 0, 10) == (0, 0)


@pytest.mark.parametrize(
    ("text", "offset", "word"),
    [("one two", 1, "one"), ("one two", 3, " "), ("one two", 7, "two"), ("it's", 1, "it's"), ("", 0, "")],
)
def test_words_are_found(text: str, offset: int, word: str) -> None:
    first, end = word_around(text, offset)
    assert text[first:end] == word


@pytest.mark.parametrize("text", ["plain", "a🙂b", "👩‍👩‍👧‍👦", "漢字🙂"])
def test_places_translate_to_qt_and_back(text: str) -> None:
    assert [from_qt(text, to_qt(text, place)) for place in range(len(text) + 1)] == list(range(len(text) + 1))
