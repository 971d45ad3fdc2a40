"""Hold the last moments before the key goes down, in memory only, so that a first word is not cut."""

from collections import deque

from voicedesk.core.levels import SILENT_DBFS, peak_dbfs
from voicedesk.core.problems import Problem, Trouble
from voicedesk.core.units import BYTES_PER_FRAME, Pcm, frames_in
from voicedesk.engine.ports import Intake

PREROLL_BYTES = frames_in(300) * BYTES_PER_FRAME


class Preroll:
    """Keep a microphone open between recordings and remember its last 300 ms."""

    def __init__(self, intake: Intake) -> None:
        self.level_dbfs = SILENT_DBFS
        self.fault: Problem | None = None
        """Why the microphone is lost."""
        self._intake = intake
        self._recent: deque[Pcm] = deque()
        self._held_bytes = 0

    def pump(self) -> bool:
        """Take what arrived and forget what is too old; false when the microphone is lost."""
        try:
            self._remember(self._intake.read())
            self.fault = self._intake.fault()
        except Trouble as trouble:
            self.fault = trouble.problem
        return self.fault is None

    def hand_over(self) -> tuple[Intake, Pcm]:
        """Give the open microphone and the moments before to a recording."""
        self.pump()
        return self._intake, b"".join(self._recent)[-PREROLL_BYTES:]

    def close(self) -> None:
        """Release the microphone and forget everything."""
        self._intake.close()
        self._recent.clear()

    def _remember(self, pcm: Pcm) -> None:
        if pcm:
            self.level_dbfs = peak_dbfs(pcm)
            self._recent.append(pcm)
            self._held_bytes += len(pcm)
        while self._recent and self._held_bytes - len(self._recent[0]) >= PREROLL_BYTES:
            self._held_bytes -= len(self._recent.popleft())
