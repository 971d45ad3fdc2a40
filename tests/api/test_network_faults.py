"""Every fault of the network ends in a named problem, keeps what was received, and spoils no later turn."""

import asyncio
import errno
import json
import os
import socket
import ssl
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import trustme

from tests.api.asking import CANARY, HASTY, PATIENT, SMALL, Outcome, asked, question, run, service_for
from tests.api.wire import (
    CREATED,
    PCM,
    TEXT,
    Reply,
    Wire,
    answered,
    chunk,
    event,
    raw,
    refused,
    said,
    silent,
    sound,
    spoken_chunks,
    stream_of,
    streamed,
)
from voicedesk.api.limits import Limits
from voicedesk.core.phrases import Phrase
from voicedesk.core.problem_texts import advice_for, title_of
from voicedesk.core.problems import Kind, Problem

ERROR_OBJECT = {"error": {"message": "The upstream failed.", "type": "server_error", "code": "server_error"}}
BEGUN = stream_of(spoken_chunks()[:4], done=False)
BEGUN_TEXT = "Sure, let me"
PAGE = b"<html><body>Welcome to the hotel</body></html>"


@dataclass(frozen=True)
class Fault:
    """What the server does, and what has to come of it."""

    id: str
    reply: Reply
    kind: Kind
    values: dict[str, str] = field(default_factory=dict)
    text: str = ""
    limits: Limits = PATIENT


