"""The settings are a page of the window: found, searched, left and reset without a dialog."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from tests.gui.conftest import Stand
from tests.gui.settings.conftest import Opened, button, named
from voicedesk.core.commands import StartCapture
from voicedesk.core.events import Remarked, ServiceChosen, SettingsChanged
from voicedesk.core.inquiries import ListDevices, ListModels, MeasureStorage
from voicedesk.core.problems import Kind, Problem
from voicedesk.core.settings import (
    LookSettings,
    ServiceSettings,
    Settings,
    SoundSettings,
    StorageSettings,
    TalkSettings,
    Theme,
    Upload,
)
from voicedesk.gui.settings.models_page import ModelsPage
from voicedesk.gui.settings.page import Page
from voicedesk.gui.settings.pages import PAGES
from voicedesk.gui.settings.persona_page import PersonaPage
from voicedesk.gui.settings.service_page import ServicePage
from voicedesk.gui.settings.sound_page import SoundPage
from voicedesk.gui.settings.storage_page import StoragePage
from voicedesk.gui.settings.talking_page import TalkingPage

OWN = Settings(
    service=ServiceSettings(
        base_url="https://own.example/v1",
        talk_model="my-model",
        voice="my-voice",
        instructions="Be brief.",
        transcribe_own_words=False,
        upload=Upload.WAV,
        max_output_tokens=500,
    ),
    sound=SoundSettings("Unplugged microphone", "Headphones", preroll=True, longest_minutes=7),
    talk=TalkSettings(speak_typed_answers=False, shortest_press_ms=123),
    look=LookSettings(theme=Theme.DARK, text_percent=110),
    storage=StorageSettings(keep_sound_days=11),
)


def escape(opened: Opened) -> None:
    QTest.keyClick(opened.stand.window, Qt.Key.Key_Escape)


@pytest.mark.parametrize("settings", [Settings(), OWN], ids=["defaults", "own"])
def test_looking_at_every_page_changes_nothing(opened: Opened, settings: Settings) -> None:
    opened.post(SettingsChanged(settings))
    for kind in PAGES:
        opened.page(kind)
    opened.link.close()
    assert opened.stand.crew.settings is None
    assert opened.stand.state.settings == settings


def test_practice_does_not_become_the_address_of_the_settings(opened: Opened) -> None:
    opened.post(SettingsChanged(OWN), ServiceChosen("http://127.0.0.1:9/v1", practice=True))
    page = opened.page(ServicePage)
    address = next(field for field in page.findChildren(QLineEdit) if field.accessibleName() == "Base URL")
    assert address.text() == OWN.service.base_url
    opened.link.close()
    assert opened.stand.crew.settings is None


def test_escape_goes_back_to_the_conversation(opened: Opened) -> None:
    escape(opened)
    assert not opened.link.is_open
    assert opened.stand.window.focusWidget() is opened.stand.window.talk_bar.field


def test_the_talk_key_does_not_record_while_the_settings_cover_everything(opened: Opened) -> None:
    QTest.keyPress(opened.stand.window, Qt.Key.Key_Space)
    QTest.keyRelease(opened.stand.window, Qt.Key.Key_Space)
    assert opened.stand.crew.told(StartCapture) == []
    escape(opened)
    QTest.keyPress(opened.stand.window, Qt.Key.Key_Space)
    QTest.keyRelease(opened.stand.window, Qt.Key.Key_Space)
    assert opened.stand.crew.told(StartCapture)


def test_a_banner_goes_along_and_stays_readable(opened: Opened) -> None:
    opened.post(Remarked(Problem(Kind.SETTINGS_REPAIRED, {"names": "service.voice"})))
    notices = opened.stand.window.notices
    assert notices.isVisible()
    assert opened.view.isAncestorOf(notices)
    escape(opened)
    assert notices.isVisible()
    assert opened.stand.window.drawer.isAncestorOf(notices)


@pytest.mark.parametrize(
    ("kind", "page", "name"),
    [
        (Kind.KEY_MISSING, ServicePage, "CometAPI key"),
        (Kind.MODEL_MISSING, ModelsPage, "For talking"),
        (Kind.NO_MICROPHONE, SoundPage, "Microphone"),
    ],
)
def test_a_banner_leads_to_the_setting_that_helps(
    stand: Stand, open_settings: Callable[[], Opened], kind: Kind, page: type[Page], name: str
) -> None:
    stand.post(Remarked(Problem(kind, {"model": "x"})))
    opened = open_settings()
    opened.qtbot.wait_until(lambda: bool(stand.window.notices.shown))
    opened.link.close()
    stand.window.notices.findChildren(QPushButton)[0].click()
    assert opened.view.kind is page
    focused = stand.window.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == name


def test_the_page_that_was_looked_at_last_is_opened_again(opened: Opened) -> None:
    opened.page(StoragePage)
    opened.link.close()
    opened.link.open()
    assert opened.view.kind is StoragePage


def test_typing_a_word_finds_its_page(opened: Opened) -> None:
    find = named(opened.view, QLineEdit, "Find a setting")
    find.setText("typed spoken")
    assert opened.view.kind is TalkingPage
    pages = opened.view._list
    shown = [pages.item(row).text() for row in range(pages.count()) if not pages.item(row).isHidden()]
    assert shown == ["Talking"]
    find.clear()
    assert not any(pages.item(row).isHidden() for row in range(pages.count()))


def test_in_a_narrow_window_the_pages_are_a_list_to_choose_from(opened: Opened) -> None:
    opened.stand.window.resize(420, 600)
    opened.qtbot.wait_until(lambda: opened.view._narrow_list.isVisible())
    assert not opened.view._side.isVisible()
    page = opened.page(TalkingPage)
    area = page.parentWidget()
    assert area
    assert page.width() <= area.width()
    opened.stand.window.resize(1040, 720)
    opened.qtbot.wait_until(lambda: opened.view._side.isVisible())


def test_nothing_is_asked_of_service_devices_or_disk_before_its_page_is_opened(opened: Opened) -> None:
    asked = (ListModels, ListDevices, MeasureStorage)
    assert [command for kind in asked for command in opened.stand.crew.told(kind)] == []
    for page, order in zip((ModelsPage, SoundPage, StoragePage), asked, strict=True):
        opened.page(page)
        assert len(opened.stand.crew.told(order)) == 1


def test_a_page_is_reset_alone_and_the_reset_is_taken_back(opened: Opened) -> None:
    opened.post(SettingsChanged(OWN))
    page = opened.page(TalkingPage)
    button(page, "Back to the defaults").click()
    reset = opened.settings
    assert (reset.service.upload, reset.service.transcribe_own_words) == (Upload.MP3, True)
    assert reset.talk.shortest_press_ms == TalkSettings().shortest_press_ms
    assert (reset.service.talk_model, reset.look, reset.sound) == ("my-model", OWN.look, OWN.sound)
    button(page, "Undo the reset").click()
    assert opened.settings == OWN


@pytest.mark.parametrize("kind", PAGES, ids=lambda kind: kind.__name__)
def test_no_page_resets_what_another_page_shows(opened: Opened, kind: type[Page]) -> None:
    """Reset everything page by page: each setting of the defaults comes back, and each only once."""
    opened.post(SettingsChanged(OWN))
    for group in opened.page(kind).defaults():
        before = getattr(
            OWN, next(name for name in OWN.__dataclass_fields__ if type(getattr(OWN, name)) is type(group))
        )
        changed = {
            name for name in group.__dataclass_fields__ if getattr(group, name) != getattr(before, name)
        }
        for other in PAGES:
            if other is kind:
                continue
            for theirs in opened.page(other).defaults():
                if type(theirs) is type(group):
                    also = {n for n in changed if getattr(theirs, n) != getattr(before, n)}
                    assert also == set()


@pytest.mark.parametrize("kind", PAGES, ids=lambda kind: kind.__name__)
def test_everything_that_can_be_reached_has_a_name(opened: Opened, kind: type[Page]) -> None:
    page = opened.page(kind)
    controls: list[QWidget] = [
        *page.findChildren(QComboBox),
        *page.findChildren(QPlainTextEdit),
        *[field for field in page.findChildren(QLineEdit) if not isinstance(field.parent(), QComboBox)],
        *[found for found in page.findChildren(QAbstractButton) if not found.text()],
    ]
    assert [type(control).__name__ for control in controls if not control.accessibleName()] == []


def test_words_of_a_preset_are_used_at_once_and_typing_a_moment_later(opened: Opened) -> None:
    page = opened.page(PersonaPage)
    button(page, "Patient teacher").click()
    assert "patient teacher" in opened.settings.service.instructions
    text = page.findChildren(QPlainTextEdit)[0]
    text.setPlainText("Answer like a pirate.")
    assert opened.settings.service.instructions != "Answer like a pirate."
    opened.qtbot.wait_until(lambda: opened.settings.service.instructions == "Answer like a pirate.")


def test_words_that_were_just_typed_are_not_lost_by_leaving(opened: Opened) -> None:
    page = opened.page(PersonaPage)
    page.findChildren(QPlainTextEdit)[0].setPlainText("Answer in verse.")
    escape(opened)
    assert opened.settings.service.instructions == "Answer in verse."


def test_the_keyboard_goes_from_the_list_into_the_page(opened: Opened) -> None:
    page = opened.page(TalkingPage)
    QTest.keyClick(opened.view._list, Qt.Key.Key_Tab)
    focused = opened.stand.window.focusWidget()
    assert focused is not None
    assert page.isAncestorOf(focused)
