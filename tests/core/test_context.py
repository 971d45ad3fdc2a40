"""The next request takes along what was said and heard, newest first as far as the budget goes."""

from dataclasses import replace
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voicedesk.core.context import (
    BYTES_PER_TOKEN,
    HISTORY_BUDGET_TOKENS,
    LONGEST_REPLAY,
    SUMMARY_TOKENS,
    VERBATIM_TURNS,
    Message,
    Role,
    history_before,
    messages_of,
    room_used,
    size_of,
    summary_message,
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
    long = "x" * round(HISTORY_BUDGET_TOKENS * BYTES_PER_TOKEN / 8)
    kept = history(*(said(n, str(n) + long, "") for n in range(1, 10)))
    assert [message.text[0] for message in kept] == ["3", "4", "5", "6", "7", "8", "9"]


def test_one_of_the_newest_turns_that_alone_exceeds_the_budget_is_shortened_in_the_middle() -> None:
    question, answer = history(said(1, f"begin{'x' * 100_000}end", "a."))
    assert (question.text[:5], question.text[-3:], answer.text) == ("begin", "end", "a.")
    assert size_of((question, answer)) <= HISTORY_BUDGET_TOKENS


@pytest.mark.parametrize(("text", "tokens"), [("", 6), ("x" * 35, 16), ("漢" * 35, 36)])
def test_tokens_are_estimated_from_bytes(text: str, tokens: int) -> None:
    assert tokens_of(text) == tokens


def test_a_summary_goes_along_as_words_of_the_user_in_the_place_of_what_it_covers() -> None:
    turns = tuple(said(n, f"{n}?", f"{n}.") for n in range(1, 4))
    notes, *others = history_before(Conversation(HERE, turns, "", "They met in Rome.", TurnId(2)), NEXT)
    assert (notes.role, [message.text for message in others]) == (Role.USER, ["3?", "3."])
    assert notes.text.endswith("They met in Rome.")


def test_a_summary_that_was_taken_away_covers_nothing() -> None:
    turns = (said(1, "1?", ""), said(2, "2?", ""))
    emptied = Conversation(HERE, turns, "", "", TurnId(1))
    assert [message.text for message in history_before(emptied, NEXT)] == ["1?", "2?"]


def test_an_overlong_summary_is_shortened() -> None:
    assert size_of(summary_message(Conversation(HERE, (), "", "x" * 50_000, TurnId(1)))) <= SUMMARY_TOKENS


TEXTS = st.integers(0, 40_000).map(lambda length: "q" * length) | st.sampled_from(
    ["", "漢" * 9_000, "\ud800!"]
)
TURNS = st.lists(st.tuples(TEXTS, TEXTS), max_size=12)
BUDGETS = st.integers(4_000, 40_000)


def conversation_of(texts: list[tuple[str, str]], covered: int) -> Conversation:
    """Make a conversation of which so many turns are summed up."""
    turns = tuple(said(n, asked, answered) for n, (asked, answered) in enumerate(texts, start=1))
    summary, until = ("Notes.", TurnId(covered)) if covered else ("", None)
    return Conversation(HERE, turns, summary=summary, summary_until=until)


@given(TURNS, st.integers(0, 5), BUDGETS)
def test_the_history_keeps_to_the_budget(texts: list[tuple[str, str]], covered: int, budget: int) -> None:
    assert size_of(history_before(conversation_of(texts, covered), NEXT, budget)) <= budget


@given(TURNS, st.integers(0, 5), BUDGETS)
def test_the_history_is_the_summary_and_the_end_of_what_it_does_not_cover(
    texts: list[tuple[str, str]], covered: int, budget: int
) -> None:
    conversation = conversation_of(texts, covered)
    summary = summary_message(conversation)
    kept = history_before(conversation, NEXT, budget)
    said_since = list(chain(*(messages_of(turn) for turn in conversation.turns if turn.number > covered)))
    assert kept[: len(summary)] == summary
    words = kept[len(summary) :]
    assert [message.role for message in words] == [
        message.role for message in said_since[len(said_since) - len(words) :]
    ]
    whole = [
        (message.text, original.text)
        for message, original in zip(words, said_since[len(said_since) - len(words) :], strict=True)
        if message.text != original.text
    ]
    assert all("…" in shortened for shortened, _ in whole)


@given(TURNS, st.integers(0, 5), BUDGETS)
def test_the_newest_turns_always_go_along(texts: list[tuple[str, str]], covered: int, budget: int) -> None:
    conversation = conversation_of(texts, covered)
    spoken = [turn for turn in conversation.turns if turn.number > covered and messages_of(turn)]
    newest = list(chain(*(messages_of(turn) for turn in spoken[-VERBATIM_TURNS:])))
    kept = history_before(conversation, NEXT, budget)
    assert [message.role for message in kept][len(kept) - len(newest) :] == [each.role for each in newest]


@given(TURNS, st.integers(0, 5), BUDGETS)
def test_nothing_is_shortened_or_left_out_while_there_is_room(
    texts: list[tuple[str, str]], covered: int, budget: int
) -> None:
    conversation = conversation_of(texts, covered)
    since = [turn for turn in conversation.turns if turn.number > covered]
    whole = [*summary_message(conversation), *chain(*(messages_of(turn) for turn in since))]
    is_full = size_of(tuple(whole)) >= budget
    assert (room_used(conversation, budget) == 1.0) == is_full
    if not is_full:
        kept = history_before(conversation, NEXT, budget)
        assert [message.text for message in kept] == [message.text for message in whole]