FAULTS = [
    Fault("N3-reset-mid-stream", streamed(BEGUN, end="reset"), Kind.CONNECTION_LOST, text=BEGUN_TEXT),
    Fault("N3-closed-before-answer", raw(b"", close=True), Kind.CONNECTION_LOST),
    Fault("N9-captive-portal", answered(200, PAGE, "text/html; charset=utf-8"), Kind.SIGN_IN_PAGE),
    Fault("N9-network-authentication", answered(511, PAGE, "text/html"), Kind.SIGN_IN_PAGE),
    Fault("N10-portal-302", answered(302, b"", "", "location: http://login.example/"), Kind.SIGN_IN_PAGE),
    Fault(
        "N11-redirect-307",
        answered(307, b"", "", "location: https://evil.example/v1"),
        Kind.REDIRECTED,
        {"host": "evil.example"},
    ),
    Fault(
        "N11-redirect-308",
        answered(308, b"", "", "location: //evil.example/v1"),
        Kind.REDIRECTED,
        {"host": "evil.example"},
    ),
    Fault("N11-redirect-garbage", answered(307, b"", "", "location: http://[::bad"), Kind.REDIRECTED),
    Fault("N11-wrong-path-301", answered(301, b"", "", "location: /login"), Kind.WRONG_ADDRESS),
    Fault("N12-slow-loris", streamed(BEGUN, end="drip"), Kind.STALLED, text=BEGUN_TEXT, limits=HASTY),
    Fault("N13-keep-alive-only", streamed(BEGUN, end="ping"), Kind.STALLED, text=BEGUN_TEXT, limits=HASTY),
    Fault("N13-keep-alive-before-answer", streamed(b": PING\n\n", end="ping"), Kind.NO_ANSWER, limits=HASTY),
    Fault(
        "N12-never-ends",
        streamed(BEGUN, end="chatter"),
        Kind.CUT_OFF,
        text=BEGUN_TEXT,
        limits=Limits(total_s=0.5),
    ),
    Fault("N14-never-answers", silent, Kind.NO_ANSWER, limits=HASTY),
    Fault("N14-headers-only", streamed(b"\n", end="hang"), Kind.NO_ANSWER, limits=HASTY),
    Fault("N16-cut-mid-chunk", streamed(BEGUN, end="cut"), Kind.CUT_OFF, text=BEGUN_TEXT),
    Fault("N17-clean-cut", streamed(BEGUN, end="close"), Kind.CUT_OFF, text=BEGUN_TEXT),
    Fault("N17-no-done", streamed(BEGUN), Kind.CUT_OFF, text=BEGUN_TEXT),
    Fault("N18-empty-200", answered(200, b"", ""), Kind.EMPTY_ANSWER),
    Fault("N18-empty-stream", streamed(b""), Kind.EMPTY_ANSWER),
    Fault("N18-done-only", streamed(event("[DONE]")), Kind.EMPTY_ANSWER),
    Fault("N19-error-in-200", answered(200, json.dumps(ERROR_OBJECT).encode()), Kind.SERVICE_TROUBLE),
    Fault("N19-other-json-in-200", answered(200, b'{"choices":[]}'), Kind.UNREADABLE),
    Fault("N19-broken-json-in-200", answered(200, b"[" * 100_000), Kind.UNREADABLE),
    Fault("N20-error-event", streamed(BEGUN + event(ERROR_OBJECT)), Kind.SERVICE_TROUBLE, text=BEGUN_TEXT),
    Fault(
        "N20-error-event-with-status",
        streamed(BEGUN + event({"error": {"code": 402, "message": "pay"}})),
        Kind.CREDIT_USED_UP,
        text=BEGUN_TEXT,
    ),
    Fault(
        "N20-error-event-bare",
        streamed(BEGUN + b'event: error\ndata: {"message":"It broke.","code":"oops"}\n\n'),
        Kind.REJECTED,
        {"message": "It broke."},
        text=BEGUN_TEXT,
    ),
    Fault(
        "N20-error-event-text",
        streamed(BEGUN + event({"error": "boom"})),
        Kind.REJECTED,
        {"message": "boom"},
        text=BEGUN_TEXT,
    ),
    Fault("N23-bad-json", streamed(BEGUN + b"data: {bad\n\n"), Kind.UNREADABLE, text=BEGUN_TEXT),
    Fault(
        "N24-invalid-utf8", streamed(BEGUN + b'data: {"a":"\xff\xfe"}\n\n'), Kind.UNREADABLE, text=BEGUN_TEXT
    ),
    Fault(
        "N25-deep-nesting",
        streamed(BEGUN + b"data: " + b"[" * 20_000 + b"\n\n"),
        Kind.UNREADABLE,
        text=BEGUN_TEXT,
    ),
    Fault(
        "N25-giant-integer",
        streamed(BEGUN + b"data: " + b"1" * 5_000 + b"\n\n"),
        Kind.UNREADABLE,
        text=BEGUN_TEXT,
    ),
    Fault(
        "N26-compressed",
        answered(200, b"\x1f\x8b\x08", "text/event-stream", "content-encoding: gzip"),
        Kind.COMPRESSED,
    ),
    Fault(
        "N26-unknown-encoding",
        answered(200, b"x", "text/event-stream", "content-encoding: zstd"),
        Kind.COMPRESSED,
    ),
    Fault(
        "N27-huge-delta",
        streamed(BEGUN + event(sound(bytes(150_000)))),
        Kind.TOO_LARGE,
        text=BEGUN_TEXT,
        limits=SMALL,
    ),
    Fault("N27-no-newline", streamed(BEGUN + b"x" * 200_000), Kind.TOO_LARGE, text=BEGUN_TEXT, limits=SMALL),
    Fault(
        "N27-huge-body",
        streamed(BEGUN + b": filler\n" * 70_000),
        Kind.TOO_LARGE,
        text=BEGUN_TEXT,
        limits=SMALL,
    ),
    Fault(
        "N27-much-sound",
        streamed(BEGUN + stream_of([sound(bytes(9_000))] * 3)),
        Kind.TOO_LARGE,
        text=BEGUN_TEXT,
        limits=SMALL,
    ),
    Fault(
        "N28-huge-header",
        raw(b"HTTP/1.1 200 OK\r\nx-filler: " + b"a" * 2_000_000 + b"\r\n\r\n"),
        Kind.UNREADABLE,
    ),
    Fault("N28-no-http", raw(b"SSH-2.0-OpenSSH_9.6\r\n\r\n", close=True), Kind.UNREADABLE),
    Fault(
        "N29-bad-request",
        refused(400, "Unknown parameter."),
        Kind.REJECTED,
        {"message": "Unknown parameter."},
    ),
    Fault(
        "N29-500-of-our-making",
        refused(500, "messages missing", "invalid_request"),
        Kind.REJECTED,
        {"message": "messages missing"},
    ),
    Fault("N30-key-refused", refused(401, f"bad key {CANARY}"), Kind.KEY_REFUSED),
    Fault("N31-payment-required", refused(402), Kind.CREDIT_USED_UP),
    Fault("N31-balance-in-403", refused(403, "Insufficient account balance"), Kind.CREDIT_USED_UP),
    Fault("N31-quota-code-in-403", refused(403, "no", "insufficient_user_quota"), Kind.CREDIT_USED_UP),
    Fault(
        "N31-quota-in-429",
        refused(429, "You exceeded your current quota", "insufficient_quota", "retry-after: 1"),
        Kind.CREDIT_USED_UP,
    ),
    Fault(
        "N32-not-allowed",
        refused(403, "denied", "permission_denied"),
        Kind.NOT_ALLOWED,
        {"model": "gpt-audio-1.5"},
    ),
    Fault(
        "N33-model-missing-404",
        refused(404, "no", "model_not_found"),
        Kind.MODEL_MISSING,
        {"model": "gpt-audio-1.5"},
    ),
    Fault(
        "N33-model-missing-503",
        refused(
            503,
            "no available channel for group default and model x (distributor)",
            "model_not_found",
            "retry-after: 1",
        ),
        Kind.MODEL_MISSING,
    ),
    Fault(
        "N33-no-such-path",
        refused(404, "Invalid URL (POST /v1/chat)"),
        Kind.WRONG_ADDRESS,
        {"host": "127.0.0.1"},
    ),
    Fault("N33-page-404", answered(404, PAGE, "text/html"), Kind.WRONG_ADDRESS, {"host": "127.0.0.1"}),
    Fault("N34-request-timeout", refused(408), Kind.GATEWAY_TIMEOUT, {"status": "408"}),
    Fault("N34-conflict", refused(409), Kind.BUSY),
    Fault("N35-too-large", refused(413), Kind.RECORDING_TOO_LARGE),
    Fault("N36-media-type", refused(415), Kind.FORMAT_REFUSED),
    Fault("N36-unprocessable-audio", refused(422, "audio format unknown"), Kind.FORMAT_REFUSED),
    Fault(
        "N36-unsupported-format",
        refused(400, "This model does not support the format you provided.", "unsupported_format"),
        Kind.FORMAT_REFUSED,
    ),
    Fault("N36-unprocessable-other", refused(422, "bad number"), Kind.REJECTED),
    Fault(
        "N38-busy-for-an-hour",
        refused(429, "slow down", "", "retry-after: 3600"),
        Kind.BUSY,
        {
            "when": Phrase.AT_CLOCK,
            "clock": f"{datetime.fromtimestamp(CREATED + 3600, UTC).astimezone():%H:%M}",
        },
    ),
    Fault(
        "N38-busy-until-a-date",
        refused(
            429,
            "slow down",
            "",
            f"retry-after: {datetime.fromtimestamp(CREATED + 30, UTC):%a, %d %b %Y %H:%M:%S GMT}",
        ),
        Kind.BUSY,
        {"when": Phrase.IN_SECONDS, "seconds": "30"},
    ),
    Fault(
        "N38-busy-negative",
        refused(429, "slow down", "", "retry-after: -5"),
        Kind.BUSY,
        {"when": Phrase.IN_A_MOMENT},
    ),
    Fault(
        "N38-busy-garbage",
        refused(429, "slow down", "", "retry-after: soon"),
        Kind.BUSY,
        {"when": Phrase.IN_A_MOMENT},
    ),
    Fault(
        "N38-busy-giant",
        refused(429, "slow down", "", "retry-after: " + "9" * 400),
        Kind.BUSY,
        {"when": Phrase.IN_A_MOMENT},
    ),
    Fault("N39-500", refused(500), Kind.SERVICE_TROUBLE, {"status": "500"}),
    Fault("N39-502", answered(502, b"Bad gateway", "text/plain"), Kind.SERVICE_TROUBLE, {"status": "502"}),
    Fault("N39-503", refused(503), Kind.SERVICE_TROUBLE, {"status": "503"}),
    Fault("N39-504", refused(504), Kind.GATEWAY_TIMEOUT, {"status": "504"}),
    Fault("N40-524-page", answered(524, PAGE, "text/html"), Kind.GATEWAY_TIMEOUT, {"status": "524"}),
    Fault("N40-520-page", answered(520, PAGE, "text/html"), Kind.SERVICE_TROUBLE, {"status": "520"}),
    Fault(
        "N40-endless-page", answered(503, PAGE * 20_000, "text/html"), Kind.SERVICE_TROUBLE, {"status": "503"}
    ),
]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.id)
def test_a_fault_has_a_name_keeps_what_came_and_does_not_last(fault: Fault) -> None:
    async def turns() -> tuple[Outcome, Outcome, int]:
        async with Wire(fault.reply) as wire, service_for(wire.base_url, fault.limits) as service:
            first = await asked(service, question(wire.base_url))
            sent = len(wire.posts)
            return first, await asked(service, question(wire.base_url)), sent

    first, second, sent = run(turns())
    assert first.problem
    assert first.problem.kind is fault.kind, first.problem
    assert fault.values.items() <= first.problem.values.items()
    assert first.text == fault.text
    assert sent == 1, "nothing is sent twice"
    assert_presentable(first.problem)
    assert_ordinary(second)


