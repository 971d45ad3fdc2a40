"""The key goes to one host only, connections are ready and reused, and nothing comes from outside."""

import asyncio
import logging
import subprocess
import sys
from dataclasses import replace

import pytest

from tests.api.asking import CANARY, Outcome, asked, question, run, service_for
from tests.api.wire import TEXT, Request, Wire, answered, refused, silent, streamed
from voicedesk.api.client import CometService
from voicedesk.api.credentials import Credentials
from voicedesk.api.line import secure_context
from voicedesk.core.conversation import Clip
from voicedesk.core.exchange import TranscriptionWish
from voicedesk.core.problems import Kind, Trouble
from voicedesk.core.secret import Secret

SENT_HEADERS = {
    "host",
    "connection",
    "accept",
    "accept-encoding",
    "content-type",
    "content-length",
    "user-agent",
}


def test_the_key_travels_in_one_header_and_few_others_do() -> None:
    [sent] = run(sent_by_one_turn())
    assert sent.headers["authorization"] == f"Bearer {CANARY}"
    assert set(sent.headers) == SENT_HEADERS | {"authorization"}
    assert sent.headers["accept-encoding"] == "identity"


def test_variables_meant_for_another_client_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-other")
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    monkeypatch.setenv("OPENAI_ORG_ID", "org-other")
    monkeypatch.setenv("OPENAI_PROJECT_ID", "proj-other")
    monkeypatch.setenv("OPENAI_ADMIN_KEY", "sk-admin")
    monkeypatch.setenv("OPENAI_CUSTOM_HEADERS", "Authorization: Bearer sk-other\nX-Other: 1")
    [sent] = run(sent_by_one_turn())
    assert sent.headers["authorization"] == f"Bearer {CANARY}"
    assert set(sent.headers) == SENT_HEADERS | {"authorization"}


async def sent_by_one_turn() -> list[Request]:
    async with Wire() as wire, service_for(wire.base_url) as service:
        assert (await asked(service, question(wire.base_url))).text == TEXT
        return wire.posts


def test_a_key_for_one_address_is_not_sent_to_another() -> None:
    async def turn() -> tuple[Outcome, int]:
        async with Wire() as home, Wire() as other, service_for(home.base_url) as service:
            return await asked(service, question(other.base_url)), other.connections

    outcome, connections = run(turn())
    assert outcome.problem
    assert (outcome.problem.kind, connections) == (Kind.KEY_MISSING, 0)


def test_a_replaced_key_is_used_from_the_next_request_on() -> None:
    async def turns() -> list[Request]:
        async with Wire() as wire, service_for(wire.base_url) as service:
            await asked(service, question(wire.base_url))
            service.use(Credentials(wire.base_url, Secret("sk-second")))
            await asked(service, question(wire.base_url))
            service.use(None)
            assert (await asked(service, question(wire.base_url))).problem
            return wire.posts

    assert [sent.headers["authorization"] for sent in run(turns())] == [
        f"Bearer {CANARY}",
        "Bearer sk-second",
    ]


def test_it_moves_from_one_service_to_another() -> None:
    async def turns() -> list[str]:
        async with Wire() as first, Wire() as second, service_for(first.base_url) as service:
            texts = [(await asked(service, question(first.base_url))).text]
            service.use(Credentials(second.base_url, Secret("sk-second")))
            return [*texts, (await asked(service, question(second.base_url))).text]

    assert run(turns()) == [TEXT, TEXT]


def test_the_key_is_in_no_log_and_no_description(caplog: pytest.LogCaptureFixture, clip: Clip) -> None:
    caplog.set_level(logging.DEBUG)

    async def turns() -> list[str]:
        replies = [refused(401, f"{CANARY} is wrong"), refused(400, CANARY), streamed(b"data: {bad\n\n")]
        async with Wire(*replies) as wire, service_for(wire.base_url) as service:
            seen = [repr(await asked(service, question(wire.base_url, clip=clip))) for _ in range(4)]
            return [*seen, repr(service), repr(vars(service))]

    text = "".join(run(turns())) + caplog.text + "".join(str(record.__dict__) for record in caplog.records)
    assert caplog.records, "something was logged"
    assert CANARY not in text
    assert CANARY.removeprefix("sk-") not in text
    assert "input_audio" not in caplog.text


def test_warming_up_opens_the_connection_that_the_request_uses() -> None:
    async def turn() -> tuple[int, list[Request]]:
        async with Wire() as wire, service_for(wire.base_url) as service:
            await service.warm_up(wire.base_url)
            await service.warm_up(wire.base_url)
            await asked(service, question(wire.base_url))
            return wire.connections, wire.requests

    connections, requests = run(turn())
    assert connections == 1
    assert [request.method for request in requests] == ["HEAD", "POST"]
    assert "authorization" not in requests[0].headers


