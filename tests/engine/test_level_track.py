"""The level that is shown is that of the sound that is heard now."""

from array import array
from math import inf

import pytest

from voicedesk.core.units import Frames, frames_in
from voicedesk.engine.level_track import STEP, LevelTrack


def tone(amplitude: int, milliseconds: int) -> bytes:
    return array("h", [amplitude] * frames_in(milliseconds)).tobytes()


def test_the_level_follows_the_listener() -> None:
    track = LevelTrack()
    track.add(tone(32_767, 120))
    track.add(tone(3_277, 80))
    assert track.level_at(Frames(1)) == pytest.approx(0, abs=0.1)
    assert track.level_at(frames_in(119)) == pytest.approx(0, abs=0.1)
    assert track.level_at(frames_in(150)) == pytest.approx(-20, abs=0.1)


def test_before_and_behind_the_sound_it_is_silent() -> None:
    track = LevelTrack()
    assert track.level_at(Frames(0)) == -inf
    track.add(tone(1_000, 50))
    assert track.level_at(Frames(0)) == -inf
    assert track.level_at(STEP) == -inf
