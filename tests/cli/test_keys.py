"""The key goes in by standard input, comes out nowhere, and without a safe store it is not kept."""

import json

import pytest

from tests.cli.conftest import KEY, Program

NO_STORE = "No safe place for the key was found."


def test_without_a_keyring_a_key_is_not_stored_and_that_is_said(program: Program) -> None:
    ended = program.run("key", "set", typed=f"{KEY}\n")
    assert (ended.status, ended.stdout) == (1, "")
    assert NO_STORE in ended.stderr
    assert KEY not in ended.stderr
    assert all(KEY.encode() not in file.read_bytes() for file in program.files())


def test_without_a_keyring_its_absence_is_the_answer(program: Program) -> None:
    ended = program.run("key", "status", "--json")
    told = json.loads(ended.stdout)
    assert (ended.status, told["status"], told["problem"]["kind"]) == (1, "failed", "no_keyring")


def test_a_key_in_the_environment_is_found_and_not_shown(program: Program) -> None:
    ended = program.run("key", "status", variables={"COMETAPI_KEY": KEY})
    assert (ended.status, ended.stdout, ended.stderr) == (0, "Key found in the environment.\n", "")


def test_a_key_that_is_not_there_can_be_deleted(program: Program) -> None:
    assert program.run("key", "delete").status == 0


@pytest.mark.parametrize("typed", ["", "\n", "hello\n", "sk-with blank\n", "sk-" + "x" * 20_000 + "\n"])
def test_what_cannot_be_a_key_is_refused_without_repeating_it(program: Program, typed: str) -> None:
    ended = program.run("key", "set", typed=typed)
    assert (ended.status, ended.stdout) == (1, "")
    assert len(ended.stderr.splitlines()) == 1
    assert "This does not look like a key" in ended.stderr
    assert not typed.strip() or typed.strip() not in ended.stderr
