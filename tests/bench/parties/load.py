"""Keep the interpreter from everybody else, as a busy window does."""

import gc
from statistics import median
from time import monotonic, sleep

PAUSE_S = 0.005
GC_PAUSE_S = 0.05
GC_OBJECTS = 300_000
_TRIALS = 9
_LEAST_S = 0.003


class Load:
    """What the window's thread does between its events: nothing, hold the interpreter, or collect garbage."""

    def __init__(self) -> None:
        self.name = "idle"
        self.held_ms: list[float] = []
        self._rounds = 0
        self._objects: list[object] = []

    def become(self, name: str) -> None:
        """Carry this load from now on: idle, hold40 or hold80 (milliseconds), gc."""
        self.name, self.held_ms = name, []
        self._objects = [{"a": [at], "b": (at, str(at))} for at in range(GC_OBJECTS)] if name == "gc" else []
        self._rounds = _rounds_of(float(name[4:]) / 1_000) if name.startswith("hold") else 0

    @property
    def pause_s(self) -> float:
        """Tell how long the others may run in between."""
        return {"idle": 1.0, "gc": GC_PAUSE_S}.get(self.name, PAUSE_S)

    def bear(self) -> None:
        """Hold the interpreter once."""
        begun = monotonic()
        if self._rounds:
            sum(range(self._rounds))  # one C call that never lets go
        elif self._objects:
            gc.collect()
        if self.name != "idle":
            self.held_ms.append((monotonic() - begun) * 1_000)

    def bear_forever(self) -> None:
        """Be the window's thread of a program whose work is done elsewhere."""
        while True:
            sleep(min(self.pause_s, 0.01))
            self.bear()


def _rounds_of(seconds: float) -> int:
    rounds = 100_000
    while (taken := median(_timed(rounds) for _ in range(_TRIALS))) < _LEAST_S:
        rounds *= 2
    return round(rounds * seconds / taken)


def _timed(rounds: int) -> float:
    begun = monotonic()
    sum(range(rounds))
    return monotonic() - begun
