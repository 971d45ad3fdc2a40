"""Hold what all endpoints of one running service share."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from voicedesk.practice.hearing import Hearing
from voicedesk.practice.ledger import Ledger
from voicedesk.practice.memory import AudioMemory
from voicedesk.practice.options import Script
from voicedesk.practice.refusals import too_busy


class Streams:
    """Count the answers that are under way; belongs to the service's loop."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._open = 0

    @contextmanager
    def one_more(self) -> Iterator[None]:
        """Take a place while an answer is given; raises `Refusal` when all are taken."""
        if self._open >= self._most:
            raise too_busy()
        self._open += 1
        try:
            yield
        finally:
            self._open -= 1


@dataclass(frozen=True, slots=True)
class Context:
    """What endpoints need beside the request; `script` is asked anew for every request."""

    key: str
    script: Callable[[], Script]
    clock: Callable[[], float]
    clips: Path
    memory: AudioMemory
    hearing: Hearing
    streams: Streams
    ledger: Ledger
