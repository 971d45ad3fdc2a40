"""Survey: from stored sound to the bars that are drawn of it."""

from collections import deque
from collections.abc import Callable
from pathlib import Path
from threading import Condition

from voicedesk.core.events import PeaksMeasured
from voicedesk.core.peaks import Peaks, magnitude_of, peaks_of, stretches_of
from voicedesk.core.units import BYTES_PER_FRAME, Frames

MOST_WAITING = 32
"""More than fits on a screen; what was scrolled past before its turn came is asked for when seen again."""


class Surveyor:
    """Measure what is on screen, the last wish first; `run` is the body of its thread."""

    name = "surveyor"

    def __init__(self, post: Callable[[PeaksMeasured], None]) -> None:
        self._post = post
        self._wishes: deque[Path] = deque(maxlen=MOST_WAITING)
        self._news = Condition()
        self._leaves = False

    def measure(self, path: Path) -> None:
        """Measure this file soon; from any thread, never waits."""
        with self._news:
            self._wishes.append(path)
            self._news.notify()

    def stop(self) -> None:
        """Ask the loop to end; from any thread."""
        with self._news:
            self._leaves = True
            self._news.notify()

    def run(self) -> None:
        """Measure until asked to leave."""
        while (path := self._next()) is not None:
            self._post(PeaksMeasured(path, _measured(path)))

    def _next(self) -> Path | None:
        with self._news:
            self._news.wait_for(lambda: self._leaves or self._wishes)
            return None if self._leaves else self._wishes.pop()


def _measured(path: Path) -> Peaks:
    """Read a file here and there; one that cannot be read has no bars, and playing it tells why."""
    try:
        with path.open("rb") as stored:
            frames = Frames(path.stat().st_size // BYTES_PER_FRAME)
            magnitudes = []
            for place, length in stretches_of(frames):
                stored.seek(place)
                pcm = stored.read(length)
                magnitudes.append(magnitude_of(pcm[: len(pcm) // BYTES_PER_FRAME * BYTES_PER_FRAME]))
            return peaks_of(magnitudes)
    except OSError:
        return b""
