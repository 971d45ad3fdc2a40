"""Run the practice service in a thread of its own; nothing heavy is imported before that thread runs."""

import asyncio
import secrets
import threading
from collections import deque
from concurrent.futures import Future
from dataclasses import dataclass, field

from voicedesk.practice.options import PracticeOptions, Received, Script

_HOST = "127.0.0.1"
_START_LIMIT_S = 30.0
_STOP_LIMIT_S = 2.0
_MOST_RECEIVED = 256


@dataclass(frozen=True, slots=True)
class PracticeEndpoint:
    """Where the running service is reached, and with which key."""

    base_url: str
    key: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class _Running:
    """The ways to reach a loop that serves."""

    loop: asyncio.AbstractEventLoop
    stopping: asyncio.Event
    port: int


class PracticeService:
    """Speak CometAPI's protocols on loopback; start and stop it from one thread."""

    def __init__(self, options: PracticeOptions | None = None, port: int = 0) -> None:
        self._options = options or PracticeOptions()
        self._script = self._options.script
        self._port = port
        self._key = f"sk-practice-{secrets.token_urlsafe(24)}"
        self._received: deque[Received] = deque(maxlen=_MOST_RECEIVED)
        self._thread: threading.Thread | None = None
        self._running: Future[_Running] = Future()

    def start(self) -> PracticeEndpoint:
        """Begin to serve; raises `OSError` where the port cannot be had."""
        self._running = Future()
        self._thread = threading.Thread(target=self._run, name="practice", daemon=True)
        self._thread.start()
        port = self._running.result(_START_LIMIT_S).port
        return PracticeEndpoint(f"http://{_HOST}:{port}/v1", self._key)

    def stop(self) -> None:
        """End all streams and the thread; harmless when repeated."""
        if self._thread is None:
            return
        if self._running.done() and self._running.exception() is None and self._thread.is_alive():
            running = self._running.result()
            running.loop.call_soon_threadsafe(running.stopping.set)
        self._thread.join(_STOP_LIMIT_S)
        self._thread = None

    def use(self, script: Script) -> None:
        """Answer later requests by another script."""
        self._script = script

    def received(self) -> tuple[Received, ...]:
        """Return the requests that arrived, oldest first, if the options ask to record them."""
        return tuple(self._received)

    def _run(self) -> None:
        loop = asyncio.new_event_loop()
        try:
            loop.run_until_complete(self._serve(loop))
        except Exception as fault:  # noqa: BLE001 - the thread's outermost edge; who waits in start() is told
            if not self._running.done():
                self._running.set_exception(fault)
        finally:
            loop.close()

    async def _serve(self, loop: asyncio.AbstractEventLoop) -> None:
        from voicedesk.practice.serving import serving, shared_context

        tell = self._received.append if self._options.records_requests else None
        context = shared_context(self._options, self._key, lambda: self._script, tell)
        stopping = asyncio.Event()
        async with serving(context, _HOST, self._port) as port:
            self._running.set_result(_Running(loop, stopping, port))
            await stopping.wait()
