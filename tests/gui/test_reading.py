"""Whoever reads the windows for us finds what is wrong with them."""

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.reading import clipped_in, readings_in, untranslated

TRANSLATED = [
    "設定",
    "關於 VoiceDesk",
    "設定（Ctrl+,）",
    "使用 gpt-audio-1.5",
    "https://example.org/v1",
    "12 MB",
]
UNTRANSLATED = ["Settings", "設定 Settings", "Save as MP3", "<b>Save</b>", "找不到 host"]


def complaints_about(text: str) -> list[str]:
    return untranslated(readings_in(QLabel(text)), {})


@pytest.mark.parametrize("text", TRANSLATED)
def test_names_and_keys_are_the_same_in_every_language(qtbot: QtBot, text: str) -> None:
    assert complaints_about(text) == []


@pytest.mark.parametrize("text", UNTRANSLATED)
def test_an_english_word_is_found(qtbot: QtBot, text: str) -> None:
    assert len(complaints_about(text)) == 1


def test_words_are_found_wherever_they_hide(qtbot: QtBot) -> None:
    box = QComboBox()
    qtbot.addWidget(box)
    box.addItem("One")
    box.setToolTip("Two")
    box.setAccessibleName("Three")
    box.setAccessibleDescription("Four")
    box.setWindowTitle("Five")
    found = {reading.text for reading in readings_in(box)}
    assert found >= {"One", "Two", "Three", "Four", "Five"}


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(400, 200)
    window.show()
    return window


def complaints_in(window: QWidget, child: QWidget) -> list[str]:
    child.show()
    return clipped_in(window)


def sized(widget: QWidget) -> QWidget:
    widget.adjustSize()
    return widget


def test_words_that_fit_are_left_alone(window: QWidget) -> None:
    assert complaints_in(window, sized(QLabel("Enough room", window))) == []


def test_a_label_that_is_too_narrow_is_found(window: QWidget) -> None:
    label = QLabel("Far too long for its place", window)
    label.setFixedWidth(40)
    assert len(complaints_in(window, label)) == 1


def test_a_paragraph_that_is_too_low_is_found(window: QWidget) -> None:
    label = QLabel("Some words that need more than one line", window)
    label.setWordWrap(True)
    label.setFixedSize(80, 16)
    assert len(complaints_in(window, label)) == 1


def test_a_button_that_is_pushed_out_of_its_window_is_found(window: QWidget) -> None:
    button = sized(QPushButton("Far away", window))
    button.move(window.width() - 5, 0)
    assert len(complaints_in(window, button)) == 1
