"""Have speech written down.

Format: the transcription endpoints of the OpenAI API. Only whisper-1 gives times; the newer models refuse to.
"""

import math

import httpx2
from openai import AsyncOpenAI

from voicedesk.api.failures import FOREIGN
from voicedesk.api.limits import Limits
from voicedesk.api.line import Line
from voicedesk.api.refusals import json_in
from voicedesk.api.shapes import field_of, items_of, text_of
from voicedesk.core.exchange import Segment, Transcript, TranscriptionWish
from voicedesk.core.problems import Kind, trouble
from voicedesk.core.units import Milliseconds

_TIMED_MODEL = "whisper-1"


async def transcribe(
    line: Line, content: bytes, file_name: str, wish: TranscriptionWish, limits: Limits
) -> Transcript:
    """Send a sound file and read the transcript."""
    if len(content) > limits.recording_bytes:
        raise trouble(Kind.RECORDING_TOO_LARGE)
    client = line.client()
    try:
        body = await requested(client, content, file_name, wish)
        return transcript_in(body)
    except FOREIGN as error:
        raise line.situation(wish.model).trouble_of(error) from error


def transcript_in(body: bytes) -> Transcript:
    """Read a transcript, timed or not; raise `ValueError` for what is none."""
    found = json_in(body)
    if not isinstance(found, dict) or not isinstance(found.get("text"), str):
        raise ValueError("no transcript in the answer")
    segments = [segment for item in items_of(found.get("segments")) if (segment := _segment_in(item))]
    return Transcript(text_of(found["text"]), tuple(segments), text_of(found.get("language")))


async def requested(client: AsyncOpenAI, content: bytes, file_name: str, wish: TranscriptionWish) -> bytes:
    """Send the form and give the bare body: the library's objects differ by format and are built unchecked.

    The library's own method for translations is marked as deprecated, since the endpoint ends in 2027.
    """
    response = await client.post(
        "/audio/translations" if wish.translate else "/audio/transcriptions",
        cast_to=httpx2.Response,
        body=_form(wish),
        files=[("file", (file_name, content))],
        options={"headers": {"Content-Type": "multipart/form-data"}},
    )
    return response.content


def _form(wish: TranscriptionWish) -> dict[str, str]:
    is_timed = wish.timed and wish.model == _TIMED_MODEL
    form = {"model": wish.model, "response_format": "verbose_json" if is_timed else "json"}
    if wish.prompt:
        form["prompt"] = wish.prompt
    if wish.language and not wish.translate:
        form["language"] = wish.language
    return form


def _segment_in(item: object) -> Segment | None:
    start, end = _milliseconds(field_of(item, "start")), _milliseconds(field_of(item, "end"))
    text = text_of(field_of(item, "text")).strip()
    if start is None or end is None or end < start or not text:
        return None
    return Segment(start, end, text)


def _milliseconds(seconds: object) -> Milliseconds | None:
    if isinstance(seconds, bool) or not isinstance(seconds, int | float):
        return None
    if not math.isfinite(seconds) or not 0 <= seconds < 10**6:
        return None
    return Milliseconds(round(seconds * 1000))
