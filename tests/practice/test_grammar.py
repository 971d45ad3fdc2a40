"""The order of a stream is that of the recorded ones, whatever is said and however long."""

from hypothesis import given
from hypothesis import strategies as st

from voicedesk.practice.grammar import (
    Began,
    Counted,
    Expires,
    Named,
    Sounded,
    Step,
    Ticked,
    Written,
    audio_steps,
)
from voicedesk.practice.sound import TOKEN_BYTES

PIECES = st.lists(st.text(min_size=1, max_size=6), max_size=60)
TOKENS = st.integers(0, 400)
LETTER = {Began: "R", Named: "I", Written: "w", Ticked: "t", Sounded: "D", Counted: "U", Expires: "E"}


def letters(steps: list[Step]) -> str:
    return "".join(LETTER[type(step)] for step in steps)


def pcm_of(tokens: int) -> bytes:
    return bytes(range(1, 241)) * 10 * tokens


@given(TOKENS, PIECES)
def test_begins_with_role_and_id_and_ends_with_tick_usage_and_expiry(tokens: int, pieces: list[str]) -> None:
    order = letters(list(audio_steps(pcm_of(tokens), pieces)))
    assert order.startswith("RI")
    assert order.endswith("tUE")
    assert all(order.count(once) == 1 for once in "RIUE")


@given(TOKENS, PIECES)
def test_one_tick_a_token_and_one_more(tokens: int, pieces: list[str]) -> None:
    assert letters(list(audio_steps(pcm_of(tokens), pieces))).count("t") == tokens + 1


@given(TOKENS, PIECES)
def test_sound_is_whole_and_only_its_last_piece_is_short(tokens: int, pieces: list[str]) -> None:
    sounds = [step for step in audio_steps(pcm_of(tokens), pieces) if isinstance(step, Sounded)]
    assert b"".join(step.pcm for step in sounds) == pcm_of(tokens)
    assert all(len(step.pcm) == 8 * TOKEN_BYTES for step in sounds[:-1])
    assert [step.is_first for step in sounds] == [at == 0 for at in range(len(sounds))]


@given(TOKENS, PIECES)
def test_transcript_is_whole_and_over_before_the_last_sound(tokens: int, pieces: list[str]) -> None:
    steps = list(audio_steps(pcm_of(tokens), pieces))
    assert "".join(step.transcript for step in steps if isinstance(step, Named | Written)) == "".join(pieces)
    assert "D" not in letters(steps) or "w" not in letters(steps).rpartition("D")[2]


@given(TOKENS, PIECES)
def test_no_sound_comes_before_its_tokens_were_generated(tokens: int, pieces: list[str]) -> None:
    ticks = delivered = 0
    for step in audio_steps(pcm_of(tokens), pieces):
        ticks += isinstance(step, Ticked)
        delivered += len(step.pcm) if isinstance(step, Sounded) else 0
        assert delivered <= ticks * TOKEN_BYTES


def test_a_one_word_answer_has_the_counts_of_the_recorded_one() -> None:
    order = letters(list(audio_steps(pcm_of(19), ["Hello"])))
    assert order == "RI" + 15 * "t" + "D" + 4 * "t" + "DD" + "tUE"
    assert len(order) == 27


def test_a_long_answer_has_the_counts_of_the_recorded_one() -> None:
    pieces = ["word"] * 25
    order = letters(list(audio_steps(pcm_of(125), pieces)))
    assert len(order) == 170
    assert order.startswith("RIwww" + 15 * "t" + "wD")
    assert order.count("D") == 16
    assert order.endswith("DDtUE")
