"""Have speech written down.

Format: the transcription endpoints of the OpenAI API. Only whisper-1 gives times; the newer models refuse to.
"""

import json
import math
from typing import Literal

from openai import AsyncOpenAI, omit

from voicedesk.api.failures import FOREIGN
from voicedesk.api.limits import Limits
from voicedesk.api.line import Line
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
        body = await _requested(client, content, file_name, wish)
        return transcript_in(body)
    except FOREIGN as error:
        raise line.situation(wish.model).trouble_of(error) from error


def transcript_in(body: bytes) -> Transcript:
    """Read a transcript, timed or not; raise `ValueError` for what is none."""
    found = json.loads(body)
    if not isinstance(found, dict) or not isinstance(found.get("text"), str):
        raise ValueError("no transcript in the answer")
    segments = [segment for item in items_of(found.get("segments")) if (segment := _segment_in(item))]
    return Transcript(text_of(found["text"]), tuple(segments), text_of(found.get("language")))


async def _requested(client: AsyncOpenAI, content: bytes, file_name: str, wish: TranscriptionWish) -> bytes:
    file = (file_name, content)
    form: Literal["verbose_json", "json"] = (
        "verbose_json" if wish.timed and wish.model == _TIMED_MODEL else "json"
    )
    # Raw bodies: the library's objects differ by format and would be built unchecked.
    if wish.translate:
        translations = client.audio.translations.with_raw_response
        translated = await translations.create(
            file=file, model=wish.model, prompt=wish.prompt or omit, response_format=form
        )
        return bytes(translated.content)
    transcriptions = client.audio.transcriptions.with_raw_response
    heard = await transcriptions.create(
        file=file, model=wish.model, prompt=wish.prompt or omit, language=wish.language or omit,
        response_format=form,
    )  # fmt: skip
    return bytes(heard.content)


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
