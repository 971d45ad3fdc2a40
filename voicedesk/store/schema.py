"""Define the tables of the history and bring older files up to date."""

from collections.abc import Callable, Sequence
from pathlib import Path

import apsw

from voicedesk.store.private import make_file

Migration = Callable[[apsw.Connection], None]

APPLICATION_ID = 0x56446B31
"""Marks a file as ours, see https://www.sqlite.org/pragma.html#pragma_application_id."""

_TABLES = """
CREATE TABLE conversations(
    id INTEGER PRIMARY KEY,
    title TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE turns(
    number INTEGER PRIMARY KEY,
    conversation INTEGER NOT NULL REFERENCES conversations(id) ON DELETE CASCADE,
    asked TEXT NOT NULL,
    typed INTEGER NOT NULL,
    clip_turn INTEGER,
    clip_path ANY,
    clip_upload ANY,
    clip_frames INTEGER,
    clip_preroll_frames INTEGER,
    clip_lost_frames INTEGER,
    clip_peak_dbfs REAL,
    answered TEXT NOT NULL,
    answer_frames INTEGER NOT NULL,
    audio_id TEXT,
    expires_at INTEGER,
    model TEXT NOT NULL,
    text_in INTEGER,
    audio_in INTEGER,
    text_out INTEGER,
    audio_out INTEGER,
    cached_in INTEGER,
    heard_ms INTEGER,
    ending TEXT,
    problem TEXT
) STRICT;
CREATE INDEX turns_by_conversation ON turns(conversation, number);
CREATE INDEX turns_by_clip ON turns(clip_turn) WHERE clip_turn IS NOT NULL;
CREATE INDEX turns_open ON turns(number) WHERE ending IS NULL;
"""

_SEARCH = """
CREATE VIRTUAL TABLE turns_fts USING fts5(
    asked, answered, content='turns', content_rowid='number', tokenize='voicedesk_words'
);
INSERT INTO turns_fts(turns_fts, rank) VALUES('secure-delete', 1);
CREATE TRIGGER turns_added AFTER INSERT ON turns BEGIN
    INSERT INTO turns_fts(rowid, asked, answered) VALUES (new.number, new.asked, new.answered);
END;
CREATE TRIGGER turns_removed AFTER DELETE ON turns BEGIN
    INSERT INTO turns_fts(turns_fts, rowid, asked, answered)
    VALUES ('delete', old.number, old.asked, old.answered);
END;
CREATE TRIGGER turns_changed AFTER UPDATE OF asked, answered ON turns
WHEN old.asked IS NOT new.asked OR old.answered IS NOT new.answered BEGIN
    INSERT INTO turns_fts(turns_fts, rowid, asked, answered)
    VALUES ('delete', old.number, old.asked, old.answered);
    INSERT INTO turns_fts(rowid, asked, answered) VALUES (new.number, new.asked, new.answered);
END;
"""

_ABOUT_CONVERSATIONS = """
ALTER TABLE conversations ADD COLUMN pinned INTEGER NOT NULL DEFAULT 0;
ALTER TABLE conversations ADD COLUMN deleted_us INTEGER;
ALTER TABLE conversations ADD COLUMN summary TEXT NOT NULL DEFAULT '';
ALTER TABLE conversations ADD COLUMN summary_until INTEGER;
CREATE INDEX conversations_deleted ON conversations(id) WHERE deleted_us IS NOT NULL;
"""

_LEDGER = """
CREATE TABLE spent(
    id INTEGER PRIMARY KEY,
    at_us INTEGER NOT NULL,
    conversation INTEGER,
    turn INTEGER,
    model TEXT NOT NULL,
    text_in INTEGER NOT NULL,
    cached_in INTEGER NOT NULL,
    audio_in INTEGER NOT NULL,
    text_out INTEGER NOT NULL,
    audio_out INTEGER NOT NULL,
    written_down_ms INTEGER NOT NULL,
    voiced_characters INTEGER NOT NULL,
    counted INTEGER NOT NULL,
    practice INTEGER NOT NULL
) STRICT;
CREATE INDEX spent_by_time ON spent(at_us);
CREATE INDEX spent_by_conversation ON spent(conversation) WHERE conversation IS NOT NULL;
"""
"""What was spent; the turns it was spent for may be gone, so nothing refers to them."""


def _create(connection: apsw.Connection) -> None:
    connection.execute(_TABLES)
    connection.execute(_SEARCH)


def _tell_more_about_conversations(connection: apsw.Connection) -> None:
    connection.execute(_ABOUT_CONVERSATIONS)


def _keep_a_ledger(connection: apsw.Connection) -> None:
    connection.execute(_LEDGER)


MIGRATIONS: tuple[Migration, ...] = (_create, _tell_more_about_conversations, _keep_a_ledger)
"""The steps from each version to the next; a released step is never changed."""


def version_of(connection: apsw.Connection) -> int:
    """Read which version of the schema a file has; 0 is an empty file."""
    return int(connection.pragma("user_version"))


def is_foreign(connection: apsw.Connection) -> bool:
    """Tell whether the file is a database of some other program."""
    tables = connection.execute("SELECT count(*) FROM sqlite_schema").get
    return bool(tables) and connection.pragma("application_id") != APPLICATION_ID


def migrate(connection: apsw.Connection, file: Path, steps: Sequence[Migration] = MIGRATIONS) -> None:
    """Bring a file up to date in one transaction, after copying it when it holds anything."""
    version = version_of(connection)
    if version >= len(steps):
        return
    if version:
        back_up(connection, file.with_name(f"{file.stem}-before-{len(steps)}.db"))
    with connection:
        for step in steps[version:]:
            step(connection)
        connection.pragma("application_id", APPLICATION_ID)
        connection.pragma("user_version", len(steps))


def back_up(connection: apsw.Connection, target: Path) -> None:
    """Copy the whole database; a copy that was interrupted is never mistaken for a whole one."""
    draft = target.with_name(f"{target.name}.new")
    draft.unlink(missing_ok=True)
    make_file(draft)
    copy = apsw.Connection(str(draft))
    try:
        with copy.backup("main", connection, "main") as backup:
            backup.step()
    finally:
        copy.close()
    draft.replace(target)
