"""The conversation shows the right rows, and stays quick however it grows."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy, QTest
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Stand
from voicedesk.core.conversation import Answer, Clip, Conversation, Ending, Turn
from voicedesk.core.events import AnswerGrown, ConversationOpened, TurnDeleted
from voicedesk.core.problems import Kind, Problem
from voicedesk.core.units import ConversationId, Frames, Milliseconds, TurnId
from voicedesk.gui.conversation_model import FIRST_TURNS, MORE_TURNS, ConversationModel
from voicedesk.gui.row_layout import MOST_NEW_BLOCKS, RowLayout
from voicedesk.gui.rows import RowAction, Voice, clock_words, rows_of

HERE = ConversationId(1)
DELTAS = 2_000
ConversationOf = Callable[[int], Conversation]


@pytest.fixture
def layouts(monkeypatch: pytest.MonkeyPatch) -> list[RowLayout]:
    """Collect every layout that is made, to count what was laid out in it."""
    made: list[RowLayout] = []
    begin = RowLayout.__init__

    def remember(layout: RowLayout, *arguments: object) -> None:
        begin(layout, *arguments)  # type: ignore[arg-type]
        made.append(layout)

    monkeypatch.setattr(RowLayout, "__init__", remember)
    return made


def shows(stand: Stand, text: str) -> Callable[[], bool]:
    return lambda: bool(stand.texts) and stand.texts[-1] == text


def test_a_streaming_answer_is_laid_out_alone_and_seldom(
    qtbot: QtBot, stand: Stand, conversation_of: ConversationOf, layouts: list[RowLayout]
) -> None:
    stand.post(ConversationOpened(conversation_of(50)))
    qtbot.waitUntil(lambda: len(stand.texts) == 100)
    stand.bridge.submit("Go on")
    view = stand.window.conversation
    qtbot.waitUntil(lambda: {layout.width for layout in layouts[100:]} == {view.viewport().width()})
    before = sum(layout.laid_out_blocks for layout in layouts)
    refreshes = QSignalSpy(view.model().dataChanged)
    words = [f"word{count} " for count in range(DELTAS)]
    for count in range(1, DELTAS + 1):
        stand.post(AnswerGrown(stand.live, Answer("".join(words[:count]))))
        if count % 100 == 0:
            qtbot.waitUntil(lambda: stand.answer.endswith(words[count - 1]))  # noqa: B023  # called at once
    qtbot.waitUntil(shows(stand, "".join(words)))
    laid_out = sum(layout.laid_out_blocks for layout in layouts) - before
    assert refreshes.count() < DELTAS / 20
    assert laid_out <= 2 * (refreshes.count() + 2) + MOST_NEW_BLOCKS


def test_a_megabyte_without_a_space_is_laid_out_in_steps_and_shown_whole(
    qtbot: QtBot, stand: Stand, layouts: list[RowLayout]
) -> None:
    turn = Turn(TurnId(1), HERE, asked="Shout", answer=Answer("A" * 1_000_000), ending=Ending.DONE)
    most = 0
    update = RowLayout.update

    def counted(layout: RowLayout, *arguments: object) -> None:
        nonlocal most
        before = layout.laid_out_blocks
        update(layout, *arguments)  # type: ignore[arg-type]
        most = max(most, layout.laid_out_blocks - before)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(RowLayout, "update", counted)
        stand.post(ConversationOpened(Conversation(HERE, (turn,))))
        qtbot.waitUntil(
            lambda: len(layouts) > 1 and all(layout.is_complete for layout in layouts), timeout=20_000
        )
    assert most <= 20  # about a millisecond each
    answer = layouts[-1]
    assert sum(len(block.text) for block in answer.blocks) == 1_000_000
    assert stand.window.conversation.rows[-1].text == turn.answer.text


def test_scrolling_to_the_top_shows_earlier_rows_and_keeps_the_place(
    qtbot: QtBot, stand: Stand, conversation_of: ConversationOf
) -> None:
    bar = stand.window.conversation.verticalScrollBar()
    stand.post(ConversationOpened(conversation_of(FIRST_TURNS + 20)))
    qtbot.waitUntil(lambda: bar.maximum() > 0 and bar.value() == bar.maximum())
    assert stand.texts[0] == "Question 21"
    bar.setValue(0)
    qtbot.waitUntil(lambda: stand.texts[0] == "Question 1")
    qtbot.waitUntil(lambda: bar.value() > 0)


rows_strategy = st.lists(st.integers(1, 12), unique=True, max_size=10).map(sorted)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(steps=st.lists(st.tuples(rows_strategy, st.sampled_from(["", "a", "b"])), max_size=8))
def test_any_change_is_announced_as_qt_wants_it(steps: list[tuple[list[int], str]]) -> None:
    model = ConversationModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for numbers, text in steps:
        turns = tuple(Turn(TurnId(number), HERE, asked=f"q{text}", answer=Answer(text)) for number in numbers)
        model.show(Conversation(HERE, turns))
        assert model.rows == [row for turn in turns for row in rows_of(turn)]
    del tester


def test_only_the_last_turns_are_shown_at_first(conversation_of: ConversationOf) -> None:
    model = ConversationModel()
    model.show(conversation_of(10_000))
    assert model.rowCount() == 2 * FIRST_TURNS
    assert model.show_earlier()
    assert model.rowCount() == 2 * (FIRST_TURNS + MORE_TURNS)
    assert model.rows[-1].text == "Answer 10000"


def test_rows_of_unchanged_turns_are_not_made_again(conversation_of: ConversationOf) -> None:
    model = ConversationModel()
    conversation = conversation_of(3)
    model.show(conversation)
    before = list(model.rows)
    model.show(conversation.put(replace(conversation.turns[2], answer=Answer("More"))))
    assert [new is old for new, old in zip(model.rows, before, strict=True)] == [True] * 5 + [False]


def test_every_row_can_be_heard_by_a_screen_reader(conversation_of: ConversationOf) -> None:
    model = ConversationModel()
    model.show(conversation_of(1))
    index = [model.index(place) for place in range(2)]
    said = [model.data(place, Qt.ItemDataRole.AccessibleTextRole) for place in index]
    assert said == ["You: Question 1", "Answer: Answer 1"]
    assert model.data(index[1], Qt.ItemDataRole.AccessibleDescriptionRole) == "Listen, Copy, Try again"


CLIP = Clip(TurnId(1), path=None, frames=Frames(24_000))  # type: ignore[arg-type]
UNSENT = (RowAction.SEND, RowAction.LISTEN, RowAction.DELETE)


@pytest.mark.parametrize(
    ("turn", "words", "ways_out"),
    [
        (Turn(TurnId(1), HERE, clip=CLIP, ending=Ending.CANCELLED), "Not answered.", UNSENT),
        (
            Turn(TurnId(1), HERE, clip=CLIP, ending=Ending.FAILED, problem=Problem(Kind.NOTHING_HEARD)),
            "Nothing is heard",
            UNSENT,
        ),
        (
            Turn(TurnId(1), HERE, asked="Hm", ending=Ending.CANCELLED),
            "Stopped before",
            (RowAction.REPEAT, RowAction.DELETE),
        ),
        (
            Turn(
                TurnId(1),
                HERE,
                asked="Hm",
                answer=Answer("One two three four", Frames(48_000)),
                heard_ms=Milliseconds(500),
                ending=Ending.INTERRUPTED,
            ),
            "The pale words were not heard.",
            (),
        ),
        (
            Turn(
                TurnId(1),
                HERE,
                asked="Hm",
                answer=Answer("Half"),
                ending=Ending.INTERRUPTED,
                problem=Problem(Kind.CUT_OFF),
            ),
            "The answer was cut off.",
            (RowAction.REPEAT,),
        ),
    ],
    ids=["not-sent", "silent", "typed-and-stopped", "interrupted", "cut-off"],
)
def test_a_turn_that_is_not_done_says_why_and_offers_a_way_out(
    turn: Turn, words: str, ways_out: tuple[RowAction, ...]
) -> None:
    note = rows_of(turn)[-1]
    assert note.voice is Voice.PROGRAM
    assert words in note.text
    assert note.actions == ways_out


def test_what_was_not_heard_is_marked() -> None:
    answer = Answer("One two three four", Frames(48_000))
    turn = Turn(
        TurnId(1), HERE, asked="?", answer=answer, heard_ms=Milliseconds(1_000), ending=Ending.INTERRUPTED
    )
    row = rows_of(turn)[1]
    assert row.text[: row.heard] == "One two"


def test_a_button_in_a_row_can_be_clicked(qtbot: QtBot, stand: Stand) -> None:
    turn = Turn(TurnId(1), HERE, asked="Hm", ending=Ending.CANCELLED)
    stand.post(ConversationOpened(Conversation(HERE, (turn,))))
    qtbot.waitUntil(lambda: len(stand.texts) == 2)
    view = stand.window.conversation
    index = view.model().index(1, 0)
    qtbot.waitUntil(lambda: view.visualRect(index).height() > 0)
    layout = view.itemDelegate().layout_of(view.rows[1])  # type: ignore[attr-defined]
    delete = next(button for button in layout.buttons if button.action is RowAction.DELETE)
    place = view.visualRect(index).topLeft() + delete.rect.center().toPoint()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert stand.state.conversation.turns == ()


@pytest.mark.parametrize(("key", "is_gone"), [(Qt.Key.Key_Delete, True), (Qt.Key.Key_Return, False)])
def test_a_row_is_acted_on_by_the_keyboard(qtbot: QtBot, stand: Stand, key: Qt.Key, is_gone: bool) -> None:
    turn = Turn(TurnId(1), HERE, asked="Hm", ending=Ending.CANCELLED)
    stand.post(ConversationOpened(Conversation(HERE, (turn,))))
    qtbot.waitUntil(lambda: len(stand.texts) == 2)
    stand.window.conversation.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(stand.window.conversation, key)
    assert (stand.state.live is None) is is_gone


def test_the_menu_of_a_row_offers_all_its_actions(
    qtbot: QtBot, stand: Stand, conversation_of: ConversationOf
) -> None:
    stand.post(ConversationOpened(conversation_of(1)))
    qtbot.waitUntil(lambda: len(stand.texts) == 2)
    menu = stand.window.conversation._menu_for(stand.window.conversation.rows[0])
    assert [entry.text() for entry in menu.actions()] == ["Copy", "Delete"]
    menu.actions()[1].trigger()
    assert stand.state.conversation.turns == ()
    menu.deleteLater()


def test_a_deleted_turn_leaves_the_view(qtbot: QtBot, stand: Stand, conversation_of: ConversationOf) -> None:
    stand.post(ConversationOpened(conversation_of(3)), TurnDeleted(TurnId(2)))
    qtbot.waitUntil(lambda: stand.texts == ["Question 1", "Answer 1", "Question 3", "Answer 3"])


@pytest.mark.parametrize(
    ("milliseconds", "words"), [(0, "0:00"), (4_999, "0:04"), (61_000, "1:01"), (3_600_000, "60:00")]
)
def test_times_are_written_as_minutes_and_seconds(milliseconds: int, words: str) -> None:
    assert clock_words(milliseconds) == words
