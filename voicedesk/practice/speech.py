"""Answer POST /v1/audio/speech: a spoken sentence that names practice mode, then a tone for every word."""

import base64
from collections.abc import Iterator
from dataclasses import dataclass

from aiohttp import web

from voicedesk.core.units import Pcm
from voicedesk.practice.audio_events import AUDIO_DONE, audio_event
from voicedesk.practice.body import Body, as_text
from voicedesk.practice.clips import Sentence, guide
from voicedesk.practice.context import Context
from voicedesk.practice.intake import read_json
from voicedesk.practice.models import Purpose, checked_model
from voicedesk.practice.pace import Pace
from voicedesk.practice.refusals import upstream
from voicedesk.practice.sound import answer_tokens, seconds_of
from voicedesk.practice.tones import word_tones
from voicedesk.practice.voices import check_voice
from voicedesk.practice.wav import wav_header
from voicedesk.practice.words import text_tokens

_LONGEST_INPUT = 4_096
_TYPES = {"pcm": "audio/pcm", "wav": "audio/wav"}
_PIECE_BYTES = 4_096


@dataclass(frozen=True, slots=True)
class SpeechRequest:
    """A text that can be read aloud."""

    text: str
    format: str
    speed: float
    as_events: bool


@dataclass(frozen=True, slots=True)
class Speech:
    """The speech endpoint."""

    context: Context

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """Answer one request."""
        asked = read_speech(await read_json(request, self.context.ledger))
        with self.context.streams.one_more():
            pace = Pace(self.context.script())
            response = web.StreamResponse(headers={"Content-Type": _content_type(asked)})
            response.enable_chunked_encoding()
            await response.prepare(request)
            await pace.first_token()
            await self._write(response, asked, pace)
            await response.write_eof()
            return response

    async def _write(self, response: web.StreamResponse, asked: SpeechRequest, pace: Pace) -> None:
        written = 0
        for piece in self._pieces(asked):
            await pace.generated(seconds_of(piece))
            await pace.delivered()
            await response.write(_sound_event(piece) if asked.as_events else piece)
            written += len(piece)
        if asked.as_events:
            await response.write(_end_events(asked, written))

    def _pieces(self, asked: SpeechRequest) -> Iterator[bytes]:
        if asked.format == "wav":
            yield wav_header()
        for sound in self._sounds(asked):
            yield from (sound[at : at + _PIECE_BYTES] for at in range(0, len(sound), _PIECE_BYTES))

    def _sounds(self, asked: SpeechRequest) -> Iterator[Pcm]:
        scripted = self.context.script().answer_pcm
        if scripted is not None:
            yield scripted
            return
        yield guide((Sentence.PRACTICE_MODE,), self.context.clips).pcm
        yield from word_tones(asked.text, asked.speed)


def read_speech(body: Body) -> SpeechRequest:
    """Read the request; raises `Refusal` for what cannot be read aloud."""
    model = checked_model(body.get("model"), Purpose.SPEECH)
    text, speed = as_text(body.get("input")), body.get("speed", 1.0)
    if not text or len(text) > _LONGEST_INPUT:
        message = f"Input should have at least 1 and at most {_LONGEST_INPUT} characters, got {len(text)}."
        raise upstream(message, code="string_too_long" if text else "invalid_value", param="input")
    if not isinstance(speed, int | float) or not 0.25 <= speed <= 4.0:
        raise upstream("speed should be between 0.25 and 4.0.", code="invalid_value", param="speed")
    check_voice(body.get("voice"), "voice")
    return SpeechRequest(text, _format(body), float(speed), _as_events(body, model))


def _format(body: Body) -> str:
    asked = as_text(body.get("response_format")) or "mp3"
    if asked not in _TYPES:
        message = f"Practice mode does not make '{asked}'. Supported values are: 'pcm' and 'wav'."
        raise upstream(message, code="unsupported_value", param="response_format")
    return asked


def _as_events(body: Body, model: str) -> bool:
    if body.get("stream_format") == "sse" and model.startswith("tts-1"):
        raise upstream(
            f"{model} does not support stream_format 'sse'.", code="invalid_value", param="stream_format"
        )
    return body.get("stream_format") == "sse"


def _content_type(asked: SpeechRequest) -> str:
    return "text/event-stream" if asked.as_events else _TYPES[asked.format]


def _sound_event(piece: bytes) -> bytes:
    return audio_event({"type": "speech.audio.delta", "audio": base64.b64encode(piece).decode()})


def _end_events(asked: SpeechRequest, written_bytes: int) -> bytes:
    read, spoken = text_tokens(asked.text), answer_tokens(bytes(written_bytes))
    usage = {"input_tokens": read, "output_tokens": spoken, "total_tokens": read + spoken}
    return audio_event({"type": "speech.audio.done", "usage": usage}) + AUDIO_DONE
