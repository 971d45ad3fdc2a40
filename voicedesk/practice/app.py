"""Put the endpoints behind the key, and answer everything else as CometAPI's web server does."""

import secrets
import time
from collections.abc import Awaitable, Callable

from aiohttp import web
from aiohttp.typedefs import Middleware

from voicedesk.practice.chat import Chat
from voicedesk.practice.context import Context
from voicedesk.practice.intake import LARGEST_BODY_BYTES
from voicedesk.practice.models import listing
from voicedesk.practice.refusals import Refusal, wrong_key
from voicedesk.practice.speech import Speech
from voicedesk.practice.transcriptions import Transcriptions

REQUEST_ID_HEADER = "X-CometAPI-Request-ID"
_REQUEST_ID = web.RequestKey("request_id", str)
_PAGE = "<!doctype html><html><title>Practice</title><body>This is a web page, not the API.</body></html>"

Endpoint = Callable[[web.Request], Awaitable[web.StreamResponse]]


def practice_app(context: Context) -> web.Application:
    """Build the application."""
    app = web.Application(client_max_size=LARGEST_BODY_BYTES, middlewares=[_enveloped(context)])
    app.on_response_prepare.append(_named)
    app.router.add_post("/v1/chat/completions", _guarded(Chat(context).answer, context))
    app.router.add_post(
        "/v1/audio/transcriptions", _guarded(Transcriptions(context, "transcribe").answer, context)
    )
    app.router.add_post(
        "/v1/audio/translations", _guarded(Transcriptions(context, "translate").answer, context)
    )
    app.router.add_post("/v1/audio/speech", _guarded(Speech(context).answer, context))
    app.router.add_get("/v1/models", _guarded(_models, context))
    app.router.add_route("*", "/v1/{path:.*}", _redirected)
    app.router.add_route("*", "/{path:.*}", _paged)
    return app


def _guarded(endpoint: Endpoint, context: Context) -> Endpoint:
    """Let in only requests with the key."""

    async def guarded(request: web.Request) -> web.StreamResponse:
        given = request.headers.get("Authorization", "").removeprefix("Bearer ")
        if not secrets.compare_digest(given.encode(), context.key.encode()):
            raise wrong_key()
        return await endpoint(request)

    return guarded


def _enveloped(context: Context) -> Middleware:
    """Give every request its id, note it, and put refusals into the envelope."""

    @web.middleware
    async def enveloped(request: web.Request, handler: Endpoint) -> web.StreamResponse:
        request[_REQUEST_ID] = _request_id(context.clock())
        try:
            return await handler(request)
        except Refusal as refusal:
            return web.json_response(refusal.body(request[_REQUEST_ID]), status=refusal.status)
        finally:
            context.ledger.note(request)

    return enveloped


def _request_id(now_s: float) -> str:
    stamp = time.strftime("%Y%m%d%H%M%S", time.gmtime(now_s))
    return f"{stamp}{secrets.randbelow(10**9):09}{secrets.token_hex(4)}"


async def _named(request: web.Request, response: web.StreamResponse) -> None:
    response.headers[REQUEST_ID_HEADER] = request.get(_REQUEST_ID, "")


async def _models(request: web.Request) -> web.StreamResponse:
    return web.json_response(listing())


async def _redirected(request: web.Request) -> web.StreamResponse:
    return web.Response(status=301, headers={"Location": "/"})


async def _paged(request: web.Request) -> web.StreamResponse:
    return web.Response(text=_PAGE, content_type="text/html")
