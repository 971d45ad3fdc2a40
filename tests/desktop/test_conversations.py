"""Conversations in the running program by keyboard alone: begin, search, name, delete, and gone for good."""

import sqlite3
from collections.abc import Callable
from contextlib import closing

import pytest

from tests.desktop.program import Program
from tests.desktop.sound import wait_for

pytestmark = [pytest.mark.desktop, pytest.mark.timeout(180)]

STORED = "SELECT title, pinned, deleted_us IS NOT NULL FROM conversations ORDER BY id"


def conversations(program: Program) -> list[tuple[str, int, int]]:
    database = program.home / "data" / "history.db"
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        return list(connection.execute(STORED))


def sounds(program: Program) -> list[str]:
    return sorted(file.name for file in (program.home / "data" / "answers").iterdir())


def test_a_person_keeps_their_conversations_in_order_by_keyboard(
    start_program: Callable[..., Program],
) -> None:
    program = start_program("--practice")
    program.focus()
    program.wait_to_see("Hold Space to talk")
    program.ask("Tell me about owls")
    first = program.wait_for_turns(1)[0]
    program.screen.press("ctrl+n")
    program.ask("Tell me about dogs")
    second = program.wait_for_turns(2)[1]

    program.screen.press("ctrl+k")
    program.screen.type("owls")
    program.wait_to_see("Tell me about owls. Tell me about owls. Today")
    program.screen.press("Return")
    program.screen.press("ctrl+k")
    program.screen.press("Escape")
    program.wait_to_see("Tell me about owls, open")

    program.screen.press("F6")
    program.screen.press("F6")
    program.screen.press("F2")
    program.screen.type("Night birds")
    program.screen.press("Return")
    program.wait_to_see("Night birds, open")
    assert conversations(program) == [("Night birds", 0, 0), ("", 0, 0)]

    program.screen.press("Delete")
    program.wait_to_see("Conversation deleted.")
    wait_for(lambda: [row[2] for row in conversations(program)] == [1, 0], "it is marked as deleted")
    assert sounds(program) == [f"{first.number}.pcm", f"{second.number}.pcm"], "it could be taken back"
    assert program.end() == 0

    again = start_program("--practice")
    again.focus()
    wait_for(lambda: len(conversations(again)) == 1, "what was deleted is destroyed at the next start")
    assert [turn.number for turn in again.turns()] == [second.number]
    assert sounds(again) == [f"{second.number}.pcm"]
    assert again.end() == 0
    assert "Traceback" not in again.log()
