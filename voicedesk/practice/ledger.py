"""Note what arrived, for tests and measurements."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from aiohttp import web

from voicedesk.practice.options import Received

_NOTED = web.RequestKey("noted", bool)


@dataclass(frozen=True, slots=True)
class Ledger:
    """Note each request once; without somebody to tell, nothing is kept."""

    tell: Callable[[Received], None] | None

    def note(self, request: web.Request, json: object = None, form: Mapping[str, str] | None = None) -> None:
        """Note a request when its last byte was read, or when it was refused before."""
        if self.tell is None or _NOTED in request:
            return
        request[_NOTED] = True
        headers = {name: value for name, value in request.headers.items() if name.lower() != "authorization"}
        size, now = request.content.total_bytes, time.monotonic()
        self.tell(Received(request.method, request.path, headers, json, form or {}, size, now))
