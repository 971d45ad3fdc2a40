"""An exported file appears whole, is private, and takes nobody's place by accident."""

import os
from pathlib import Path

import pytest

from voicedesk.core.phrases import Phrase
from voicedesk.core.problems import Kind, Trouble
from voicedesk.store.delivery import delivered, write_text


def deliver(target: Path, text: str, may_replace: bool = False) -> None:
    with delivered(target, may_replace) as draft:
        write_text(draft, text)


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_there_whole_and_private(tmp_path: Path) -> None:
    deliver(tmp_path / "talk.md", "你好\n")
    assert (tmp_path / "talk.md").read_bytes() == "你好\n".encode()
    assert names_in(tmp_path) == ["talk.md"]
    if os.name != "nt":
        assert (tmp_path / "talk.md").stat().st_mode & 0o777 == 0o600


def test_nothing_is_replaced_without_being_asked(tmp_path: Path) -> None:
    target = tmp_path / "talk.md"
    target.write_text("mine")
    with pytest.raises(Trouble) as met:
        deliver(target, "new")
    assert met.value.problem.kind is Kind.EXPORT_FAILED
    assert met.value.problem.values == {"file": "talk.md", "reason": Phrase.NAME_IS_TAKEN}
    assert target.read_text() == "mine"
    deliver(target, "new", may_replace=True)
    assert (target.read_text(), names_in(tmp_path)) == ("new", ["talk.md"])


def test_a_file_that_appears_meanwhile_is_not_replaced_either(tmp_path: Path) -> None:
    target = tmp_path / "talk.md"
    with pytest.raises(Trouble), delivered(target, may_replace=False):
        target.write_text("mine")
    assert (target.read_text(), names_in(tmp_path)) == ("mine", ["talk.md"])


def test_what_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), delivered(tmp_path / "talk.md", may_replace=False) as draft:
        _write_half(draft)
    assert names_in(tmp_path) == []


def _write_half(draft: Path) -> None:
    write_text(draft, "half")
    raise KeyboardInterrupt


def test_a_draft_that_a_crash_left_is_no_hindrance(tmp_path: Path) -> None:
    (tmp_path / ".talk.md.new").write_text("half")
    deliver(tmp_path / "talk.md", "whole")
    assert names_in(tmp_path) == ["talk.md"]


def test_a_link_is_followed_when_its_file_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "real.md").write_text("old")
    (tmp_path / "link.md").symlink_to(tmp_path / "real.md")
    deliver(tmp_path / "link.md", "new", may_replace=True)
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real.md").read_text() == "new"


@pytest.mark.parametrize(
    ("folder", "reason"), [("nowhere", Phrase.FOLDER_IS_MISSING), ("a file", "not a directory")]
)
def test_a_place_that_cannot_be_written_to_is_named(tmp_path: Path, folder: str, reason: str) -> None:
    (tmp_path / "a file").touch()
    with pytest.raises(Trouble) as met:
        deliver(tmp_path / folder / "talk.md", "text")
    assert met.value.problem.values == {"file": "talk.md", "reason": reason}
