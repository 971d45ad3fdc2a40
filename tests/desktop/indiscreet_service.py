"""A service on loopback that repeats the key it was sent in everything it answers, and fails in many ways."""

import base64
import json
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

TRANSCRIPT = "Here I am."
PCM = b"\x10\x00" * 2_400


class _Exchange(BaseHTTPRequestHandler):
    """One request, and the ways to answer it."""

    protocol_version = "HTTP/1.1"

    def __init__(self, service: "IndiscreetService", *connection: object) -> None:
        self._service = service
        super().__init__(*connection)  # type: ignore[arg-type]  # the three that the server hands on

    @property
    def key(self) -> str:
        return self.headers.get("Authorization", "")

    def do_GET(self) -> None:
        refuse(404, self)

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self._service.answer(self)

    def begin(self, status: int, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("X-Seen", self.key)
        self.end_headers()

    def begin_stream(self) -> None:
        self.begin(200, Content_Type="text/event-stream", Connection="close")
        self.close_connection = True

    def send(self, chunk: dict[str, object]) -> None:
        self.wfile.write(f"data: {json.dumps(chunk)}\n\n".encode())

    def send_audio(self, **audio: object) -> None:
        self.send({"choices": [{"index": 0, "delta": {"audio": audio}, "finish_reason": None}]})

    def log_message(self, format: str, *values: object) -> None:  # noqa: A002
        """Stay silent."""


Way = Callable[[_Exchange], None]


def _error(key: str) -> dict[str, object]:
    return {
        "error": {"message": f"Invalid token: {key}", "type": "comet_api_error", "param": key, "code": key}
    }


def refuse(status: int, exchange: _Exchange) -> None:
    """Answer with an error and the key in it."""
    content = json.dumps(_error(exchange.key)).encode()
    exchange.begin(status, Content_Type="application/json", Content_Length=str(len(content)))
    exchange.wfile.write(content)


def fail_inside(exchange: _Exchange) -> None:
    """Begin an answer, and then send an error with the key in it."""
    exchange.begin_stream()
    exchange.send_audio(id="audio_1", transcript=TRANSCRIPT)
    exchange.send(_error(exchange.key))


def break_off(exchange: _Exchange) -> None:
    """Hang up in the middle of an answer."""
    exchange.begin_stream()
    exchange.send_audio(id="audio_1", transcript=TRANSCRIPT)


def answer(exchange: _Exchange) -> None:
    """Answer as a service should."""
    exchange.begin_stream()
    exchange.send_audio(id="audio_1", transcript=TRANSCRIPT)
    exchange.send_audio(data=base64.b64encode(PCM).decode())
    exchange.send_audio(expires_at=4_102_444_800)
    exchange.wfile.write(b"data: [DONE]\n\n")


WAYS: Sequence[tuple[Way, str]] = (
    (partial(refuse, 401), "failed"),
    (partial(refuse, 400), "failed"),
    (partial(refuse, 500), "failed"),
    (fail_inside, "interrupted"),
    (break_off, "interrupted"),
    (answer, "done"),
)
"""Every way, with the ending that a turn has then."""


@dataclass
class IndiscreetService:
    """What it answers next, and which keys it has seen; `on_request` is called while the program waits."""

    on_request: Callable[[], None]
    way: Way = answer
    keys: set[str] = field(default_factory=set)
    base_url: str = ""

    def answer(self, exchange: _Exchange) -> None:
        self.keys.add(exchange.key)
        self.on_request()
        self.way(exchange)


@contextmanager
def indiscreet_service(on_request: Callable[[], None]) -> Iterator[IndiscreetService]:
    """Serve on a free port."""
    service = IndiscreetService(on_request)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Exchange, service))
    server.daemon_threads = True
    service.base_url = f"http://127.0.0.1:{server.server_address[1]}/v1"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield service
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
