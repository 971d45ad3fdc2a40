"""Turn the chunks of a streamed answer into its parts, without any I/O.

Format: chat completion chunks with sound as recorded from gpt-audio-1.5. Most chunks carry no choices at all,
the finish reason stays empty, usage comes before the last chunk, and that one brings only an expiry.
"""

import base64
import binascii

from voicedesk.api.limits import Limits
from voicedesk.api.pcm import PcmStream
from voicedesk.api.shapes import field_of, items_of, text_of
from voicedesk.api.tool_calls import ToolCalls
from voicedesk.api.usage import better_of, tokens_out, usage_in
from voicedesk.core.conversation import Usage
from voicedesk.core.exchange import AnswerClosed, AnswerPart, SoundArrived, TextArrived
from voicedesk.core.problems import Kind, Problem, Trouble, trouble

_SECONDS_SINCE_1970 = range(10**9, 10**11)
_PROBLEM_OF_FINISH = {"length": Kind.LENGTH_LIMIT, "content_filter": Kind.FILTERED}


class Reducer:
    """Collect one answer: `take` each chunk, then `close` once."""

    def __init__(self, limits: Limits, most_tokens: int) -> None:
        self._limits = limits
        self._most_tokens = most_tokens
        self._pcm = PcmStream()
        self._calls = ToolCalls(limits)
        self._characters = 0
        self._sound_bytes = 0
        self._audio_id: str | None = None
        self._expires_at: int | None = None
        self._usage: Usage | None = None
        self._model = ""
        self._was_finished = False
        self._notice: Problem | None = None
        self._is_sound_usable = True

    def take(self, chunk: object) -> list[AnswerPart]:
        """Give the parts that a chunk brings; raise `Trouble` when the answer grows too large."""
        self._model = self._model or text_of(field_of(chunk, "model"))
        choices = items_of(field_of(chunk, "choices"))
        self._take_usage(field_of(chunk, "usage"), is_last=not choices)
        if not choices:
            return []
        self._take_finish(field_of(choices[0], "finish_reason"))
        return self._parts_of(field_of(choices[0], "delta"))

    def close(self, fault: Problem | None = None) -> list[AnswerPart]:
        """End the answer, because the stream ended or because of a fault.

        A fault after the service has said that the answer is whole takes nothing away from it.
        """
        parts = self._sound(self._pcm.finish())
        calls = self._calls.complete() if self._was_finished or not fault else ()
        is_empty = not (parts or calls or self._characters or self._sound_bytes)
        problem = None if self._was_finished and not is_empty else fault
        closed = AnswerClosed(
            complete=self._was_finished and not is_empty,
            audio_id=self._audio_id,
            expires_at=self._expires_at,
            usage=self._usage,
            model=self._model,
            problem=problem or self._problem(is_empty),
        )
        return [*parts, *calls, closed]

    def _problem(self, is_empty: bool) -> Problem | None:
        if self._notice:
            return self._notice
        if is_empty:
            return Problem(Kind.EMPTY_ANSWER)
        return None if self._was_finished else Problem(Kind.CUT_OFF)

    def _take_usage(self, reported: object, *, is_last: bool) -> None:
        usage = usage_in(reported)
        self._usage = better_of(self._usage, usage)
        # Usage beside a choice may be a running count; only without one it marks the end.
        self._was_finished = self._was_finished or (usage is not None and is_last)
        if (tokens_out(reported) or 0) >= self._most_tokens:
            self._notice = self._notice or Problem(Kind.LENGTH_LIMIT)

    def _take_finish(self, reason: object) -> None:
        if not isinstance(reason, str) or not reason:
            return
        self._was_finished = True
        if kind := _PROBLEM_OF_FINISH.get(reason):
            self._notice = Problem(kind)

    def _parts_of(self, delta: object) -> list[AnswerPart]:
        audio = field_of(delta, "audio")
        self._take_identity(audio)
        self._calls.take(field_of(delta, "tool_calls"))
        return [
            *self._text(field_of(audio, "transcript"), voiced=True),
            *self._text(field_of(delta, "content"), voiced=False),
            *self._text(field_of(delta, "refusal"), voiced=False),
            *self._sound(self._decoded(field_of(audio, "data"))),
        ]

    def _take_identity(self, audio: object) -> None:
        self._audio_id = self._audio_id or text_of(field_of(audio, "id")) or None
        expires_at = field_of(audio, "expires_at")
        if expires_at is None:
            return
        self._was_finished = True
        if isinstance(expires_at, int) and expires_at in _SECONDS_SINCE_1970:
            self._expires_at = expires_at

    def _text(self, value: object, *, voiced: bool) -> list[AnswerPart]:
        text = text_of(value)
        if not text:
            return []
        self._characters += len(text)
        if self._characters > self._limits.text_characters:
            raise trouble(Kind.TOO_LARGE, "the text")
        return [TextArrived(text, voiced)]

    def _decoded(self, data: object) -> bytes:
        """Decode a piece of sound; after a damaged one the samples are out of step, so no more comes."""
        if not isinstance(data, str) or not self._is_sound_usable:
            return b""
        try:
            return self._pcm.feed(base64.b64decode(data, validate=True))
        except (binascii.Error, ValueError) as error:
            self._leave_sound_out(Problem(Kind.SOUND_DAMAGED, detail=str(error)))
        except Trouble as damaged:
            self._leave_sound_out(damaged.problem)
        return b""

    def _leave_sound_out(self, problem: Problem) -> None:
        self._is_sound_usable = False
        self._notice = self._notice or problem
        self._pcm = PcmStream()

    def _sound(self, pcm: bytes) -> list[AnswerPart]:
        if not pcm:
            return []
        self._sound_bytes += len(pcm)
        if self._sound_bytes > self._limits.sound_bytes:
            raise trouble(Kind.TOO_LARGE, "the sound")
        return [SoundArrived(pcm)]
