"""The list of conversations: open, begin, rename, pin, delete and take back, by mouse and by keyboard."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLineEdit, QListView, QPushButton
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Stand
from voicedesk.core.archive import Heading
from voicedesk.core.commands import (
    CancelTurn,
    DeleteConversation,
    OpenConversation,
    PinConversation,
    PurgeConversation,
    RenameConversation,
    RestoreConversation,
)
from voicedesk.core.conversation import Answer, Conversation
from voicedesk.core.events import AnswerGrown, ConversationOpened, WordsHeard
from voicedesk.core.inquiries import AllForgotten, ConversationsListed, ListConversations
from voicedesk.core.session import Stage
from voicedesk.core.units import ConversationId, TurnId
from voicedesk.gui.sidebar.conversations import PAGE
from voicedesk.gui.sidebar.groups import ListRow
from voicedesk.gui.sidebar.list_model import ConversationListModel
from voicedesk.gui.undo_banner import UndoBanner

ConversationOf = Callable[[int], Conversation]
A_DAY_US = 24 * 60 * 60 * 1_000_000


def heading(number: int, title: str = "", pinned: bool = False) -> Heading:
    """A conversation of so many days after the beginning of time."""
    return Heading(ConversationId(number), title, f"about {number}", 1, TurnId(number * A_DAY_US), pinned)


def listed(qtbot: QtBot, stand: Stand, *headings: Heading, has_more: bool = False) -> None:
    stand.post(ConversationsListed(headings, has_more))
    names = [each.title or each.opening for each in headings]
    qtbot.waitUntil(lambda: names_in(stand) == names)


def names_in(stand: Stand) -> list[str]:
    return [row.words for row in stand.window.sidebar.list.rows if row.heading]


def point_at(stand: Stand, number: int) -> None:
    """Put the keyboard's place on a conversation."""
    stand.window.sidebar.list.setFocus()
    stand.window.sidebar.list.keep_in_sight(ConversationId(number))


def press(stand: Stand, key: Qt.Key) -> None:
    QTest.keyClick(stand.window.sidebar.list, key)


def test_the_list_is_asked_for_and_an_empty_one_says_what_will_be_there(qtbot: QtBot, stand: Stand) -> None:
    stand.backstage.scene.conversations._ask()
    assert stand.crew.told(ListConversations) == [ListConversations(PAGE)]
    assert stand.window.sidebar.note == ""
    listed(qtbot, stand)
    qtbot.waitUntil(lambda: stand.window.sidebar.note == "Your conversations appear here.")


def test_a_conversation_appears_with_its_first_question(qtbot: QtBot, stand: Stand) -> None:
    listed(qtbot, stand, heading(2), heading(1))
    stand.bridge.submit("What do owls eat?")
    assert names_in(stand) == ["What do owls eat?", "about 2", "about 1"]
    assert stand.window.sidebar.list.rows[0].words == "Today"


@pytest.mark.parametrize("way", ["click", "enter"])
def test_a_conversation_is_opened_and_what_goes_on_stops(
    qtbot: QtBot, stand: Stand, conversation_of: ConversationOf, way: str
) -> None:
    listed(qtbot, stand, heading(2), heading(1))
    stand.bridge.submit("Hm")
    view = stand.window.sidebar.list
    point_at(stand, 1)
    if way == "click":
        rect = view.visualRect(view.currentIndex())
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    else:
        press(stand, Qt.Key.Key_Return)
    assert stand.crew.told(CancelTurn)
    assert stand.crew.told(OpenConversation) == [OpenConversation(ConversationId(1))]
    assert stand.window.focusWidget() is stand.window.talk_bar.field
    stand.post(ConversationOpened(replace(conversation_of(1), title="One")))
    qtbot.waitUntil(lambda: stand.texts == ["Question 1", "Answer 1"])
    assert stand.window.header.title == "One"
    indexes = [view.model().index(place, 0) for place in range(len(view.rows))]
    assert "One, open" in [index.data(Qt.ItemDataRole.AccessibleTextRole) for index in indexes]


