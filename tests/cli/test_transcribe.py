"""A recording of any length is written down; what was paid for once is never sent again."""

import json
import signal
import subprocess
import sys
from pathlib import Path
from threading import Event

import pytest

from tests.cli.conftest import LIMIT_S, Program
from tests.cli.far_end import Answer, FarEnd, far_end, refused, written_down
from tests.cli.sounds import write

LONG_S = 130.0
PIECES = 3
"""60 s and a little each, and the rest."""
MARK = " missing]"
KEPT = "voicedesk: 1 of 3 pieces are done and kept; run the same command again to finish.\n"


@pytest.fixture(scope="module")
def long_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("sound") / "a long talk.flac", LONG_S)


@pytest.fixture(scope="module")
def short_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("sound") / "short.wav", 2.0)


def ready(number: int, body: bytes) -> Answer:
    return written_down(f"words & {number}")


def variables(end: FarEnd) -> dict[str, str]:
    return {"COMETAPI_BASE_URL": end.base_url, "COMETAPI_KEY": "sk-test"}


def test_practice_writes_a_long_file_down_and_says_that_it_is_practice(
    program: Program, long_file: Path
) -> None:
    ended = program.run("transcribe", long_file, "--practice", "--json")
    assert ended.status == 0
    assert ended.complaints == ["voicedesk: This is practice: the words are not from the real service."]
    told = json.loads(ended.stdout)
    assert set(told) == {"state", "text", "language", "duration_seconds", "segments", "pieces", "problem"}
    assert (told["state"], told["problem"], told["duration_seconds"]) == ("done", None, LONG_S)
    assert len(told["pieces"]) == PIECES
    assert told["pieces"][0]["start"] == 0
    assert told["pieces"][-1]["end"] == LONG_S
    assert all(piece["text"].startswith("(practice: ") for piece in told["pieces"])


def test_a_piece_that_failed_is_marked_and_the_only_one_sent_again(program: Program, long_file: Path) -> None:
    def failing_once(number: int, body: bytes) -> Answer:
        return refused(502, "bad gateway") if number == 2 else ready(number, body)

    with far_end(failing_once) as end:
        first = program.run("transcribe", long_file, variables=variables(end))
        second = program.run("transcribe", long_file, variables=variables(end))
        assert end.bodies[PIECES:] == [end.bodies[1]]
    assert first.status == 1
    assert first.stdout.count(MARK) == 1
    assert len(first.stdout.splitlines()) == PIECES
    assert "The service has trouble (502)." in first.complaints[0]
    assert first.complaints[1:] == [
        "voicedesk: 2 of 3 pieces are done and kept; run the same command again to finish."
    ]
    assert (second.status, second.stderr) == (0, "")
    assert sorted(second.stdout.splitlines()) == ["words & 1", "words & 3", "words & 4"]


def test_what_is_done_and_printed_is_forgotten(program: Program, short_file: Path) -> None:
    with far_end(ready) as end:
        printed = [program.run("transcribe", short_file, variables=variables(end)).stdout for _ in range(2)]
    assert printed == ["words & 1\n", "words & 2\n"]


def test_another_wish_is_another_job(program: Program, long_file: Path) -> None:
    def first_only(number: int, body: bytes) -> Answer:
        return ready(number, body) if number == 1 else refused(401, "Invalid token")

    with far_end(first_only) as end:
        program.run("transcribe", long_file, variables=variables(end))
        sent = len(end.bodies)
        other = program.run("transcribe", long_file, "--language", "en", variables=variables(end))
        assert len(end.bodies) > sent
    assert "0 of 3 pieces" in other.stderr


def test_nothing_is_printed_as_text_where_no_piece_is_done(program: Program, short_file: Path) -> None:
    with far_end(lambda number, body: refused(401, "Invalid token")) as end:
        ended = program.run("transcribe", short_file, variables=variables(end))
    assert (ended.status, ended.stdout) == (1, "")
    assert "The key was not accepted." in ended.complaints[0]
    assert "0 of 1 pieces" in ended.complaints[1]


