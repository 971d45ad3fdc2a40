"""A sound of any length becomes a few bars, and none of it costs more than the drawing is worth."""

from array import array

from hypothesis import given
from hypothesis import strategies as st

from voicedesk.core.peaks import BARS, SAMPLED_FRAMES, magnitude_of, peaks_of, stretches_of
from voicedesk.core.units import BYTES_PER_FRAME, Frames, frames_in


@given(st.integers(0, frames_in(4_000_000)))
def test_stretches_lie_in_order_inside_the_sound(frames: int) -> None:
    stretches = list(stretches_of(Frames(frames)))
    assert len(stretches) == min(BARS, frames)
    ends = [place + length for place, length in stretches]
    assert all(place >= end for (place, _), end in zip(stretches[1:], ends, strict=False))
    assert all(length <= SAMPLED_FRAMES * BYTES_PER_FRAME for _, length in stretches)
    assert ends[-1] <= frames * BYTES_PER_FRAME if stretches else frames == 0


def test_the_loudest_bar_is_full_whatever_the_level_of_the_recording() -> None:
    assert peaks_of([100, 400, 1600]) == peaks_of([1000, 4000, 16000])
    assert max(peaks_of([100, 400, 1600])) == 255


def test_silence_is_drawn_flat() -> None:
    assert peaks_of([0, 3, 0]) == bytes(3)
    assert peaks_of([]) == b""


def test_the_lowest_sample_counts_too() -> None:
    assert magnitude_of(array("h", [0, -32768, 12]).tobytes()) == 32768
    assert magnitude_of(b"") == 0