def test_words_that_come_late_are_kept_in_the_conversation_that_was_left(
    qtbot: QtBot, stand: Stand, conversation_of: ConversationOf
) -> None:
    stand.bridge.submit("Hm")
    turn = stand.live
    left = stand.state.conversation.id
    stand.bridge.begin_conversation()
    stand.crew.commands.clear()
    stand.post(WordsHeard(turn, "Hm, what I meant"))
    qtbot.waitUntil(lambda: bool(stand.crew.commands))
    (save,) = stand.crew.told(type(stand.crew.commands[0]))
    assert (save.turn.conversation, save.turn.asked) == (left, "Hm, what I meant")
    assert stand.crew.told(ListConversations), "its first words may have changed"


def test_a_new_conversation_begins_by_key_or_button(qtbot: QtBot, stand: Stand) -> None:
    QTest.keyClick(stand.window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    first = stand.state.conversation.id
    stand.bridge.submit("Hm")
    assert stand.state.conversation.id == first, "one that has not begun need not begin again"
    QTest.keyClick(stand.window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    second = stand.state.conversation.id
    assert (stand.state.stage, stand.state.conversation.turns) == (Stage.IDLE, ())
    stand.bridge.submit("Hm again")
    stand.window.sidebar.new.click()
    assert len({first, second, stand.state.conversation.id}) == 3
    assert stand.window.welcome.isVisible()


@pytest.mark.parametrize(
    ("words", "title"), [("Owls", "Owls"), ("  two \t words ", "two words"), ("", ""), (None, None)]
)
def test_f2_renames_in_place(qtbot: QtBot, stand: Stand, words: str | None, title: str | None) -> None:
    listed(qtbot, stand, heading(2), heading(1))
    point_at(stand, 1)
    press(stand, Qt.Key.Key_F2)
    editor = stand.window.sidebar.list.findChild(QLineEdit)
    assert editor and editor.text() == "about 1"
    if words is not None:
        editor.clear()
        QTest.keyClicks(editor, words.replace("\t", ""))
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: stand.window.sidebar.list.state() is QListView.State.NoState)
    named = stand.crew.told(RenameConversation)
    assert named == ([] if title is None else [RenameConversation(ConversationId(1), title)])
    assert stand.crew.told(OpenConversation) == [], "the key ended the renaming and nothing else"


def test_escape_leaves_the_title_as_it_was_and_stops_nothing(qtbot: QtBot, stand: Stand) -> None:
    listed(qtbot, stand, heading(1))
    stand.bridge.submit("Hm")
    point_at(stand, 1)
    press(stand, Qt.Key.Key_F2)
    editor = stand.window.sidebar.list.findChild(QLineEdit)
    assert editor
    editor.setText("other")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert stand.crew.told(RenameConversation) == []
    assert stand.state.stage is Stage.THINKING


def test_the_menu_offers_everything_that_keys_do(qtbot: QtBot, stand: Stand) -> None:
    listed(qtbot, stand, heading(2, "Two", pinned=True), heading(1))
    view = stand.window.sidebar.list
    for number, pin in ((2, "Unpin"), (1, "Pin")):
        menu = view.menu_for(view.model().place_of(ConversationId(number)))  # type: ignore[attr-defined]
        entries = {entry.text().partition("\t")[0]: entry for entry in menu.actions() if entry.text()}
        assert list(entries) == ["Rename", pin, "Export…", "Delete"]
        entries[pin].trigger()
        menu.deleteLater()
    assert stand.crew.told(PinConversation) == [
        PinConversation(ConversationId(2), False),
        PinConversation(ConversationId(1), True),
    ]


def test_three_dots_open_the_menu_and_not_the_conversation(qtbot: QtBot, stand: Stand) -> None:
    listed(qtbot, stand, heading(1))
    view = stand.window.sidebar.list
    asked: list[object] = []
    view._show_menu = lambda index, at: asked.append(at)  # type: ignore[method-assign]
    rect = view.visualRect(view.model().place_of(ConversationId(1)))  # type: ignore[attr-defined]
    place = rect.center()
    place.setX(rect.right() - 16)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert asked
    assert stand.crew.told(OpenConversation) == []


def undo(stand: Stand) -> QPushButton:
    banner = stand.window.notices.findChild(UndoBanner)
    assert banner
    return next(button for button in banner.findChildren(QPushButton) if button.text() == "Undo")


def test_a_deleted_conversation_can_be_taken_back(qtbot: QtBot, stand: Stand) -> None:
    listed(qtbot, stand, heading(2), heading(1))
    point_at(stand, 2)
    press(stand, Qt.Key.Key_Delete)
    assert stand.crew.told(DeleteConversation) == [DeleteConversation(ConversationId(2))]
    assert names_in(stand) == ["about 1"]
    assert stand.titles == ["Conversation deleted."]
    undo(stand).click()
    assert stand.crew.told(RestoreConversation) == [RestoreConversation(ConversationId(2))]
    assert names_in(stand) == ["about 2", "about 1"]
    assert stand.crew.told(PurgeConversation) == []
    assert stand.crew.told(OpenConversation) == [], "it was not on screen before"


def test_the_conversation_on_screen_is_deleted_and_comes_back_on_screen(qtbot: QtBot, stand: Stand) -> None:
    listed(qtbot, stand)
    stand.bridge.submit("Hm")
    gone = stand.state.conversation.id
    point_at(stand, gone)
    press(stand, Qt.Key.Key_Delete)
    assert (stand.state.stage, stand.state.conversation.turns, names_in(stand)) == (Stage.IDLE, (), [])
    undo(stand).click()
    assert stand.crew.told(OpenConversation) == [OpenConversation(gone)]


def test_when_nobody_wants_it_back_it_is_destroyed(qtbot: QtBot, stand: Stand) -> None:
    listed(qtbot, stand, heading(1))
    point_at(stand, 1)
    press(stand, Qt.Key.Key_Delete)
    banner = stand.window.notices.findChild(UndoBanner)
    assert banner
    banner._time.timeout.emit()
    assert stand.crew.told(PurgeConversation) == [PurgeConversation(ConversationId(1))]


def test_more_is_listed_when_the_end_comes_in_sight(qtbot: QtBot, stand: Stand) -> None:
    listed(qtbot, stand, *(heading(number) for number in range(60, 0, -1)), has_more=True)
    stand.crew.commands.clear()
    bar = stand.window.sidebar.list.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    assert stand.crew.told(ListConversations) == [ListConversations(2 * PAGE)]


def test_after_everything_was_deleted_the_list_is_read_again(qtbot: QtBot, stand: Stand) -> None:
    stand.crew.commands.clear()
    stand.post(AllForgotten())
    qtbot.waitUntil(lambda: bool(stand.crew.told(ListConversations)))


def test_an_answer_that_grows_does_not_touch_the_list(qtbot: QtBot, stand: Stand) -> None:
    listed(qtbot, stand, heading(1))
    stand.bridge.submit("Hm")
    drawn: list[object] = []
    stand.window.sidebar.show_rows = lambda *given: drawn.append(given)  # type: ignore[method-assign]
    for count in range(50):
        stand.post(AnswerGrown(stand.live, Answer("so " * count)))
    qtbot.waitUntil(lambda: stand.answer == "so " * 49)
    assert drawn == []


def test_space_talks_from_the_list_too(qtbot: QtBot, stand: Stand) -> None:
    listed(qtbot, stand, heading(1))
    point_at(stand, 1)
    press(stand, Qt.Key.Key_Space)
    assert stand.state.stage is Stage.ARMING


keys = some.lists(some.integers(1, 9), unique=True, max_size=7)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(steps=some.lists(some.tuples(keys, some.sampled_from("ab")), max_size=8))
def test_any_change_is_announced_as_qt_wants_it(qtbot: QtBot, steps: list[tuple[list[int], str]]) -> None:
    model = ConversationListModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for numbers, words in steps:
        rows = [ListRow(words, heading(number)) if number > 2 else ListRow(str(number)) for number in numbers]
        model.show(rows, ConversationId(numbers[0] if numbers else 0))
        assert model.rows == rows
    del tester
