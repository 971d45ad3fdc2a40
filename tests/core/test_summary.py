"""A long conversation is summed up in time, and the summary covers exactly what is left out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voicedesk.core.context import (
    BYTES_PER_TOKEN,
    VERBATIM_TURNS,
    history_before,
    messages_of,
    size_of,
)
from voicedesk.core.conversation import Answer, Conversation, Ending, Turn
from voicedesk.core.summary import MOST_SUMMED_TOKENS, compaction_of
from voicedesk.core.units import ConversationId, TurnId

HERE = ConversationId(1)
NEXT = TurnId(1_000)
BUDGET = 4_000


def said(number: int, length: int, answered: int = 0) -> Turn:
    answer = Answer("a" * answered)
    return Turn(TurnId(number), HERE, f"{number} " + "q" * length, answer=answer, ending=Ending.DONE)


def conversation_of(tokens: int, turns: int) -> Conversation:
    """Make a conversation of so many turns that take so many tokens in all."""
    each = int(tokens / turns * BYTES_PER_TOKEN)
    return Conversation(HERE, tuple(said(n, each) for n in range(1, turns + 1)))


@pytest.mark.parametrize(("tokens", "is_due"), [(2_500, False), (3_000, True)])
def test_a_conversation_is_summed_up_when_seven_tenths_of_the_room_are_taken(
    tokens: int, is_due: bool
) -> None:
    assert (compaction_of(conversation_of(tokens, 20), BUDGET) is not None) == is_due


def test_the_newest_turns_are_never_summed_up() -> None:
    assert compaction_of(conversation_of(9_000, VERBATIM_TURNS), BUDGET) is None


def test_everything_older_is_summed_up() -> None:
    compaction = compaction_of(conversation_of(9_000, 20), BUDGET)
    assert compaction
    assert compaction.until == 20 - VERBATIM_TURNS
    assert [message.text.split()[0] for message in compaction.messages] == [str(n) for n in range(1, 15)]


def test_a_later_summary_is_made_of_the_earlier_one_and_what_came_since() -> None:
    turns = conversation_of(9_000, 20).turns
    compaction = compaction_of(Conversation(HERE, turns, "", "It began well.", TurnId(10)), BUDGET)
    assert compaction
    notes, *since = compaction.messages
    assert "It began well." in notes.text
    assert [message.text.split()[0] for message in since] == ["11", "12", "13", "14"]


def test_of_an_enormous_conversation_the_beginning_is_left_out() -> None:
    compaction = compaction_of(conversation_of(300_000, 300), BUDGET)
    assert compaction
    assert size_of(compaction.messages) <= MOST_SUMMED_TOKENS
    assert compaction.messages[-1].text.startswith("294 ")


LENGTHS = st.lists(st.tuples(st.integers(0, 9_000), st.integers(0, 9_000)), max_size=20)


@given(LENGTHS, st.integers(0, 10))
def test_the_summary_covers_exactly_what_is_left_out(lengths: list[tuple[int, int]], covered: int) -> None:
    turns = tuple(said(n, *lengths_) for n, lengths_ in enumerate(lengths, start=1))
    before = Conversation(HERE, turns, "", "Notes." if covered else "", TurnId(covered))
    compaction = compaction_of(before, BUDGET)
    if compaction is None:
        return
    after = Conversation(HERE, turns, "", "New notes.", compaction.until)
    roles = [message.role for message in history_before(after, NEXT, BUDGET)[1:]]
    left = [turn for turn in turns if turn.number > compaction.until and messages_of(turn)]
    assert compaction.until > covered
    assert len(left) == VERBATIM_TURNS
    assert roles == [message.role for turn in left for message in messages_of(turn)]
