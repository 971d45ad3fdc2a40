"""The window speaks the language that is chosen, at once and at the next start."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QThreadPool
from PySide6.QtGui import QFontDatabase, QFontInfo
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Stand
from voicedesk.core.events import Remarked, SettingsChanged
from voicedesk.core.language import Language
from voicedesk.core.problems import Kind, Problem
from voicedesk.core.settings import LookSettings, Settings
from voicedesk.gui.language import NOTE, language_for, remember, remembered, speak
from voicedesk.gui.start_notes import note_file

CHINESE = Settings(look=LookSettings(Language.TRADITIONAL))


@pytest.fixture(autouse=True)
def english_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("VOICEDESK_HOME", str(tmp_path))
    monkeypatch.delenv("VOICEDESK_LANGUAGE", raising=False)
    yield
    QThreadPool.globalInstance().waitForDone()
    speak(Language.ENGLISH)
    QLocale.setDefault(QLocale.system())


def words_in(stand: Stand) -> set[str]:
    return {button.text() for button in stand.window.findChildren(QPushButton)}


def choose(qtbot: QtBot, stand: Stand, settings: Settings) -> None:
    before = stand.window
    stand.post(SettingsChanged(settings))
    qtbot.waitUntil(lambda: stand.window is not before)


def test_a_chosen_language_is_spoken_at_once(qtbot: QtBot, stand: Stand) -> None:
    choose(qtbot, stand, CHINESE)
    assert "設定" in words_in(stand)
    assert "Settings" not in words_in(stand)
    choose(qtbot, stand, Settings(look=LookSettings(Language.ENGLISH)))
    assert "Settings" in words_in(stand)


def test_another_language_shows_the_same_things_in_the_same_place(qtbot: QtBot, stand: Stand) -> None:
    stand.bridge.submit("What is a jitter buffer?")
    stand.window.resize(500, 600)
    stand.window.talk_bar.field.setPlainText("A dra")
    choose(qtbot, stand, CHINESE)
    qtbot.waitUntil(lambda: "What is a jitter buffer?" in stand.texts)
    assert (stand.window.width(), stand.window.height()) == (500, 600)
    assert stand.window.talk_bar.field.toPlainText() == "A dra"


def test_the_window_before_is_gone_and_hears_nothing_more(qtbot: QtBot, stand: Stand) -> None:
    before, gone = stand.window, []
    before.destroyed.connect(lambda: gone.append(True))
    choose(qtbot, stand, CHINESE)
    qtbot.waitUntil(lambda: gone == [True])
    stand.bridge.submit("Still there?")
    qtbot.waitUntil(lambda: stand.texts == ["Still there?"])


def test_problems_are_told_in_the_language(qtbot: QtBot, stand: Stand) -> None:
    choose(qtbot, stand, CHINESE)
    stand.post(Remarked(Problem(Kind.NO_MICROPHONE)))
    qtbot.waitUntil(lambda: stand.titles != [])
    assert stand.titles == ["找不到麥克風。"]


def test_problems_on_screen_are_told_again_in_the_language(qtbot: QtBot, stand: Stand) -> None:
    stand.post(Remarked(Problem(Kind.NO_MICROPHONE)))
    qtbot.waitUntil(lambda: stand.titles != [])
    choose(qtbot, stand, CHINESE)
    assert stand.titles == ["找不到麥克風。"]


def test_open_settings_stay_open(qtbot: QtBot, stand: Stand) -> None:
    stand.window.settings_wanted.emit()
    choose(qtbot, stand, CHINESE)
    link = stand.backstage.scene.settings
    assert link.view
    assert link.is_open
    assert link.view.window() is stand.window


def test_the_own_buttons_of_qt_are_translated_too(qtbot: QtBot) -> None:
    speak(Language.TRADITIONAL)
    box = QMessageBox(QMessageBox.Icon.Question, "", "", QMessageBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.button(QMessageBox.StandardButton.Cancel).text() == "取消"


def test_the_language_is_remembered_for_the_next_start(qtbot: QtBot, stand: Stand) -> None:
    choose(qtbot, stand, CHINESE)
    QThreadPool.globalInstance().waitForDone()
    assert remembered() is Language.TRADITIONAL


@pytest.mark.parametrize("content", [b"", b"klingon", b"\xff\xfe", b"zh_TW" * 1_000])
def test_a_note_that_says_nothing_means_the_system(content: bytes) -> None:
    note_file(NOTE).parent.mkdir()
    note_file(NOTE).write_bytes(content)
    assert remembered() is Language.SYSTEM


def test_a_folder_that_cannot_be_written_to_is_no_hindrance(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("in the way")
    remember(Language.TRADITIONAL)
    assert remembered() is Language.SYSTEM


def test_the_environment_stands_above_the_setting() -> None:
    assert language_for(Language.ENGLISH, {"VOICEDESK_LANGUAGE": "zh-Hant"}) is Language.TRADITIONAL
    assert language_for(Language.ENGLISH, {"VOICEDESK_LANGUAGE": "klingon"}) is Language.ENGLISH


def test_dates_and_numbers_follow_the_language() -> None:
    speak(Language.SIMPLIFIED)
    assert QLocale().name() == "zh_CN"


def test_a_change_that_concerns_no_words_keeps_the_window(qtbot: QtBot, stand: Stand) -> None:
    before, talk = stand.window, replace(Settings().talk, speak_typed_answers=False)
    with qtbot.waitSignal(stand.bridge.settings_changed):
        stand.post(SettingsChanged(replace(Settings(), talk=talk)))
    qtbot.wait(0)
    assert stand.window is before


def test_characters_have_the_shapes_of_the_language(qapp: QApplication) -> None:
    if not QFontDatabase.hasFamily("Noto Sans CJK TC"):
        pytest.skip("the font is not installed")
    latin = QFontInfo(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)).family()
    speak(Language.TRADITIONAL)
    assert qapp.font().families() == [latin, "Noto Sans CJK TC"]
    assert QFontInfo(qapp.font()).family() == latin
