"""A seam fades out and in; between seams sound passes unchanged, and none is added or lost."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tests.audio.conftest import RAMP_FRAMES
from voicedesk.audio.fades import Seams

steps = st.lists(st.one_of(st.integers(0, 700), st.none()), max_size=30)
"""Feed this many frames, or run dry (None)."""


@given(steps)
def test_only_what_is_near_a_seam_changes(plan: list[int | None]) -> None:
    seams, fed, given_out, cuts = Seams(), 0, [], []
    for step in plan:
        if step is None:
            given_out.append(seams.release())
            cuts.append(fed)
        else:
            given_out.append(seams.feed(np.arange(fed, fed + step, dtype=np.float32) + 1))
            fed += step
    given_out.append(seams.release())
    out = np.concatenate(given_out)
    assert len(out) == fed
    steady = np.ones(fed, bool)
    for cut in (*cuts, fed):
        steady[max(0, cut - RAMP_FRAMES) : cut + RAMP_FRAMES] = False
    assert (out[steady] == np.arange(1, fed + 1)[steady]).all()
    assert seams.held_frames == 0


@given(st.integers(1, 2000), st.integers(1, 2000))
def test_no_step_is_larger_than_a_ramp_makes_it(before: int, after: int) -> None:
    seams = Seams()
    level = np.ones(before, np.float32)
    out = np.concatenate((seams.feed(level), seams.release()))
    assert before == 1 or out[-1] == 0
    again = np.concatenate((seams.feed(np.ones(after, np.float32)), seams.release()))
    assert again[0] == 0
    steepest = max(2 / RAMP_FRAMES, 1 / max(1, min(after, RAMP_FRAMES) - 1))
    assert np.abs(np.diff(again)).max(initial=0) <= steepest


@given(st.lists(st.integers(1, 700), min_size=1, max_size=20), st.integers(1, 700))
def test_a_fade_that_is_taken_back_leaves_no_trace(sizes: list[int], after: int) -> None:
    seams, given_out, fed = Seams(), [], 0
    for size in sizes:
        given_out.append(seams.feed(np.arange(fed, fed + size, dtype=np.float32)))
        fed += size
        faded = seams.release()
        given_out.append(seams.take_back())
        assert len(faded) == len(given_out[-1])
    given_out.append(seams.feed(np.arange(fed, fed + after, dtype=np.float32)))
    out = np.concatenate(given_out)
    assert (out == np.arange(len(out))).all()
    assert len(out) + seams.held_frames == fed + after


def test_the_first_sound_is_not_faded() -> None:
    assert Seams().feed(np.ones(500, np.float32))[0] == 1
