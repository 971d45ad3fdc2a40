"""A server on loopback that says exactly what a test writes down, byte by byte if need be."""

import asyncio
import base64
import json
import ssl
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from types import TracebackType

CREATED = 1_780_000_000
EXPIRES_AT = CREATED + 3_600
AUDIO_ID = "audio_0123456789"
USAGE = {
    "prompt_tokens": 37,
    "completion_tokens": 24,
    "total_tokens": 61,
    "prompt_tokens_details": {"audio_tokens": 17, "text_tokens": 20, "cached_tokens": 3},
    "completion_tokens_details": {"audio_tokens": 19, "text_tokens": 5},
}
PCM = bytes(range(250)) * 4
TEXT = "Sure, let me see."


@dataclass(frozen=True)
class Request:
    """What a client sent."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> dict:
        return json.loads(self.body)


Reply = Callable[[Request, asyncio.StreamWriter], Awaitable[None]]


class Wire:
    """Serve each request by the next reply of the script, and by an ordinary answer when it has run out."""

    def __init__(self, *replies: Reply, tls: ssl.SSLContext | None = None, host: str = "127.0.0.1") -> None:
        self._replies = list(replies)
        self._tls = tls
        self._host = host
        self.requests: list[Request] = []
        self.connections = 0
        self.asked = asyncio.Event()
        self._tasks: set[asyncio.Task] = set()

    async def __aenter__(self) -> "Wire":
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0, ssl=self._tls, limit=1 << 20)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    @property
    def port(self) -> int:
        return self._server.sockets[0].getsockname()[1]

    @property
    def base_url(self) -> str:
        return f"{'https' if self._tls else 'http'}://{self._host}:{self.port}/v1"

    @property
    def posts(self) -> list[Request]:
        return [request for request in self.requests if request.method == "POST"]

    def cut_all(self) -> None:
        """Drop every connection, as a change of network does."""
        for task in self._tasks:
            task.cancel()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task
        self._tasks.add(task)
        self.connections += 1
        try:
            while not writer.is_closing() and (request := await _read_request(reader)):
                self.requests.append(request)
                self.asked.set()
                await self._reply_to(request)(request, writer)
                await writer.drain()
        except (OSError, asyncio.IncompleteReadError):
            pass
        except asyncio.CancelledError:
            pass
        finally:
            self._tasks.discard(task)
            writer.transport.abort() if self._tls else writer.close()

    def _reply_to(self, request: Request) -> Reply:
        if request.method == "HEAD":
            return answered(404, b"", "text/html")
        return self._replies.pop(0) if self._replies else spoken


async def _read_request(reader: asyncio.StreamReader) -> Request | None:
    head = await reader.readuntil(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").strip().split("\r\n")
    method, path, _ = first.split(" ")
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    body = await reader.readexactly(int(headers.get("content-length", 0)))
    return Request(method, path, headers, body)


def event(data: object) -> bytes:
    """Write one server-sent event."""
    text = data if isinstance(data, str) else json.dumps(data)
    return f"data: {text}\n\n".encode()


def chunk(delta: object = None, **fields: object) -> dict:
    """Make a chunk as the service does: without a delta it has no choices at all."""
    made: dict[str, object] = {"id": "chatcmpl-1", "object": "chat.completion.chunk", "created": CREATED}
    made |= {"model": "gpt-audio-1.5", "service_tier": "default", "usage": None, "obfuscation": "x7Gh"}
    if delta is not None:
        made["choices"] = [{"index": 0, "delta": delta, "finish_reason": None}]
    return made | fields


def sound(pcm: bytes) -> dict:
    """Make a chunk with sound."""
    return chunk({"audio": {"data": base64.b64encode(pcm).decode()}})


def said(text: str) -> dict:
    """Make a chunk with a piece of the transcript."""
    return chunk({"audio": {"transcript": text}})


USAGE_CHUNK = chunk(choices=[], usage=USAGE)
LAST_CHUNK = chunk(choices=[{"index": 0, "delta": {"audio": {"expires_at": EXPIRES_AT}}}])


def spoken_chunks() -> list[dict]:
    """Give an answer in the recorded grammar: 1,000 bytes of sound, a sentence, no finish reason."""
    return [
        chunk({"role": "assistant", "refusal": None}),
        chunk({"content": None, "audio": {"id": AUDIO_ID, "transcript": "Sure"}}),
        said(","),
        said(" let me"),
        chunk(),
        chunk(),
        chunk(
            {
                "role": "assistant",
                "content": None,
                "refusal": None,
                "audio": {"id": AUDIO_ID, "data": base64.b64encode(PCM[:600]).decode()},
            }
        ),
        said(" see."),
        chunk(),
        sound(PCM[600:]),
        chunk(),
        USAGE_CHUNK,
        LAST_CHUNK,
    ]


def stream_of(chunks: Iterable[object], done: bool = True) -> bytes:
    """Write chunks as a stream."""
    return b"".join(event(each) for each in chunks) + (event("[DONE]") if done else b"")


def raw(content: bytes, *, close: bool = False) -> Reply:
    """Reply with exactly these bytes."""

    async def reply(_: Request, writer: asyncio.StreamWriter) -> None:
        writer.write(content)
        if close:
            await writer.drain()
            writer.close()

    return reply


def answered(status: int, body: bytes, content_type: str = "application/json", *headers: str) -> Reply:
    """Reply with a whole answer of known length."""
    head = [f"HTTP/1.1 {status} Status", f"content-length: {len(body)}", *headers]
    if content_type:
        head.append(f"content-type: {content_type}")
    return raw("\r\n".join(head).encode("latin-1") + b"\r\n\r\n" + body)


def refused(status: int, message: str = "no", code: str = "", *headers: str, param: str = "") -> Reply:
    """Reply with an error object as the service writes it."""
    error = {
        "message": f"{message} (request id: 20260101)",
        "type": "comet_api_error",
        "param": param,
        "code": code,
    }
    return answered(status, json.dumps({"error": error}).encode(), "application/json", *headers)


def streamed(content: bytes, *, end: str = "chunked") -> Reply:
    """Reply with a stream that ends properly, by an orderly close, inside a chunk, by a reset or never."""

    async def reply(_: Request, writer: asyncio.StreamWriter) -> None:
        framing = "connection: close" if end == "close" else "transfer-encoding: chunked"
        writer.write(f"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n{framing}\r\n\r\n".encode())
        if end == "close" or not content:
            writer.write(content)
        else:
            writer.write(f"{len(content):x}\r\n".encode() + content + b"\r\n")
        await writer.drain()
        await _END[end](writer)

    return reply


async def _finish(writer: asyncio.StreamWriter) -> None:
    writer.write(b"0\r\n\r\n")


async def _close(writer: asyncio.StreamWriter) -> None:
    writer.close()


async def _cut(writer: asyncio.StreamWriter) -> None:
    writer.write(b"ffff\r\ndata: {")
    await writer.drain()
    writer.close()


async def _reset(writer: asyncio.StreamWriter) -> None:
    # The client has to have read what was sent: a reset throws away what still waits in its socket.
    await asyncio.sleep(0.05)
    writer.transport.get_extra_info("socket").setsockopt(1, 13, b"\x01\x00\x00\x00\x00\x00\x00\x00")
    writer.transport.abort()


async def _hang(_: asyncio.StreamWriter) -> None:
    await asyncio.Event().wait()


async def _drip(writer: asyncio.StreamWriter) -> None:
    while True:
        writer.write(b"1\r\nd\r\n")
        await writer.drain()
        await asyncio.sleep(0.02)


async def _chatter(writer: asyncio.StreamWriter) -> None:
    beat = event(chunk())
    while True:
        writer.write(f"{len(beat):x}\r\n".encode() + beat + b"\r\n")
        await writer.drain()
        await asyncio.sleep(0.02)


async def _ping(writer: asyncio.StreamWriter) -> None:
    while True:
        writer.write(b"8\r\n: PING\n\n\r\n")
        await writer.drain()
        await asyncio.sleep(0.02)


_END = {
    "chunked": _finish,
    "close": _close,
    "cut": _cut,
    "reset": _reset,
    "hang": _hang,
    "drip": _drip,
    "ping": _ping,
    "chatter": _chatter,
}


async def spoken(request: Request, writer: asyncio.StreamWriter) -> None:
    """Reply with an ordinary spoken answer."""
    await streamed(stream_of(spoken_chunks()))(request, writer)


async def silent(_: Request, writer: asyncio.StreamWriter) -> None:
    """Take the request and never reply."""
    await _hang(writer)
