"""Stand between the client library and the network: one host, few headers, bounded time and size.

The library itself has no limit of size or total time, follows redirects with the body and unpacks what was
compressed without bound. It does not know the key either: the header is written here, on the way out.
"""

import asyncio
from collections.abc import Callable

import httpx2

from voicedesk.api.addresses import origin_of
from voicedesk.api.bodies import GuardedBody, GuardedUpload, ShortBody
from voicedesk.api.limits import Limits
from voicedesk.api.refusals import ErrorObject, json_in
from voicedesk.api.route import Route
from voicedesk.api.watch import Watch
from voicedesk.core.phrases import Phrase
from voicedesk.core.problems import Kind, Trouble, trouble
from voicedesk.core.secret import Secret

EVENTS = "text/event-stream"
BYTES = "application/octet-stream"
WITHOUT_KEY = "x-voicedesk-without-key"
"""Marks a request that needs no key; the mark itself is never sent."""

_HTML = {"text/html", "application/xhtml+xml"}
_PASSED_ON = {"accept", "connection", "content-length", "content-type", "host", "transfer-encoding"}
_NETWORK_AUTHENTICATION = 511
_PROXY_AUTHENTICATION = 407
_PAGE_NOT_FOUND = {404, 405}
_MOVED_WITH_GET = {301, 302, 303}


class GuardTransport(httpx2.AsyncBaseTransport):
    """Let only what is expected out and in; everything else ends as `Trouble`."""

    def __init__(
        self,
        inner: httpx2.AsyncBaseTransport,
        base_url: str,
        route: Route,
        key: Callable[[], Secret | None],
        limits: Limits,
    ) -> None:
        self._inner = inner
        self._origin = origin_of(base_url)
        self._route = route
        self._key = key
        self._limits = limits

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """Send a request to the one host it may go to, and judge the answer by its head."""
        self._admit(request)
        watch = self._watch(request)
        response = await watch.over(self._inner.handle_async_request(self._sealed(request, watch)))
        try:
            return await self._judged(request, response, watch)
        except BaseException:
            await response.aclose()
            raise

    async def aclose(self) -> None:
        """Close all connections."""
        await self._inner.aclose()

    def _admit(self, request: httpx2.Request) -> None:
        if origin_of(str(request.url)) != self._origin:
            raise trouble(Kind.REDIRECTED, host=request.url.host)

    def _watch(self, request: httpx2.Request) -> Watch:
        patience = request.extensions.get("timeout", {}).get("read") or self._limits.first_event_s
        body_bytes = int(request.headers.get("content-length", 0))
        return Watch(self._limits, self._route, patience, body_bytes, asyncio.get_running_loop().time)

    def _sealed(self, request: httpx2.Request, watch: Watch) -> httpx2.Request:
        """Copy a request with only the headers it needs: the library adds some about the computer."""
        headers = {name: value for name, value in request.headers.items() if name in _PASSED_ON}
        headers |= {"accept-encoding": "identity", "user-agent": "VoiceDesk"}
        if WITHOUT_KEY not in request.headers:
            headers["authorization"] = f"Bearer {self._revealed_key()}"
        assert isinstance(request.stream, httpx2.AsyncByteStream)
        stream = GuardedUpload(request.stream, watch)
        return httpx2.Request(
            request.method, request.url, headers=headers, stream=stream, extensions={"timeout": {}}
        )

    def _revealed_key(self) -> str:
        key = self._key()
        if key is None:
            raise trouble(Kind.KEY_MISSING)
        return key.reveal()

    async def _judged(
        self, request: httpx2.Request, response: httpx2.Response, watch: Watch
    ) -> httpx2.Response:
        if request.method == "HEAD":
            return response  # warming up wants the connection, whatever is said on it
        self._refuse_detour(request, response)
        if response.headers.get("content-encoding", "identity").strip().lower() not in ("", "identity"):
            raise trouble(Kind.COMPRESSED, response.headers["content-encoding"][:40])
        self._refuse_page(response)
        assert isinstance(response.stream, httpx2.AsyncByteStream)
        body = GuardedBody(response.stream, watch, self._limits, _type_of(response) == EVENTS)
        if response.is_error:
            return _with_body(response, ShortBody(body, self._limits.refusal_bytes))
        if _type_of(response) == "application/json" and request.headers.get("accept") in (EVENTS, BYTES):
            raise await _error_in(ShortBody(body, self._limits.refusal_bytes))
        return _with_body(response, body)

    def _refuse_detour(self, request: httpx2.Request, response: httpx2.Response) -> None:
        """Follow no redirect: a 307 would carry the recording to whoever it names."""
        if response.status_code == _PROXY_AUTHENTICATION:
            raise Trouble(self._route.wants_password())
        if not 300 <= response.status_code < 400:
            return
        target = _target_of(request.url, response)
        if target.host == request.url.host:
            raise self._wrong_address(f"redirected with {response.status_code}")
        if target.scheme == "http" and response.status_code in _MOVED_WITH_GET:
            raise trouble(Kind.SIGN_IN_PAGE, f"redirected to {target.host}")
        raise trouble(Kind.REDIRECTED, host=target.host or Phrase.UNREADABLE_ADDRESS)

    def _refuse_page(self, response: httpx2.Response) -> None:
        """Refuse web pages; where the status speaks for itself, it decides and the page is not shown."""
        if _type_of(response) not in _HTML:
            return
        if response.is_success or response.status_code == _NETWORK_AUTHENTICATION:
            raise trouble(Kind.SIGN_IN_PAGE)
        if response.status_code in _PAGE_NOT_FOUND:
            raise self._wrong_address(f"a web page with {response.status_code}")

    def _wrong_address(self, detail: str) -> Trouble:
        return trouble(Kind.WRONG_ADDRESS, detail, host=self._route.host)


def _type_of(response: httpx2.Response) -> str:
    return str(response.headers.get("content-type", "")).partition(";")[0].strip().lower()


def _target_of(url: httpx2.URL, response: httpx2.Response) -> httpx2.URL:
    try:
        return url.join(response.headers.get("location", ""))
    except (httpx2.InvalidURL, ValueError):
        return httpx2.URL("")


def _with_body(response: httpx2.Response, body: httpx2.AsyncByteStream) -> httpx2.Response:
    return httpx2.Response(
        response.status_code, headers=response.headers, stream=body, extensions=response.extensions
    )


async def _error_in(body: ShortBody) -> Exception:
    """Read JSON that came instead of a stream or of sound."""
    content = b"".join([piece async for piece in body])
    try:
        json_in(content)
    except ErrorObject as error:
        return error
    except (ValueError, RecursionError):
        pass
    return trouble(Kind.UNREADABLE, "JSON came where a stream was asked for")