def assert_presentable(problem: Problem) -> None:
    shown = title_of(problem) + advice_for(problem) + repr(problem)
    assert CANARY not in shown
    assert "Traceback" not in shown
    assert "<html" not in shown
    assert "–" not in title_of(problem), "every place in the sentence is filled"


def assert_ordinary(outcome: Outcome) -> None:
    assert outcome.problem is None
    assert (outcome.text, outcome.pcm) == (TEXT, PCM)
    assert outcome.closed.complete


@pytest.mark.parametrize(
    ("stream", "text"),
    [
        pytest.param([*spoken_chunks()[:3], *spoken_chunks()[2:]], "Sure,, let me see.", id="N21-duplicated"),
        pytest.param([*spoken_chunks()[:2], *spoken_chunks()[3:]], "Sure let me see.", id="N22-missing"),
        pytest.param([*spoken_chunks()[:-2], *reversed(spoken_chunks()[-2:])], TEXT, id="N22-reordered"),
    ],
)
def test_repeated_or_missing_chunks_do_not_stop_an_answer(stream: list[dict], text: str) -> None:
    async def turn() -> Outcome:
        async with Wire(streamed(stream_of(stream))) as wire, service_for(wire.base_url) as service:
            return await asked(service, question(wire.base_url))

    outcome = run(turn())
    assert (outcome.text, outcome.pcm, outcome.problem) == (text, PCM, None)
    assert outcome.closed.complete


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(stream_of(spoken_chunks()).replace(b"\n", b"\r\n"), id="N24-crlf"),
        pytest.param(stream_of(spoken_chunks()).replace(b"\n", b"\r"), id="N24-cr-only"),
        pytest.param(stream_of(spoken_chunks()).replace(b"data: ", b"data:"), id="N24-no-space"),
        pytest.param(b"\n\n: hello\n\nid: 1\nretry: 5\n" + stream_of(spoken_chunks()), id="N24-comments"),
        pytest.param(
            stream_of([*spoken_chunks()[:1], chunk(choices=[], note="\ud800"), *spoken_chunks()[1:]]),
            id="N25-lone-surrogate-elsewhere",
        ),
    ],
)
def test_unusual_but_valid_streams_are_read(content: bytes) -> None:
    async def turn() -> Outcome:
        async with Wire(streamed(content)) as wire, service_for(wire.base_url) as service:
            return await asked(service, question(wire.base_url))

    assert_ordinary(run(turn()))


