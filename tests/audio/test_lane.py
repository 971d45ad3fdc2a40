"""A lane passes on all that was put in, at any rate, and counts it exactly."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.audio.conftest import RAMP_FRAMES, noise
from voicedesk.audio.lane import Lane

steps = st.lists(st.one_of(st.integers(0, 3_000), st.just("dry"), st.just("take")), max_size=25)


@given(steps, st.sampled_from([24_000, 44_100, 48_000, 16_000]), st.sampled_from([1, 2]))
def test_what_comes_out_is_what_was_put_in(plan: list[int | str], rate_hz: int, channels: int) -> None:
    lane, taken, put, moved = Lane(rate_hz, channels), [], 0, 0
    for step in (*plan, "end", "take"):
        if step == "dry":
            lane.fade()
        elif step == "end":
            lane.finish()
        elif step == "take":
            taken.append(lane.ring.take())
        else:
            put += lane.put(bytes(2 * int(step)))
        moved = sum(len(frames) for frames in taken)
        assert lane.played(moved) <= lane.accepted == put
    assert lane.played(moved) == put
    assert moved == pytest.approx(put * rate_hz / 24_000, abs=len(plan) + 1)


@given(st.lists(st.integers(1, 5_000), min_size=1, max_size=15))
def test_at_its_own_rate_every_sample_but_the_last_ramp_is_unchanged(sizes: list[int]) -> None:
    said, lane = noise(sum(sizes) / 24_000), Lane(24_000, 1)
    at = 0
    for size in sizes:
        at += lane.put(said[at : at + size].tobytes())
    lane.finish()
    heard = np.rint(lane.ring.take()[:, 0] * 32768).astype("<i2")
    assert at == len(said) == len(heard)
    steady = max(0, len(said) - RAMP_FRAMES)
    assert heard[:steady].tobytes() == said[:steady].tobytes()


def test_a_full_lane_takes_what_fits_and_goes_on_after_it_was_emptied() -> None:
    lane, said = Lane(24_000, 1), noise(10)
    first = lane.put(said.tobytes())
    assert 2 * 24_000 < first < len(said)
    assert lane.put(said[first:].tobytes()) <= RAMP_FRAMES
    assert lane.put(said[first:].tobytes()) == 0
    lane.ring.take()
    assert lane.put(said[first:].tobytes()) > 0


@pytest.mark.parametrize("rate_hz", [24_000, 44_100, 48_000])
def test_a_fade_is_not_heard_when_more_came_before_it_was_reached(rate_hz: int) -> None:
    said = noise(0.6).tobytes()
    undisturbed, lane = Lane(rate_hz, 2), Lane(rate_hz, 2)
    undisturbed.put(said)
    lane.put(said[:9_600])
    lane.fade()
    lane.put(said[9_600:19_200])
    lane.fade()
    lane.put(said[19_200:])
    for each in (undisturbed, lane):
        each.finish()
    assert np.array_equal(lane.ring.take(), undisturbed.ring.take())


def test_a_fade_that_was_reached_stays() -> None:
    lane = Lane(24_000, 1)
    lane.put(b"\0\x40" * 4_800)
    lane.fade()
    before = lane.ring.take()
    lane.put(b"\0\x40" * 4_800)
    after = lane.ring.take()
    assert before[-1] == after[0] == 0
    assert before[-RAMP_FRAMES - 1] == after[RAMP_FRAMES] == 0.5


def test_a_fade_that_is_just_being_played_stays() -> None:
    lane = Lane(24_000, 1)
    lane.put(b"\0\x40" * 600)
    lane.fade()
    lane.put(b"\0\x40" * 600)
    assert 0 in lane.ring.take()
