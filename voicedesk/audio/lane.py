"""Bring the sound of one turn from `Pcm` to the ring that the device plays from, and keep count of it."""

from voicedesk.audio.fades import Seams
from voicedesk.audio.pcm import Floats, floats_of
from voicedesk.audio.resampling import Resampler
from voicedesk.audio.streams import Ring
from voicedesk.core.units import BYTES_PER_FRAME, RATE_HZ, Frames, Pcm, frames_of

_RING_SECONDS = 2.5
# A resampler may give more at once than the ratio says: what it held back before.
_RESAMPLER_FRAMES = 4_096
# What the callback may take at once before a thread that looks now has done what it decided: some blocks.
_NEAR_SECONDS = 0.03


class Lane:
    """The way of one turn's sound; a new turn gets a new one, so old sound cannot come back.

    The device may run at another rate. Counts are in frames of `Pcm` all the same.
    """

    def __init__(self, rate_hz: int, channels: int) -> None:
        self.ring = Ring(round(rate_hz * _RING_SECONDS), channels)
        self._rate_hz = rate_hz
        self._resampler = Resampler(RATE_HZ, rate_hz)
        self._seams = Seams(rate_hz)
        self._tail_frames = 0
        self._accepted = 0
        self._is_whole = True
        self._is_finished = True

    @property
    def accepted(self) -> Frames:
        """Count the frames put in."""
        return Frames(self._accepted)

    def put(self, pcm: Pcm) -> Frames:
        """Take as much sound as there is room for; tell how much that was."""
        fitting = pcm[: self._room() * BYTES_PER_FRAME]
        count = frames_of(fitting)
        if count:
            self._is_finished = False
            self._accepted += count
            self._take_in(self._resampler.feed(floats_of(fitting[: count * BYTES_PER_FRAME])))
        return count

    def fade(self) -> None:
        """Let everything out, faded, because the ring may run dry before anybody looks again."""
        if self._is_whole:
            return
        self._is_whole = True
        tail = self._seams.release()
        self._tail_frames = len(tail)
        self.ring.put(tail)

    def finish(self) -> None:
        """Let everything out, faded, because nothing follows; harmless when repeated."""
        if self._is_finished:
            return
        self._is_finished = True
        self._take_in(self._resampler.finish())
        self._resampler = Resampler(RATE_HZ, self._rate_hz)
        self.fade()

    def played(self, device_frames: int) -> Frames:
        """Express what the device took, counted in its frames, in frames of `Pcm`."""
        if self._is_whole and not self.ring.waiting:
            return self.accepted
        return Frames(min(device_frames * RATE_HZ // self._rate_hz, self._accepted))

    def _room(self) -> int:
        spare = self.ring.room - _RESAMPLER_FRAMES
        return max(0, spare * RATE_HZ // self._rate_hz)

    def _take_in(self, samples: Floats) -> None:
        if not len(samples):
            return
        if self._is_whole and self._tail_still_waits():
            self.ring.amend(self._seams.take_back())
        self._is_whole = False
        self.ring.put(self._seams.feed(samples))

    def _tail_still_waits(self) -> bool:
        """Tell whether a fade proved needless; it would be heard as a dip in the middle of a word."""
        return self.ring.waiting >= self._tail_frames + _NEAR_SECONDS * self._rate_hz
