"""The conversation shows the right rows, and stays quick however it grows."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Stand
from voicedesk.core.conversation import Answer, Clip, Conversation, Ending, Turn
from voicedesk.core.events import AnswerGrown, ConversationOpened, TurnDeleted
from voicedesk.core.problems import Kind, Problem
from voicedesk.core.units import ConversationId, Frames, Milliseconds, TurnId
from voicedesk.gui.clock import clock_words
from voicedesk.gui.conversation_model import FIRST_TURNS, MORE_TURNS, MOST_TURNS, ConversationModel
from voicedesk.gui.message_delegate import CHARACTERS_AT_ONCE
from voicedesk.gui.messages import markdown
from voicedesk.gui.messages.column import Budget, Column
from voicedesk.gui.messages.look import Look
from voicedesk.gui.messages.prose import LONGEST_BLOCK
from voicedesk.gui.rows import RowAction, Voice, rows_of

HERE = ConversationId(1)
DELTAS = 2_000
ConversationOf = Callable[[int], Conversation]


@pytest.fixture
def columns(monkeypatch: pytest.MonkeyPatch) -> list[Column]:
    """Collect the column of every row at every width, to count what was laid out in it."""
    made: list[Column] = []
    begin = Column.__init__

    def remember(column: Column, look: Look, room: float, shrinks: bool) -> None:
        begin(column, look, room, shrinks)
        made.append(column)

    monkeypatch.setattr(Column, "__init__", remember)
    return made


def shows(stand: Stand, text: str) -> Callable[[], bool]:
    return lambda: bool(stand.texts) and stand.texts[-1] == text


def laid_out(columns: list[Column]) -> int:
    return sum(column.laid_out_blocks for column in columns)


@pytest.mark.parametrize("paragraph", ["", "\n\n", "\n- **item** ", "\n\n```\n", "\n| a | b |\n|---|---|\n"])
def test_a_streaming_answer_is_laid_out_alone_and_seldom(
    qtbot: QtBot, stand: Stand, conversation_of: ConversationOf, columns: list[Column], paragraph: str
) -> None:
    markdown.preload()
    stand.post(ConversationOpened(conversation_of(50)))
    qtbot.waitUntil(lambda: len(stand.texts) == 2 * FIRST_TURNS)
    stand.bridge.submit("Go on")
    qtbot.waitUntil(lambda: stand.texts[-1] == "Go on")
    before = laid_out(columns)
    refreshes = QSignalSpy(stand.window.conversation.model().dataChanged)
    words = [f"{'' if count % 200 else paragraph}word{count} " for count in range(DELTAS)]
    for count in range(1, DELTAS + 1):
        stand.post(AnswerGrown(stand.live, Answer("".join(words[:count]))))
        if count % 100 == 0:
            qtbot.waitUntil(lambda: stand.answer.endswith(words[count - 1]))  # noqa: B023  # called at once
    qtbot.waitUntil(shows(stand, "".join(words)))
    assert refreshes.count() < DELTAS / 20
    # The last block at each refresh, which is a few pieces or cells, and each once more when it is closed.
    assert laid_out(columns) - before <= 8 * (refreshes.count() + 2) + 3 * DELTAS / 200


ENORMOUS = {
    "R18-one-word": ("A" * 1_000_000, 1_000_000, CHARACTERS_AT_ONCE / LONGEST_BLOCK),
    "R18-nested-list": (
        "".join(f"{'  ' * depth}- x\n" for depth in range(200)),
        200,
        CHARACTERS_AT_ONCE / Budget.COST_OF_BLOCK,
    ),
    "R18-lines": ("so\n" * 100_000, 200_000, CHARACTERS_AT_ONCE / Budget.COST_OF_BLOCK),
}
"""An answer, how much of it has to be on screen at least, and how many blocks a refresh lays out."""


@pytest.mark.parametrize(("text", "characters", "most_blocks"), ENORMOUS.values(), ids=ENORMOUS.keys())
def test_an_enormous_answer_is_laid_out_in_steps_and_shown_whole(
    qtbot: QtBot,
    stand: Stand,
    columns: list[Column],
    monkeypatch: pytest.MonkeyPatch,
    text: str,
    characters: int,
    most_blocks: float,
) -> None:
    markdown.preload()
    turn = Turn(TurnId(1), HERE, asked="Shout", answer=Answer(text), ending=Ending.DONE)
    view = stand.window.conversation
    rounds: list[int] = []
    refresh = view._delegate.begin_round

    def counted() -> None:
        rounds.append(laid_out(columns))
        refresh()

    monkeypatch.setattr(view._delegate, "begin_round", counted)
    stand.post(ConversationOpened(Conversation(HERE, (turn,))))
    qtbot.waitUntil(lambda: len(view.rows) == 2 and view.layout_of(view.rows[1]).is_complete, timeout=20_000)
    pieces = [after - before for before, after in pairwise(rounds)]
    assert max(pieces) <= most_blocks + 2  # some milliseconds
    answer = view.layout_of(view.rows[1])
    assert sum(len(block.prose.text) for block in answer.blocks) >= characters
    assert view.rows[-1].text == turn.answer.text


def test_ten_thousand_lines_are_laid_out_in_steps(qtbot: QtBot, stand: Stand) -> None:
    markdown.preload()
    text = "\n".join(f"- line {number} with **strong** words" for number in range(10_000))
    turn = Turn(TurnId(1), HERE, asked="List", answer=Answer(text), ending=Ending.DONE)
    stand.post(ConversationOpened(Conversation(HERE, (turn,))))
    view = stand.window.conversation
    qtbot.waitUntil(lambda: len(view.rows) == 2 and view.layout_of(view.rows[1]).is_complete, timeout=30_000)
    blocks = view.layout_of(view.rows[1]).blocks
    assert [block.prose.text for block in blocks] == [
        f"line {number} with strong words" for number in range(10_000)
    ]


def test_scrolling_shows_more_in_both_directions_and_keeps_the_place(
    qtbot: QtBot, stand: Stand, conversation_of: ConversationOf
) -> None:
    bar = stand.window.conversation.verticalScrollBar()
    view = stand.window.conversation
    stand.post(ConversationOpened(conversation_of(3 * MOST_TURNS)))
    qtbot.waitUntil(lambda: bar.maximum() > 0 and bar.value() == bar.maximum())
    assert stand.texts[0] == f"Question {3 * MOST_TURNS - FIRST_TURNS + 1}"
    while stand.texts[0] != "Question 1":
        bar.setValue(bar.minimum() + 20)
        first = view.row_at(QPoint(0, 1))
        qtbot.waitUntil(lambda: bar.value() > bar.minimum() + 20 or stand.texts[0] == "Question 1")
        assert view.row_at(QPoint(0, 1)) == first  # what is read stays where it is
        assert len(stand.texts) <= 2 * MOST_TURNS
    while not stand.texts[-1].endswith(f" {3 * MOST_TURNS}"):
        bar.setValue(bar.maximum() - 20)
        assert len(stand.texts) <= 2 * MOST_TURNS
    assert view._newest.isVisible()
    view._newest.click()
    assert bar.value() == bar.maximum()
    assert not view._newest.isVisible()


rows_strategy = st.lists(st.integers(1, 12), unique=True, max_size=10).map(sorted)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(steps=st.lists(st.tuples(rows_strategy, st.sampled_from(["", "a", "b"])), max_size=8))
def test_any_change_is_announced_as_qt_wants_it(steps: list[tuple[list[int], str]]) -> None:
    model = ConversationModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for numbers, text in steps:
        turns = tuple(Turn(TurnId(number), HERE, asked=f"q{text}", answer=Answer(text)) for number in numbers)
        model.show(Conversation(HERE, turns))
        shown = [replace(row, day=None) for row in model.rows]
        assert shown == [row for turn in turns for row in rows_of(turn)]
    del tester


def test_only_the_last_turns_are_shown_at_first(conversation_of: ConversationOf) -> None:
    model = ConversationModel()
    model.show(conversation_of(10_000))
    assert model.rowCount() == 2 * FIRST_TURNS
    assert model.show_earlier()
    assert model.rowCount() == 2 * (FIRST_TURNS + MORE_TURNS)
    assert model.rows[-1].text == "Answer 10000"
    assert len(list(model.all_rows())) == 20_000


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
            (RowAction.CONTINUE, RowAction.REPEAT),
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


def test_a_deleted_turn_leaves_the_view(qtbot: QtBot, stand: Stand, conversation_of: ConversationOf) -> None:
    stand.post(ConversationOpened(conversation_of(3)), TurnDeleted(TurnId(2)))
    qtbot.waitUntil(lambda: stand.texts == ["Question 1", "Answer 1", "Question 3", "Answer 3"])


@pytest.mark.parametrize(
    ("milliseconds", "words"), [(0, "0:00"), (4_999, "0:04"), (61_000, "1:01"), (3_600_000, "60:00")]
)
def test_times_are_written_as_minutes_and_seconds(milliseconds: int, words: str) -> None:
    assert clock_words(milliseconds) == words