def test_a_failure_is_told_in_json_too(program: Program, short_file: Path) -> None:
    with far_end(lambda number, body: refused(401, "Invalid token")) as end:
        ended = program.run("transcribe", short_file, "--format", "json", variables=variables(end))
    told = json.loads(ended.stdout)
    assert (ended.status, told["state"], told["problem"]["kind"]) == (1, "failed", "key_refused")
    assert [piece["state"] for piece in told["pieces"]] == ["missing"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
@pytest.mark.parametrize(
    ("ending", "status", "said"),
    [
        pytest.param(signal.SIGINT, 130, KEPT, id="by-the-person"),
        pytest.param(signal.SIGKILL, -signal.SIGKILL, "", id="by-a-power-cut"),
    ],
)
def test_what_is_done_is_kept_when_the_program_ends(
    program: Program, long_file: Path, ending: signal.Signals, status: int, said: str
) -> None:
    release = Event()

    def one_then_silence(number: int, body: bytes) -> Answer:
        if number in (2, 3):
            release.wait(LIMIT_S)
        return ready(number, body)

    with far_end(one_then_silence) as end:
        environment = program.environment | variables(end)
        command = [*program.command, "transcribe", str(long_file)]
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
        ) as running:
            end.wait_for(PIECES)  # two are sent at once, so the first one is kept when the third comes
            running.send_signal(ending)
            stdout, stderr = running.communicate(timeout=LIMIT_S)
        release.set()
        again = program.run("transcribe", long_file, variables=variables(end))
        assert sorted(end.bodies[PIECES:]) == sorted(end.bodies[1:PIECES])
    assert (running.returncode, stdout, stderr, again.status) == (status, "", said, 0)
    assert "words & 1" in again.stdout.splitlines()


@pytest.mark.parametrize(
    ("form", "opening"), [("srt", "1\n00:00:00,500 --> "), ("vtt", "WEBVTT\n\n00:00:00.500 --> ")]
)
def test_subtitles_keep_to_the_recording(program: Program, short_file: Path, form: str, opening: str) -> None:
    with far_end(ready) as end:
        ended = program.run("transcribe", short_file, "--format", form, variables=variables(end))
    assert ended.status == 0
    assert ended.stdout.startswith(opening)
    mark = "," if form == "srt" else "."
    last = [line for line in ended.stdout.splitlines() if "-->" in line][-1]
    assert last == f"00:00:01{mark}999 --> 00:00:02{mark}000"


def test_a_model_without_times_gives_one_subtitle_a_piece_and_that_is_said(
    program: Program, short_file: Path
) -> None:
    flags = ["--format", "srt", "--model", "gpt-4o-transcribe"]
    with far_end(lambda number, body: (200, {"text": "all of it"})) as end:
        ended = program.run("transcribe", short_file, *flags, variables=variables(end))
    assert ended.stdout == "1\n00:00:00,000 --> 00:00:02,000\nall of it\n"
    assert [line.startswith("voicedesk: gpt-4o-transcribe gives no times") for line in ended.complaints] == [
        True
    ]


def test_a_store_that_is_damaged_costs_nothing_but_the_pieces_in_it(
    program: Program, short_file: Path
) -> None:
    store = program.home / "kept" / "data" / "jobs.db"
    store.parent.mkdir(parents=True)
    store.write_bytes(b"\x17" * 20_000)
    with far_end(ready) as end:
        ended = program.run("transcribe", short_file, variables=variables(end))
    assert (ended.status, ended.stdout) == (0, "words & 1\n")
    assert store.with_name("jobs-broken-1.db").exists()


def test_where_nothing_can_be_kept_nothing_is_paid_for(program: Program, short_file: Path) -> None:
    (program.home / "kept" / "data" / "jobs.db").mkdir(parents=True)
    with far_end(ready) as end:
        ended = program.run("transcribe", short_file, variables=variables(end))
        assert end.bodies == []
    assert (ended.status, ended.stdout) == (1, "")
    assert len(ended.complaints) == 1
