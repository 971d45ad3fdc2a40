"""Listen with the application while somebody wants it."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from aiohttp import web

from voicedesk.practice.app import practice_app
from voicedesk.practice.context import Context, Streams
from voicedesk.practice.hearing import Hearing
from voicedesk.practice.ledger import Ledger
from voicedesk.practice.memory import AudioMemory
from voicedesk.practice.options import PracticeOptions, Received, Script

_CLOSE_LIMIT_S = 0.2


def shared_context(
    options: PracticeOptions, key: str, script: Callable[[], Script], tell: Callable[[Received], None] | None
) -> Context:
    """Build what the endpoints of one service share."""
    return Context(
        key=key,
        script=script,
        clock=options.clock,
        clips=options.clips,
        memory=AudioMemory(options.clock),
        hearing=Hearing(options.decode),
        streams=Streams(options.most_streams),
        ledger=Ledger(tell),
    )


@asynccontextmanager
async def serving(context: Context, host: str, port: int) -> AsyncIterator[int]:
    """Serve inside the block and give the port; leaving it ends every stream."""
    runner = web.AppRunner(
        practice_app(context), access_log=None, shutdown_timeout=_CLOSE_LIMIT_S, handler_cancellation=True
    )
    await runner.setup()
    try:
        site = web.TCPSite(runner, host, port)
        await site.start()
        yield int(runner.addresses[0][1])
    finally:
        await runner.cleanup()
