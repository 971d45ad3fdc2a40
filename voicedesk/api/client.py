"""Talk to the voice service: the one object behind the port `Service`."""

import asyncio
import ssl
import time
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing

from voicedesk.api import chat, speak, transcribe
from voicedesk.api.addresses import checked_base_url
from voicedesk.api.clips import sound_of
from voicedesk.api.credentials import Credentials
from voicedesk.api.failures import FOREIGN
from voicedesk.api.limits import Limits
from voicedesk.api.line import Line, secure_context
from voicedesk.api.proxies import proxy_for
from voicedesk.api.refusals import json_in
from voicedesk.api.rehearsal import rehearse
from voicedesk.api.shapes import field_of, items_of, text_of
from voicedesk.core.conversation import Clip
from voicedesk.core.exchange import AnswerPart, Question, Transcript, TranscriptionWish
from voicedesk.core.problems import Trouble
from voicedesk.core.secret import Secret
from voicedesk.core.settings import ServiceSettings
from voicedesk.core.units import Pcm

_LINES = 4
_MODELS = 5_000


class CometService:
    """The voice service over the network; everything but `use` belongs to one asyncio loop.

    A key goes only to the address it was given for. Credentials may be replaced at any time, from any thread.
    """

    def __init__(
        self,
        credentials: Credentials | None = None,
        limits: Limits | None = None,
        tls: Callable[[], ssl.SSLContext] = secure_context,
        now: Callable[[], float] = time.monotonic,
        wall_clock: Callable[[], float] = time.time,
        sleep: chat.Sleep = asyncio.sleep,
    ) -> None:
        self._credentials = credentials
        self._limits = limits or Limits()
        self._make_tls = tls
        self._tls: ssl.SSLContext | None = None
        self._now = now
        self._wall_clock = wall_clock
        self._sleep = sleep
        self._lines: dict[str, Line] = {}
        self._is_rehearsed = False

    def use(self, credentials: Credentials | None) -> None:
        """Replace the key; requests that begin from now on carry it."""
        self._credentials = credentials

    async def prepare(self, base_url: str) -> None:
        """Do all that the first request would do first, apart from the network."""
        if not self._is_rehearsed:
            self._is_rehearsed = True
            await rehearse()
        try:
            await self._line(base_url)
        except Trouble:
            return  # the first request meets it again, and reports it

    async def warm_up(self, base_url: str) -> None:
        """Make a connection ready, at most once in twenty idle seconds."""
        try:
            line = await self._line(base_url)
        except Trouble:
            return
        await line.warm_up()

    async def answer(self, question: Question) -> AsyncGenerator[AnswerPart, None]:
        """Ask and stream the answer; a fault after its beginning is told by the closing part."""
        line = await self._line(question.service.base_url)
        parts = chat.answer(line, question, self._limits, self._wall_clock(), self._sleep)
        async with aclosing(parts):
            async for part in parts:
                yield part

    async def transcribe(self, clip: Clip, wish: TranscriptionWish, base_url: str) -> Transcript:
        """Write a recording down."""
        sound = await asyncio.to_thread(sound_of, clip, self._limits.recording_bytes)
        return await self.transcribe_sound(sound.content, sound.file_name, wish, base_url)

    async def transcribe_sound(
        self, content: bytes, file_name: str, wish: TranscriptionWish, base_url: str
    ) -> Transcript:
        """Write a sound file down; the end of its name has to tell its format."""
        line = await self._line(base_url)
        return await transcribe.transcribe(line, content, file_name, wish, self._limits)

    async def speak(self, text: str, service: ServiceSettings) -> AsyncGenerator[Pcm, None]:
        """Voice a text by the speech model."""
        line = await self._line(service.base_url)
        async with aclosing(speak.speak(line, text, service, self._limits)) as sound:
            async for pcm in sound:
                yield pcm

    async def list_models(self, base_url: str) -> list[str]:
        """Name the models offered at an address; it costs nothing, so it also checks the key."""
        line = await self._line(base_url)
        client = line.client()
        try:
            listed = await client.models.with_raw_response.list()
            models = items_of(field_of(json_in(listed.content), "data"))
        except FOREIGN as error:
            raise line.situation("").trouble_of(error) from error
        return sorted({name for model in models[:_MODELS] if (name := text_of(field_of(model, "id")))})

    async def close(self) -> None:
        """Close all connections."""
        lines, self._lines = list(self._lines.values()), {}
        for line in lines:
            await line.close()

    async def _line(self, base_url: str) -> Line:
        address = checked_base_url(base_url)
        if address not in self._lines:
            if self._tls is None:
                self._tls = await asyncio.to_thread(self._make_tls)
            self._lines[address] = self._new_line(address, self._tls)
            await self._retire_oldest()
        return self._lines[address]

    def _new_line(self, address: str, tls: ssl.SSLContext) -> Line:
        return Line(
            address,
            lambda: self._key_for(address),
            self._limits,
            tls,
            proxy_for(address),
            self._now,
            self._wall_clock,
        )

    async def _retire_oldest(self) -> None:
        while len(self._lines) > _LINES:
            await self._lines.pop(next(iter(self._lines))).close()

    def _key_for(self, address: str) -> Secret | None:
        credentials = self._credentials
        return credentials.key if credentials and credentials.fit(address) else None
