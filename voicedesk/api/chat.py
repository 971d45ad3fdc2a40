"""Ask for an answer and read it as it streams."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable
from contextlib import aclosing
from http import HTTPStatus

import httpx2
from openai import AsyncStream
from openai.types.chat import ChatCompletionChunk

from voicedesk.api.clips import sound_of
from voicedesk.api.draft import Draft
from voicedesk.api.failures import FOREIGN, Situation
from voicedesk.api.guard import EVENTS
from voicedesk.api.limits import Limits
from voicedesk.api.line import Line
from voicedesk.api.reducer import Reducer
from voicedesk.api.refusals import ErrorObject, Refusal, Refused, refusal_in
from voicedesk.api.shapes import field_of
from voicedesk.core.exchange import AnswerPart, Question, Waiting
from voicedesk.core.problems import Kind, Trouble

Sleep = Callable[[float], Awaitable[None]]

_TAKEN_LATER = {HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE}
"""Not 408 and 409: a gateway passes them on from behind it, where work may have begun and be charged."""
_PASSING = {Kind.BUSY, Kind.SERVICE_TROUBLE}


async def answer(
    line: Line, question: Question, limits: Limits, now: float, sleep: Sleep
) -> AsyncGenerator[AnswerPart, None]:
    """Stream an answer; ask again only for what was certainly not carried out."""
    draft = await _drafted(question, limits, now)
    pauses = 0
    while True:
        try:
            async with aclosing(_attempt(line, draft, limits)) as parts:
                async for part in parts:
                    yield part
            return
        except Refused as refused:
            pause_s = _pause_after(refused, pauses, limits)
            if pause_s is None:
                draft = draft.mended(refused)
                continue
        pauses += 1
        yield Waiting(pause_s, pauses)
        await sleep(pause_s)


async def _attempt(line: Line, draft: Draft, limits: Limits) -> AsyncGenerator[AnswerPart, None]:
    """Ask once; raise `Refused` for what was refused before anything of an answer came."""
    stream = await _opened(line, draft, limits)
    reducer = Reducer(limits, draft.question.service.max_output_tokens)
    async with stream, aclosing(_parts(stream, reducer, line.situation(draft.model))) as parts:
        async for part in parts:
            yield part


async def _parts(
    stream: AsyncStream[ChatCompletionChunk], reducer: Reducer, situation: Situation
) -> AsyncGenerator[AnswerPart, None]:
    """Reduce the chunks; whatever ends them, the closing part tells what is known by then.

    A gateway that keeps the line warm has answered 200 before it is refused itself, so a refusal may be the
    first event.
    """
    has_begun = False
    try:
        async for chunk in _chunks(stream, situation):
            has_begun = True
            for part in reducer.take(chunk):
                yield part
        fault = None
    except Trouble as trouble:
        if isinstance(trouble, Refused) and not has_begun:
            raise
        fault = trouble.problem
    for part in reducer.close(fault):
        yield part


async def _drafted(question: Question, limits: Limits, now: float) -> Draft:
    clip = question.clip
    sound = await asyncio.to_thread(sound_of, clip, limits.recording_bytes) if clip else None
    return Draft(question, sound, now, question.service.reuse_answer_audio, question.service.voice)


async def _opened(line: Line, draft: Draft, limits: Limits) -> AsyncStream[ChatCompletionChunk]:
    client = line.client()
    patience_s = limits.for_first_event(draft.sound.duration_ms if draft.sound else 0)
    try:
        return await client.chat.completions.create(
            **draft.params(), extra_headers={"Accept": EVENTS}, timeout=httpx2.Timeout(None, read=patience_s)
        )
    except FOREIGN as error:
        raise line.situation(draft.model).trouble_of(error) from error


async def _chunks(stream: AsyncStream[ChatCompletionChunk], situation: Situation) -> AsyncIterator[object]:
    """Give the chunks as they come, with everything the library stumbles over translated."""
    try:
        async for chunk in stream:
            if refusal := _refusal_in_chunk(chunk):
                raise ErrorObject(refusal)
            yield chunk
    except FOREIGN as error:
        raise situation.trouble_of(error) from error


def _refusal_in_chunk(chunk: object) -> Refusal | None:
    """Recognise an error event that lacks the usual envelope; the library takes it for a chunk."""
    if field_of(chunk, "choices") is not None or field_of(chunk, "object") or field_of(chunk, "usage"):
        return None
    if not isinstance(field_of(chunk, "message"), str):
        return None
    return refusal_in({name: field_of(chunk, name) for name in ("message", "code", "type", "param")})


def _pause_after(refused: Refused, pauses: int, limits: Limits) -> float | None:
    """Tell how long to wait before asking again, if the service says so, it is short and not too often."""
    pause_s = refused.refusal.retry_after_s
    if refused.refusal.status not in _TAKEN_LATER or refused.problem.kind not in _PASSING:
        return None
    if pause_s is None or pause_s > limits.longest_pause_s or pauses >= limits.pauses:
        return None
    return pause_s
