"""Resampling keeps length and content, in whatever pieces the sound comes."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from voicedesk.audio.resampling import Resampler


@given(
    st.sampled_from([8_000, 16_000, 22_050, 44_100, 48_000, 96_000]),
    st.lists(st.integers(0, 5_000), min_size=1, max_size=12),
)
def test_the_length_is_that_of_the_same_time(rate_hz: int, pieces: list[int]) -> None:
    resampler = Resampler(rate_hz, 24_000)
    out = [len(resampler.feed(np.ones(count, np.float32))) for count in pieces] + [len(resampler.finish())]
    assert sum(out) == pytest.approx(sum(pieces) * 24_000 / rate_hz, abs=1)


def test_pieces_make_no_difference() -> None:
    tone = np.sin(np.arange(48_000) / 9).astype(np.float32)
    whole, parts = Resampler(48_000, 24_000), Resampler(48_000, 24_000)
    at_once = np.concatenate((whole.feed(tone), whole.finish()))
    pieces = [parts.feed(tone[at : at + 480]) for at in range(0, len(tone), 480)]
    assert np.abs(at_once - np.concatenate((*pieces, parts.finish()))).max() < 1e-6


def test_a_tone_above_the_new_band_does_not_come_back_as_an_alias() -> None:
    resampler = Resampler(48_000, 24_000)
    tone = np.sin(2 * np.pi * 17_000 * np.arange(48_000) / 48_000).astype(np.float32)
    assert np.abs(resampler.feed(tone)[2_000:-2_000]).max() < 1e-3


@given(st.binary(max_size=400))
def test_the_same_rate_changes_nothing(data: bytes) -> None:
    samples = np.frombuffer(data, np.uint8).astype(np.float32)
    assert (Resampler(24_000, 24_000).feed(samples) == samples).all()
