"""Have the pieces of a recording written down, two at a time, each kept as soon as it is done."""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from voicedesk.cli.cutting import Upload
from voicedesk.core.exchange import Transcript
from voicedesk.core.problems import Kind, Problem, Trouble
from voicedesk.core.subtitles import Passage

MOST_AT_ONCE = 2
MOST_FAILURES = 3
"""After so many failed pieces no others are begun."""
CONCERNS_ALL = frozenset(
    {
        Kind.OFFLINE,
        Kind.UNREACHABLE,
        Kind.REFUSED,
        Kind.INSECURE,
        Kind.NOT_TLS,
        Kind.PROXY_SILENT,
        Kind.PROXY_PASSWORD,
        Kind.SIGN_IN_PAGE,
        Kind.REDIRECTED,
        Kind.REJECTED,
        Kind.KEY_MISSING,
        Kind.KEY_REFUSED,
        Kind.CREDIT_USED_UP,
        Kind.NOT_ALLOWED,
        Kind.MODEL_MISSING,
        Kind.FORMAT_REFUSED,
        Kind.WRONG_ADDRESS,
        Kind.BAD_ADDRESS,
    }
)
"""What the next piece would meet as well, so that it is not begun."""


class Listener(Protocol):
    """Whoever writes a piece down."""

    async def listen(self, upload: Upload) -> Transcript:
        """Write a piece down. Raises `Trouble`."""

    async def close(self) -> None:
        """Close all connections."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it: every passage, with its words or without, and what was met first on the way."""

    passages: tuple[Passage, ...]
    is_cancelled: bool = False
    problem: Problem | None = None

    @property
    def count(self) -> int:
        """Count the passages that have their words."""
        return sum(passage.transcript is not None for passage in self.passages)

    @property
    def state(self) -> str:
        """Name the ending."""
        if self.count == len(self.passages):
            return "done"
        return "cancelled" if self.is_cancelled else "failed"


class Transcribing:
    """Follow the passages of one recording until each has its words."""

    def __init__(
        self,
        passages: Sequence[Passage],
        listener: Listener,
        keep: Callable[[Passage], None],
        show: Callable[[int, int], None],
    ) -> None:
        self._passages = list(passages)
        self._listener = listener
        self._keep = keep
        self._show = show
        self._problem: Problem | None = None
        self._failures = 0

    def run(self, uploads: Iterator[Upload]) -> Outcome:
        """Send until there is nothing left, or no point in going on, or Ctrl-C."""
        self._show_count()
        try:
            asyncio.run(self._send_all(uploads))
            return self._outcome(is_cancelled=False)
        except KeyboardInterrupt:
            return self._outcome(is_cancelled=True)

    def _outcome(self, is_cancelled: bool) -> Outcome:
        return Outcome(tuple(self._passages), is_cancelled, self._problem)

    async def _send_all(self, uploads: Iterator[Upload]) -> None:
        slots = asyncio.Semaphore(MOST_AT_ONCE)
        try:
            async with asyncio.TaskGroup() as group:
                while upload := await self._next(uploads, slots):
                    group.create_task(self._send(upload, slots))
        finally:
            await self._listener.close()

    async def _next(self, uploads: Iterator[Upload], slots: asyncio.Semaphore) -> Upload | None:
        """Encode a piece when it can be sent; none where the ones before it showed that it is in vain."""
        await slots.acquire()
        return None if self._gives_up else await asyncio.to_thread(next, uploads, None)

    async def _send(self, upload: Upload, slots: asyncio.Semaphore) -> None:
        try:
            self._finish(upload.passage, await self._listener.listen(upload))
        except Trouble as trouble:
            self._problem = self._problem or trouble.problem
            self._failures += 1
        finally:
            slots.release()

    def _finish(self, passage: Passage, transcript: Transcript) -> None:
        """Note the words before they are stored: where the disk fails they can still be printed."""
        finished = replace(passage, transcript=transcript)
        self._passages[self._passages.index(passage)] = finished
        self._show_count()
        self._keep(finished)

    @property
    def _gives_up(self) -> bool:
        concerns_all = self._problem is not None and self._problem.kind in CONCERNS_ALL
        return concerns_all or self._failures >= MOST_FAILURES

    def _show_count(self) -> None:
        outcome = self._outcome(is_cancelled=False)
        self._show(outcome.count, len(outcome.passages))
