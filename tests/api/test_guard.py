"""The guard lets nothing out to a host that is not the service's own."""

import httpx2
import pytest

from tests.api.asking import CANARY, run
from voicedesk.api.guard import GuardTransport
from voicedesk.api.limits import Limits
from voicedesk.api.route import Route
from voicedesk.core.problems import Kind, Trouble
from voicedesk.core.secret import Secret

HOME = "https://api.example.com/v1"


def guarded(seen: list[httpx2.Request]) -> httpx2.AsyncClient:
    """Make a client whose requests end, behind the guard, in a list."""

    def keep(request: httpx2.Request) -> httpx2.Response:
        seen.append(request)
        return httpx2.Response(200, json={})

    inner = httpx2.MockTransport(keep)
    guard = GuardTransport(inner, HOME, Route("api.example.com"), lambda: Secret(CANARY), Limits())
    return httpx2.AsyncClient(transport=guard, trust_env=False)


@pytest.mark.parametrize(
    "url",
    [
        "https://evil.example/v1/models",
        "http://api.example.com/v1/models",
        "https://api.example.com:8443/v1/models",
        "https://api.example.com.evil.example/v1",
    ],
)
def test_a_foreign_address_gets_nothing(url: str) -> None:
    seen: list[httpx2.Request] = []

    async def call() -> None:
        async with guarded(seen) as client:
            await client.post(url, content=b"sound")

    with pytest.raises(Trouble) as raised:
        run(call())
    assert (raised.value.problem.kind, seen) == (Kind.REDIRECTED, [])


def test_its_own_address_gets_the_key_and_no_cookie() -> None:
    seen: list[httpx2.Request] = []

    async def call() -> None:
        async with guarded(seen) as client:
            await client.post(
                f"{HOME}/models", headers={"cookie": "a=1", "x-stainless-os": "Linux"}, content=b"sound"
            )

    run(call())
    [request] = seen
    assert request.headers["authorization"] == f"Bearer {CANARY}"
    assert not {"cookie", "x-stainless-os"} & set(request.headers)
