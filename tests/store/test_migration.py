"""A file of an older version is brought up to date whole or not at all, and only after it was copied."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import apsw
import pytest

from tests.store.turns import plain_turn
from voicedesk.core.archive import Heading
from voicedesk.core.units import ConversationId, TurnId
from voicedesk.store.connection import connect
from voicedesk.store.history import History
from voicedesk.store.schema import MIGRATIONS, Migration, migrate, version_of


def _add_a_column(connection: apsw.Connection) -> None:
    connection.execute("ALTER TABLE turns ADD COLUMN mood TEXT")
    connection.execute("UPDATE turns SET mood = 'calm'")
    connection.execute("CREATE INDEX turns_by_mood ON turns(mood)")


def _fail(connection: apsw.Connection) -> None:
    connection.execute("ALTER TABLE turns ADD COLUMN mood TEXT")
    raise apsw.FullError("in the middle")


NEWER: tuple[Migration, ...] = (*MIGRATIONS, _add_a_column)
NOW = len(MIGRATIONS)


@pytest.fixture
def older(file: Path) -> Iterator[apsw.Connection]:
    """A file of this version with a turn in it, older than the one that is made up here."""
    history = History(file)
    history.save(plain_turn(1))
    history.close()
    connection = connect(file, lambda: 0.0)
    yield connection
    connection.close()


def test_S5_an_older_file_is_copied_then_brought_up_to_date(older: apsw.Connection, file: Path) -> None:
    migrate(older, file, NEWER)
    assert version_of(older) == NOW + 1
    assert older.execute("SELECT asked, mood FROM turns").fetchall() == [("hello", "calm")]
    copy = History(file.with_name(f"history-before-{NOW + 1}.db"))
    assert copy.remark is None
    assert copy.latest()
    copy.close()


def test_S5_a_failing_migration_leaves_the_old_file(older: apsw.Connection, file: Path) -> None:
    with pytest.raises(apsw.FullError):
        migrate(older, file, (*MIGRATIONS, _fail))
    assert version_of(older) == NOW
    assert "mood" not in str(older.execute("SELECT sql FROM sqlite_schema WHERE name = 'turns'").get)


def test_S5_a_file_that_is_up_to_date_is_left_alone(older: apsw.Connection, file: Path) -> None:
    migrate(older, file)
    assert sorted(path.suffix for path in file.parent.iterdir() if "before" in path.name) == []


def test_S5_the_first_version_keeps_its_conversations_and_learns_to_pin_and_to_delete(file: Path) -> None:
    file.parent.mkdir()
    connection = connect(file, lambda: 0.0)
    migrate(connection, file, MIGRATIONS[:1])
    connection.execute("INSERT INTO conversations(id, title) VALUES (7, 'Owls')")
    connection.execute(
        "INSERT INTO turns(number, conversation, asked, typed, answered, answer_frames, model) "
        "VALUES (8, 7, 'What do owls eat?', 0, 'Mice.', 0, '')"
    )
    connection.close()
    history = History(file)
    assert history.remark is None
    assert history.conversations(5) == (
        Heading(ConversationId(7), "Owls", "What do owls eat?", 1, TurnId(8)),
    )
    assert [hit.turn for hit in history.search("mice", 5)] == [8]
    history.pin(ConversationId(7), True)
    history.delete(ConversationId(7))
    assert history.conversations(5) == ()
    history.close()


KILLED = """
import os, pathlib, sys
from tests.store.test_migration import NEWER
from voicedesk.store.connection import connect
from voicedesk.store.schema import migrate
left = int(sys.argv[2])
def count(cursor, statement, bindings):
    global left
    left -= 1
    if left < 0:
        os.kill(os.getpid(), 9)
    return True
connection = connect(pathlib.Path(sys.argv[1]), lambda: 0.0)
connection.exec_trace = count
migrate(connection, pathlib.Path(sys.argv[1]), NEWER)
print("migrated")
"""


@pytest.mark.slow
def test_S7_killed_at_any_statement_the_file_has_the_old_or_the_new_version(file: Path) -> None:
    history = History(file)
    history.save(plain_turn(1))
    history.close()
    versions = []
    for statement in range(40):
        killed = _migrate_and_kill(file, statement)
        connection = connect(file, lambda: 0.0)
        version, schema = (
            version_of(connection),
            str(connection.execute("SELECT group_concat(sql) FROM sqlite_schema").get),
        )
        connection.close()
        assert ("mood" in schema) == ("turns_by_mood" in schema) == (version == NOW + 1)
        versions.append(version)
        if not killed:
            break
    assert versions[0] == NOW
    assert versions[-1] == NOW + 1
    assert len(versions) > 5


def _migrate_and_kill(file: Path, statement: int) -> bool:
    environment = {"PYTHONPATH": str(Path(__file__).parents[2]), "PATH": os.environ.get("PATH", "")}
    command = [sys.executable, "-c", KILLED, str(file), str(statement)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=30, check=False)
    assert done.returncode in (0, -9), done.stderr
    return done.returncode == -9
