"""Remember how loud a sound is at each of its places, to show it when that place is heard."""

from collections import deque

from voicedesk.core.levels import SILENT_DBFS, peak_dbfs
from voicedesk.core.units import BYTES_PER_FRAME, NO_FRAMES, Frames, Pcm, frames_in, frames_of

STEP = frames_in(50)
STEP_BYTES = STEP * BYTES_PER_FRAME


class LevelTrack:
    """The levels of what was added and is still to be heard; used by one thread."""

    def __init__(self) -> None:
        self._ahead: deque[tuple[Frames, float]] = deque()
        self._end = NO_FRAMES

    def add(self, pcm: Pcm) -> None:
        """Measure sound that comes behind what is there."""
        for place in range(0, len(pcm), STEP_BYTES):
            piece = pcm[place : place + STEP_BYTES]
            self._end = Frames(self._end + frames_of(piece))
            self._ahead.append((self._end, peak_dbfs(piece)))

    def level_at(self, heard: Frames) -> float:
        """Give the level where the listener is now, and forget what lies behind."""
        while self._ahead and self._ahead[0][0] <= heard:
            self._ahead.popleft()
        return self._ahead[0][1] if self._ahead and heard else SILENT_DBFS
