"""The bridge numbers turns, keeps what comes early, and asks again what was asked before."""

from collections.abc import Callable

import pytest
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from tests.gui.conftest import FakeCrew, Stand
from voicedesk.core.commands import ForgetTurn, RunTurn
from voicedesk.core.conversation import Answer, Conversation, Ending
from voicedesk.core.events import (
    AnswerEnded,
    AnswerGrown,
    ConversationOpened,
    ListenPressed,
    Remarked,
    TextSubmitted,
)
from voicedesk.core.problems import Kind, Problem
from voicedesk.core.session import Stage
from voicedesk.core.units import ConversationId, TurnId
from voicedesk.gui.bridge import Bridge
from voicedesk.gui.inbox import Inbox

ConversationOf = Callable[[int], Conversation]


@pytest.fixture
def inbox(qtbot: QtBot) -> Inbox:
    return Inbox()


def test_what_is_posted_before_the_bridge_is_there_is_not_lost(
    qtbot: QtBot, inbox: Inbox, conversation_of: ConversationOf
) -> None:
    inbox.post(ConversationOpened(conversation_of(2)))
    inbox.post(Remarked(Problem(Kind.NO_KEYRING)))
    bridge = Bridge(inbox, FakeCrew(inbox.post))
    noticed = QSignalSpy(bridge.noticed)
    bridge.open()
    assert len(bridge.state.conversation.turns) == 2
    assert noticed.count() == 1


def test_events_keep_their_order(qtbot: QtBot, inbox: Inbox) -> None:
    bridge = Bridge(inbox, FakeCrew(inbox.post))
    bridge.open()
    bridge.submit("Count")
    assert bridge.state.live
    turn = bridge.state.live.number
    seen: list[str] = []
    bridge.changed.connect(lambda state: seen.append(state.live.answer.text))
    counted = [str(count) for count in range(1, 100)]
    for text in counted:
        inbox.post(AnswerGrown(turn, Answer(text)))
    qtbot.waitUntil(lambda: len(seen) == len(counted))
    assert seen == counted


def test_turns_are_numbered_upwards_even_when_the_clock_is_set_back(
    qtbot: QtBot, inbox: Inbox, conversation_of: ConversationOf
) -> None:
    times = iter([1_000, 5, 5, 5, 5])
    bridge = Bridge(inbox, FakeCrew(inbox.post), clock_us=lambda: next(times))
    bridge.submit("one")
    bridge.submit("two")
    assert [turn.number for turn in bridge.state.conversation.turns] == [1_001, 1_002]
    bridge.open_conversation(ConversationId(1))
    inbox.post(ConversationOpened(conversation_of(9_000)))
    qtbot.waitUntil(lambda: len(bridge.state.conversation.turns) == 9_000)
    bridge.submit("three")
    assert bridge.state.conversation.turns[-1].number == 9_001


def test_a_typed_question_without_an_answer_is_asked_again_in_its_place(qtbot: QtBot, stand: Stand) -> None:
    stand.bridge.submit("Hello?")
    turn = stand.live
    stand.post(AnswerEnded(turn, Answer(), Ending.FAILED, Problem(Kind.BUSY, {"when": "soon"})))
    qtbot.waitUntil(lambda: stand.state.stage is Stage.IDLE)
    stand.bridge.repeat(turn)
    assert [old.asked for old in stand.state.conversation.turns] == ["Hello?"]
    assert [command.turn for command in stand.crew.told(ForgetTurn)] == [turn]


def test_an_answered_question_is_asked_again_beside_its_answer(
    qtbot: QtBot, stand: Stand, conversation_of: ConversationOf
) -> None:
    stand.post(ConversationOpened(conversation_of(1)))
    qtbot.waitUntil(lambda: len(stand.state.conversation.turns) == 1)
    stand.bridge.repeat(TurnId(1))
    assert [turn.asked for turn in stand.state.conversation.turns] == ["Question 1", "Question 1"]
    assert [command.text for command in stand.crew.told(RunTurn)] == ["Question 1"]


def test_a_turn_that_is_gone_is_not_asked_again(stand: Stand) -> None:
    stand.bridge.repeat(TurnId(77))
    stand.bridge.listen(TurnId(77))
    assert stand.crew.commands == []


def test_no_picture_is_drawn_of_what_did_not_change(stand: Stand) -> None:
    changed = QSignalSpy(stand.bridge.changed)
    stand.bridge.finish_talking()
    assert changed.count() == 0


def test_intents_tell_how_much_was_heard(stand: Stand, monkeypatch: pytest.MonkeyPatch) -> None:
    fed: list[object] = []
    monkeypatch.setattr(stand.bridge, "_feed", fed.append)
    stand.crew.heard = 700
    stand.bridge.submit("text")
    stand.bridge.listen_to_answer(TurnId(5))
    assert [type(event) for event in fed] == [TextSubmitted, ListenPressed]
    assert {event.heard_ms for event in fed} == {700}  # type: ignore[attr-defined]
