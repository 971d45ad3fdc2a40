"""The key in a real keyring: stored, found, locked away, absent, and never in a store that is not safe."""

from pathlib import Path

import pytest

from tests.store.keyring_session import KeyringSession, bare_environment, run_key_store

URL = "https://api.cometapi.com/v1"
KEY = "sk-canary-1234567890abcdef"


def test_a_key_outlives_the_process_that_stored_it(keyring_session: KeyringSession) -> None:
    assert keyring_session.run(f"store@{URL}", typed=f" {KEY}\n") == ["stored"]
    assert keyring_session.run(f"find@{URL}") == [f"keyring {KEY}"]


def test_a_key_belongs_to_the_host_it_was_entered_for(keyring_session: KeyringSession) -> None:
    keyring_session.run(f"store@{URL}", typed=KEY)
    other = "https://api.example.org/v1"
    assert keyring_session.run(f"find@{other}", f"find@{URL}/other/path") == ["nothing", f"keyring {KEY}"]


def test_a_deleted_key_is_gone_and_may_be_deleted_again(keyring_session: KeyringSession) -> None:
    keyring_session.run(f"store@{URL}", typed=KEY)
    steps = (f"delete@{URL}", f"find@{URL}", f"delete@{URL}")
    assert keyring_session.run(*steps) == ["deleted", "nothing", "deleted"]


def test_a_locked_keyring_is_said_and_the_key_stays_in_it(keyring_session: KeyringSession) -> None:
    keyring_session.run(f"store@{URL}", typed=KEY)
    keyring_session.lock()
    assert keyring_session.run(f"find@{URL}") == ["KEYRING_LOCKED"]


def test_a_key_entered_while_the_keyring_is_locked_serves_this_session(
    keyring_session: KeyringSession,
) -> None:
    keyring_session.lock()
    steps = (f"store@{URL}", f"find@{URL}")
    assert keyring_session.run(*steps, typed=KEY) == ["KEY_NOT_SAVED", f"session {KEY}"]


def test_looking_for_a_key_makes_no_keyring_that_would_want_a_password(
    keyring_session: KeyringSession,
) -> None:
    keyring_session.forget_collection()
    assert keyring_session.run(f"find@{URL}", f"delete@{URL}") == ["nothing", "deleted"]


def test_without_a_bus_the_key_lives_until_the_program_ends(tmp_path: Path) -> None:
    environment = bare_environment(tmp_path)
    steps = (f"find@{URL}", f"store@{URL}", f"find@{URL}", f"delete@{URL}")
    expected = ["NO_KEYRING", "NO_KEYRING", f"session {KEY}", "deleted"]
    assert run_key_store(tmp_path, environment, *steps, typed=KEY) == expected


def _plaintext_package(home: Path, environment: dict[str, str]) -> None:
    """Install something like keyrings.alt: a store in plain text that announces itself to the library."""
    site = home / "site"
    information = site / "plain_keyring-1.0.dist-info"
    information.mkdir(parents=True)
    (information / "METADATA").write_text("Metadata-Version: 2.1\nName: plain-keyring\nVersion: 1.0\n")
    (information / "entry_points.txt").write_text("[keyring.backends]\nplain = plain_keyring\n")
    (site / "plain_keyring.py").write_text(_trap(home / "trap") + _PLAINTEXT)
    environment["PYTHONPATH"] = f"{Path(__file__).parents[2]}:{site}"


def _named_by_variable(home: Path, environment: dict[str, str]) -> None:
    _plaintext_package(home, environment)
    environment["PYTHON_KEYRING_BACKEND"] = "plain_keyring.Plain"


def _null_by_variable(home: Path, environment: dict[str, str]) -> None:
    environment["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"


def _empty_variable(home: Path, environment: dict[str, str]) -> None:
    environment["PYTHON_KEYRING_BACKEND"] = ""


def _named_by_file(home: Path, environment: dict[str, str]) -> None:
    (home / "evil").mkdir()
    (home / "evil" / "evil_keyring.py").write_text(_trap(home / "trap"))
    lines = ("[backend]", "default-keyring=evil_keyring.Keyring", f"keyring-path={home / 'evil'}")
    _write_configuration(home, "\n".join(lines).encode())


def _corrupt_file(home: Path, environment: dict[str, str]) -> None:
    _write_configuration(home, b"\x00\xff not a [section\n=")


def _write_configuration(home: Path, content: bytes) -> None:
    (home / "config" / "python_keyring").mkdir(parents=True)
    (home / "config" / "python_keyring" / "keyringrc.cfg").write_bytes(content)


def _trap(path: Path) -> str:
    return f"import pathlib\npathlib.Path({str(path)!r}).write_text('loaded')\n"


_PLAINTEXT = """
import os
from keyring.backend import KeyringBackend

class Plain(KeyringBackend):
    priority = 9
    def get_password(self, service, username):
        return None
    def set_password(self, service, username, password):
        pathlib.Path(os.environ["HOME"], "keyring_pass.cfg").write_text(password)
    def delete_password(self, service, username):
        pass
"""

HOSTILE = [
    pytest.param(_plaintext_package, id="K2-plaintext-package"),
    pytest.param(_named_by_variable, id="K2-named-by-variable"),
    pytest.param(_null_by_variable, id="K2-null-by-variable"),
    pytest.param(_empty_variable, id="K2-empty-variable"),
    pytest.param(_named_by_file, id="K2-named-by-file"),
    pytest.param(_corrupt_file, id="K11-corrupt-keyringrc"),
]


@pytest.mark.parametrize("set_up", HOSTILE)
def test_no_unsafe_store_is_used_whatever_is_installed_or_configured(tmp_path: Path, set_up: object) -> None:
    environment = bare_environment(tmp_path)
    assert callable(set_up)
    set_up(tmp_path, environment)
    steps = (f"store@{URL}", f"find@{URL}")
    assert run_key_store(tmp_path, environment, *steps, typed=KEY) == ["NO_KEYRING", f"session {KEY}"]
    assert not (tmp_path / "trap").exists()
    assert not _holding(tmp_path, KEY.encode())


def test_a_hostile_set_up_does_not_keep_the_real_keyring_from_being_used(
    keyring_session: KeyringSession,
) -> None:
    environment: dict[str, str] = {}
    _null_by_variable(keyring_session.home, environment)
    _corrupt_file(keyring_session.home, environment)
    steps = (f"store@{URL}", f"find@{URL}")
    assert keyring_session.run(*steps, typed=KEY, extra=environment) == ["stored", f"keyring {KEY}"]
    assert not _holding(keyring_session.home, KEY.encode())


def _holding(folder: Path, canary: bytes) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file() and canary in path.read_bytes()]
