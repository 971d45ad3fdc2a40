"""Settings are shown, changed and handed over; the key is never shown."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Stand
from voicedesk.core.events import Remarked, ServiceChosen, SettingsChanged
from voicedesk.core.problems import Kind, Problem
from voicedesk.core.settings import ServiceSettings, Settings, SoundSettings, TalkSettings, Upload
from voicedesk.gui.settings_dialog import SettingsDialog

KEY = "sk-" + "c" * 40
OWN = Settings(
    service=ServiceSettings(
        base_url="https://own.example/v1",
        talk_model="my-model",
        voice="verse",
        transcribe_own_words=False,
        upload=Upload.WAV,
        max_output_tokens=500,
    ),
    sound=SoundSettings(microphone="Unplugged microphone", loudspeaker="Headphones", preroll=True),
    talk=TalkSettings(speak_typed_answers=False, shortest_press_ms=100),
)


def opened(qtbot: QtBot, stand: Stand) -> SettingsDialog:
    QTest.keyClick(stand.window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    dialog = stand.backstage.switchboard.dialog
    assert dialog
    return dialog


def button(dialog: SettingsDialog, words: str) -> QPushButton:
    return next(found for found in dialog.findChildren(QPushButton) if found.text() == words)


def key_field(dialog: SettingsDialog) -> QLineEdit:
    field = next(
        found for found in dialog.findChildren(QLineEdit) if found.accessibleName() == "CometAPI key"
    )
    assert isinstance(field, QLineEdit)
    return field


@pytest.mark.parametrize("settings", [Settings(), OWN], ids=["defaults", "own"])
def test_what_is_not_touched_stays(qtbot: QtBot, settings: Settings) -> None:
    dialog = SettingsDialog(settings, (("Desk microphone",), ("Headphones",)))
    qtbot.addWidget(dialog)
    assert dialog.settings() == settings


def test_changed_settings_are_stored_and_used(qtbot: QtBot, stand: Stand) -> None:
    dialog = opened(qtbot, stand)
    voice = next(box for box in dialog.findChildren(QComboBox) if box.accessibleName() == "Voice")
    voice.setCurrentText("coral")
    button(dialog, "Save").click()
    assert stand.crew.settings
    assert stand.crew.settings.service.voice == "coral"
    assert stand.state.settings.service.voice == "coral"
    assert stand.backstage.switchboard.dialog is None


def test_cancelling_changes_nothing(qtbot: QtBot, stand: Stand) -> None:
    button(opened(qtbot, stand), "Cancel").click()
    assert stand.crew.settings is None


def test_practice_does_not_store_its_address(qtbot: QtBot, stand: Stand) -> None:
    stand.post(SettingsChanged(OWN), ServiceChosen("http://127.0.0.1:9/v1", practice=True))
    qtbot.waitUntil(lambda: stand.is_practice)
    button(opened(qtbot, stand), "Save").click()
    assert stand.crew.settings == OWN
    assert stand.state.base_url == "http://127.0.0.1:9/v1"


def test_a_key_is_handed_over_and_leaves_the_field(qtbot: QtBot, stand: Stand) -> None:
    dialog = opened(qtbot, stand)
    field = key_field(dialog)
    QTest.keyClicks(field, f" {KEY} ")
    assert field.displayText() != field.text()
    button(dialog, "Store key").click()
    assert stand.crew.keys == [KEY]
    assert field.text() == ""
    stand.post(ServiceChosen("https://api.example/v1", practice=False))
    qtbot.waitUntil(lambda: "A key is in use" in dialog.key.status)
    button(dialog, "Remove key").click()
    assert stand.crew.keys_forgotten == 1


def test_trouble_with_the_key_is_told_beside_it(qtbot: QtBot, stand: Stand) -> None:
    dialog = opened(qtbot, stand)
    stand.post(Remarked(Problem(Kind.KEYRING_LOCKED)))
    qtbot.waitUntil(lambda: "The keyring stayed locked." in dialog.key.status)


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (Kind.KEY_MISSING, "CometAPI key"),
        (Kind.MODEL_MISSING, "Model for talking"),
        (Kind.NO_MICROPHONE, "Microphone"),
    ],
)
def test_a_banner_leads_to_the_setting_that_helps(qtbot: QtBot, stand: Stand, kind: Kind, name: str) -> None:
    stand.post(Remarked(Problem(kind, {"model": "x"})))
    qtbot.waitUntil(lambda: bool(stand.window.notices.shown))
    banner = stand.window.notices.findChildren(QPushButton)[0]
    banner.click()
    dialog = stand.backstage.switchboard.dialog
    assert dialog
    focused = dialog.focusWidget()
    assert focused.accessibleName() == name


def test_every_field_has_a_name(qtbot: QtBot) -> None:
    dialog = SettingsDialog(Settings(), ((), ()))
    qtbot.addWidget(dialog)
    nameless = [box for box in dialog.findChildren(QComboBox) if not box.accessibleName()]
    assert nameless == []
