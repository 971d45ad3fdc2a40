"""The program finds a lasting place for what it keeps, or says which one it cannot use."""

import os
import pwd
from pathlib import Path

import pytest

from voicedesk.core.problems import Kind
from voicedesk.store import places
from voicedesk.store.history import History
from voicedesk.store.places import Places, find_places

XDG = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME")


@pytest.fixture
def account(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An account whose home is known to the system, and an environment that says nothing."""
    home = tmp_path / "account"
    home.mkdir()
    entry = pwd.struct_passwd(("somebody", "x", os.getuid(), 0, "", str(home), "/bin/sh"))
    monkeypatch.setattr(pwd, "getpwuid", lambda _uid: entry)
    for name in ("HOME", places.OVERRIDE, *XDG):
        monkeypatch.delenv(name, raising=False)
    return home


def works(found: Places) -> bool:
    """Tell whether things can be kept there."""
    History(found.database).close()
    return all(
        folder.is_dir() for folder in (found.recordings, found.answers, found.log_file.parent, found.config)
    )


def test_one_variable_puts_everything_below_one_folder(tmp_path: Path) -> None:
    found, problems = find_places({"VOICEDESK_HOME": str(tmp_path / "mit Leerzeichen 🎙 ü")})
    assert problems == ()
    assert works(found)
    assert {path.parent.name for path in (found.data, found.config, found.state)} == {"mit Leerzeichen 🎙 ü"}


def test_the_usual_folders_are_taken_where_there_are_any(
    account: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(account))
    found, problems = find_places({})
    assert problems == ()
    assert works(found)
    assert found.database.is_relative_to(account)


ENVIRONMENTS = [
    pytest.param({}, id="C15-home-unset"),
    pytest.param({"HOME": ""}, id="C15-home-empty"),
    pytest.param({"HOME": "relative"}, id="C15-home-relative"),
    pytest.param({"HOME": "/proc/nowhere"}, id="C15-home-read-only"),
    pytest.param({"HOME": "/dev/null"}, id="C15-home-not-a-folder"),
    pytest.param(dict.fromkeys(XDG, "relative/path"), id="C15-xdg-relative"),
    pytest.param(dict.fromkeys(XDG, "  "), id="C15-xdg-blank"),
    pytest.param(dict.fromkeys(XDG, "/proc/nowhere"), id="C15-xdg-read-only"),
    pytest.param(dict.fromkeys(XDG, "/dev/null/x"), id="C15-xdg-not-a-folder"),
    pytest.param(dict.fromkeys(XDG, "/tmp/\udcff\udcfe"), id="C15-xdg-not-utf-8"),
    pytest.param({"VOICEDESK_HOME": "  "}, id="C15-override-blank"),
]


@pytest.mark.parametrize("environment", ENVIRONMENTS)
def test_an_odd_environment_falls_back_to_the_home_of_the_account(
    account: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, environment: dict[str, str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    found, problems = find_places()
    assert problems == ()
    assert works(found)
    assert found.data.is_relative_to(account)
    assert not (tmp_path / "relative").exists()


@pytest.mark.parametrize("odd", ["überall/ein Platz 🎙", "newline\nin it"], ids=ascii)
def test_C15_odd_names_of_folders_work(account: Path, monkeypatch: pytest.MonkeyPatch, odd: str) -> None:
    for name in XDG:
        monkeypatch.setenv(name, str(account / odd / name))
    found, problems = find_places()
    assert problems == ()
    assert found.data.is_relative_to(account / odd)
    assert works(found)


def test_C15_without_any_place_the_program_goes_on_and_names_it() -> None:
    found, problems = find_places({"VOICEDESK_HOME": "/proc/nowhere"})
    assert found.data == Path("/proc/nowhere/data")
    assert {problem.kind for problem in problems} == {Kind.HISTORY_NOT_SAVED}
    assert problems[0].values["folder"] == "/proc/nowhere/data"


def test_nothing_that_shall_last_goes_to_a_temporary_folder(
    account: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """An account without a home, as in some containers."""

    def unknown(_uid: int) -> pwd.struct_passwd:
        raise KeyError("no such account")

    monkeypatch.setattr(pwd, "getpwuid", unknown)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.chdir("/")
    found, problems = find_places({})
    assert {problem.values["reason"] for problem in problems} == {"there is no home folder"}
    assert not found.data.is_relative_to(tmp_path)
    assert not any(tmp_path.rglob("*voicedesk*"))
