"""Let an answer arrive as slowly as it would be generated."""

import asyncio
import random
import time
from collections.abc import Awaitable, Callable

from voicedesk.practice.options import Script

_JITTER_SEED = 1


class Pace:
    """Wait until the generated sound would be there, counted from the start so that no error adds up."""

    def __init__(
        self,
        script: Script,
        now: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._script = script
        self._now = now
        self._sleep = sleep
        self._started_at = now()
        self._due_s = script.first_token_ms / 1_000
        self._random = random.Random(_JITTER_SEED)  # noqa: S311 - the same lateness in every run

    async def first_token(self) -> None:
        """Wait for the time to the first token."""
        await self._until_due()

    async def generated(self, seconds: float) -> None:
        """Wait while so much more sound is generated."""
        if self._script.pace > 0:
            self._due_s += seconds / self._script.pace
            await self._until_due()

    async def delivered(self) -> None:
        """Wait for a piece of sound that is late on its way."""
        if self._script.jitter_ms > 0:
            await self._sleep(self._random.uniform(0, self._script.jitter_ms) / 1_000)

    async def _until_due(self) -> None:
        early_s = self._started_at + self._due_s - self._now()
        if early_s > 0:
            await self._sleep(early_s)
