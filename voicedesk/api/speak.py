"""Have a text read aloud by the speech model."""

from collections.abc import AsyncGenerator

from openai import AsyncOpenAI

from voicedesk.api.draft import FALLBACK_VOICE
from voicedesk.api.failures import FOREIGN
from voicedesk.api.guard import BYTES
from voicedesk.api.limits import Limits
from voicedesk.api.line import Line
from voicedesk.api.pcm import PcmStream
from voicedesk.api.refusals import Refused
from voicedesk.core.problems import Kind, trouble
from voicedesk.core.sentences import pieces_of
from voicedesk.core.settings import ServiceSettings
from voicedesk.core.units import Pcm


async def speak(line: Line, text: str, service: ServiceSettings, limits: Limits) -> AsyncGenerator[Pcm, None]:
    """Stream the sound of a text, one request for as much of it as one may hold."""
    voice = service.voice
    for piece in pieces_of(text, limits.speech_characters):
        try:
            async for pcm in _voiced(line, piece, service.speech_model, voice, limits):
                yield pcm
        except Refused as refused:
            if not refused.refusal.names_voice or voice == FALLBACK_VOICE:
                raise
            voice = FALLBACK_VOICE
            async for pcm in _voiced(line, piece, service.speech_model, voice, limits):
                yield pcm


async def _voiced(line: Line, text: str, model: str, voice: str, limits: Limits) -> AsyncGenerator[Pcm, None]:
    frames = PcmStream()
    received_bytes = 0
    try:
        async for piece in _received(line.client(), text, model, voice):
            received_bytes += len(piece)
            if received_bytes > limits.sound_bytes:
                raise trouble(Kind.TOO_LARGE, "the sound")
            if pcm := frames.feed(piece):
                yield pcm
        if pcm := frames.finish():
            yield pcm
    except FOREIGN as error:
        raise line.situation(model).trouble_of(error) from error
    if not received_bytes:
        raise trouble(Kind.EMPTY_ANSWER)


async def _received(client: AsyncOpenAI, text: str, model: str, voice: str) -> AsyncGenerator[bytes, None]:
    speech = client.audio.speech.with_streaming_response
    headers = {"Accept": BYTES}
    async with speech.create(
        input=text, model=model, voice=voice, response_format="pcm", extra_headers=headers
    ) as response:
        async for piece in response.iter_bytes():
            yield piece
