"""A narrow line between client and service: shapes what goes up, stamps the first sound that comes down."""

import asyncio
import re
import socket
import threading
from collections.abc import Awaitable, Callable
from time import monotonic, monotonic_ns

_SOUND = re.compile(rb'"data":\s*"[A-Za-z0-9+/]')
_CARRY = 16
"""Longer than what a piece that is cut in two may leave behind of the mark above."""

_SHORT_BUFFER = 8_192
"""Small buffers, so that the line holds the sender back and the system does not swallow what is sent."""


class Link:
    """Pass TCP connections on to a port of this machine, `up_bits_per_s` at most from client to service."""

    def __init__(self, target_port: int, up_bits_per_s: float | None = None) -> None:
        self.up_bits_per_s = up_bits_per_s
        self.first_sounds_ns: list[int] = []
        self.bytes_up = 0
        self._target_port = target_port
        self._awaits_sound = True
        self._line = Line()
        self._loop = asyncio.new_event_loop()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, _SHORT_BUFFER)
        self._thread = threading.Thread(target=self._run, name="link", daemon=True)
        self._thread.start()

    @property
    def port(self) -> int:
        """Give the port that clients connect to."""
        return int(self._listener.getsockname()[1])

    def expect_answer(self) -> int:
        """Stamp the next first sound; give the number of stamps so far."""
        self._awaits_sound = True
        return len(self.first_sounds_ns)

    def close(self) -> None:
        """End all connections."""
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(5)
        self._listener.close()

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        serving = asyncio.start_server(self._connected, sock=self._listener, limit=_SHORT_BUFFER)
        self._loop.run_until_complete(serving)
        self._loop.run_forever()
        self._end_tasks()
        self._loop.close()

    def _end_tasks(self) -> None:
        tasks = asyncio.all_tasks(self._loop)
        for task in tasks:
            task.cancel()
        self._loop.run_until_complete(asyncio.gather(*tasks, return_exceptions=True))

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        far_reader, far_writer = await asyncio.open_connection("127.0.0.1", self._target_port)
        carry = b""

        async def up(piece: bytes) -> None:
            self.bytes_up += len(piece)
            await self._line.carry(len(piece), self.up_bits_per_s)

        async def down(piece: bytes) -> None:
            nonlocal carry
            self._stamp(carry + piece)
            carry = piece[-_CARRY:]

        try:
            await asyncio.gather(
                _pump(reader, far_writer, up, 4_096), _pump(far_reader, writer, down, 65_536)
            )
        except (OSError, asyncio.CancelledError):
            pass  # either side may leave in the middle, and so may the benchmark
        finally:
            writer.close()
            far_writer.close()

    def _stamp(self, seen: bytes) -> None:
        if self._awaits_sound and _SOUND.search(seen):
            self._awaits_sound = False
            self.first_sounds_ns.append(monotonic_ns())


class Line:
    """A serial line that all connections share: one byte after the other, no bursts."""

    def __init__(self) -> None:
        self._free_at = 0.0

    async def carry(self, byte_count: int, bits_per_s: float | None) -> None:
        """Wait as long as the line needs for so many bytes after those before them."""
        if bits_per_s is None:
            return
        self._free_at = max(self._free_at, monotonic()) + byte_count * 8 / bits_per_s
        await asyncio.sleep(self._free_at - monotonic())


async def _pump(
    reader: asyncio.StreamReader,
    writer: asyncio.StreamWriter,
    each: Callable[[bytes], Awaitable[None]],
    most: int,
) -> None:
    while piece := await reader.read(most):
        await each(piece)
        writer.write(piece)
        await writer.drain()
    if writer.can_write_eof():
        writer.write_eof()
