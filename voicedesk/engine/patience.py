"""Notice that a device does not answer, from a thread that does not wait for it.

A call into a sound system that hangs cannot be ended from outside. So the worker is left hanging, and its
turn is given up for it.
"""

from collections.abc import Callable
from threading import Lock, Timer
from typing import Protocol

from voicedesk.core.units import TurnId

LONGEST_S = 6.0
"""Bluetooth headsets take two seconds to open, and the first opening of all loads the sound system."""


class Alarm(Protocol):
    """Something that will ring."""

    def cancel(self) -> None:
        """Let it not ring; harmless when it has."""


SetAlarm = Callable[[float, Callable[[], None]], Alarm]


def set_alarm(after_s: float, ring: Callable[[], None]) -> Alarm:
    """Ring in a thread of its own, which keeps no program from ending."""
    timer = Timer(after_s, ring)
    timer.daemon = True
    timer.start()
    return timer


class Patience:
    """Wait for one turn at a time; any thread may call."""

    def __init__(self, give_up: Callable[[TurnId], None], set_alarm: SetAlarm) -> None:
        self._give_up = give_up
        self._set_alarm = set_alarm
        self._lock = Lock()
        self._turn: TurnId | None = None
        self._alarm: Alarm | None = None

    def begin(self, turn: TurnId) -> None:
        """Wait from now on, or as before if this turn is waited for already."""
        with self._lock:
            if self._turn == turn:
                return
            self._forget()
            self._turn = turn
            self._alarm = self._set_alarm(LONGEST_S, lambda: self._ring(turn))

    def end(self, turn: TurnId) -> None:
        """Wait no longer for this turn or an older one."""
        with self._lock:
            if self._turn is not None and self._turn <= turn:
                self._forget()

    def rest(self) -> None:
        """Wait for nothing any more."""
        with self._lock:
            self._forget()

    def _ring(self, turn: TurnId) -> None:
        with self._lock:
            if self._turn != turn:
                return
            self._forget()
        self._give_up(turn)

    def _forget(self) -> None:
        alarm, self._alarm, self._turn = self._alarm, None, None
        if alarm:
            alarm.cancel()
