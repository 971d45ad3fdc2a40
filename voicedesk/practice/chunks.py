"""Write the chunks of a chat stream byte for byte in the service's shape."""

import base64
import secrets
from dataclasses import dataclass

from voicedesk.practice.body import compact
from voicedesk.practice.grammar import Began, Counted, Expires, Named, Sounded, Step, Ticked, Written
from voicedesk.practice.memory import Remembered
from voicedesk.practice.usage import ChatUsage

_FINGERPRINT = "fp_practice"
_FILLER = "xKq7Wd2LmR9sTbZ"
DONE = b"data: [DONE]\n\n"


def chat_id() -> str:
    """Make the id of one answer."""
    return f"chatcmpl-{secrets.token_urlsafe(22)[:29]}"


@dataclass(frozen=True, slots=True)
class ChunkWriter:
    """Write every chunk of one answer; `audio` is None for an answer in text alone."""

    id: str
    created: int
    model: str
    usage: ChatUsage
    audio: Remembered | None
    counts_usage: bool
    obfuscates: bool

    def audio_chunk(self, step: Step) -> bytes:
        """Write the chunk of one step of a spoken answer; nothing where usage was not asked for."""
        match step:
            case Ticked():
                return self._event({})
            case Counted():
                return self.usage_chunk()
            case Expires():
                return self._choice(self._audio_delta(expires_at=self._remembered.expires_at), is_open=False)
        return self._choice(self._delta(step))

    def text_chunk(self, delta: dict[str, object], finish_reason: str | None = None) -> bytes:
        """Write one chunk of an answer in text."""
        return self._event(
            {"choices": [{"index": 0, "delta": delta, "logprobs": None, "finish_reason": finish_reason}]}
        )

    def usage_chunk(self) -> bytes:
        """Write the chunk with the usage, if it was asked for."""
        return self._event({"choices": []}, self.usage.body()) if self.counts_usage else b""

    def whole(self, message: dict[str, object]) -> dict[str, object]:
        """Write the body of an answer that is not streamed."""
        return {
            "id": self.id,
            "object": "chat.completion",
            "created": self.created,
            "model": self.model,
            "choices": [{"index": 0, "message": message, "finish_reason": "stop"}],
            "usage": self.usage.body(),
            "service_tier": "default",
            "system_fingerprint": _FINGERPRINT,
        }

    def _delta(self, step: Began | Named | Written | Sounded) -> dict[str, object]:
        role: dict[str, object] = {"role": "assistant"}
        match step:
            case Began():
                return {**role, "refusal": None}
            case Named(transcript):
                return {
                    "content": None,
                    **self._audio_delta(id=self._remembered.audio_id, transcript=transcript),
                }
            case Written(transcript):
                return self._audio_delta(transcript=transcript)
            case Sounded(pcm, is_first):
                named = {"id": self._remembered.audio_id} if is_first else {}
                sound = self._audio_delta(**named, data=base64.b64encode(pcm).decode())
                return {**role, "content": None, "refusal": None, **sound} if is_first else sound

    @property
    def _remembered(self) -> Remembered:
        assert self.audio is not None
        return self.audio

    def _audio_delta(self, **audio: str | int) -> dict[str, object]:
        return {"audio": audio}

    def _choice(self, delta: dict[str, object], is_open: bool = True) -> bytes:
        end = {"finish_reason": None} if is_open else {}
        return self._event({"choices": [{"index": 0, "delta": delta, **end}]})

    def _event(self, middle: dict[str, object], usage: dict[str, object] | None = None) -> bytes:
        body = {
            "id": self.id,
            "object": "chat.completion.chunk",
            "created": self.created,
            "model": self.model,
            "service_tier": "default",
            "system_fingerprint": _FINGERPRINT,
            **middle,
            **({"usage": usage} if self.counts_usage else {}),
        }
        return f"data: {self._padded(body) if self.obfuscates else compact(body)}\n\n".encode()

    def _padded(self, body: dict[str, object]) -> str:
        # The recorded payloads are filled up to one byte more than a multiple of sixteen.
        bare = len(compact({**body, "obfuscation": ""}).encode())
        return compact({**body, "obfuscation": _FILLER[: (1 - bare) % 16]})
