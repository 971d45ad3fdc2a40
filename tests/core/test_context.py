"""The next request takes along what was said and heard, newest first as far as the budget goes."""

from dataclasses import replace
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voicedesk.core.context import (
    CHARACTERS_PER_TOKEN,
    HISTORY_BUDGET_TOKENS,
    LONGEST_REPLAY,
    Message,
    Role,
    history_before,
    tokens_of,
)
from voicedesk.core.conversation import Answer, Conversation, Ending, Turn
from voicedesk.core.units import ConversationId, Frames, Milliseconds, TurnId, frames_in

HERE = ConversationId(1)
NEXT = TurnId(1_000)


def said(number: int, asked: str, answered: str, heard_ms: int | None = None) -> Turn:
    """Make a turn whose answer takes a second to speak and has an audio id."""
    answer = Answer(answered, frames_in(1_000), f"audio_{number}", 1_700_000_000 + number)
    cut_ms = None if heard_ms is None else Milliseconds(heard_ms)
    return Turn(TurnId(number), HERE, asked, answer=answer, heard_ms=cut_ms, ending=Ending.DONE)


def unanswered(number: int, asked: str) -> Turn:
    return Turn(TurnId(number), HERE, asked, ending=Ending.FAILED)


def history(*turns: Turn) -> tuple[Message, ...]:
    return history_before(Conversation(HERE, turns), NEXT)


def test_nothing_was_said_before_the_first_turn() -> None:
    assert history() == ()


def test_question_and_answer_follow_each_other_in_order() -> None:
    assert [
        (message.role, message.text) for message in history(said(1, "a?", "a."), said(2, "b?", "b."))
    ] == [
        (Role.USER, "a?"),
        (Role.ASSISTANT, "a."),
        (Role.USER, "b?"),
        (Role.ASSISTANT, "b."),
    ]


def test_a_turn_and_its_successors_are_not_their_own_history() -> None:
    conversation = Conversation(HERE, (said(1, "a?", "a."), said(2, "b?", "b."), said(3, "c?", "c.")))
    assert [message.text for message in history_before(conversation, TurnId(2))] == ["a?", "a."]


def test_what_was_not_heard_is_not_told() -> None:
    assert [message.text for message in history(said(1, "count", "one two three four", heard_ms=500))] == [
        "count",
        "one two",
    ]


def test_a_question_that_was_not_written_down_leaves_its_answer() -> None:
    assert [message.role for message in history(said(1, "", "a."))] == [Role.ASSISTANT]


def test_a_turn_without_words_is_left_out() -> None:
    assert history(unanswered(1, "")) == ()


def test_the_newest_answer_is_named_by_its_sound() -> None:
    older, newest = history(said(1, "", "a."), said(2, "", "b."))
    assert older.audio_id is None
    assert (newest.audio_id, newest.expires_at) == ("audio_2", 1_700_000_002)


def test_a_failed_turn_after_it_does_not_hide_the_newest_answer() -> None:
    answer, _question = history(said(1, "", "a."), unanswered(2, "b?"))
    assert answer.audio_id == "audio_1"


def test_an_answer_that_was_cut_short_is_not_named_by_its_sound() -> None:
    older, newest = history(said(1, "", "a."), said(2, "", "one two three", heard_ms=400))
    assert (older.audio_id, newest.audio_id) == (None, None)


def test_a_long_answer_goes_as_text_because_its_replay_is_charged() -> None:
    turn = said(1, "", "a.")
    (answer,) = history(replace(turn, answer=replace(turn.answer, frames=Frames(LONGEST_REPLAY + 1))))
    assert answer == Message(Role.ASSISTANT, "a.")


def test_an_answer_without_sound_has_no_id() -> None:
    silent = replace(said(1, "", "a."), answer=Answer("a."))
    assert history(silent) == (Message(Role.ASSISTANT, "a."),)


def test_the_oldest_turns_are_left_out_when_the_budget_is_used_up() -> None:
    long = "x" * round(HISTORY_BUDGET_TOKENS * CHARACTERS_PER_TOKEN * 0.4)
    assert [message.text[0] for message in history(*(said(n, str(n) + long, "") for n in (1, 2, 3)))] == [
        "2",
        "3",
    ]


def test_a_single_turn_beyond_the_budget_is_left_out() -> None:
    assert history(said(1, "x" * 100_000, "a.")) == ()


@pytest.mark.parametrize(("beyond", "kept"), [(0, 1), (4, 0)])
def test_the_budget_may_be_used_up_to_its_last_token(beyond: int, kept: int) -> None:
    fitting = round((HISTORY_BUDGET_TOKENS - tokens_of("")) * CHARACTERS_PER_TOKEN)
    assert len(history(said(1, "x" * (fitting + beyond), ""))) == kept


@pytest.mark.parametrize(("text", "tokens"), [("", 6), ("x" * 35, 16)])
def test_tokens_are_estimated_from_characters(text: str, tokens: int) -> None:
    assert tokens_of(text) == tokens


LENGTHS = st.lists(st.tuples(st.integers(0, 40_000), st.integers(0, 40_000)), max_size=12)


@given(LENGTHS)
def test_the_history_is_the_longest_end_of_the_conversation_within_the_budget(
    lengths: list[tuple[int, int]],
) -> None:
    turns = [said(n, "q" * asked, "a" * answered) for n, (asked, answered) in enumerate(lengths)]
    texts = [[text for text in (turn.asked, turn.answer.text) if text] for turn in turns]
    kept = [message.text for message in history(*turns)]
    ends = [list(chain(*texts[start:])) for start in range(len(turns) + 1)]
    fitting = [end for end in ends if sum(map(tokens_of, end)) <= HISTORY_BUDGET_TOKENS]
    assert kept == fitting[0]
