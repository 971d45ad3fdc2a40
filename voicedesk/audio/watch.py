"""Notice on a thread of its own when the sound server takes our device away or puts another in its place."""

import threading
import time
from collections.abc import Collection

from voicedesk.audio.failures import Direction
from voicedesk.audio.pulse import Endpoint, ServerGone, SoundServer
from voicedesk.core.problems import Kind, Problem

_LOOK_SECONDS = 0.25
# A removed device is reported in two steps: first our stream moves, then the device goes.
_REMOVAL_SECONDS = 0.05
_STOP_SECONDS = 2.0
_STOP_TRIES = 200

_LOST = {Direction.INPUT: Kind.MICROPHONE_LOST, Direction.OUTPUT: Kind.LOUDSPEAKER_LOST}


class Watch:
    """Follow one stream of this process, the first one that was not there `before`.

    `expected` is the device it should have been given, in case that vanishes before the first look.
    A microphone stream has to stay where it began. A loudspeaker stream may move, as it should when
    headphones are put in, but not because its device was taken away: what was private would sound aloud.
    """

    def __init__(
        self,
        server: SoundServer,
        direction: Direction,
        before: Collection[int] = (),
        expected: Endpoint | None = None,
    ) -> None:
        self.fault: Problem | None = None
        self._server, self._direction = server, direction
        self._before = frozenset(before)
        self._expected = expected
        self._home: Endpoint | None = None
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, name=f"watch {direction.value}", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End the thread; its last word remains in `fault`. Harmless when repeated."""
        if self._stopped.is_set():
            return
        self._stopped.set()
        for _ in range(_STOP_TRIES):
            self._server.wake()  # which has no effect while the thread is not yet waiting
            self._thread.join(_STOP_SECONDS / _STOP_TRIES)
            if not self._thread.is_alive():
                break
        if not self._thread.is_alive():
            self._server.close()

    def _run(self) -> None:
        try:
            self._server.listen()
            while not self._stopped.is_set() and self.fault is None:
                self.fault = self._look()
                if self.fault is None:
                    self._server.wait(_LOOK_SECONDS)
        except ServerGone:
            self.fault = Problem(_LOST[self._direction], detail="The sound server ended.")

    def _look(self) -> Problem | None:
        streams = self._server.own_streams(self._direction)
        places = {place for stream, place in streams.items() if stream not in self._before}
        if self._home is None:
            return self._settle(places)
        if places and self._home.index not in places:
            return self._moved(places)
        return None if self._is_there(self._home) else self._lost(self._home)

    def _settle(self, places: set[int]) -> Problem | None:
        """Remember where the stream began; a monitor is no place to begin."""
        self._home = self._endpoint(places)
        if self._home is None:
            return None
        if self._expected is not None and not self._is_there(self._expected):
            return self._lost(self._expected)
        if self._home.is_monitor:
            return _moved_to(self._home, "It began there.")
        return None

    def _moved(self, places: set[int]) -> Problem | None:
        assert self._home is not None
        if self._goes_soon(self._home):
            return self._lost(self._home)
        now = self._endpoint(places)
        if self._direction is Direction.OUTPUT:
            self._home = now
            return None
        return _moved_to(now, f"It was moved from {self._home.title}.")

    def _lost(self, home: Endpoint) -> Problem:
        return Problem(_LOST[self._direction], detail=f"{home.title} was removed.")

    def _goes_soon(self, home: Endpoint) -> bool:
        deadline = time.monotonic() + _REMOVAL_SECONDS
        while self._is_there(home):
            remaining = deadline - time.monotonic()
            if remaining <= 0:
                return False
            self._server.wait(remaining)
        return True

    def _is_there(self, home: Endpoint) -> bool:
        return any(one.index == home.index for one in self._server.endpoints(self._direction))

    def _endpoint(self, places: set[int]) -> Endpoint | None:
        return next((one for one in self._server.endpoints(self._direction) if one.index in places), None)


def _moved_to(place: Endpoint | None, detail: str) -> Problem:
    return Problem(Kind.MICROPHONE_MOVED, {"source": place.title if place else "?"}, detail)
