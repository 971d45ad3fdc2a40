"""The field takes keys that can talk beside Space, and says why it refuses the others."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from voicedesk.gui.icons import IconButton
from voicedesk.gui.key_capture import KeyCapture

NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier


class Window(QWidget):
    """A window with the field and a shortcut."""

    def __init__(self) -> None:
        super().__init__()
        self.field = KeyCapture(self)
        self.field.setAccessibleName("Another key to talk")
        QVBoxLayout(self).addWidget(self.field)
        QShortcut(QKeySequence("Ctrl+B"), self)
        self.taken: list[str] = []
        self.field.captured.connect(self.taken.append)

    @property
    def button(self) -> QPushButton:
        return self.field.findChildren(QPushButton)[0]

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(self.button, key, modifiers)


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    window = Window()
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.mark.parametrize(
    ("key", "modifiers", "name"),
    [
        (Qt.Key.Key_F9, NONE, "F9"),
        (Qt.Key.Key_Pause, NONE, "Pause"),
        (Qt.Key.Key_T, CTRL | Qt.KeyboardModifier.AltModifier, "Ctrl+Alt+T"),
    ],
)
def test_a_key_that_writes_nothing_is_taken(
    window: Window, key: Qt.Key, modifiers: Qt.KeyboardModifier, name: str
) -> None:
    window.button.click()
    assert window.field.words == "Press a key…"
    window.press(key, modifiers)
    assert window.taken == [name]
    assert name in window.button.accessibleName()


@pytest.mark.parametrize(
    ("key", "modifiers", "words"),
    [
        (Qt.Key.Key_A, NONE, "for writing"),
        (Qt.Key.Key_Space, NONE, "talks already"),
        (Qt.Key.Key_Left, NONE, "for writing"),
        (Qt.Key.Key_C, CTRL, "something else"),
        (Qt.Key.Key_B, CTRL, "something else"),
    ],
)
def test_a_key_that_means_something_else_is_refused_and_another_one_awaited(
    window: Window, key: Qt.Key, modifiers: Qt.KeyboardModifier, words: str
) -> None:
    window.button.click()
    window.press(key, modifiers)
    assert words in window.field.words
    assert window.taken == []
    window.press(Qt.Key.Key_F8)
    assert window.taken == ["F8"]


def test_escape_and_leaving_change_nothing(window: Window) -> None:
    window.field.show_key("F9")
    window.button.click()
    window.press(Qt.Key.Key_Escape)
    assert window.field.words == "F9"
    window.button.click()
    window.button.clearFocus()
    assert window.field.words == "F9"
    assert window.taken == []


def test_a_modifier_alone_is_the_beginning_of_a_chord(window: Window) -> None:
    window.button.click()
    window.press(Qt.Key.Key_Control)
    assert window.field.words == "Press a key…"
    assert window.taken == []


def test_the_key_can_be_taken_away(window: Window) -> None:
    window.field.show_key("F9")
    window.field.findChildren(IconButton)[0].click()
    assert window.taken == [""]
    assert window.field.words == "None"
