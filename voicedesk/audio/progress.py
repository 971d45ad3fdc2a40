"""Notice that a device stands still."""

from collections.abc import Callable

_LONGEST_LOOK_SECONDS = 0.1


class Stall:
    """Measure how long a count has not moved.

    Only time in which somebody looked is counted: after the computer slept, or the process was stopped, a
    device deserves the chance to deliver before it is blamed.
    """

    def __init__(self, clock: Callable[[], float], first_seconds: float, seconds: float) -> None:
        self._clock = clock
        self._first_seconds, self._seconds = first_seconds, seconds
        self._looked_at = clock()
        self._count = 0
        self._still_seconds = 0.0

    def reset(self) -> None:
        """Start to measure anew, as if the count had just moved."""
        self._looked_at = self._clock()
        self._still_seconds = 0.0

    def is_over(self, count: int) -> bool:
        """Tell whether the count stood still for too long; the first move may take longer than the others."""
        now = self._clock()
        self._still_seconds += min(now - self._looked_at, _LONGEST_LOOK_SECONDS)
        self._looked_at = now
        if count != self._count:
            self._count, self._still_seconds = count, 0.0
        return self._still_seconds > (self._seconds if self._count else self._first_seconds)