def test_a_lone_surrogate_in_the_text_is_replaced() -> None:  # N25
    async def turn() -> Outcome:
        stream = streamed(stream_of([said("a\ud800b"), *spoken_chunks()[-2:]]))
        async with Wire(stream) as wire, service_for(wire.base_url) as service:
            return await asked(service, question(wire.base_url))

    assert run(turn()).text == "a?b"


def test_a_host_that_cannot_be_found_is_named(monkeypatch: pytest.MonkeyPatch) -> None:  # N1
    def nowhere(*_: object, **__: object) -> list[object]:
        raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")

    monkeypatch.setattr(socket, "getaddrinfo", nowhere)
    problem = run(problem_at("https://api.example.com/v1"))
    assert (problem.kind, problem.values) == (Kind.OFFLINE, {"host": "api.example.com"})


def test_a_refused_connection_is_named() -> None:  # N2
    problem = run(problem_at(f"http://127.0.0.1:{unused_port()}/v1"))
    assert (problem.kind, problem.values) == (Kind.REFUSED, {"host": "127.0.0.1"})


def test_a_network_without_a_way_is_named(monkeypatch: pytest.MonkeyPatch) -> None:  # N3
    async def no_way(*_: object, **__: object) -> None:
        raise OSError(errno.ENETUNREACH, os.strerror(errno.ENETUNREACH))

    monkeypatch.setattr(asyncio.BaseEventLoop, "create_connection", no_way)
    assert run(problem_at("http://127.0.0.1:9/v1")).kind is Kind.UNREACHABLE


