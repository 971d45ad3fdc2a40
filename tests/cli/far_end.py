"""A small service on loopback that fails on demand, for what the practice service never does."""

import hashlib
import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Answer = tuple[int, dict[str, object]]
Answering = Callable[[int, bytes], Answer]
"""Gets the number of the request, from 1, and its body without what differs between repetitions."""

HELD_S = 30.0


class FarEnd:
    """Answer every POST by a function, and remember what was sent."""

    def __init__(self, answering: Answering) -> None:
        self.bodies: list[str] = []
        self.keys: set[str] = set()
        self.release = threading.Event()
        self._answering = answering
        self._changed = threading.Condition()
        far_end = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                far_end.keys.add(self.headers.get("Authorization", ""))
                status, answer = far_end.answer(_without_boundary(body))
                self._send(status, json.dumps(answer).encode())

            def _send(self, status: int, content: bytes) -> None:
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, format: str, *values: object) -> None:  # noqa: A002
                """Stay silent."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))
        self._thread.start()

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}/v1"

    def answer(self, body: bytes) -> Answer:
        with self._changed:
            self.bodies.append(hashlib.sha256(body).hexdigest())
            number = len(self.bodies)
            self._changed.notify_all()
        return self._answering(number, body)

    def wait_for(self, count: int) -> None:
        """Wait until so many requests arrived."""
        with self._changed:
            assert self._changed.wait_for(lambda: len(self.bodies) >= count, HELD_S), "too few requests"

    def close(self) -> None:
        self.release.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


@contextmanager
def far_end(answering: Answering) -> Iterator[FarEnd]:
    end = FarEnd(answering)
    try:
        yield end
    finally:
        end.close()


def written_down(text: str) -> Answer:
    """Answer as whisper-1 does, with one segment that ends after its sound, as whisper-1 does too."""
    segments = [
        {"start": 0.5, "end": 2.0, "text": f" {text}"},
        {"start": 2.0, "end": 900.0, "text": " <late>"},
    ]
    return 200, {
        "task": "transcribe",
        "language": "english",
        "duration": 60.0,
        "text": text,
        "segments": segments,
    }


def refused(status: int, message: str) -> Answer:
    return status, {"error": {"message": message, "type": "comet_api_error", "param": "", "code": ""}}


def _without_boundary(body: bytes) -> bytes:
    boundary = body.partition(b"\r\n")[0]
    return body.replace(boundary, b"")
