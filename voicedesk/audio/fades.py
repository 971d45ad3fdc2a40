"""Take the click out of an underrun: fade out before sound runs dry, and in when it comes again."""

import numpy as np

from voicedesk.audio.pcm import Floats
from voicedesk.core.units import RATE_HZ

_RAMP_MS = 5


class Seams:
    """Hold back the last 5 ms of a sound, so that they can still be faded when nothing follows.

    Frames come out in order and none is added or lost; only those within a ramp of a seam are changed.
    """

    def __init__(self, rate_hz: int = RATE_HZ) -> None:
        self.ramp_frames = rate_hz * _RAMP_MS // 1000
        self._rise: Floats = np.linspace(0, 1, self.ramp_frames, dtype=np.float32)
        self._held: Floats = _nothing()
        self._risen: int = self.ramp_frames
        self._before_fade = self._held, self._risen

    @property
    def held_frames(self) -> int:
        """Count the frames held back."""
        return len(self._held)

    def feed(self, samples: Floats) -> Floats:
        """Give all but the last 5 ms of the sound so far."""
        joined = np.concatenate((self._held, self._rising(samples)))
        split = max(0, len(joined) - self.ramp_frames)
        self._held = joined[split:]
        return joined[:split]

    def release(self) -> Floats:
        """Give what is held, faded out; what is fed next fades in."""
        held, self._held = self._held, _nothing()
        self._before_fade = held, self._risen
        if len(held):
            self._risen = 0
        return held * np.linspace(1, 0, len(held), dtype=np.float32)

    def take_back(self) -> Floats:
        """Give the last release as it was before the fade; what is fed next goes on from there."""
        unfaded, self._risen = self._before_fade
        return unfaded

    def _rising(self, samples: Floats) -> Floats:
        rise = self._rise[self._risen :][: len(samples)]
        if not len(rise):
            return samples
        self._risen += len(rise)
        return np.concatenate((samples[: len(rise)] * rise, samples[len(rise) :]))


def _nothing() -> Floats:
    return np.zeros(0, np.float32)
