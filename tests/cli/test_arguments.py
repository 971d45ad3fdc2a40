"""What cannot be done is refused in one line, with status 2, before anything is sent."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Program
from tests.cli.sounds import write
from voicedesk.cli.arguments import parse

REFUSED = [
    (["frobnicate"], "frobnicate"),
    (["ask"], "ask needs either a text or --audio FILE"),
    (["ask", "hello", "--audio", "in.wav"], "ask needs either a text or --audio FILE"),
    (["ask", "--audio"], "--audio"),
    (["ask", "hello", "--frob"], "--frob"),
    (["ask", "hello", "--base-url", "ftp://example.org"], "ftp://example.org"),
    (["--base-url", "https://user:secret@example.org", "doctor"], "user name or password"),
    (["key"], "action"),
    (["key", "show"], "show"),
    (["transcribe"], "FILE"),
    (["transcribe", "in.wav", "--format", "doc"], "doc"),
]


@pytest.mark.parametrize(("arguments", "named"), REFUSED, ids=lambda value: "-".join(value) or "nothing")
def test_bad_arguments_are_named_in_one_line(
    arguments: list[str], named: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        parse(arguments)
    told = capsys.readouterr()
    assert (ended.value.code, told.out) == (2, "")
    assert len(told.err.splitlines()) == 1
    assert named in told.err
    assert "secret" not in told.err


def test_the_program_itself_ends_so(program: Program) -> None:
    ended = program.run("ask", "hello", "--base-url", "http://example.org")
    assert (ended.status, ended.stdout) == (2, "")
    assert len(ended.complaints) == len(ended.stderr.splitlines()) == 1


def test_a_bad_variable_is_refused_by_commands_and_keeps_no_window_shut(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COMETAPI_BASE_URL", "ftp://example.org")
    assert parse([]).options.base_url == "ftp://example.org"
    assert parse(["doctor"]).command == "doctor"
    with pytest.raises(SystemExit):
        parse(["ask", "hello"])


def test_common_flags_are_understood_before_and_after_the_command() -> None:
    before, after = parse(["--json", "--practice", "ask", "hi"]), parse(["ask", "hi", "--json", "--practice"])
    assert (before.json, before.practice) == (after.json, after.practice) == (True, True)


def _text(path: Path) -> None:
    path.write_text("These are words.")


def _folder(path: Path) -> None:
    path.mkdir()


def _missing(path: Path) -> None:
    assert not path.exists()


def _empty(path: Path) -> None:
    write(path, 0.0)


@pytest.mark.parametrize("command", [["transcribe"], ["ask", "--audio"]], ids=["transcribe", "ask"])
@pytest.mark.parametrize("make", [_text, _folder, _missing, _empty])
def test_bad_files_are_named_in_one_line(program: Program, command: list[str], make: object) -> None:
    file = program.home / "in.wav"
    make(file)  # type: ignore[operator]
    ended = program.run(*command, file)
    assert (ended.status, ended.stdout) == (2, "")
    assert len(ended.stderr.splitlines()) == 1
    assert "in.wav cannot be used" in ended.stderr


@pytest.mark.parametrize("command", [["transcribe"], ["ask", "--audio"]], ids=["transcribe", "ask"])
def test_a_bad_file_is_told_to_scripts_as_everything_else_is(program: Program, command: list[str]) -> None:
    ended = program.run(*command, program.home / "gone.wav", "--practice", "--json")
    told = json.loads(ended.stdout)
    assert (ended.status, told["state"], told["problem"]["kind"]) == (2, "failed", "bad_file")
    assert "gone.wav" in told["problem"]["title"]
    assert len(ended.stderr.splitlines()) == 1
