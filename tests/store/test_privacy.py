"""Nobody else can read what is stored, and the key is in no file, whatever was done."""

import logging
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.turns import full_turn, plain_turn
from voicedesk.core.settings import Settings
from voicedesk.core.units import TurnId
from voicedesk.store.answers import Answers
from voicedesk.store.history import History
from voicedesk.store.log import PrivateLog, RedactingFormatter
from voicedesk.store.places import Places, find_places
from voicedesk.store.secrets import KeyStore
from voicedesk.store.settings_file import SettingsFile

KEY = "sk-canary-1234567890abcdef"


@pytest.fixture(params=[0o000, 0o022, 0o077], ids=oct)
def umask(request: pytest.FixtureRequest) -> Iterator[None]:
    before = os.umask(request.param)
    yield
    os.umask(before)


@pytest.fixture
def places(tmp_path: Path) -> Places:
    found, _ = find_places({"VOICEDESK_HOME": str(tmp_path / "home")})
    return found


@pytest.mark.usefixtures("umask")
def test_T8_no_file_or_folder_is_open_to_others(tmp_path: Path) -> None:
    places, _ = find_places({"VOICEDESK_HOME": str(tmp_path / "home")})
    _use_everything(places)
    history = History(places.database)  # with the write-ahead log and the shared memory beside it
    history.save(plain_turn(9))
    paths = [tmp_path / "home", *(tmp_path / "home").rglob("*")]
    names = {path.name for path in paths}
    assert {
        "history.db",
        "history.db-wal",
        "history.db-shm",
        "5.pcm",
        "settings.toml",
        "voicedesk.log",
    } <= names
    assert any("-broken" in name for name in names)
    assert [path for path in paths if path.stat().st_mode & 0o077] == []
    history.close()


def test_T8_files_that_were_open_to_others_are_closed_to_them(places: Places) -> None:
    History(places.database).close()
    places.database.chmod(0o644)
    places.data.chmod(0o755)
    History(places.database).close()
    assert places.database.stat().st_mode & 0o077 == 0
    assert places.data.stat().st_mode & 0o077 == 0


def test_T1_T2_the_key_is_in_no_file(places: Places, tmp_path: Path) -> None:
    _use_everything(places)
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert len(files) > 5
    assert [path for path in files if KEY.encode() in path.read_bytes()] == []


def _use_everything(places: Places) -> None:
    """Do with each part of the store what a day of work does, failures included."""
    formatter = RedactingFormatter()
    log = PrivateLog(places.log_file, formatter)
    keys = KeyStore(places.keyring_note, learned=formatter.learn, choose=lambda: None)
    keys.store("https://api.cometapi.com/v1", KEY)
    log.emit(log_record(f"the key {KEY}"))
    log.close()
    places.settings_file.write_text("broken [")
    SettingsFile(places.settings_file).load()
    SettingsFile(places.settings_file).save(Settings())
    History(places.database).close()
    places.database.write_bytes(b"damaged" * 1_000)
    history = History(places.database)
    history.save(full_turn(places.data))
    history.close()
    answers = Answers(places.answers)
    answers.append(TurnId(5), b"\x00\x00")
    answers.close()


def log_record(message: str) -> logging.LogRecord:
    return logging.LogRecord("test", logging.INFO, "", 0, message, None, None)
