"""The service starts lightly, ends at once, keeps its limits, and notes what arrived without the key."""

import asyncio
import base64
import json
import signal
import socket
import subprocess
import sys
import threading
import time
from contextlib import closing

import aiohttp
import pytest

from tests.practice.calling import Caller, question, sound, spoken, typed, wav
from tests.practice.conftest import AT_ONCE, Start
from voicedesk.practice.options import PracticeOptions, Script
from voicedesk.practice.service import PracticeService

# A token takes 100 s, so no write would notice in time that the client went away.
SLOW = Script(first_token_ms=0, pace=0.0005)
DEADLINE_S = 20.0


def practice_threads() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == "practice"]


def open_stream(caller: Caller) -> socket.socket:
    """A client that has read the head of a very slow answer."""
    host, port = caller.endpoint.base_url.removeprefix("http://").removesuffix("/v1").split(":")
    body = json.dumps(question(typed("hello"))).encode()
    client = socket.create_connection((host, int(port)), DEADLINE_S)
    client.sendall(
        f"POST /v1/chat/completions HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {caller.endpoint.key}\r\n"
        f"Content-Length: {len(body)}\r\n\r\n".encode()
        + body
    )
    assert client.recv(15) == b"HTTP/1.1 200 OK"
    return client


def test_stop_ends_open_streams_and_the_thread(start: Start) -> None:
    caller = start(PracticeOptions(script=SLOW))
    with closing(open_stream(caller)) as client:
        caller.service.stop()
        assert practice_threads() == []
        try:
            while client.recv(65_536):
                pass
        except ConnectionResetError:
            pass


def test_stop_may_be_repeated_and_precede_the_start() -> None:
    service = PracticeService()
    service.stop()
    service.start()
    service.stop()
    service.stop()
    assert practice_threads() == []


def test_every_service_has_a_key_of_its_own(start: Start) -> None:
    one, other = start(PracticeOptions()), start(PracticeOptions())
    assert one.endpoint.key.startswith("sk-practice-")
    assert one.endpoint.key != other.endpoint.key
    assert one.endpoint.key not in repr(one.endpoint)
    assert one.get("/models", key=other.endpoint.key).status == 401


def test_a_taken_port_is_reported_by_start() -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as taken, pytest.raises(OSError):
        PracticeService(port=taken.getsockname()[1]).start()
    for thread in practice_threads():
        thread.join(DEADLINE_S)
    assert practice_threads() == []


def test_one_stream_too_many_is_refused_until_a_client_goes_away(start: Start) -> None:
    caller = start(PracticeOptions(script=SLOW, most_streams=1))
    with closing(open_stream(caller)):
        caller.service.use(AT_ONCE)
        answered = caller.chat(question(typed("me too")))
        assert (answered.status, answered.error["code"]) == (429, "rate_limit_exceeded")
    deadline = time.monotonic() + DEADLINE_S
    while (answered := caller.chat(question(typed("me too")))).status == 429:
        assert time.monotonic() < deadline, "the place of a client that went away was never given up"
    assert answered.status == 200


def test_requests_are_noted_without_the_key(caller: Caller) -> None:
    before = time.monotonic()
    body = question(spoken(wav(sound(0.5))))
    caller.chat(body)
    caller.upload(wav(sound(0.5)), language="en")
    caller.get("/models", key="sk-wrong")
    chat, upload, models = caller.service.received()
    assert (chat.method, chat.path, chat.json) == ("POST", "/v1/chat/completions", body)
    assert chat.byte_count == len(json.dumps(body))
    assert upload.form == {"model": "whisper-1", "language": "en"}
    assert upload.byte_count > 24_000
    assert (models.path, models.byte_count) == ("/v1/models", 0)
    assert before <= chat.completed_at <= upload.completed_at <= models.completed_at <= time.monotonic()
    assert "authorization" not in {name.lower() for name in chat.headers}
    assert caller.endpoint.key not in repr(caller.service.received())


def test_nothing_is_noted_unless_asked_for(start: Start) -> None:
    caller = start(PracticeOptions(script=AT_ONCE))
    caller.get("/models")
    assert caller.service.received() == ()


def test_many_streams_at_once_each_get_their_own_sound(start: Start) -> None:
    caller = start(PracticeOptions(script=Script(first_token_ms=0, pace=50)))

    async def ask(session: aiohttp.ClientSession, value: int) -> bytes:
        body = json.dumps(question(spoken(wav(sound(1, value))), stream=False))
        async with session.post(f"{caller.endpoint.base_url}/chat/completions", data=body) as response:
            return await response.read()

    async def ask_all() -> list[bytes]:
        headers = {"Authorization": f"Bearer {caller.endpoint.key}"}
        async with aiohttp.ClientSession(headers=headers) as session:
            return await asyncio.gather(*(ask(session, value) for value in range(101, 109)))

    answers = [json.loads(body)["choices"][0]["message"]["audio"] for body in asyncio.run(ask_all())]
    assert len({answer["id"] for answer in answers}) == 8
    for value, answer in zip(range(101, 109), answers, strict=True):
        assert sound(1, value) in base64.b64decode(answer["data"])


def test_nothing_heavy_is_imported_before_the_start() -> None:
    seen = "import sys, voicedesk.practice.service; print(sorted({'aiohttp', 'numpy'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", seen], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_it_runs_alone_from_the_command_line() -> None:
    command = [sys.executable, "-m", "voicedesk.practice"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        told = json.loads(process.stdout.readline())
        process.send_signal(signal.SIGTERM)
        assert process.wait(DEADLINE_S) == 0
        assert process.stderr.read() == ""
    assert told["base_url"].startswith("http://127.0.0.1:")
    assert told["key"].startswith("sk-practice-")
