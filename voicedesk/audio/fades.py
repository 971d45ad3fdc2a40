"""Take the click out of an underrun: fade out before sound runs dry, and in when it comes again."""

import numpy as np

from voicedesk.audio.pcm import Floats
from voicedesk.core.units import frames_in

RAMP_FRAMES = frames_in(5)
_RISE = np.linspace(0, 1, RAMP_FRAMES, dtype=np.float32)


class Seams:
    """Hold back the last 5 ms of a sound, so that they can still be faded when nothing follows.

    Frames come out in order and none is added or lost; only those within a ramp of a seam are changed.
    """

    def __init__(self) -> None:
        self._held: Floats = np.zeros(0, np.float32)
        self._risen: int = RAMP_FRAMES

    @property
    def held_frames(self) -> int:
        """Count the frames held back."""
        return len(self._held)

    def feed(self, samples: Floats) -> Floats:
        """Give all but the last 5 ms of the sound so far."""
        joined = np.concatenate((self._held, self._rising(samples)))
        split = max(0, len(joined) - RAMP_FRAMES)
        self._held = joined[split:]
        return joined[:split]

    def release(self) -> Floats:
        """Give what is held, faded out; what is fed next fades in."""
        held, self._held = self._held, np.zeros(0, np.float32)
        if len(held):
            self._risen = 0
        return held * np.linspace(1, 0, len(held), dtype=np.float32)

    def _rising(self, samples: Floats) -> Floats:
        rise = _RISE[self._risen :][: len(samples)]
        if not len(rise):
            return samples
        self._risen += len(rise)
        return np.concatenate((samples[: len(rise)] * rise, samples[len(rise) :]))
