"""Frames, milliseconds and turn numbers convert without surprises."""

from hypothesis import given
from hypothesis import strategies as st

from voicedesk.core.units import BYTES_PER_FRAME, RATE_HZ, frames_in, frames_of, milliseconds_of, next_turn


def test_a_second_is_a_second() -> None:
    assert frames_in(1_000) == RATE_HZ
    assert milliseconds_of(RATE_HZ) == 1_000


@given(st.integers(0, 4_000_000))
def test_milliseconds_survive_the_way_to_frames_and_back(milliseconds: int) -> None:
    assert milliseconds_of(frames_in(milliseconds)) == milliseconds


@given(st.binary(max_size=9))
def test_only_whole_frames_count(pcm: bytes) -> None:
    assert frames_of(pcm) == len(pcm) // BYTES_PER_FRAME


@given(st.integers(0), st.integers(0))
def test_turn_numbers_grow_even_when_the_clock_is_set_back(previous: int, now_us: int) -> None:
    number = next_turn(previous, now_us)
    assert number > previous
    assert number >= now_us
