"""Hold what waits to be stored, so that nobody who hands something over ever waits for a disk."""

import threading
from collections import deque

from voicedesk.core.conversation import Turn
from voicedesk.core.units import Pcm, TurnId

MOST_TURNS = 1_000
"""As many turns wait while storing fails; then the oldest is given up."""
MOST_SOUND_BYTES = 32 * 2**20
"""As much sound waits (11 minutes); then the answer that grows is stored no further."""


class Backlog:
    """Turns, sound and deletions on their way to the disk; every method may be called from any thread.

    Of each turn only the newest state waits. A thing stays here until it is confirmed as stored.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._news = threading.Event()
        self._turns: dict[TurnId, Turn] = {}
        self._sound: deque[tuple[TurnId, Pcm]] = deque()
        self._sound_bytes = 0
        self._cut_turn: TurnId | None = None
        self._forgotten: dict[TurnId, None] = {}

    def put_turn(self, turn: Turn) -> None:
        """Add the newest state of a turn."""
        with self._lock:
            self._turns[turn.number] = turn
            if len(self._turns) > MOST_TURNS:
                del self._turns[min(self._turns)]
        self._news.set()

    def put_sound(self, turn: TurnId, pcm: Pcm) -> None:
        """Add sound of an answer; after a gap the rest is left out, so that what is stored has none."""
        with self._lock:
            if self._sound_bytes + len(pcm) > MOST_SOUND_BYTES:
                self._cut_turn = turn
            if turn == self._cut_turn:
                return
            self._sound.append((turn, pcm))
            self._sound_bytes += len(pcm)
        self._news.set()

    def put_deletion(self, turn: TurnId) -> None:
        """Ask for a turn to be forgotten, with what of it still waits."""
        with self._lock:
            self._turns.pop(turn, None)
            self._sound = deque(piece for piece in self._sound if piece[0] != turn)
            self._sound_bytes = sum(len(pcm) for _, pcm in self._sound)
            self._forgotten[turn] = None
        self._news.set()

    def clear(self) -> None:
        """Drop everything that waits: it shall be forgotten before it was stored."""
        with self._lock:
            self._turns.clear()
            self._sound.clear()
            self._sound_bytes = 0
            self._forgotten.clear()

    def wake(self) -> None:
        """End the wait of whoever stores."""
        self._news.set()

    def wait(self, limit_s: float) -> None:
        """Wait for something new."""
        self._news.wait(limit_s)
        self._news.clear()

    def turns(self) -> tuple[Turn, ...]:
        """Give all turns that wait, the oldest first."""
        with self._lock:
            return tuple(self._turns[number] for number in sorted(self._turns))

    def turn_stored(self, turn: Turn) -> None:
        """Drop a turn, unless a newer state of it came meanwhile."""
        with self._lock:
            if self._turns.get(turn.number) is turn:
                del self._turns[turn.number]

    def next_sound(self) -> tuple[TurnId, Pcm] | None:
        """Give the sound that waits longest."""
        with self._lock:
            return self._sound[0] if self._sound else None

    def sound_stored(self, piece: tuple[TurnId, Pcm]) -> None:
        """Drop the piece that `next_sound` gave, unless it was forgotten meanwhile."""
        with self._lock:
            if self._sound and self._sound[0] is piece:
                self._sound.popleft()
                self._sound_bytes -= len(piece[1])

    def deletions(self) -> tuple[TurnId, ...]:
        """Give the turns to be forgotten."""
        with self._lock:
            return tuple(self._forgotten)

    def deleted(self, turn: TurnId) -> None:
        """Drop a deletion that was carried out."""
        with self._lock:
            self._forgotten.pop(turn, None)
