"""Hold the client and the open connections for one base URL."""

import logging
import ssl
from collections.abc import Callable

import httpx2
from openai import AsyncOpenAI

from voicedesk.api.addresses import host_of
from voicedesk.api.failures import Situation
from voicedesk.api.guard import WITHOUT_KEY, GuardTransport
from voicedesk.api.limits import Limits
from voicedesk.api.proxies import Proxy
from voicedesk.api.route import Route
from voicedesk.core.problems import Kind, Trouble, trouble
from voicedesk.core.secret import Secret

WARM_FOR_S = 20.0
_KEPT_FOR_S = 120.0
_CONNECTIONS = 8
_NOT_THE_KEY = "written by the guard"

_LOG = logging.getLogger(__name__)

for _library in ("openai", "httpx2", "httpcore2"):  # at DEBUG they log whole bodies, with what somebody said
    logging.getLogger(_library).setLevel(logging.WARNING)


def secure_context() -> ssl.SSLContext:
    """Trust what the system trusts, from TLS 1.2 on."""
    context = httpx2.create_ssl_context()
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context


class Line:
    """One client for one base URL, with connections that are kept open between turns."""

    def __init__(
        self,
        base_url: str,
        key: Callable[[], Secret | None],
        limits: Limits,
        tls: ssl.SSLContext,
        proxy: Proxy | None,
        now: Callable[[], float],
        wall_clock: Callable[[], float],
    ) -> None:
        self._base_url = base_url
        self._key = key
        self._now = now
        self._wall_clock = wall_clock
        self._used_at = float("-inf")
        self._route = Route(host_of(base_url), proxy)
        guard = GuardTransport(_transport(tls, self._route), base_url, self._route, key, limits)
        self._http = httpx2.AsyncClient(
            transport=guard, follow_redirects=False, trust_env=False, timeout=httpx2.Timeout(None)
        )
        self._client = client_over(base_url, self._http)

    def client(self) -> AsyncOpenAI:
        """Give the client for a request; without a key for this address there is none."""
        if self._key() is None:
            raise trouble(Kind.KEY_MISSING)
        self._used_at = self._now()
        return self._client

    def situation(self, model: str) -> Situation:
        """Describe what is being done, for whoever has to explain a failure."""
        return Situation(self._route, model, self._wall_clock, self._key())

    async def warm_up(self) -> None:
        """Open a connection by a request that has neither body, key nor cost; silent about failures."""
        if self._now() - self._used_at < WARM_FOR_S:
            return
        self._used_at = self._now()
        try:
            await self._http.head(f"{self._base_url}/models", headers={WITHOUT_KEY: "1"})
        except (httpx2.HTTPError, Trouble, OSError) as error:
            _LOG.debug("no connection could be made ready: %s", type(error).__name__)

    async def close(self) -> None:
        """Close all connections."""
        await self._http.aclose()


def client_over(base_url: str, http: httpx2.AsyncClient) -> AsyncOpenAI:
    """Make the library's client so that nothing of it comes from its own environment variables."""
    client = AsyncOpenAI(
        api_key=_NOT_THE_KEY, base_url=base_url, http_client=http, max_retries=0, timeout=None
    )
    client.organization = client.project = client.admin_api_key = client.webhook_secret = None
    return client


def _transport(tls: ssl.SSLContext, route: Route) -> httpx2.AsyncHTTPTransport:
    pool = httpx2.Limits(
        max_connections=_CONNECTIONS, max_keepalive_connections=_CONNECTIONS, keepalive_expiry=_KEPT_FOR_S
    )
    try:
        return httpx2.AsyncHTTPTransport(
            verify=tls, trust_env=False, limits=pool, proxy=route.proxy.url if route.proxy else None
        )
    except (ImportError, ValueError, httpx2.InvalidURL) as error:
        raise Trouble(route.unreachable(detail=f"unusable proxy: {error}")) from error
