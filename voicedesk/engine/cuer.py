"""Sound the cues, beside whatever the player does."""

from collections.abc import Callable
from contextlib import suppress
from queue import SimpleQueue
from threading import Event
from time import monotonic

from voicedesk.core.cues import Cue, sound_of
from voicedesk.core.problems import Trouble
from voicedesk.core.units import RATE_HZ, frames_of
from voicedesk.engine.ports import Clock, Outlet, Speaker

LONGEST_S = 1.0
"""A loudspeaker that does not play a cue in this time is not waited for."""
LOOK_S = 0.01


class Cuer:
    """Play one cue after the other; `run` is the body of its thread. A cue that fails stays silent."""

    name = "cuer"

    def __init__(self, make_speaker: Callable[[], Speaker], clock: Clock = monotonic) -> None:
        self._make_speaker = make_speaker
        self._clock = clock
        self._orders: SimpleQueue[tuple[Cue, str] | None] = SimpleQueue()
        self._leaving = Event()

    def play(self, cue: Cue, device: str) -> None:
        """Sound a cue soon; from any thread, never waits."""
        self._orders.put((cue, device))

    def sound(self, cue: Cue, device: str) -> None:
        """Sound a cue here and now, and return when it has left the loudspeaker."""
        with suppress(Trouble):
            outlet = self._make_speaker().open(device)
            try:
                self._play_out(outlet, cue)
            finally:
                outlet.close()

    def stop(self) -> None:
        """Ask the loop to end."""
        self._leaving.set()
        self._orders.put(None)

    def run(self) -> None:
        """Play until asked to leave."""
        while order := self._orders.get():
            self.sound(*order)

    def _play_out(self, outlet: Outlet, cue: Cue) -> None:
        pcm = sound_of(cue)
        deadline_s = self._clock() + LONGEST_S
        outlet.begin()
        outlet.write(pcm)
        outlet.end()
        while outlet.played_frames() < frames_of(pcm) and self._clock() < deadline_s:
            if outlet.fault() or self._leaving.wait(LOOK_S):
                return
        self._leaving.wait(min(LONGEST_S, outlet.latency_frames / RATE_HZ))
