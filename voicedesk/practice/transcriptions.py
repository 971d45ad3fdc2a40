"""Answer POST /v1/audio/transcriptions and /v1/audio/translations without inventing a word."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import PurePath

from aiohttp import web

from voicedesk.core.units import Pcm
from voicedesk.practice.audio_events import AUDIO_DONE, audio_event
from voicedesk.practice.context import Context
from voicedesk.practice.intake import Form, read_form
from voicedesk.practice.models import Purpose, checked_model
from voicedesk.practice.pace import Pace
from voicedesk.practice.refusals import upstream
from voicedesk.practice.sound import is_silent, seconds_of, spoken_tokens
from voicedesk.practice.transcript import Transcript, duration_usage, plain, srt, verbose, vtt
from voicedesk.practice.wav import NotWav
from voicedesk.practice.words import pieces_of, text_tokens

_WHISPER = "whisper-1"
_FILES = ("flac", "m4a", "mp3", "mp4", "mpeg", "mpga", "oga", "ogg", "wav", "webm")
_TEXTS = {"text": plain, "srt": srt, "vtt": vtt}
_SHORTEST_S = 0.1
_EVENTS = {"Content-Type": "text/event-stream; charset=utf-8", "Cache-Control": "no-cache"}


@dataclass(frozen=True, slots=True)
class Transcriptions:
    """The transcription endpoint and, with another task, the translation endpoint."""

    context: Context
    task: str

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """Answer one request."""
        form = await read_form(request, self.context.ledger)
        model = checked_model(form.fields.get("model"), Purpose.TRANSCRIPTION)
        self._check(form, model)
        with self.context.streams.one_more():
            transcript = await self._transcript(form)
            pace = Pace(self.context.script())
            await pace.first_token()
            if model != _WHISPER and form.fields.get("stream", "").lower() == "true":
                return await _streamed(request, transcript, pace)
            return _whole(transcript, model, form.fields)

    def _check(self, form: Form, model: str) -> None:
        _check_language(form.fields.get("language", "en"))
        _check_form(form.fields.get("response_format", "json"), model)
        if self.task == "translate" and model != _WHISPER:
            raise upstream(f"{model} cannot translate.", code="invalid_value", param="model")
        if _extension(form) not in _FILES:
            message = f"Unrecognized file format. Supported formats: {list(_FILES)}"
            raise upstream(message, param="file")

    async def _transcript(self, form: Form) -> Transcript:
        language = "en" if self.task == "translate" else form.fields.get("language", "en")
        heard = _understood(await self._sound(form))
        scripted = self.context.script().own_words
        text = heard.text if scripted is None else scripted
        return replace(heard, text=text, task=self.task, language=language)

    async def _sound(self, form: Form) -> Pcm | None:
        try:
            sound = await self.context.hearing.sound_of(form.file, _extension(form))
        except NotWav:
            message = "Audio file might be corrupted or unsupported"
            raise upstream(message, code="invalid_value", param="file", beside=_no_usage()) from None
        if sound is not None and seconds_of(sound) < _SHORTEST_S:
            message = f"Audio file is too short. Minimum audio length is {_SHORTEST_S} seconds."
            raise upstream(message, code="audio_too_short", param="file", beside=_no_usage())
        return sound


def _understood(sound: Pcm | None) -> Transcript:
    """Tell of the sound what can be told without understanding; of an unknown length nothing is counted."""
    if sound is None:
        return Transcript("(practice: a recording)", 0.0)
    seconds = seconds_of(sound)
    return Transcript("" if is_silent(sound) else f"(practice: {seconds:.1f} s of speech)", seconds)


def _no_usage() -> dict[str, object]:
    return {"usage": duration_usage(0)}


def _extension(form: Form) -> str:
    return PurePath(form.file_name).suffix.removeprefix(".").lower()


def _check_language(language: str) -> None:
    if not re.fullmatch("[a-z]{2}", language):
        message = f"Invalid language '{language}'. Language parameter must be specified in ISO-639-1 format."
        raise upstream(message, code="invalid_language_format", param="language", beside=_no_usage())


def _check_form(form: str, model: str) -> None:
    forms = ("json", "text", "srt", "verbose_json", "vtt") if model == _WHISPER else ("json", "text")
    if form not in forms:
        message = f"response_format '{form}' is not compatible with model '{model}': use {', '.join(forms)}"
        raise upstream(message, code="unsupported_value", param="response_format")


def _whole(transcript: Transcript, model: str, fields: Mapping[str, str]) -> web.Response:
    form = fields.get("response_format", "json")
    if form in _TEXTS:
        return web.Response(text=_TEXTS[form](transcript), content_type="text/plain", charset="utf-8")
    if form == "verbose_json":
        asked = fields.get("timestamp_granularities[]", "segment")
        return web.json_response(verbose(transcript, frozenset(asked.split(","))))
    if transcript.task == "translate":
        return web.json_response({"text": transcript.text})
    usage = duration_usage(transcript.seconds) if model == _WHISPER else _token_usage(transcript)
    return web.json_response({"text": transcript.text, "usage": usage})


def _token_usage(transcript: Transcript) -> dict[str, object]:
    heard, written = spoken_tokens(transcript.seconds), text_tokens(transcript.text)
    return {
        "type": "tokens",
        "total_tokens": heard + written,
        "input_tokens": heard,
        "input_token_details": {"text_tokens": 0, "audio_tokens": heard},
        "output_tokens": written,
    }


async def _streamed(request: web.Request, transcript: Transcript, pace: Pace) -> web.StreamResponse:
    response = web.StreamResponse(headers=_EVENTS)
    await response.prepare(request)
    for piece in pieces_of(transcript.text):
        await pace.generated(0.05)
        await response.write(audio_event({"type": "transcript.text.delta", "delta": piece}))
    done: dict[str, object] = {
        "type": "transcript.text.done",
        "text": transcript.text,
        "usage": _token_usage(transcript),
    }
    await response.write(audio_event(done) + AUDIO_DONE)
    await response.write_eof()
    return response
