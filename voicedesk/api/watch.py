"""Watch the time of one exchange: each phase has its own patience, and the whole has a limit."""

import asyncio
from collections.abc import Awaitable, Callable
from enum import Enum, auto
from typing import TypeVar

from voicedesk.api.limits import Limits
from voicedesk.api.route import Route
from voicedesk.core.problems import Kind, Problem, Trouble

T = TypeVar("T")


class Phase(Enum):
    """What an exchange is waiting for."""

    CONNECTING = auto()
    SENDING = auto()
    WAITING = auto()
    RECEIVING = auto()


class Watch:
    """Let a step wait as long as its phase allows, and say what was missing when that is over.

    Only time spent waiting counts, so that a receiver that takes its time with what it got is no stall.
    """

    def __init__(
        self, limits: Limits, route: Route, first_event_s: float, body_bytes: int, now: Callable[[], float]
    ) -> None:
        self._route = route
        self._now = now
        self._patience = {
            Phase.CONNECTING: limits.connect_s,
            Phase.SENDING: limits.for_upload(body_bytes),
            Phase.WAITING: first_event_s,
            Phase.RECEIVING: limits.idle_s,
        }
        self._ends = now() + limits.total_s
        self._alarm: asyncio.Timeout | None = None
        self.enter(Phase.CONNECTING)

    def enter(self, phase: Phase) -> None:
        """Begin a phase, or begin its patience anew."""
        self._phase = phase
        self._left_s = self._patience[phase]
        self._since = self._now()
        if self._alarm:
            self._alarm.reschedule(self._deadline())

    async def over(self, step: Awaitable[T]) -> T:
        """Wait for a step, at most as long as is left."""
        self._since = self._now()
        alarm = asyncio.timeout_at(self._deadline())
        try:
            async with alarm:
                self._alarm = alarm
                return await step
        except TimeoutError as error:
            if not alarm.expired():
                raise
            raise Trouble(self._problem()) from error
        finally:
            self._alarm = None
            self._left_s -= self._now() - self._since

    def _deadline(self) -> float:
        return min(self._since + self._left_s, self._ends)

    def _problem(self) -> Problem:
        if self._now() >= self._ends:
            return Problem(Kind.CUT_OFF, detail="the answer took longer than is allowed")
        seconds = f"{self._patience[self._phase]:.0f}"
        match self._phase:
            case Phase.CONNECTING:
                return self._route.unreachable(detail=f"no connection within {seconds} s")
            case Phase.SENDING:
                return Problem(Kind.UPLOAD_STALLED)
            case Phase.WAITING:
                return Problem(Kind.NO_ANSWER, {"seconds": seconds})
            case Phase.RECEIVING:
                return Problem(Kind.STALLED, {"seconds": seconds})
