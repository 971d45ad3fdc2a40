"""One question: the transcript as it streams, the answer saved, the ending told by the status."""

import json
import signal
import socket
import subprocess
import sys
import threading
import wave
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from tests.cli.conftest import LIMIT_S, Program, Serve, variables_for
from tests.cli.sounds import write
from voicedesk.practice.options import Script

AT_ONCE = Script(first_token_ms=0, pace=0)
KEYS = {"cost", "state", "heard", "transcript", "audio_seconds", "audio_id", "usage", "model", "problem"}


def test_the_transcript_goes_to_standard_output(program: Program, serve: Serve) -> None:
    ended = program.run("ask", "how", "are", "you?", "--no-play", variables=variables_for(serve(AT_ONCE)))
    assert (ended.status, ended.stderr) == (0, "")
    assert ended.stdout.endswith("You wrote: “how are you?”\n")


def test_without_a_loudspeaker_the_answer_is_shown_all_the_same(program: Program, serve: Serve) -> None:
    ended = program.run("ask", "hello", variables=variables_for(serve(AT_ONCE)))
    assert ended.status == 0
    assert "hello" in ended.stdout
    assert ["No loudspeaker was found." in line for line in ended.stderr.splitlines()] == [True]


def test_a_spoken_question_is_answered_saved_and_described(program: Program, serve: Serve) -> None:
    question, answer = write(program.home / "in.wav", 1.5), program.home / "out.wav"
    ended = program.run(
        "ask", "--audio", question, "--save-audio", answer, "--no-play", "--json",
        variables=variables_for(serve(AT_ONCE)),
    )  # fmt: skip
    told = json.loads(ended.stdout)
    assert (ended.status, ended.stderr, set(told)) == (0, "", KEYS)
    assert (told["state"], told["problem"], told["model"]) == ("done", None, "gpt-audio-1.5")
    assert told["heard"].startswith("(practice: ")
    assert told["audio_id"].startswith("audio_")
    assert set(told["usage"]) == {"text_in", "audio_in", "text_out", "audio_out", "cached_in"}
    with wave.open(str(answer)) as sound:
        assert (sound.getframerate(), sound.getnchannels(), sound.getsampwidth()) == (24_000, 1, 2)
        assert sound.getnframes() / 24_000 == pytest.approx(told["audio_seconds"], abs=0.001)
        assert sound.getnframes() > 0


def test_without_a_key_it_is_practice_and_says_so(program: Program) -> None:
    ended = program.run("ask", "hello", "--no-play")
    assert ended.status == 0
    assert "hello" in ended.stdout
    assert "There is no key, so this is practice" in ended.complaints[-1]


def test_a_refused_key_fails_with_its_advice(program: Program, serve: Serve) -> None:
    refused = {**variables_for(serve(AT_ONCE)), "COMETAPI_KEY": "sk-wrong"}
    ended = program.run("ask", "hello", "--no-play", "--json", variables=refused)
    told = json.loads(ended.stdout)
    assert (ended.status, told["state"], told["transcript"]) == (1, "failed", "")
    assert told["problem"]["kind"] == "key_refused"
    assert told["problem"]["title"]
    assert told["problem"]["advice"]


STREAM = """HTTP/1.1 200 OK
Content-Type: text/event-stream
Transfer-Encoding: chunked

"""
BUSY = """HTTP/1.1 429 Too Many Requests
Retry-After: 0
Content-Length: 0

"""


def streamed(text: str, finish_reason: str | None) -> str:
    """Begin to stream an answer, in one piece and without the end of the stream."""
    delta = {"audio": {"id": "audio_1", "transcript": text, "data": "AAAAAAAA"}}
    choices = [{"index": 0, "delta": delta, "finish_reason": finish_reason}]
    event = f"data: {json.dumps({'choices': choices})}\n\n"
    return with_line_ends(STREAM) + f"{len(event):x}\r\n{event}\r\n"


def with_line_ends(head: str) -> str:
    """Write the head of an answer as HTTP wants it."""
    return head.replace("\n", "\r\n")


