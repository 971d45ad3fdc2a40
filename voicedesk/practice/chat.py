"""Answer POST /v1/chat/completions, streamed or whole."""

import base64
from dataclasses import dataclass

from aiohttp import web

from voicedesk.core.units import Pcm
from voicedesk.practice.answers import Answer, Said, spoken_answer, written_answer
from voicedesk.practice.chat_request import ChatRequest, Recording, damaged_recording, read_chat
from voicedesk.practice.chunks import DONE, ChunkWriter, chat_id
from voicedesk.practice.context import Context
from voicedesk.practice.grammar import Sounded, Ticked, audio_steps
from voicedesk.practice.intake import read_json
from voicedesk.practice.memory import Remembered
from voicedesk.practice.pace import Pace
from voicedesk.practice.sound import TOKEN_BYTES, answer_tokens, seconds_of, spoken_tokens
from voicedesk.practice.summary import is_about_summary, listed
from voicedesk.practice.usage import ChatUsage
from voicedesk.practice.wav import NotWav, wav_header
from voicedesk.practice.words import pieces_of, text_tokens

_TOKEN_S = seconds_of(bytes(TOKEN_BYTES))
_PIECE_S = 0.04
_EVENTS = {"Content-Type": "text/event-stream", "Cache-Control": "no-cache"}


@dataclass(frozen=True, slots=True)
class Chat:
    """The chat endpoint."""

    context: Context

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """Answer one request."""
        asked = read_chat(await read_json(request, self.context.ledger))
        replayed = sum(self.context.memory.tokens_of(replay) for replay in asked.replays)
        with self.context.streams.one_more():
            sounds = [await self._sound(recording) for recording in asked.recordings]
            heard = sum(spoken_tokens(seconds_of(sound)) for sound in sounds if sound)
            answer = self._composed(asked, _said(asked, sounds))
            writer = self._writer(asked, answer, replayed + heard)
            give = _streamed if asked.streams else _whole
            return await give(request, asked, writer, answer, Pace(self.context.script()))

    async def _sound(self, recording: Recording) -> Pcm | None:
        try:
            return await self.context.hearing.sound_of(recording.file, recording.format)
        except NotWav:
            raise damaged_recording() from None

    def _composed(self, asked: ChatRequest, said: Said) -> Answer:
        script = self.context.script()
        if is_about_summary(asked):
            return Answer(b"", listed(asked))
        if asked.speaks:
            answer = spoken_answer(said, asked.is_first_turn, self.context.clips)
        else:
            answer = written_answer(said, asked.is_first_turn)
        pcm = script.answer_pcm if asked.speaks and script.answer_pcm is not None else answer.pcm
        transcript = answer.transcript if script.transcript is None else script.transcript
        return Answer(pcm, transcript).limited_to(asked.most_tokens)

    def _writer(self, asked: ChatRequest, answer: Answer, prompt_audio: int) -> ChunkWriter:
        tokens = answer_tokens(answer.pcm)
        return ChunkWriter(
            id=chat_id(),
            created=int(self.context.clock()),
            model=asked.model,
            usage=ChatUsage(prompt_audio, asked.text_tokens, tokens, text_tokens(answer.transcript)),
            audio=self.context.memory.remember(tokens) if asked.speaks else None,
            counts_usage=asked.counts_usage,
            obfuscates=asked.obfuscates,
        )


def _said(asked: ChatRequest, sounds: list[Pcm | None]) -> Said:
    newest = asked.last_said
    return Said(newest.text, sounds[-1] if newest.recordings else None, bool(newest.recordings))


async def _streamed(
    request: web.Request, _asked: ChatRequest, writer: ChunkWriter, answer: Answer, pace: Pace
) -> web.StreamResponse:
    response = web.StreamResponse(headers=_EVENTS)
    await response.prepare(request)
    await pace.first_token()
    if writer.audio is None:
        await _write_text(response, writer, answer, pace)
    else:
        await _write_audio(response, writer, answer, pace)
    await response.write(DONE)
    await response.write_eof()
    return response


async def _write_audio(response: web.StreamResponse, writer: ChunkWriter, answer: Answer, pace: Pace) -> None:
    for step in audio_steps(answer.pcm, pieces_of(answer.transcript)):
        if isinstance(step, Ticked):
            await pace.generated(_TOKEN_S)
        elif isinstance(step, Sounded):
            await pace.delivered()
        await response.write(writer.audio_chunk(step))


async def _write_text(response: web.StreamResponse, writer: ChunkWriter, answer: Answer, pace: Pace) -> None:
    await response.write(writer.text_chunk({"role": "assistant", "content": "", "refusal": None}))
    for piece in pieces_of(answer.transcript):
        await pace.generated(_PIECE_S)
        await response.write(writer.text_chunk({"content": piece}))
    await response.write(writer.text_chunk({}, "stop"))
    await response.write(writer.usage_chunk())


async def _whole(
    _request: web.Request, asked: ChatRequest, writer: ChunkWriter, answer: Answer, pace: Pace
) -> web.StreamResponse:
    await pace.first_token()
    await pace.generated(seconds_of(answer.pcm))
    message: dict[str, object] = {"role": "assistant", "content": None, "refusal": None}
    if writer.audio is None:
        message["content"] = answer.transcript
    else:
        message["audio"] = _audio_body(asked, writer.audio, answer)
    message["annotations"] = []
    return web.json_response(writer.whole(message))


def _audio_body(asked: ChatRequest, remembered: Remembered, answer: Answer) -> dict[str, object]:
    head = wav_header(len(answer.pcm)) if asked.audio_format == "wav" else b""
    return {
        "id": remembered.audio_id,
        "data": base64.b64encode(head + answer.pcm).decode(),
        "expires_at": remembered.expires_at,
        "transcript": answer.transcript,
    }
