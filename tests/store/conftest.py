"""Share what the tests of the store need: a folder for data and a private keyring."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.keyring_session import KeyringSession, open_session
from voicedesk.store.history import History


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def file(folder: Path) -> Path:
    return folder / "history.db"


@pytest.fixture
def history(file: Path) -> Iterator[History]:
    opened = History(file, patience_s=0.1)
    yield opened
    opened.close()


@pytest.fixture
def keyring_session(tmp_path: Path) -> Iterator[KeyringSession]:
    with open_session(tmp_path / "session") as session:
        yield session
