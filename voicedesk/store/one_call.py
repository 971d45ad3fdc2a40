"""Call something that may hang for ever, and wait for it only so long."""

import threading
from collections.abc import Callable
from queue import Empty, SimpleQueue
from typing import Generic, TypeVar

Given = TypeVar("Given")


class StillHanging(Exception):
    """The call did not come back in time, or an earlier one has not come back yet."""


class OneCall(Generic[Given]):
    """Run calls in threads of their own, at most one at a time.

    A call that takes too long is left alone: it cannot be ended from outside, and until it ends by itself
    every further one is refused at once, so that there is never more than one thread.
    """

    def __init__(self, limit_s: float) -> None:
        self.abandoned = 0
        self._limit_s = limit_s
        self._free = threading.Semaphore()
        self._hangs = False

    def __call__(self, work: Callable[[], Given]) -> Given:
        """Give what the call gives, or raise what it raises."""
        if not self._free.acquire(timeout=0 if self._hangs else self._limit_s):
            raise StillHanging
        outcome: SimpleQueue[Given | BaseException] = SimpleQueue()
        threading.Thread(target=self._work, args=(work, outcome), name="keyring", daemon=True).start()
        try:
            given = outcome.get(timeout=self._limit_s)
        except Empty:
            self._hangs = True
            self.abandoned += 1
            raise StillHanging from None
        if isinstance(given, BaseException):
            raise given
        return given

    def _work(self, work: Callable[[], Given], outcome: "SimpleQueue[Given | BaseException]") -> None:
        try:
            given: Given | BaseException = work()
        except BaseException as fault:  # noqa: BLE001  # handed to the caller
            given = fault
        self._hangs = False
        self._free.release()
        outcome.put(given)
