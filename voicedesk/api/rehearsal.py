"""Do once, without any network, what a first request would otherwise do first.

The client library imports its modules and builds its validators when they are first used; a person would
wait for that after their first words.
"""

import json

import httpx2

from voicedesk.api.line import client_over
from voicedesk.api.transcribe import requested
from voicedesk.core.exchange import TranscriptionWish

_ADDRESS = "https://rehearsal.invalid/v1"
_TRANSCRIPT = b'{"text":"","usage":{"type":"duration","seconds":0}}'


def _event(**fields: object) -> bytes:
    chunk = {"id": "-", "object": "chat.completion.chunk", "created": 0, "model": "-", **fields}
    return b"data: " + json.dumps(chunk).encode() + b"\n\n"


def _choice(delta: dict[str, object]) -> list[object]:
    return [{"index": 0, "delta": delta, "finish_reason": None}]


_CHAT = b"".join(
    [
        _event(choices=_choice({"role": "assistant", "content": None, "refusal": None})),
        _event(choices=_choice({"audio": {"id": "-", "transcript": "-", "data": "AAAA"}}), usage=None),
        _event(
            choices=[],
            usage={
                "prompt_tokens": 0, "completion_tokens": 0, "total_tokens": 0,
                "prompt_tokens_details": {}, "completion_tokens_details": {},
            },
        ),
        b"data: [DONE]\n\n",
    ]
)  # fmt: skip


async def rehearse() -> None:
    """Run one answer, one transcription and one reading against answers held in memory."""
    async with httpx2.AsyncClient(transport=httpx2.MockTransport(_reply), trust_env=False) as http:
        client = client_over(_ADDRESS, http)
        stream = await client.chat.completions.create(
            model="-",
            messages=[
                {"role": "system", "content": "-"},
                {"role": "assistant", "audio": {"id": "-"}},
                {"role": "user", "content": [
                    {"type": "input_audio", "input_audio": {"data": "", "format": "mp3"}},
                ]},
            ],
            modalities=["text", "audio"],
            audio={"voice": "alloy", "format": "pcm16"},
            stream=True,
            stream_options={"include_usage": True, "include_obfuscation": False},
            max_completion_tokens=1,
        )  # fmt: skip
        async for _ in stream:
            pass
        await requested(client, b"-", "-.wav", TranscriptionWish("-"))
        async with client.audio.speech.with_streaming_response.create(input="-", model="-", voice="-"):
            pass


def _reply(request: httpx2.Request) -> httpx2.Response:
    if request.url.path.endswith("/chat/completions"):
        return httpx2.Response(200, headers={"content-type": "text/event-stream"}, content=_CHAT)
    return httpx2.Response(200, headers={"content-type": "application/json"}, content=_TRANSCRIPT)
