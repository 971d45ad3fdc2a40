"""Talk to a running practice service over real HTTP, as any client would."""

import asyncio
import base64
import json
import struct
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import aiohttp

from voicedesk.practice.service import PracticeEndpoint, PracticeService

TOKEN = 2_400
PIECE = 19_200


@dataclass(frozen=True)
class Answered:
    """One whole HTTP answer."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def error(self) -> Any:
        return self.json["error"]

    def events(self, line_end: str = "\n") -> list[Any]:
        """The decoded payloads of an event stream; the closing [DONE] is checked and left out."""
        payloads = [event.removeprefix("data: ") for event in self.body.decode().split(line_end * 2)]
        assert payloads[-2:] == ["[DONE]", ""]
        return [json.loads(payload) for payload in payloads[:-2]]


@dataclass(frozen=True)
class Caller:
    """Send requests to one service and read whole answers."""

    endpoint: PracticeEndpoint
    service: PracticeService

    def post(self, path: str, body: object, key: str | None = None) -> Answered:
        return self._call("POST", path, key, lambda: {"data": BytesIO(json.dumps(body).encode())})

    def post_raw(self, path: str, body: bytes) -> Answered:
        return self._call("POST", path, None, lambda: {"data": body})

    def post_form(self, body: bytes, content_type: str) -> Answered:
        content: dict[str, object] = {"data": body, "headers": {"Content-Type": content_type}}
        return self._call("POST", "/audio/transcriptions", None, lambda: content)

    def get(self, path: str, key: str | None = None) -> Answered:
        return self._call("GET", path, key, dict)

    def chat(self, body: dict[str, object]) -> Answered:
        return self.post("/chat/completions", body)

    def upload(
        self, file: bytes, name: str = "clip.wav", task: str = "transcriptions", **fields: str
    ) -> Answered:
        def form() -> dict[str, object]:
            data = aiohttp.FormData({"model": "whisper-1", **fields})
            data.add_field("file", BytesIO(file), filename=name)
            return {"data": data}

        return self._call("POST", f"/audio/{task}", None, form)

    def _call(
        self, method: str, path: str, key: str | None, content: Callable[[], dict[str, object]]
    ) -> Answered:
        async def call() -> Answered:
            headers = {"Authorization": f"Bearer {key or self.endpoint.key}"}
            url = path if path.startswith("http") else self.endpoint.base_url + path
            async with (
                aiohttp.ClientSession(headers=headers) as session,
                session.request(method, url, allow_redirects=False, **content()) as response,  # type: ignore[arg-type]
            ):
                return Answered(response.status, dict(response.headers), await response.read())

        return asyncio.run(call())


def wav(
    pcm: bytes, rate_hz: int = 24_000, channels: int = 1, bits: int = 16, size: int | None = None
) -> bytes:
    """A PCM WAV file; `size` replaces the true length in both headers."""
    layout = struct.pack(
        "<HHIIHH", 1, channels, rate_hz, rate_hz * channels * bits // 8, channels * bits // 8, bits
    )
    data = len(pcm) if size is None else size
    riff = 36 + len(pcm) if size is None else size
    return (
        struct.pack("<4sI8sI", b"RIFF", riff, b"WAVEfmt ", 16)
        + layout
        + struct.pack("<4sI", b"data", data)
        + pcm
    )


def sound(seconds: float, value: int = 1_000) -> bytes:
    """Sound of one constant sample value, so that it can be recognised."""
    return struct.pack("<h", value) * round(seconds * 24_000)


def spoken(file: bytes, kind: str = "wav") -> dict[str, object]:
    """A user message that holds a recording."""
    part = {"type": "input_audio", "input_audio": {"data": base64.b64encode(file).decode(), "format": kind}}
    return {"role": "user", "content": [part]}


def typed(text: str) -> dict[str, object]:
    """A user message in writing."""
    return {"role": "user", "content": text}


def question(*messages: Mapping[str, object], **changes: object) -> dict[str, object]:
    """A streamed request for a spoken answer."""
    return {
        "model": "gpt-audio-1.5",
        "modalities": ["text", "audio"],
        "audio": {"voice": "alloy", "format": "pcm16"},
        "stream": True,
        "stream_options": {"include_usage": True},
        "messages": list(messages),
        **changes,
    }


def deltas(chunks: list[Any]) -> list[Any]:
    """The deltas of all chunks that have choices."""
    return [choice["delta"] for chunk in chunks for choice in chunk.get("choices", ())]


def heard(chunks: list[Any]) -> bytes:
    """All sound of a stream."""
    return b"".join(
        base64.b64decode(delta["audio"]["data"])
        for delta in deltas(chunks)
        if "data" in delta.get("audio", {})
    )


def read(chunks: list[Any]) -> str:
    """The whole transcript of a stream."""
    return "".join(delta.get("audio", {}).get("transcript", "") for delta in deltas(chunks))
