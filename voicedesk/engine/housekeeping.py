"""Keep house among what is stored: measure it, delete old sound, and delete everything."""

from collections.abc import Callable, Iterator
from math import inf
from time import monotonic, time_ns
from typing import Protocol

from voicedesk.core.inquiries import AllForgotten, Holding, StorageMeasured
from voicedesk.core.problems import Kind, Problem, Trouble
from voicedesk.core.units import TurnId
from voicedesk.engine.ports import Clock

SWEEP_EVERY_S = 6 * 60 * 60.0
US_PER_DAY = 24 * 60 * 60 * 1_000_000


class Index(Protocol):
    """What the history knows about turns."""

    def is_finished(self, turn: TurnId) -> bool:
        """Tell whether this turn, and every other one with its recording, was sent and answered."""

    def delete_all(self) -> None:
        """Forget every turn and every conversation."""


class SoundFolder(Protocol):
    """A folder of sound, one file a turn."""

    def turns(self) -> tuple[TurnId, ...]:
        """Name the turns whose sound lies here, apart from those that are being written."""

    def discard(self, turn: TurnId) -> None:
        """Delete the sound of a turn; an absent one is fine."""


class Inventory(Protocol):
    """Everything that is kept, as files."""

    def measure(self) -> tuple[Holding, ...]:
        """Tell what lies where."""

    def clear_leftovers(self) -> None:
        """Delete copies of what was said that lie beside history, recordings and answers."""


class Housekeeping:
    """Remember what was asked for, from any thread; `work` does it in the thread that owns the files.

    A turn's number is the microsecond it began in, so a name tells how old a sound is. A recording that was
    not sent, or not answered, is never old enough.
    """

    def __init__(
        self,
        make_inventory: Callable[[], Inventory],
        make_recordings: Callable[[], SoundFolder],
        post: Callable[[AllForgotten | StorageMeasured], None],
        clock: Clock = monotonic,
        wall_clock_us: Callable[[], int] = lambda: time_ns() // 1000,
    ) -> None:
        self._make_inventory = make_inventory
        self._make_recordings = make_recordings
        self._post = post
        self._clock = clock
        self._wall_clock_us = wall_clock_us
        self._days = 0
        self._sweep_at_s = inf
        self._wants_measure = False
        self._wants_clear = False

    def keep_sound(self, days: int) -> None:
        """Delete the sound of finished turns that are older, now and from now on; 0 keeps all."""
        if days != self._days:
            self._days = days
            self._sweep_at_s = self._clock() if days else inf

    def measure(self) -> None:
        """Ask for what lies where."""
        self._wants_measure = True

    def clear(self) -> None:
        """Ask for everything that was said to be deleted."""
        self._wants_clear = self._wants_measure = True

    @property
    def due_in_s(self) -> float:
        """Tell when there is something to do again."""
        if self._wants_measure or self._wants_clear:
            return 0.0
        return max(0.0, self._sweep_at_s - self._clock())

    def work(self, history: Index, answers: SoundFolder) -> None:
        """Do what is due. What cannot be deleted is reported, or tried again at the next sweep."""
        if self._wants_clear:
            self._wants_clear = False
            self._post(AllForgotten(self._cleared(history, answers)))
        if self._clock() >= self._sweep_at_s:
            self._sweep_at_s = self._clock() + SWEEP_EVERY_S
            self._sweep(history, answers)
        if self._wants_measure:
            self._wants_measure = False
            self._post(StorageMeasured(self._make_inventory().measure()))

    def _cleared(self, history: Index, answers: SoundFolder) -> Problem | None:
        """Delete as much as can be, and give the first problem met."""
        steps: list[Callable[[], None]] = [history.delete_all, self._make_inventory().clear_leftovers]
        for folder in (self._make_recordings(), answers):
            steps += [_discarding(folder, turn) for turn in folder.turns()]
        problems = [met.problem for met in _met_in(steps)]
        return _not_all(problems[0]) if problems else None

    def _sweep(self, history: Index, answers: SoundFolder) -> None:
        oldest_kept = self._wall_clock_us() - self._days * US_PER_DAY
        for folder in (self._make_recordings(), answers):
            old = [turn for turn in folder.turns() if turn < oldest_kept and history.is_finished(turn)]
            for _ in _met_in([_discarding(folder, turn) for turn in old]):
                pass  # it is tried again at the next sweep, and nobody waits for it


def _discarding(folder: SoundFolder, turn: TurnId) -> Callable[[], None]:
    return lambda: folder.discard(turn)


def _met_in(steps: list[Callable[[], None]]) -> Iterator[Trouble]:
    """Take every step, whatever happens in the others, and give the trouble met."""
    for step in steps:
        try:
            step()
        except Trouble as met:
            yield met


def _not_all(problem: Problem) -> Problem:
    """Say what is true of a deletion; the problem of saving would promise that saving is tried again."""
    if problem.kind in (Kind.HISTORY_NEWER, Kind.HISTORY_BUSY):
        return problem
    return Problem(Kind.NOT_ALL_DELETED, problem.values, problem.detail)
