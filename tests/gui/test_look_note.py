"""The window begins in the look that was chosen last."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from voicedesk.gui.look_note import remember_look, remembered_look
from voicedesk.gui.style import Wish

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize(
    "wish", [Wish(), Wish(Qt.ColorScheme.Dark, 150, is_still=True), Wish(Qt.ColorScheme.Light, 200)]
)
def test_what_was_noted_is_remembered(qtbot: QtBot, tmp_path: Path, wish: Wish) -> None:
    home = {"VOICEDESK_HOME": str(tmp_path)}
    remember_look(wish, home)
    assert remembered_look(home) == wish


@pytest.mark.parametrize(
    "content", [b"", b"dark", b"dark x still", b"pink 100 still", b"\xff\x00 1 2", b"a " * 99]
)
def test_a_note_that_cannot_be_read_is_none(tmp_path: Path, content: bytes) -> None:
    home = {"VOICEDESK_HOME": str(tmp_path)}
    remember_look(Wish(), home)
    (tmp_path / "state" / "look").write_bytes(content)
    assert remembered_look(home) == Wish()


def test_a_size_stays_within_its_limits(tmp_path: Path) -> None:
    home = {"VOICEDESK_HOME": str(tmp_path)}
    remember_look(Wish(text_percent=9_000), home)
    assert remembered_look(home).text_percent == 200
