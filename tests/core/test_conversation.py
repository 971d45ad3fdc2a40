"""A conversation keeps its turns in order, and tells what of an answer was heard."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voicedesk.core.conversation import Answer, Clip, Conversation, Turn, heard_text
from voicedesk.core.units import ConversationId, Milliseconds, TurnId, frames_in

HERE = ConversationId(1)
WHOLE_MS = 1_000


def turn(number: int, asked: str = "") -> Turn:
    return Turn(TurnId(number), HERE, asked=asked)


def heard(text: str, heard_ms: int | None, whole_ms: int = WHOLE_MS) -> str:
    """Give what was heard of an answer that takes a second to speak."""
    cut_ms = None if heard_ms is None else Milliseconds(heard_ms)
    answered = replace(turn(1), answer=Answer(text, frames_in(whole_ms)), heard_ms=cut_ms)
    return heard_text(answered)


def test_turns_are_kept_in_the_order_they_came() -> None:
    conversation = Conversation(HERE).put(turn(1)).put(turn(2))
    assert [kept.number for kept in conversation.turns] == [1, 2]


def test_a_turn_is_replaced_in_its_place() -> None:
    conversation = Conversation(HERE, (turn(1), turn(2))).put(turn(1, "new"))
    assert conversation.turns == (turn(1, "new"), turn(2))


def test_a_turn_is_found_by_its_number_or_not_at_all() -> None:
    conversation = Conversation(HERE, (turn(1), turn(2)))
    assert conversation.find(TurnId(2)) == turn(2)
    assert conversation.find(TurnId(3)) is None


def test_a_turn_is_taken_out() -> None:
    conversation = Conversation(HERE, (turn(1), turn(2)))
    assert conversation.without(TurnId(1)).turns == (turn(2),)
    assert conversation.without(TurnId(9)) == conversation


def test_the_pre_roll_does_not_count_as_held() -> None:
    clip = Clip(TurnId(1), Path("1.pcm"), frames_in(900), preroll_frames=frames_in(300))
    assert (clip.duration_ms, clip.held_ms) == (900, 600)


@pytest.mark.parametrize(("peak_dbfs", "silent"), [(float("-inf"), True), (-90.0, False), (0.0, False)])
def test_only_zeros_are_silent(peak_dbfs: float, silent: bool) -> None:
    assert Clip(TurnId(1), Path("1.pcm"), frames_in(900), peak_dbfs=peak_dbfs).is_silent is silent


@pytest.mark.parametrize(
    ("answer", "empty"),
    [
        (Answer(), True),
        (Answer("hi"), False),
        (Answer(frames=frames_in(1)), False),
        (Answer(audio_id="a"), True),
    ],
)
def test_an_answer_is_empty_without_text_and_sound(answer: Answer, empty: bool) -> None:
    assert answer.is_empty is empty


@pytest.mark.parametrize(
    ("text", "heard_ms", "expected"),
    [
        pytest.param("one two three", None, "one two three", id="uncut"),
        pytest.param("one two three", WHOLE_MS, "one two three", id="cut-at-the-very-end"),
        pytest.param("one two three", 2 * WHOLE_MS, "one two three", id="heard-longer-than-known"),
        pytest.param("one two three", 0, "", id="nothing"),
        pytest.param("one two three", 200, "", id="inside-the-first-word"),
        pytest.param("one two three", 231, "one", id="at-the-end-of-a-word"),
        pytest.param("one two three", 400, "one", id="inside-the-second-word"),
        pytest.param("one two three", 616, "one two", id="at-the-beginning-of-a-word"),
        pytest.param("one\ntwo three", 616, "one\ntwo", id="lines-part-words-too"),
        pytest.param("Congratulations", 900, "", id="a-single-word"),
        pytest.param("Donaudampfschifffahrt verpasst", 900, "Donaudampfschifffahrt", id="long-words"),
        pytest.param("你好世界，再见", 430, "你好世", id="chinese"),
        pytest.param("こんにちは世界", 500, "こんに", id="japanese"),
        pytest.param("สวัสดีครับ", 500, "สวัสด", id="thai"),
        pytest.param("សួស្តី", 500, "សួស", id="khmer"),
        pytest.param("I like 北京烤鸭 most", 570, "I like 北京", id="mixed"),
        pytest.param("", 500, "", id="no-text"),
    ],
)
def test_what_was_heard_ends_with_a_word(text: str, heard_ms: int | None, expected: str) -> None:
    assert heard(text, heard_ms) == expected


def test_text_without_sound_was_read_whole() -> None:
    assert heard("only written", 0, whole_ms=0) == "only written"


TEXTS = st.text(st.sampled_from("ab 你好ส\n.") | st.characters(), max_size=60)


@given(TEXTS, st.integers(0, 2 * WHOLE_MS))
def test_what_was_heard_is_a_beginning(text: str, heard_ms: int) -> None:
    assert text.startswith(heard(text, heard_ms))


@given(TEXTS, st.integers(WHOLE_MS, 10 * WHOLE_MS))
def test_all_is_heard_when_all_was_played(text: str, heard_ms: int) -> None:
    assert heard(text, heard_ms) == text


@given(TEXTS, st.integers(0, WHOLE_MS), st.integers(0, WHOLE_MS))
def test_who_listens_longer_hears_no_less(text: str, one_ms: int, other_ms: int) -> None:
    shorter, longer = sorted((one_ms, other_ms))
    assert heard(text, longer).startswith(heard(text, shorter))


@given(st.lists(st.text("abc", min_size=1, max_size=20), max_size=12), st.integers(0, WHOLE_MS - 1))
def test_no_spaced_word_is_cut(words: list[str], heard_ms: int) -> None:
    kept = heard(" ".join(words), heard_ms).split()
    assert kept == words[: len(kept)]


@given(st.text("天地玄黃宇宙洪荒", min_size=1, max_size=40), st.integers(0, WHOLE_MS - 1))
def test_chinese_is_cut_at_the_character_that_was_reached(text: str, heard_ms: int) -> None:
    assert len(heard(text, heard_ms)) == len(text) * heard_ms // WHOLE_MS