def test_broken_ipv6_does_not_hide_working_ipv4(monkeypatch: pytest.MonkeyPatch) -> None:  # N42
    real = socket.getaddrinfo

    def six_first(host: str, port: int, *rest: Any, **more: Any) -> list:
        if host != "localhost":
            return real(host, port, *rest, **more)
        tcp = (socket.SOCK_STREAM, socket.IPPROTO_TCP, "")
        return [
            (socket.AF_INET6, *tcp, ("::1", unused_port(), 0, 0)),
            (socket.AF_INET, *tcp, ("127.0.0.1", port)),
        ]

    async def turn() -> Outcome:
        async with Wire(host="localhost") as wire, service_for(wire.base_url) as service:
            monkeypatch.setattr(socket, "getaddrinfo", six_first)
            return await asked(service, question(wire.base_url))

    assert_ordinary(run(turn()))


@pytest.mark.parametrize(
    ("name", "before", "after", "reason"),
    [
        pytest.param("other.example", -1, 1, "another name", id="N4-wrong-name"),
        pytest.param("localhost", -20, -10, "expired", id="N4-expired"),
        pytest.param("localhost", 10, 20, "not valid yet", id="N5-clock-wrong"),
    ],
)
def test_a_bad_certificate_is_refused(
    authority: trustme.CA, name: str, before: int, after: int, reason: str
) -> None:
    now = datetime.now(UTC)
    certificate = authority.issue_cert(
        name, not_before=now + timedelta(days=before), not_after=now + timedelta(days=after)
    )
    problem, requests = run(problem_over_tls(certificate, trusting(authority)))
    assert problem.kind is Kind.INSECURE
    assert problem.values["host"] == "localhost"
    assert reason in problem.values["reason"]
    assert problem.values["clock"].startswith(f"{datetime.fromtimestamp(CREATED, UTC).astimezone():%Y-%m-%d}")
    assert requests == 0
    assert_presentable(problem)


