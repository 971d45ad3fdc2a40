"""Lead the sound of one turn to the loudspeaker and report where it is."""

from collections import deque
from collections.abc import Callable

from voicedesk.core.events import Event, SpeakingStarted
from voicedesk.core.levels import SILENT_DBFS
from voicedesk.core.problems import Kind, Trouble, trouble
from voicedesk.core.units import (
    BYTES_PER_FRAME,
    NO_FRAMES,
    NO_TIME,
    RATE_HZ,
    Frames,
    Pcm,
    TurnId,
    frames_of,
    milliseconds_of,
)
from voicedesk.engine.jitter import JitterBuffer
from voicedesk.engine.level_track import LevelTrack
from voicedesk.engine.ports import Clock, Outlet

START_DEADLINE_S = 3.0


class Playout:
    """Queue, feed and follow one turn's sound in the player's thread; anybody may read its values."""

    def __init__(
        self, turn: TurnId, outlet: Outlet, jitter: JitterBuffer, post: Callable[[Event], None], clock: Clock
    ) -> None:
        self.turn = turn
        self.heard_ms = NO_TIME
        self.level_dbfs = SILENT_DBFS
        self._outlet = outlet
        self._jitter = jitter
        self._post = post
        self._clock = clock
        self._pending: deque[Pcm] = deque()
        self._pending_frames = NO_FRAMES
        self._levels = LevelTrack()
        self._is_complete = False
        self._is_flowing = False
        self._was_heard = False
        self._flowing_since_s = 0.0
        self._dry_since_s: float | None = None
        outlet.begin()

    def add(self, pcm: Pcm) -> None:
        """Queue sound behind what is there."""
        self._pending.append(pcm)
        self._levels.add(pcm)
        self._pending_frames = Frames(self._pending_frames + frames_of(pcm))

    def complete(self) -> None:
        """Note that nothing more will be added."""
        self._is_complete = True

    @property
    def wants_more(self) -> bool:
        """Tell a source that can wait whether less than a second is at hand."""
        return not self._is_complete and self._pending_frames < RATE_HZ

    def advance(self) -> bool:
        """Feed the device and take note of its progress; true when everything was heard."""
        if problem := self._outlet.fault():
            raise Trouble(problem)
        if self._may_flow():
            self._feed()
        self._follow(self._outlet.played_frames())
        return self._is_complete and self._is_dry and self._tail_has_left()

    def hush(self) -> None:
        """Silence the device at the next block; from any thread. `drop` has to follow."""
        self._outlet.hush()

    def drop(self) -> None:
        """Silence the device and forget the rest."""
        self._note_heard(self._outlet.drop())
        self._pending.clear()

    def _may_flow(self) -> bool:
        if self._is_flowing:
            return True
        if not self._pending or (not self._is_complete and self._pending_frames < self._jitter.wait):
            return False
        self._is_flowing = True
        self._flowing_since_s = self._clock()
        return True

    def _feed(self) -> None:
        while self._pending:
            taken = self._outlet.write(self._pending[0])
            self._pending_frames = Frames(self._pending_frames - taken)
            if taken < frames_of(self._pending[0]):
                self._pending[0] = self._pending[0][taken * BYTES_PER_FRAME :]
                return
            self._pending.popleft()
        if self._is_complete:
            self._outlet.end()

    def _follow(self, played: Frames) -> None:
        self._note_heard(Frames(max(0, played - self._outlet.latency_frames)))
        if played and not self._was_heard:
            self._was_heard = True
            self._post(SpeakingStarted(self.turn))
        if self._is_flowing and not played:
            self._check_start()
        elif self._is_flowing and self._is_dry and not self._is_complete:
            self._starve()

    def _check_start(self) -> None:
        if self._clock() - self._flowing_since_s > START_DEADLINE_S:
            raise trouble(Kind.LOUDSPEAKER_SILENT)

    def _starve(self) -> None:
        """Gather sound again before going on: a loudspeaker that is fed drop by drop stutters."""
        self._is_flowing = False
        self._jitter.starved()

    @property
    def _is_dry(self) -> bool:
        return not self._pending and not self._outlet.queued_frames()

    def _tail_has_left(self) -> bool:
        """Wait for what the device itself still holds: closing it earlier would cut the last syllable."""
        now_s = self._clock()
        if self._dry_since_s is None:
            self._dry_since_s = now_s
        if (now_s - self._dry_since_s) * RATE_HZ < self._outlet.latency_frames:
            return False
        self._note_heard(self._outlet.played_frames())
        return True

    def _note_heard(self, frames: Frames) -> None:
        self.heard_ms = milliseconds_of(frames)
        self.level_dbfs = self._levels.level_at(frames)
