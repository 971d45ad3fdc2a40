"""Play one lane, and know at any moment how much of it was handed over and how much was heard."""

from collections.abc import Callable

from voicedesk.audio.lane import Lane
from voicedesk.audio.progress import Stall
from voicedesk.audio.streams import Ring, Stream, Transfer
from voicedesk.core.units import Frames, Pcm

_START_SECONDS = 3.0
_SILENCE_FRAMES = 1 << 12
_STALL_SECONDS = 1.0
# When so little is left that the ring may run dry before somebody looks again, the end is faded.
_DRY_SECONDS = 0.03
_LOOKS_AHEAD = 2
_SLOWEST_LOOK_SECONDS = 0.1


class Playing:
    """One lane on its way to the device; used by the thread that owns the stream."""

    def __init__(self, stream: Stream, clock: Callable[[], float]) -> None:
        self._stream, self._clock = stream, clock
        self._lane = Lane(stream.rate_hz, stream.channels)
        self._silence = Ring(_SILENCE_FRAMES, stream.channels)
        self._is_hushed = False
        self._transfer: Transfer | None = None
        self._moved_before = self._underflows_before = 0
        self._handed_over_at: float | None = None
        self._looked_at = clock()
        self._look_seconds = 0.0
        self._stall = Stall(clock, _START_SECONDS, _STALL_SECONDS)

    def write(self, pcm: Pcm) -> Frames:
        """Queue as much sound as fits, and tell how much that was."""
        if not self._lane.ring.waiting:
            self._looked_at = self._clock()  # nobody had to look while nothing sounded
        accepted = self._lane.put(pcm)
        if accepted:
            self._handed_over_at = None
            self._keep_moving()
        return accepted

    def end(self) -> None:
        """Put what was held back for a fade behind the rest at once: a late look would leave a gap there."""
        self._lane.finish()
        self._keep_moving()

    def tend(self) -> None:
        """Fade an end that comes near, and go on after the ring ran dry."""
        if self._lane.ring.waiting < self._stream.rate_hz * self._dry_seconds():
            self._lane.fade()
        self._keep_moving()
        if not self.queued and self._handed_over_at is None:
            self._handed_over_at = self._clock()

    @property
    def accepted(self) -> Frames:
        """Count the frames put in."""
        return self._lane.accepted

    @property
    def played(self) -> Frames:
        """Count the frames handed to the device."""
        moving = self._transfer.frames if self._transfer else 0
        return self._lane.played(self._moved_before + moving)

    @property
    def queued(self) -> Frames:
        """Count the frames that wait."""
        return Frames(self.accepted - self.played)

    @property
    def underflows(self) -> int:
        """Count how often the device ran dry although there was sound."""
        return self._underflows_before + (self._transfer.underflows if self._transfer else 0)

    def seconds_to_silence(self, latency_seconds: float) -> float:
        """Tell how long the device will still sound after everything was handed over."""
        if self._handed_over_at is None:
            return latency_seconds
        return max(0.0, latency_seconds - (self._clock() - self._handed_over_at))

    def is_stalled(self) -> bool:
        """Tell whether the device takes nothing although sound waits."""
        if not self.queued:
            self._stall.reset()
            return False
        return self._stall.is_over(self.played)

    def hush(self) -> None:
        """Let silence follow from the next block on; from any thread, for good."""
        self._is_hushed = True
        if transfer := self._transfer:
            transfer.divert(self._silence)

    def cancel(self) -> tuple[Transfer, Transfer] | None:
        """Stop at the next block; the caller keeps the returned pair until the first of it is done."""
        if self._transfer is None or not self._stream.is_moving(self._transfer):
            return None
        return self._stream.cancel(self._transfer), self._transfer

    def _dry_seconds(self) -> float:
        """Tell how much sound has to be left so that there is another look before it ends.

        A window that holds the interpreter makes looks rare, so their recent distance counts.
        """
        now = self._clock()
        distance = min(now - self._looked_at, _SLOWEST_LOOK_SECONDS)
        self._look_seconds = max(distance, 0.9 * self._look_seconds)
        self._looked_at = now
        return max(_DRY_SECONDS, _LOOKS_AHEAD * self._look_seconds)

    def _keep_moving(self) -> None:
        if not self._may_move():
            return
        if self._transfer is not None:
            self._moved_before += self._transfer.frames
            self._underflows_before += self._transfer.underflows
        self._transfer = self._stream.transfer(self._lane.ring)
        self._stay_hushed()

    def _may_move(self) -> bool:
        if self._is_hushed or not self._lane.ring.waiting:
            return False
        return self._transfer is None or not self._stream.is_moving(self._transfer)

    def _stay_hushed(self) -> None:
        """Catch a hush that came between the question whether to move and the transfer that followed."""
        if self._is_hushed and self._transfer:
            self._transfer.divert(self._silence)