def test_a_failing_warm_up_is_silent() -> None:
    async def turn() -> None:
        async with service_for("http://127.0.0.1:9/v1") as service:
            await service.warm_up("http://127.0.0.1:9/v1")
            await service.warm_up("not an address")

    run(turn())


def test_turns_share_one_connection() -> None:
    async def turns() -> int:
        async with Wire() as wire, service_for(wire.base_url) as service:
            for _ in range(5):
                await asked(service, question(wire.base_url))
            return wire.connections

    assert run(turns()) == 1


def test_preparing_needs_no_network_and_no_key() -> None:
    async def turn() -> None:
        service = CometService(tls=secure_context)
        await service.prepare("https://api.example.com/v1")
        await service.prepare("ftp://nowhere")
        await service.close()

    run(turn())


def test_a_bad_address_is_named_before_anything_is_sent() -> None:
    async def turn() -> Outcome:
        async with service_for("http://127.0.0.1:9/v1") as service:
            return await asked(service, question("http://api.example.com/v1"))

    outcome = run(turn())
    assert outcome.problem
    assert outcome.problem.kind is Kind.BAD_ADDRESS


def test_many_addresses_do_not_pile_up() -> None:
    async def turns() -> list[str]:
        async with Wire() as wire, service_for(wire.base_url) as service:
            for number in range(8):
                await service.warm_up(f"{wire.base_url}/{number}")
            return [(await asked(service, question(wire.base_url))).text]

    assert run(turns()) == [TEXT]


@pytest.mark.parametrize(
    ("body", "names"),
    [
        (b'{"object":"list","data":[{"id":"b"},{"id":"a"},{"id":"a"},{"id":7},null]}', ["a", "b"]),
        (b'{"data":null}', []),
        (b"[]", []),
    ],
)
def test_models_are_listed(body: bytes, names: list[str]) -> None:
    async def turn() -> list[str]:
        async with Wire(answered(200, body)) as wire, service_for(wire.base_url) as service:
            return await service.list_models(wire.base_url)

    assert run(turn()) == names


def test_listing_models_checks_the_key() -> None:
    async def turn() -> list[str]:
        async with Wire(refused(401)) as wire, service_for(wire.base_url) as service:
            return await service.list_models(wire.base_url)

    with pytest.raises(Trouble) as raised:
        run(turn())
    assert raised.value.problem.kind is Kind.KEY_REFUSED


def test_a_turn_and_the_own_words_run_side_by_side(clip: Clip) -> None:
    async def turn() -> tuple[str, str]:
        heard = answered(200, b'{"text":"What is this?"}')
        async with Wire(heard) as wire, service_for(wire.base_url) as service:
            words = asyncio.create_task(
                service.transcribe(clip, TranscriptionWish("whisper-1"), wire.base_url)
            )
            await wire.asked.wait()
            outcome = await asked(service, question(wire.base_url, clip=clip))
            return (await words).text, outcome.text

    assert run(turn()) == ("What is this?", TEXT)


def test_closing_while_an_answer_is_awaited_ends_it() -> None:
    async def turn() -> Outcome:
        async with Wire(silent) as wire, service_for(wire.base_url) as service:
            waiting = asyncio.create_task(asked(service, question(wire.base_url)))
            await wire.asked.wait()
            waiting.cancel()
            await asyncio.wait([waiting])
            return await asked(service, replace(question(wire.base_url), text="again"))

    assert run(turn()).text == TEXT


BOMB = """
import asyncio, gzip, resource, sys
from tests.api.asking import asked, question, service_for
from tests.api.wire import Wire, answered

def peak_mib():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024

async def main():
    bomb = gzip.compress(bytes(1 << 20)) * 300
    replies = [answered(200, bomb, "text/event-stream", "content-encoding: gzip")]
    async with Wire(*replies) as wire, service_for(wire.base_url) as service:
        await service.prepare(wire.base_url)
        before = peak_mib()
        outcome = await asked(service, question(wire.base_url))
        print(outcome.problem.kind.name, peak_mib() - before)

asyncio.run(main())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="peak memory is read from the resource module")
def test_a_gzip_bomb_costs_no_memory() -> None:  # N26
    ran = subprocess.run(
        [sys.executable, "-c", BOMB], capture_output=True, text=True, check=False, timeout=60
    )
    assert ran.returncode == 0, ran.stderr
    kind, grown_mib = ran.stdout.split()
    assert kind == "COMPRESSED"
    assert int(grown_mib) < 64
