"""The page of shortcuts is made from the real ones, and the page about the program from its real parts."""

import re
from importlib.metadata import metadata
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTreeWidget, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Stand
from voicedesk import __version__
from voicedesk.core.licences import PARTS
from voicedesk.gui.help.about_dialog import AboutDialog
from voicedesk.gui.help.shortcuts_dialog import ShortcutsDialog
from voicedesk.gui.keys import Bound, bind, keys_of

ROOT = Path(__file__).parents[2]


def test_f1_lists_what_the_keys_do(stand: Stand) -> None:
    QTest.keyClick(stand.window, Qt.Key.Key_F1)
    dialog = stand.window.findChild(ShortcutsDialog)
    assert dialog
    shown = {bound.words: bound.keys for bound in dialog.shown}
    assert shown["Talk while held"] == "Space"
    assert shown["Send the question"] == "Return"
    assert shown["Settings"] == "Ctrl+,"
    assert shown["Keyboard shortcuts"] == "F1"
    assert shown["Export conversation"] == "Ctrl+Shift+E"
    assert dialog.focusWidget() is dialog.findChild(QTreeWidget)
    dialog.close()


def test_no_key_is_left_out_and_none_is_without_words(stand: Stand) -> None:
    listed = {keys for bound in keys_of(stand.window) for keys in bound.keys.split(", ")}
    real = {shortcut.key().toString() for shortcut in stand.window.findChildren(QShortcut)}
    real |= {action.shortcut().toString() for action in stand.window.findChildren(QAction)}
    assert real - {""} <= listed | {"Ctrl+,"}
    assert all(bound.words for bound in keys_of(stand.window))


def test_no_two_things_share_their_keys(stand: Stand) -> None:
    keys = [keys for bound in keys_of(stand.window) for keys in bound.keys.split(", ")]
    assert sorted(set(keys)) == sorted(keys)


def test_what_has_two_keys_is_listed_once(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    for keys in ("Ctrl+B", "F6"):
        bind(widget, keys, "Look around", widget.close)
    assert keys_of(widget) == (Bound("Look around", "Ctrl+B, F6"),)


def test_each_listed_part_has_the_licence_that_it_declares() -> None:
    wanted = re.findall(
        r'^    "([A-Za-z0-9_-]+)', (ROOT / "pyproject.toml").read_text().split("]\n")[1], re.MULTILINE
    )
    listed = {part.name.lower(): part for part in PARTS}
    for name in wanted:
        part = next(part for key, part in listed.items() if name.lower().removesuffix("-essentials") in key)
        declared = metadata(name)
        known = [declared["License-Expression"] or "", *(declared.get_all("Classifier") or [])]
        assert any(part.licence.split(",")[0].split("-")[0] in each for each in known), name


def test_the_page_about_the_program_names_version_and_parts(qtbot: QtBot) -> None:
    dialog = AboutDialog()
    qtbot.addWidget(dialog)
    parts = dialog.findChild(QTreeWidget)
    assert parts and parts.topLevelItemCount() == len(PARTS)
    texts = " ".join(child.text() for child in dialog.findChildren(QWidget) if hasattr(child, "text"))
    assert f"VoiceDesk {__version__}" in texts
    assert "MIT" in texts


@pytest.mark.parametrize("keys", [Qt.Key.Key_F1])
def test_help_closes_with_escape(stand: Stand, qtbot: QtBot, keys: Qt.Key) -> None:
    QTest.keyClick(stand.window, keys)
    dialog = stand.window.findChild(ShortcutsDialog)
    assert dialog
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
