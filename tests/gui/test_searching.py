"""The search finds as one types, and goes to what was found."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Stand
from tests.gui.test_conversations import heading, listed
from voicedesk.core.archive import Hit
from voicedesk.core.commands import OpenConversation
from voicedesk.core.conversation import Conversation
from voicedesk.core.events import ConversationOpened
from voicedesk.core.inquiries import MessagesFound, SearchMessages
from voicedesk.core.session import Stage
from voicedesk.core.units import ConversationId, TurnId

ConversationOf = Callable[[int], Conversation]
CONTROL = Qt.KeyboardModifier.ControlModifier


def hit(turn: int, conversation: int = 1) -> Hit:
    return Hit(TurnId(turn), ConversationId(conversation), f"Answer {turn}", ((0, 6),), "what was asked")


def type_words(stand: Stand, words: str) -> None:
    QTest.keyClick(stand.window, Qt.Key.Key_K, CONTROL)
    QTest.keyClicks(stand.window.focusWidget(), words)


def find(qtbot: QtBot, stand: Stand, words: str, *hits: Hit) -> None:
    type_words(stand, words)
    stand.post(MessagesFound(words, hits))
    qtbot.waitUntil(lambda: len(stand.window.sidebar.hits.rows) == len(hits))


def test_every_letter_asks_and_the_newest_answer_is_shown(qtbot: QtBot, stand: Stand) -> None:
    type_words(stand, "owl")
    assert [order.typed for order in stand.crew.told(SearchMessages)] == ["o", "ow", "owl"]
    stand.post(MessagesFound("ow", (hit(1), hit(2))), MessagesFound("owl", (hit(3),)))
    qtbot.waitUntil(lambda: stand.window.sidebar.hits.isVisible())
    assert [row.turn for row in stand.window.sidebar.hits.rows] == [3]


def test_where_nothing_is_found_it_says_so(qtbot: QtBot, stand: Stand) -> None:
    find(qtbot, stand, "zebra")
    qtbot.waitUntil(lambda: stand.window.sidebar.note == "Nothing found for “zebra”.")


@pytest.mark.parametrize("way", ["escape", "by hand"])
def test_an_emptied_search_shows_the_conversations_again(qtbot: QtBot, stand: Stand, way: str) -> None:
    listed(qtbot, stand, heading(1))
    stand.bridge.submit("Hm")
    find(qtbot, stand, "owl", hit(1))
    if way == "escape":
        QTest.keyClick(stand.window.sidebar.search, Qt.Key.Key_Escape)
    else:
        stand.window.sidebar.search.clear()
    assert stand.window.sidebar.list.isVisible()
    assert stages_of(stand) == [Stage.THINKING, Stage.IDLE], "the first Escape is meant for the search"


def stages_of(stand: Stand) -> list[Stage]:
    """Give what goes on before and after one more Escape."""
    before = stand.state.stage
    QTest.keyClick(stand.window.sidebar.search, Qt.Key.Key_Escape)
    return [before, stand.state.stage]


@pytest.mark.parametrize("way", ["enter in the field", "down and enter", "click"])
def test_a_hit_is_opened_and_its_message_is_gone_to(
    qtbot: QtBot, stand: Stand, conversation_of: ConversationOf, way: str
) -> None:
    find(qtbot, stand, "answer", hit(3), hit(150))
    field, hits = stand.window.sidebar.search, stand.window.sidebar.hits
    if way == "enter in the field":
        QTest.keyClick(field, Qt.Key.Key_Return)
    elif way == "down and enter":
        QTest.keyClick(field, Qt.Key.Key_Down)
        assert stand.window.focusWidget() is hits
        QTest.keyClick(hits, Qt.Key.Key_Return)
    else:
        rect = hits.visualRect(hits.model().index(0, 0))
        QTest.mouseClick(hits.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert stand.crew.told(OpenConversation) == [OpenConversation(ConversationId(1))]
    stand.post(ConversationOpened(conversation_of(200)))
    view = stand.window.conversation
    qtbot.waitUntil(lambda: view.currentIndex().isValid())
    assert view.rows[view.currentIndex().row()].turn == 3
    assert stand.window.focusWidget() is view
    assert field.text() == "answer", "so that the next hit is at hand"


def test_a_hit_in_the_conversation_on_screen_is_gone_to_at_once(
    qtbot: QtBot, stand: Stand, conversation_of: ConversationOf
) -> None:
    stand.post(ConversationOpened(conversation_of(5)))
    qtbot.waitUntil(lambda: len(stand.texts) == 10)
    find(qtbot, stand, "answer", hit(4))
    QTest.keyClick(stand.window.sidebar.search, Qt.Key.Key_Return)
    view = stand.window.conversation
    assert view.rows[view.currentIndex().row()].turn == 4
    assert stand.crew.told(OpenConversation) == []


def test_whoever_talks_before_the_conversation_was_read_stays_there(
    qtbot: QtBot, stand: Stand, conversation_of: ConversationOf
) -> None:
    find(qtbot, stand, "answer", hit(3))
    QTest.keyClick(stand.window.sidebar.search, Qt.Key.Key_Return)
    stand.bridge.submit("Never mind")
    stand.post(ConversationOpened(conversation_of(5)))
    stand.bridge.stop()
    assert [turn.asked for turn in stand.state.conversation.turns] == ["Never mind"]


def test_up_in_the_first_hit_goes_back_to_the_words(qtbot: QtBot, stand: Stand) -> None:
    find(qtbot, stand, "answer", hit(3), hit(4))
    QTest.keyClick(stand.window.sidebar.search, Qt.Key.Key_Down)
    QTest.keyClick(stand.window.sidebar.hits, Qt.Key.Key_Up)
    assert stand.window.focusWidget() is stand.window.sidebar.search


def test_a_hit_is_heard_with_its_words_and_its_place(qtbot: QtBot, stand: Stand) -> None:
    find(qtbot, stand, "answer", hit(3))
    model = stand.window.sidebar.hits.model()
    said = model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("Answer 3. what was asked. ")


def test_in_a_narrow_window_the_keys_open_the_drawer_first(qtbot: QtBot, stand: Stand) -> None:
    stand.window.resize(420, 480)
    qtbot.waitUntil(lambda: stand.window.drawer.is_narrow)
    QTest.keyClick(stand.window, Qt.Key.Key_K, CONTROL)
    qtbot.waitUntil(lambda: stand.window.sidebar.x() == 0)
    assert stand.window.focusWidget() is stand.window.sidebar.search


def test_more_is_found_when_the_end_comes_in_sight_and_the_place_is_kept(qtbot: QtBot, stand: Stand) -> None:
    find(qtbot, stand, "answer", *(hit(number) for number in range(100, 80, -1)))
    bar = stand.window.sidebar.hits.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    place = bar.value()
    assert stand.crew.told(SearchMessages)[-1] == SearchMessages("answer", 100)
    stand.post(MessagesFound("answer", tuple(hit(number) for number in range(100, 40, -1))))
    qtbot.waitUntil(lambda: len(stand.window.sidebar.hits.rows) == 60)
    assert bar.value() == place
