"""Guard what is sent and what is received, piece by piece."""

import re
from collections.abc import AsyncIterator

import httpx2

from voicedesk.api.limits import Limits
from voicedesk.api.watch import Phase, Watch
from voicedesk.core.problems import Kind, trouble

_PIECE_BYTES = 64 * 1024
_LINE_END = re.compile(rb"[\r\n]")
_DATA = b"data:"


class GuardedUpload(httpx2.AsyncByteStream):
    """Send a body in small pieces, so that the watch knows when sending began and ended."""

    def __init__(self, body: httpx2.AsyncByteStream, watch: Watch) -> None:
        self._body = body
        self._watch = watch

    async def __aiter__(self) -> AsyncIterator[bytes]:
        self._watch.enter(Phase.SENDING)
        async for part in self._body:
            for start in range(0, len(part), _PIECE_BYTES):
                yield part[start : start + _PIECE_BYTES]
        self._watch.enter(Phase.WAITING)


class GuardedBody(httpx2.AsyncByteStream):
    """Receive a body within its limits of time and size; events have to bring data, not just bytes."""

    def __init__(self, body: httpx2.AsyncByteStream, watch: Watch, limits: Limits, has_events: bool) -> None:
        self._body = body
        self._watch = watch
        self._limits = limits
        self._lines = EventLines(limits.line_bytes) if has_events else None
        self._received_bytes = 0

    async def __aiter__(self) -> AsyncIterator[bytes]:
        pieces = aiter(self._body)
        while (piece := await self._watch.over(anext(pieces, None))) is not None:
            self._measure(piece)
            yield piece

    async def aclose(self) -> None:
        await self._body.aclose()

    def _measure(self, piece: bytes) -> None:
        self._received_bytes += len(piece)
        if self._received_bytes > self._limits.body_bytes:
            raise trouble(Kind.TOO_LARGE, f"more than {self._limits.body_bytes} bytes")
        if self._lines is None or self._lines.saw_data(piece):
            self._watch.enter(Phase.RECEIVING)


class ShortBody(httpx2.AsyncByteStream):
    """Receive the beginning of a body that is only read to explain a refusal."""

    def __init__(self, body: GuardedBody, most_bytes: int) -> None:
        self._body = body
        self._left_bytes = most_bytes

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for piece in self._body:
            yield piece[: self._left_bytes]
            self._left_bytes -= len(piece)
            if self._left_bytes <= 0:
                return

    async def aclose(self) -> None:
        await self._body.aclose()


class EventLines:
    """Follow the lines of server-sent events without keeping them.

    Comments (": PING") keep a connection open but are no sign that the answer goes on.
    """

    def __init__(self, most_bytes: int) -> None:
        self._most_bytes = most_bytes
        self._head = b""
        self._bytes = 0

    def saw_data(self, piece: bytes) -> bool:
        """Tell whether a whole line of data ended in this piece."""
        first, *others = _LINE_END.split(piece)
        self._go_on(first)
        seen = False
        for line in others:
            seen = seen or self._head == _DATA
            self._head, self._bytes = b"", 0
            self._go_on(line)
        return seen

    def _go_on(self, part: bytes) -> None:
        self._head += part[: len(_DATA) - len(self._head)]
        self._bytes += len(part)
        if self._bytes > self._most_bytes:
            raise trouble(Kind.TOO_LARGE, f"a line of more than {self._most_bytes} bytes")
