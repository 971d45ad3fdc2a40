"""The window comes back where it was, for each arrangement of screens, and can always be reached."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QSize, QThreadPool
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from voicedesk.gui import window_place
from voicedesk.gui.start_notes import note_file
from voicedesk.gui.window_place import (
    MOST_ARRANGEMENTS,
    NOTE,
    WindowPlace,
    keep_reachable,
    places_in,
    text_of,
)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("VOICEDESK_HOME", str(tmp_path))
    return tmp_path


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


def left_behind(window: QWidget) -> None:
    """Show a window where it is, and close it as a person does."""
    place = WindowPlace(window)
    place.follow(window)
    window.show()
    window.close()
    QThreadPool.globalInstance().waitForDone()


def test_the_next_window_stands_where_the_last_one_stood(qtbot: QtBot, window: QWidget) -> None:
    window.setGeometry(120, 90, 500, 400)
    left_behind(window)
    again = QWidget()
    qtbot.addWidget(again)
    WindowPlace(again).restore(again)
    assert not again.isVisible()
    assert again.geometry() == window.geometry()


def test_a_window_that_was_maximised_is_so_again(qtbot: QtBot, window: QWidget) -> None:
    window.setGeometry(120, 90, 500, 400)
    window.showMaximized()
    left_behind(window)
    again = QWidget()
    qtbot.addWidget(again)
    WindowPlace(again).restore(again)
    assert again.isMaximized()
    assert again.normalGeometry().size() == QSize(500, 400)


def test_a_window_at_rest_is_noted_before_it_is_closed(qtbot: QtBot, window: QWidget) -> None:
    place = WindowPlace(window)
    place.follow(window)
    window.show()
    window.resize(444, 333)
    qtbot.waitUntil(lambda: note_file(NOTE).exists())
    assert note_file(NOTE).stat().st_mode & 0o077 == 0


def test_other_screens_have_a_place_of_their_own(
    qtbot: QtBot, window: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.setGeometry(120, 90, 500, 400)
    left_behind(window)
    monkeypatch.setattr(window_place, "arrangement", lambda: "3840x2160@0,0")
    docked = QWidget()
    qtbot.addWidget(docked)
    docked.setGeometry(10, 10, 700, 600)
    WindowPlace(docked).restore(docked)
    assert docked.size() == QSize(700, 600), "nothing is known about these screens yet"
    left_behind(docked)
    assert len(places_in(note_file(NOTE).read_text())) == 2


def test_a_window_beyond_every_screen_is_brought_back(window: QWidget) -> None:
    window.setGeometry(5_000, 5_000, 3_000, 300)
    keep_reachable(window)
    area = QGuiApplication.primaryScreen().availableGeometry()
    assert area.contains(window.geometry())


def test_a_window_that_can_be_taken_hold_of_stays(window: QWidget) -> None:
    window.setGeometry(500, 20, 600, 300)
    keep_reachable(window)
    assert window.pos() == QPoint(500, 20)


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"nonsense", b"800x800@0,0 !!!\n", b"x" * 100_000])
def test_a_damaged_note_leaves_the_window_as_it_is(window: QWidget, content: bytes, home: Path) -> None:
    note_file(NOTE).parent.mkdir()
    note_file(NOTE).write_bytes(content)
    window.setGeometry(10, 10, 300, 200)
    WindowPlace(window).restore(window)
    assert window.size() == QSize(300, 200)


WORDS = st.text("0123456789x@,+-", min_size=1, max_size=20)


@given(st.dictionaries(WORDS, st.sampled_from(["AAAA", "QUJD"]), max_size=12))
def test_the_latest_arrangements_are_kept(places: dict[str, str]) -> None:
    kept = places_in(text_of(places))
    assert list(kept.items()) == list(places.items())[-MOST_ARRANGEMENTS:]
