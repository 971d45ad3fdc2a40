"""Ask the service as the engine does, and keep what came of it."""

import asyncio
import ssl
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from tests.api.wire import CREATED
from voicedesk.api.client import CometService
from voicedesk.api.credentials import Credentials
from voicedesk.api.limits import Limits
from voicedesk.core.exchange import AnswerClosed, AnswerPart, Question, SoundArrived, TextArrived
from voicedesk.core.problems import Problem, Trouble
from voicedesk.core.secret import Secret
from voicedesk.core.settings import ServiceSettings

CANARY = "sk-canary0123456789abcdefghijklmnopqrstuv"
T = TypeVar("T")

PATIENT = Limits()
HASTY = Limits(connect_s=1.0, upload_s=0.5, upload_bytes_per_s=10**9, first_event_s=0.5, idle_s=0.5)
SMALL = Limits(body_bytes=600_000, line_bytes=150_000, sound_bytes=20_000, text_characters=20_000)


@dataclass
class Outcome:
    """What came of asking once."""

    parts: list[AnswerPart] = field(default_factory=list)
    problem: Problem | None = None

    @property
    def text(self) -> str:
        return "".join(part.text for part in self.parts if isinstance(part, TextArrived))

    @property
    def pcm(self) -> bytes:
        return b"".join(part.pcm for part in self.parts if isinstance(part, SoundArrived))

    @property
    def closed(self) -> AnswerClosed:
        assert isinstance(self.parts[-1], AnswerClosed)
        return self.parts[-1]


async def asked(service: CometService, question: Question) -> Outcome:
    """Ask, and take what comes; anything but `Trouble` fails the test."""
    outcome = Outcome()
    try:
        async for part in service.answer(question):
            outcome.parts.append(part)
            if isinstance(part, AnswerClosed):
                outcome.problem = part.problem
    except Trouble as trouble:
        outcome.problem = trouble.problem
    return outcome


def question(base_url: str, **changes: Any) -> Question:
    """Make a typed question that is to be answered aloud."""
    service = replace(ServiceSettings(), base_url=base_url)
    return replace(Question(None, "What is this?", (), True, service), **changes)


def run(work: Coroutine[object, object, T]) -> T:
    """Run a coroutine on a loop of its own."""
    return asyncio.run(work)


@asynccontextmanager
async def service_for(
    base_url: str,
    limits: Limits = PATIENT,
    *,
    tls: ssl.SSLContext | None = None,
    sleep: Callable[[float], Coroutine[object, object, None]] = asyncio.sleep,
) -> AsyncIterator[CometService]:
    """Make the service with the canary as its key; the wall clock stands still."""
    service = CometService(
        Credentials(base_url, Secret(CANARY)),
        limits,
        tls=lambda: tls or ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT),
        wall_clock=lambda: float(CREATED),
        sleep=sleep,
    )
    try:
        yield service
    finally:
        await service.close()