def test_an_unknown_authority_is_refused(authority: trustme.CA) -> None:  # N4
    problem, requests = run(problem_over_tls(authority.issue_cert("localhost"), trusting(trustme.CA())))
    assert (problem.kind, requests) == (Kind.INSECURE, 0)
    assert "authority" in problem.values["reason"]


def test_a_good_certificate_is_accepted(authority: trustme.CA) -> None:
    async def turn() -> Outcome:
        server = server_side(authority.issue_cert("localhost"))
        async with (
            Wire(tls=server, host="localhost") as wire,
            service_for(wire.base_url, tls=trusting(authority)) as service,
        ):
            return await asked(service, question(wire.base_url))

    assert_ordinary(run(turn()))


@pytest.mark.parametrize(
    "greeting",
    [
        pytest.param(b"HTTP/1.1 400 Bad Request\r\n\r\n", id="N6-plain-http"),
        pytest.param(bytes(range(256)), id="N6-garbage"),
        pytest.param(b"", id="N6-closed"),
    ],
)
def test_a_port_without_tls_is_named(greeting: bytes, authority: trustme.CA) -> None:
    async def greet(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(greeting)
        await writer.drain()
        writer.close()

    async def turn() -> Problem:
        server = await asyncio.start_server(greet, "127.0.0.1", 0)
        async with server:
            port = server.sockets[0].getsockname()[1]
            return await problem_at(f"https://localhost:{port}/v1", tls=trusting(authority))

    problem = run(turn())
    assert (problem.kind, problem.values) == (Kind.NOT_TLS, {"host": "localhost"})


def test_a_silent_proxy_is_named_with_its_variable(monkeypatch: pytest.MonkeyPatch) -> None:  # N7
    port = unused_port()
    monkeypatch.setenv("HTTPS_PROXY", f"http://me:secret@127.0.0.1:{port}")
    problem = run(problem_at("https://api.example.com/v1"))
    assert problem.kind is Kind.PROXY_SILENT
    assert problem.values == {"proxy": f"127.0.0.1:{port}", "variable": "HTTPS_PROXY"}
    assert "secret" not in repr(problem)


def test_a_proxy_that_accepts_and_says_nothing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:  # N7
    assert run(problem_through_proxy(silent, monkeypatch, HASTY)).kind is Kind.PROXY_SILENT


def test_a_proxy_that_wants_a_password_is_named(monkeypatch: pytest.MonkeyPatch) -> None:  # N8
    reply = raw(b"HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 0\r\n\r\n")
    problem = run(problem_through_proxy(reply, monkeypatch, PATIENT))
    assert problem.kind is Kind.PROXY_PASSWORD
    assert problem.values["variable"] == "ALL_PROXY"


def test_this_computer_is_never_asked_for_through_a_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{unused_port()}")
    monkeypatch.setenv("ALL_PROXY", f"http://127.0.0.1:{unused_port()}")

    async def turn() -> Outcome:
        async with Wire() as wire, service_for(wire.base_url) as service:
            return await asked(service, question(wire.base_url))

    assert_ordinary(run(turn()))


def test_an_upload_that_nobody_takes_ends() -> None:  # N15
    async def turn() -> Problem:
        never = asyncio.Event()

        async def ignore(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            await never.wait()
            writer.close()

        server = await asyncio.start_server(ignore, "127.0.0.1", 0, limit=1024)
        async with server:
            base_url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/v1"
            try:
                return await problem_at(base_url, replace(HASTY, first_event_s=30), text="x" * 30_000_000)
            finally:
                never.set()

    assert run(turn()).kind is Kind.UPLOAD_STALLED


def test_a_redirect_carries_nothing_to_another_host() -> None:  # N11
    async def turn() -> tuple[Outcome, int]:
        async with Wire(host="localhost") as other:
            reply = answered(307, b"", "", f"location: {other.base_url}/chat/completions")
            async with Wire(reply) as wire, service_for(wire.base_url) as service:
                return await asked(service, question(wire.base_url)), other.connections

    outcome, connections = run(turn())
    assert outcome.problem
    assert (outcome.problem.kind, connections) == (Kind.REDIRECTED, 0)


def test_it_goes_on_after_all_connections_were_lost() -> None:  # N41
    async def turns() -> tuple[Outcome, Outcome]:
        async with Wire() as wire, service_for(wire.base_url) as service:
            await asked(service, question(wire.base_url))
            wire.cut_all()
            lost = await asked(service, question(wire.base_url))
            return lost, await asked(service, question(wire.base_url))

    first, second = run(turns())
    assert first.problem is None or first.problem.kind is Kind.CONNECTION_LOST
    assert_ordinary(second)


def test_it_waits_when_asked_to_for_a_moment_and_says_so() -> None:  # N37
    outcome, pauses, sent = run(answered_after(refused(429, "slow", "", "retry-after: 2")))
    assert [(part.seconds, part.attempt) for part in outcome.parts[:1]] == [(2.0, 1)]  # type: ignore[union-attr]
    assert (pauses, sent) == ([2.0], 2)
    assert outcome.text == TEXT


def test_it_waits_at_most_twice() -> None:  # N37
    busy = refused(503, "slow", "", "retry-after: 3")
    outcome, pauses, sent = run(answered_after(busy, busy, busy))
    assert (pauses, sent) == ([3.0, 3.0], 3)
    assert outcome.problem
    assert outcome.problem.kind is Kind.SERVICE_TROUBLE


@pytest.mark.parametrize("status", [408, 409, 500, 502, 504, 520, 524])  # N34, N39, N40
def test_P8_what_may_have_been_billed_is_not_asked_again_whoever_says_so(status: int) -> None:
    outcome, pauses, sent = run(answered_after(refused(status, "again", "", "retry-after: 1")))
    assert outcome.problem
    assert (pauses, sent) == ([], 1)


async def answered_after(*replies: Reply) -> tuple[Outcome, list[float], int]:
    pauses: list[float] = []

    async def sleep(seconds: float) -> None:
        pauses.append(seconds)

    async with Wire(*replies) as wire, service_for(wire.base_url, sleep=sleep) as service:
        outcome = await asked(service, question(wire.base_url))
        return outcome, pauses, len(wire.posts)


async def problem_at(
    base_url: str, limits: Limits = PATIENT, *, tls: ssl.SSLContext | None = None, text: str = "Hello?"
) -> Problem:
    async with service_for(base_url, limits, tls=tls) as service:
        outcome = await asked(service, question(base_url, text=text))
    assert outcome.problem
    assert_presentable(outcome.problem)
    return outcome.problem


async def problem_through_proxy(reply: Reply, monkeypatch: pytest.MonkeyPatch, limits: Limits) -> Problem:
    async with Wire(reply) as proxy:
        monkeypatch.setenv("ALL_PROXY", f"127.0.0.1:{proxy.port}")
        problem = await problem_at("https://api.example.com/v1", limits)
        assert [request.method for request in proxy.requests] == ["CONNECT"]
        return problem


async def problem_over_tls(certificate: trustme.LeafCert, trust: ssl.SSLContext) -> tuple[Problem, int]:
    async with Wire(tls=server_side(certificate), host="localhost") as wire:
        return await problem_at(wire.base_url, tls=trust), len(wire.requests)


def server_side(certificate: trustme.LeafCert) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate.configure_cert(context)
    return context


def trusting(authority: trustme.CA) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    authority.configure_trust(context)
    return context


def unused_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
