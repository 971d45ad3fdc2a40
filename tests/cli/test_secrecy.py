"""The key is in one header of one request, and in nothing that the program writes, prints or starts."""

import os
import stat
from pathlib import Path

from tests.cli.conftest import KEY, Program, Serve, variables_for
from tests.cli.far_end import far_end, refused
from tests.cli.sounds import write
from voicedesk.practice.options import Script

SPY = """#!/bin/sh
{ echo "$@"; env; } >> "$SPIED"
"""


def test_p2_a_key_that_the_service_repeats_is_nowhere_to_be_found(program: Program) -> None:
    sound = write(program.home / "in.wav", 1.0)
    commands = [
        ["ask", "hello", "--no-play"],
        ["ask", "hello", "--no-play", "--json"],
        ["transcribe", str(sound), "--json"],
        ["key", "status", "--json"],
    ]
    with far_end(lambda number, body: refused(401, f"Invalid token: Bearer {KEY}")) as end:
        variables = {"COMETAPI_BASE_URL": end.base_url, "COMETAPI_KEY": KEY}
        runs = [program.run(*command, variables=variables) for command in commands]
        assert end.keys == {f"Bearer {KEY}"}
    assert [KEY in run.stdout + run.stderr for run in runs] == [False] * len(commands)
    assert [file for file in program.files() if KEY.encode() in file.read_bytes()] == []


def test_p2_a_key_that_works_is_in_no_file_and_nobody_else_can_read_any(
    program: Program, serve: Serve
) -> None:
    question = write(program.home / "in.wav", 1.0)
    endpoint = serve(Script(first_token_ms=0, pace=0))
    variables = variables_for(endpoint) | {"VOICEDESK_LOG": "DEBUG", "VOICEDESK_LANGUAGE": "zh_TW"}
    commands = [
        ["ask", "--audio", str(question), "--no-play"],
        ["transcribe", str(question)],
        *(
            ["history", "export", "-o", f"exported.{ending}"]
            for ending in ("md", "txt", "json", "srt", "wav")
        ),
    ]
    runs = [program.run(*command, variables=variables) for command in commands]
    assert [run.status for run in runs] == [0] * len(commands)
    assert {"history.db", "voicedesk.log", "exported.json"} <= {path.name for path in program.files()}
    assert [path for path in program.files() if endpoint.key.encode() in path.read_bytes()] == []
    kept = (program.home / "kept").rglob("*")
    assert [path for path in kept if path.stat().st_mode & 0o077] == []


def test_p2_what_doctor_starts_is_not_shown_the_key(program: Program, tmp_path: Path) -> None:
    spied = tmp_path / "spied"
    spy = tmp_path / "bin" / "ldd"
    spy.parent.mkdir()
    spy.write_text(SPY)
    spy.chmod(stat.S_IRWXU)
    ended = program.run(
        "doctor", "--practice",
        variables={
            "PATH": f"{spy.parent}{os.pathsep}{program.environment['PATH']}",
            "SPIED": str(spied), "COMETAPI_KEY": KEY, "QT_QPA_PLATFORM": "offscreen",
        },
    )  # fmt: skip
    assert "libqoffscreen" in spied.read_text()
    assert KEY not in spied.read_text() + ended.stdout + ended.stderr