@contextmanager
def hanging_up_after(*answers: str) -> Iterator[str]:
    """Answer one question after the other, and hang up behind each answer."""
    waiting = list(answers)

    def serve() -> None:
        while True:
            try:
                connection, _ = listening.accept()
            except OSError:
                return
            with connection:
                received = b""
                while b"}" not in received[-8:]:
                    received += (more := connection.recv(1 << 16))
                    if not more:
                        break
                if received.startswith(b"POST"):
                    connection.sendall(waiting.pop(0).encode())

    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=serve)
        thread.start()
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}/v1"
        finally:
            listening.shutdown(socket.SHUT_RDWR)
            thread.join()


def test_an_answer_that_breaks_off_is_kept_and_called_interrupted(program: Program) -> None:
    with hanging_up_after(streamed("Half an ans", None)) as base_url:
        ended = program.run(
            "ask", "hello", "--no-play", "--base-url", base_url, variables={"COMETAPI_KEY": "sk-test"}
        )
    assert (ended.status, ended.stdout) == (3, "Half an ans\n")
    assert len(ended.complaints) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
def test_ctrl_c_ends_the_answer_and_keeps_what_came(program: Program, serve: Serve) -> None:
    slow = Script(first_token_ms=0, pace=0.5)
    environment = program.environment | variables_for(serve(slow))
    with subprocess.Popen(
        [*program.command, "ask", "hello", "--no-play"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment,
    ) as running:  # fmt: skip
        assert running.stdout
        first = running.stdout.read(1)
        running.send_signal(signal.SIGINT)
        _, stderr = running.communicate(timeout=LIMIT_S)
    assert first
    assert running.returncode == 3
    assert stderr == ""


def test_an_answer_that_cannot_be_saved_is_not_asked_for(program: Program) -> None:
    target = Path("missing") / "out.wav"
    ended = program.run("ask", "hello", "--save-audio", target, "--base-url", "http://127.0.0.1:9/v1")
    assert (ended.status, ended.stdout) == (2, "")
    assert ended.stderr.startswith(f"voicedesk: “{target}” could not be written (the folder is missing).")
    assert len(ended.stderr.splitlines()) == 1


def test_an_answer_that_cannot_be_saved_is_told_to_scripts_too(program: Program) -> None:
    ended = program.run("ask", "hello", "--save-audio", Path("missing") / "out.wav", "--practice", "--json")
    told = json.loads(ended.stdout)
    assert (ended.status, set(told), told["state"]) == (2, KEYS, "failed")
    assert told["problem"]["kind"] == "export_failed"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_an_answer_that_the_disk_did_not_keep_is_not_said_to_be_saved(program: Program) -> None:
    small = replace(program, largest_file_kib=128)  # the database fits, four seconds of sound do not
    ended = small.run("ask", "hello", "--save-audio", "out.wav", "--practice", "--no-play", "--json")
    told = json.loads(ended.stdout)
    assert (ended.status, told["state"], told["problem"]["kind"]) == (2, "done", "export_failed")
    assert "out.wav" in ended.complaints[-1]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_a_question_that_does_not_fit_on_the_disk_is_not_said_to_be_kept(program: Program) -> None:
    small = replace(program, largest_file_kib=128)
    question = write(program.home / "in.flac", 20.0)
    ended = small.run("ask", "--audio", question, "--practice", "--no-play", "--json")
    told = json.loads(ended.stdout)
    assert (ended.status, told["state"], told["problem"]["kind"]) == (2, "failed", "bad_file")
    assert list((program.home / "kept" / "data" / "recordings").iterdir()) == []


def test_an_answer_that_had_to_wait_is_done_without_a_problem(program: Program) -> None:
    with hanging_up_after(with_line_ends(BUSY), streamed("Here I am.", "stop")) as base_url:
        ended = program.run(
            "ask", "hello", "--no-play", "--json", "--base-url", base_url,
            variables={"COMETAPI_KEY": "sk-test"},
        )  # fmt: skip
    told = json.loads(ended.stdout)
    assert (ended.status, told["state"], told["transcript"]) == (0, "done", "Here I am.")
    assert told["problem"] is None
