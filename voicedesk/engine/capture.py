"""Follow one recording from its first block to its clip, and notice what goes wrong on the way."""

from collections.abc import Callable
from contextlib import ExitStack, suppress
from dataclasses import replace

from voicedesk.core.commands import StartCapture
from voicedesk.core.conversation import Clip
from voicedesk.core.events import (
    Captured,
    CaptureDropped,
    CaptureFailed,
    CaptureRemarked,
    CaptureStarted,
    Event,
)
from voicedesk.core.levels import SILENT_DBFS, clipped_frames, peak_dbfs
from voicedesk.core.problems import Kind, Problem, Trouble
from voicedesk.core.units import NO_FRAMES, Frames, Pcm, frames_in, frames_of, milliseconds_of
from voicedesk.engine.ports import Intake, Take

Post = Callable[[Event], None]

SILENCE_NOTICED_AFTER = frames_in(1_500)
QUIET_DBFS = -50.0
CLIPPED_SHARE = 0.01
GAP_NOTICED_MS = 200


class Capture:
    """Move sound from an open microphone to a growing recording; used by the recorder's thread only."""

    def __init__(self, order: StartCapture, intake: Intake, take: Take, preroll: Pcm, post: Post) -> None:
        self.turn = order.turn
        self.level_dbfs = SILENT_DBFS
        self._order = order
        self._intake = intake
        self._take = take
        self._preroll = preroll
        self._post = post
        self._peak_dbfs = SILENT_DBFS
        self._clipped_frames = 0
        self._has_begun = False
        self._silence_was_noticed = False

    def pump(self) -> bool:
        """Put on disk what has arrived; false when recording had to end, which has been reported."""
        try:
            self._begin_with_preroll()
            self._append(self._intake.read())
            self._notice_silence()
            self._check()
        except Trouble as trouble:
            self._fail(trouble.problem)
            return False
        return True

    def finish(self) -> None:
        """Take the rest and hand the clip over."""
        try:
            self._begin_with_preroll()
            self._append(self._intake.finish())
            clip = self._close()
        except Trouble as trouble:
            self._fail(trouble.problem)
            return
        self._remark_quality(clip)
        self._post(Captured(self.turn, clip))

    def drop(self) -> None:
        """Give the recording up, but keep it if it is longer than a tap: nobody's words are thrown away."""
        with ExitStack() as afterwards:  # also when the microphone breaks while it is closed
            afterwards.callback(self._report_dropped)
            afterwards.callback(self._intake.close)
            with suppress(Trouble):  # then what is on disk already is what can be kept
                self._append(self._intake.finish())

    def _report_dropped(self) -> None:
        self._post(CaptureDropped(self.turn, self._keep_unless_tap()))

    def _append(self, pcm: Pcm) -> None:
        if not pcm:
            return
        self._begin()
        self._take.append(pcm)
        self.level_dbfs = peak_dbfs(pcm)
        self._peak_dbfs = max(self._peak_dbfs, self.level_dbfs)
        self._clipped_frames += clipped_frames(pcm)

    def _begin_with_preroll(self) -> None:
        """Sound from before the key proves that the microphone is open."""
        if self._preroll and not self._has_begun:
            self._begin()
            self._take.append(self._preroll)

    def _begin(self) -> None:
        if not self._has_begun:
            self._has_begun = True
            self._post(CaptureStarted(self.turn))

    def _notice_silence(self) -> None:
        if self._silence_was_noticed or self._spoken_frames < SILENCE_NOTICED_AFTER:
            return
        self._silence_was_noticed = True
        if self._peak_dbfs == SILENT_DBFS:
            self._post(CaptureRemarked(self.turn, Problem(Kind.NOTHING_HEARD)))

    def _check(self) -> None:
        """Raise what ends this recording: a fault of the device, or its longest time."""
        if problem := self._intake.fault():
            raise Trouble(problem)
        minutes = self._order.sound.longest_minutes
        if self._spoken_frames >= frames_in(minutes * 60_000):
            raise Trouble(Problem(Kind.TOO_LONG, {"minutes": str(minutes)}))

    @property
    def _spoken_frames(self) -> int:
        return self._take.frames - self._preroll_frames

    @property
    def _preroll_frames(self) -> Frames:
        return frames_of(self._preroll) if self._has_begun else NO_FRAMES

    def _close(self) -> Clip:
        self._intake.close()
        return self._take.finish(self._preroll_frames, self._intake.lost_frames)

    def _fail(self, problem: Problem) -> None:
        """Hand over what is kept before the device is closed, because one that hangs may not let that end."""
        clip = self._keep_unless_tap()
        seconds = f"{clip.duration_ms / 1000:.1f}" if clip else "0"
        self._post(
            CaptureFailed(self.turn, replace(problem, values={**problem.values, "seconds": seconds}), clip)
        )
        self._intake.close()

    def _keep_unless_tap(self) -> Clip | None:
        if self._spoken_frames < frames_in(self._order.shortest_ms):
            with suppress(Trouble):  # then the next start offers it
                self._take.discard()
            return None
        try:
            return self._take.finish(self._preroll_frames, self._intake.lost_frames)
        except Trouble:
            return None  # the next start recovers it from the disk

    def _remark_quality(self, clip: Clip) -> None:
        if problem := self._quality_problem(clip):
            self._post(CaptureRemarked(self.turn, problem))

    def _quality_problem(self, clip: Clip) -> Problem | None:
        lost_ms = milliseconds_of(clip.lost_frames)
        if lost_ms > GAP_NOTICED_MS:
            return Problem(Kind.SOUND_GAPS, {"milliseconds": str(lost_ms)})
        if self._clipped_frames > CLIPPED_SHARE * clip.frames:
            return Problem(Kind.TOO_LOUD)
        if SILENT_DBFS < clip.peak_dbfs < QUIET_DBFS:
            return Problem(Kind.TOO_QUIET)
        return None
