"""Cut a long recording at its silences, so that each piece can be sent and repeated on its own."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

STEP_MS = 100
SILENCE_DBFS = -45.0

_SILENT_STEPS = 6
_SHORTEST_STEPS = 600
_LONGEST_STEPS = 2400
_FORCED_STEPS = 100


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a recording, counted in steps of 100 ms; `end` belongs to the next piece."""

    start: int
    end: int


def cut_points(levels_dbfs: Iterable[float], silence_dbfs: float = SILENCE_DBFS) -> Iterator[Piece]:
    """Cut a recording, given the level of each 100 ms, into pieces that cover it exactly once.

    A piece of at least 60 s ends in the middle of the next 600 ms of silence; one of 240 s ends at the
    quietest 100 ms of its last 10 s. Pieces are given as soon as they are known, even while recording.
    """
    start = end = silent = 0
    recent: list[float] = []
    for level in levels_dbfs:
        end += 1
        recent = [*recent[1 - _FORCED_STEPS :], level]
        silent = silent + 1 if level <= silence_dbfs else 0
        cut = _cut(end - start, silent, recent)
        if cut is not None:
            yield Piece(start, end - cut)
            start, silent = end - cut, min(silent, cut)
    if end > start:
        yield Piece(start, end)


def _cut(length: int, silent: int, recent: list[float]) -> int | None:
    """Tell how many steps before the present one a piece of this length ends, if it does."""
    if silent >= _SILENT_STEPS and length - _SILENT_STEPS // 2 >= _SHORTEST_STEPS:
        return _SILENT_STEPS // 2
    if length >= _LONGEST_STEPS:
        return len(recent) - 1 - _last_quietest(recent)
    return None


def _last_quietest(levels: list[float]) -> int:
    return max(range(len(levels)), key=lambda step: (-levels[step], step))
