"""What a page shows is true, and what is chosen there applies at once."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tests.gui.settings.conftest import Opened, button, named
from voicedesk.core.commands import ArmMicrophone, ForgetAll, SpeakSample, StartCapture, StopCapture
from voicedesk.core.conversation import Clip
from voicedesk.core.disclosure import Occasion, Part
from voicedesk.core.events import (
    Captured,
    CaptureStarted,
    Remarked,
    ServiceChosen,
    SettingsChanged,
    SpeakingEnded,
)
from voicedesk.core.inquiries import (
    AllForgotten,
    Holding,
    ListModels,
    LoudspeakersListed,
    MicrophonesListed,
    MicrophoneWatched,
    ModelsListed,
    StorageMeasured,
    Stored,
)
from voicedesk.core.model_catalogue import Purpose
from voicedesk.core.problems import Kind, Problem
from voicedesk.core.secret import KeySource
from voicedesk.core.session import Stage
from voicedesk.core.settings import ServiceSettings, Settings, SoundSettings, Theme
from voicedesk.core.units import NO_TIME, frames_in
from voicedesk.gui.settings.appearance_page import AppearancePage
from voicedesk.gui.settings.choice import Choice
from voicedesk.gui.settings.models_page import ModelsPage
from voicedesk.gui.settings.privacy_page import PrivacyPage
from voicedesk.gui.settings.service_page import ServicePage
from voicedesk.gui.settings.sound_check import SoundCheck
from voicedesk.gui.settings.sound_page import SoundPage
from voicedesk.gui.settings.storage_page import HoldingRow, StoragePage
from voicedesk.gui.settings.switch import Switch
from voicedesk.gui.settings.talking_page import TalkingPage
from voicedesk.gui.style import Wish, current_tokens, dress, wear
from voicedesk.gui.tokens import DARK, LIGHT

KEY = "sk-" + "c" * 40
URL = "https://api.example/v1"
REAL = ServiceChosen(URL, practice=False, source=KeySource.KEYRING)
PRACTICE = ServiceChosen("http://127.0.0.1:9/v1", practice=True)


def take(choice: Choice, value: object) -> None:
    """Choose as a person does."""
    row = choice.findData(value)
    assert row >= 0
    choice.setCurrentIndex(row)
    choice.activated.emit(row)


def values_of(choice: Choice) -> list[object]:
    return [choice.itemData(row) for row in range(choice.count())]


# The key


def test_a_key_is_handed_over_tested_and_leaves_the_field(opened: Opened) -> None:
    opened.post(PRACTICE)
    page = opened.page(ServicePage)
    field = named(page, QLineEdit, "CometAPI key")
    QTest.keyClicks(field, f" {KEY} ")
    assert field.displayText() != field.text()
    button(page, "Store and test").click()
    assert opened.stand.crew.keys == [KEY]
    assert field.text() == ""
    assert opened.stand.crew.told(ListModels) == []
    opened.post(REAL)
    assert opened.stand.crew.told(ListModels) == [ListModels(URL)]
    opened.post(ModelsListed(URL, ("gpt-audio-1.5", "tts-1")))
    assert page.key.verdict.startswith("The key is accepted; 2 models")


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        pytest.param(Kind.KEY_REFUSED, "The key was refused.", id="refused"),
        pytest.param(Kind.CREDIT_USED_UP, "there is no credit", id="no-credit"),
        pytest.param(Kind.OFFLINE, "could not be tested", id="no-connection"),
        pytest.param(Kind.SERVICE_TROUBLE, "could not be tested", id="trouble"),
    ],
)
def test_each_test_of_a_key_ends_in_a_verdict(opened: Opened, kind: Kind, words: str) -> None:
    opened.post(REAL)
    page = opened.page(ServicePage)
    button(page, "Test").click()
    assert page.key.verdict == "Testing the key…"
    opened.post(ModelsListed(URL, problem=Problem(kind, {"host": "api.example", "status": "500"})))
    assert words in page.key.verdict


def test_the_list_of_another_service_is_no_verdict_on_this_key(opened: Opened) -> None:
    opened.post(REAL)
    page = opened.page(ServicePage)
    opened.post(ModelsListed("https://other.example/v1", ("x",)))
    assert page.key.verdict == ""


@pytest.mark.parametrize(
    ("source", "place"),
    [
        (KeySource.KEYRING, "stored in the keyring"),
        (KeySource.SESSION, "in memory only"),
        (KeySource.ENVIRONMENT, "comes from COMETAPI_KEY"),
    ],
)
def test_where_the_key_is_kept_is_said(opened: Opened, source: KeySource, place: str) -> None:
    opened.post(ServiceChosen(URL, practice=False, source=source))
    page = opened.page(ServicePage)
    assert place in page.key.status
    assert button(page, "Remove").isVisible() is (source is not KeySource.ENVIRONMENT)


def test_a_key_is_removed(opened: Opened) -> None:
    opened.post(REAL)
    page = opened.page(ServicePage)
    button(page, "Remove").click()
    assert opened.stand.crew.keys_forgotten == 1
    opened.post(PRACTICE)
    assert "practises" in page.key.status
    assert not button(page, "Remove").isVisible()


def test_trouble_with_the_key_is_told_beside_it(opened: Opened) -> None:
    page = opened.page(ServicePage)
    opened.post(Remarked(Problem(Kind.KEYRING_LOCKED)))
    assert "The keyring stayed locked." in page.key.verdict


def test_an_address_applies_when_it_is_left_and_an_empty_one_is_the_usual_one(opened: Opened) -> None:
    address = named(opened.page(ServicePage), QLineEdit, "Base URL")
    for typed, used in (
        ("https://own.example/v1", "https://own.example/v1"),
        ("", ServiceSettings().base_url),
    ):
        address.setText(typed)
        address.editingFinished.emit()
        assert opened.settings.service.base_url == used


# Models and voice


def test_models_are_chosen_from_the_list_of_the_service(opened: Opened) -> None:
    page = opened.page(ModelsPage)
    opened.post(ModelsListed(URL, ("gpt-audio-1.5", "gpt-audio-9", "gpt-4o-mini", "whisper-1", "tts-1")))
    talk = named(page, Choice, "For talking")
    assert values_of(talk) == ["gpt-audio-1.5", "gpt-audio-9"]
    take(talk, "gpt-audio-9")
    assert opened.settings.service.talk_model == "gpt-audio-9"


def test_a_model_that_is_not_offered_is_named_and_another_one_is_a_click_away(opened: Opened) -> None:
    page = opened.page(ModelsPage)
    opened.post(ModelsListed(URL, ("gpt-audio-1.5", "gpt-4o-mini", "gpt-transcribe", "tts-1")))
    assert "does not offer" in page._models[Purpose.TRANSCRIPTION].warning
    button(page, "Use gpt-transcribe").click()
    assert opened.settings.service.transcription_model == "gpt-transcribe"
    assert page._models[Purpose.TRANSCRIPTION].warning == ""


def test_any_model_can_be_typed(opened: Opened) -> None:
    talk = named(opened.page(ModelsPage), Choice, "For talking")
    line = talk.lineEdit()
    assert line
    line.setText("brand-new")
    line.editingFinished.emit()
    assert opened.settings.service.talk_model == "brand-new"


def test_a_list_that_cannot_be_had_leaves_the_known_ones_to_choose_from(opened: Opened) -> None:
    page = opened.page(ModelsPage)
    opened.post(ModelsListed(URL, problem=Problem(Kind.OFFLINE, {"host": "api.example"})))
    assert "api.example cannot be found." in page._told.text()
    assert "gpt-audio-1.5" in values_of(named(page, Choice, "For talking"))
    assert button(page, "Refresh").isEnabled()


def test_a_voice_is_heard_and_stopped(opened: Opened) -> None:
    page = opened.page(ModelsPage)
    button(page, "Hear it").click()
    (sample,) = opened.stand.crew.told(SpeakSample)
    assert (sample.service.voice, sample.service.base_url) == ("alloy", URL)
    button(page, "Stop").click()
    assert opened.stand.state.stage is Stage.IDLE
    assert button(page, "Hear it").isEnabled()


def test_no_sample_is_offered_of_a_voice_that_the_speech_model_lacks(opened: Opened) -> None:
    page = opened.page(ModelsPage)
    take(named(page, Choice, "Voice"), "marin")
    assert opened.settings.service.voice == "marin"
    assert not button(page, "Hear it").isEnabled()


# Sound


def test_devices_are_live_while_the_page_is_looked_at_and_the_microphone_is_let_go_after(
    opened: Opened,
) -> None:
    page = opened.page(SoundPage)
    assert opened.stand.crew.told(ArmMicrophone)[-1].watched
    opened.post(MicrophonesListed(("USB microphone, usb",)), LoudspeakersListed(("Bar, a", "Bar, b")))
    assert values_of(page.check.microphone) == ["", "USB microphone, usb"]
    assert page.check.microphone.itemText(1) == "USB microphone"
    assert [page.check.loudspeaker.itemText(row) for row in (1, 2)] == ["Bar, a", "Bar, b"]
    take(page.check.microphone, "USB microphone, usb")
    assert opened.settings.sound.microphone == "USB microphone, usb"
    opened.page(StoragePage)
    assert not opened.stand.crew.told(ArmMicrophone)[-1].watched


def test_a_device_that_is_gone_stays_chosen_and_says_so(opened: Opened) -> None:
    opened.post(SettingsChanged(Settings(sound=SoundSettings(microphone="Headset, usb"))))
    page = opened.page(SoundPage)
    opened.post(MicrophonesListed(()))
    assert page.check.microphone.currentText() == "Headset (not connected)"
    assert page.check.microphone.currentData() == "Headset, usb"


def test_why_there_is_no_level_is_said_and_tried_again_when_a_microphone_comes(opened: Opened) -> None:
    page = opened.page(SoundPage)
    opened.post(MicrophoneWatched(Problem(Kind.NO_MICROPHONE)))
    assert "No microphone was found." in page.check.trouble
    armed = len(opened.stand.crew.told(ArmMicrophone))
    opened.post(MicrophonesListed(("New microphone, usb",)))
    assert len(opened.stand.crew.told(ArmMicrophone)) == armed + 1
    opened.post(MicrophoneWatched())
    assert page.check.trouble == ""


def test_a_check_records_plays_back_and_lasts_no_longer_than_it_says(opened: Opened) -> None:
    page = opened.page(SoundPage)
    page.check._length.setInterval(10)
    button(page, "Record and play back").click()
    (start,) = opened.stand.crew.told(StartCapture)
    opened.post(CaptureStarted(start.turn))
    opened.qtbot.wait_until(lambda: opened.stand.crew.told(StopCapture) == [StopCapture(start.turn)])
    opened.post(Captured(start.turn, Clip(start.turn, Path("x.pcm"), frames_in(3_000), peak_dbfs=-20.0)))
    assert opened.stand.state.stage is Stage.REPLAYING
    assert button(page, "Stop").isEnabled()
    opened.post(SpeakingEnded(start.turn, NO_TIME))
    assert button(page, "Record and play back").isEnabled()
    assert opened.stand.state.conversation.turns == ()


def test_the_end_of_a_check_never_cuts_a_real_recording_short(opened: Opened) -> None:
    check = opened.page(SoundPage).findChildren(SoundCheck)[0]
    opened.stand.bridge.talk()
    check._length.timeout.emit()
    assert opened.stand.crew.told(StopCapture) == []
    assert opened.stand.state.stage is Stage.ARMING


# Talking, appearance


def test_switches_and_choices_apply_at_once(opened: Opened) -> None:
    talking = opened.page(TalkingPage)
    named(talking, Switch, "Write down what I say").click()
    named(talking, Switch, "Speak the answers to typed questions").click()
    take(named(talking, Choice, "Shortest press"), 500)
    assert not opened.settings.service.transcribe_own_words
    assert not opened.settings.talk.speak_typed_answers
    assert opened.settings.talk.shortest_press_ms == 500


@pytest.fixture
def usual_look(qapp: QApplication) -> Iterator[None]:
    """Take the look off again that a test puts on."""
    yield
    wear(Wish())
    dress(qapp)


@pytest.mark.usefixtures("usual_look")
def test_the_look_changes_at_once(opened: Opened) -> None:
    page = opened.page(AppearancePage)
    before = page.font().pixelSize()
    for theme, tokens in ((Theme.DARK, DARK), (Theme.LIGHT, LIGHT)):
        take(named(page, Choice, "Colours"), theme)
        assert current_tokens() is tokens
    take(named(page, Choice, "Size of the text"), 200)
    assert page.font().pixelSize() == 2 * before
    title = opened.view._title
    assert title.font().pixelSize() > page.font().pixelSize()
    take(named(page, Choice, "Size of the text"), 100)
    assert page.font().pixelSize() == before


# Storage


def test_it_is_said_what_lies_where_and_the_folder_is_opened(opened: Opened, qtbot: QtBot) -> None:
    page = opened.page(StoragePage)
    opened.post(StorageMeasured((Holding(Stored.RECORDINGS, Path("/data/recordings"), 3 * 1024 * 1024),)))
    assert page._holdings[Stored.RECORDINGS].size_words == "3.0 MiB"
    seen: list[str] = []

    def open_url(url: QUrl) -> bool:
        seen.append(url.toLocalFile())
        return True

    row = HoldingRow("Recordings", open_url=open_url)
    qtbot.addWidget(row)
    row.show_holding(Holding(Stored.RECORDINGS, Path("/data/recordings"), 0))
    row._open.click()
    assert seen == ["/data/recordings"]


def test_how_long_sound_stays_is_chosen(opened: Opened) -> None:
    page = opened.page(StoragePage)
    take(named(page, Choice, "Keep sound"), 30)
    assert opened.settings.storage.keep_sound_days == 30


def test_everything_is_deleted_only_after_a_second_step_that_says_what_goes(opened: Opened) -> None:
    page = opened.page(StoragePage)
    assert not button(page, "Delete everything").isVisible()
    button(page, "Delete…").click()
    assert opened.stand.crew.told(ForgetAll) == []
    assert button(page, "Keep it").hasFocus(), "the safe answer is the one at hand"
    button(page, "Keep it").click()
    assert not button(page, "Delete everything").isVisible()
    button(page, "Delete…").click()
    button(page, "Delete everything").click()
    assert opened.stand.crew.told(ForgetAll) == [ForgetAll()]
    opened.post(AllForgotten())
    assert page._verdict.text == "Everything that was said is deleted."


# Privacy


def test_the_table_of_what_is_sent_follows_the_settings(opened: Opened) -> None:
    opened.post(REAL)
    page = opened.page(PrivacyPage)
    assert URL in page._where.text()
    assert Occasion.WRITING_DOWN in {told.occasion for told in page.told}
    talking = opened.page(TalkingPage)
    named(talking, Switch, "Write down what I say").click()
    assert Occasion.WRITING_DOWN not in {told.occasion for told in page.told}
    opened.post(PRACTICE)
    assert "nothing leaves this computer" in page._where.text()


def test_every_request_but_the_first_connection_is_said_to_hold_the_key(opened: Opened) -> None:
    for told in opened.page(PrivacyPage).told:
        assert (Part.KEY in told.parts) is (told.occasion is not Occasion.GETTING_READY)
