"""The sidebar stands beside the conversation, or slides over it in a narrow window."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Stand
from voicedesk.core.events import SettingsChanged
from voicedesk.core.inquiries import ModelsListed
from voicedesk.core.settings import ServiceSettings, Settings
from voicedesk.gui.motion import STILL_OVERRIDE
from voicedesk.gui.plain_text import for_tooltip
from voicedesk.gui.sidebar.drawer import BESIDE_FROM_PX
from voicedesk.gui.style import SIDEBAR_WIDTH

KEYS = [(Qt.Key.Key_F6, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)]


def narrow(qtbot: QtBot, stand: Stand) -> None:
    stand.window.resize(420, 480)
    qtbot.waitUntil(lambda: stand.window.drawer.is_narrow)


def is_in_sight(stand: Stand) -> bool:
    sidebar = stand.window.sidebar
    return sidebar.isVisible() and sidebar.x() == 0


def is_away(stand: Stand) -> bool:
    return not stand.window.sidebar.isVisible()


def test_in_a_wide_window_both_are_seen_side_by_side(stand: Stand) -> None:
    assert is_in_sight(stand)
    assert (
        stand.window.talk_bar.mapTo(stand.window, stand.window.talk_bar.rect().topLeft()).x() == SIDEBAR_WIDTH
    )
    assert not stand.window.header._drawer.isVisible()


def test_in_a_narrow_window_the_conversation_has_all_the_width(qtbot: QtBot, stand: Stand) -> None:
    narrow(qtbot, stand)
    assert is_away(stand)
    assert stand.window.talk_bar.width() == stand.window.width()
    assert stand.window.header._drawer.accessibleName() == "Conversations"
    stand.window.resize(BESIDE_FROM_PX, 480)
    qtbot.waitUntil(lambda: is_in_sight(stand))
    assert not stand.window.header._drawer.isVisible()


@pytest.mark.parametrize(("key", "modifier"), KEYS, ids=["F6", "Ctrl+B"])
def test_the_keys_open_the_drawer_and_go_back(
    qtbot: QtBot, stand: Stand, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    narrow(qtbot, stand)
    QTest.keyClick(stand.window, key, modifier)
    qtbot.waitUntil(lambda: is_in_sight(stand))
    assert stand.window.sidebar.isAncestorOf(stand.window.focusWidget())
    QTest.keyClick(stand.window, key, modifier)
    qtbot.waitUntil(lambda: is_away(stand))
    assert stand.window.focusWidget() is stand.window.talk_bar.field


def test_the_button_opens_the_drawer_and_a_click_beside_it_closes_it(qtbot: QtBot, stand: Stand) -> None:
    narrow(qtbot, stand)
    stand.window.header._drawer.click()
    qtbot.waitUntil(lambda: is_in_sight(stand))
    beside = QPoint(stand.window.width() - 20, stand.window.height() // 2)
    assert stand.window.drawer.childAt(beside) is stand.window.drawer._scrim, (
        "nothing under it can be clicked"
    )
    QTest.mouseClick(
        stand.window.drawer._scrim, Qt.MouseButton.LeftButton, pos=stand.window.rect().center() * 1.8
    )
    qtbot.waitUntil(lambda: is_away(stand))


def test_without_motion_the_drawer_is_there_at_once(
    qtbot: QtBot, stand: Stand, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(STILL_OVERRIDE, "1")
    narrow(qtbot, stand)
    stand.window.drawer.open_drawer()
    assert is_in_sight(stand)


def test_in_a_wide_window_the_keys_go_to_the_sidebar_and_back(stand: Stand) -> None:
    QTest.keyClick(stand.window, Qt.Key.Key_F6)
    assert stand.window.sidebar.isAncestorOf(stand.window.focusWidget())
    QTest.keyClick(stand.window, Qt.Key.Key_F6)
    assert stand.window.focusWidget() is stand.window.talk_bar.field


def test_model_and_voice_are_chosen_in_the_header(qtbot: QtBot, stand: Stand) -> None:
    own = Settings(service=ServiceSettings(talk_model="my & model", voice="verse"))
    stand.post(SettingsChanged(own))
    qtbot.waitUntil(lambda: stand.bridge.settings == own)
    model, voice = stand.window.header.model, stand.window.header.voice
    assert model.accessibleName() == "Model: my & model"
    for button in (model, voice):
        button.popup.aboutToShow.emit()
    offered = [action.data() for action in model.popup.actions()]
    assert offered[:2] == ["my & model", "gpt-audio-1.5"]
    assert [action.data() for action in voice.popup.actions() if action.isChecked()] == ["verse"]
    model.popup.actions()[1].trigger()
    voice.popup.actions()[0].trigger()
    assert stand.crew.settings
    assert (stand.crew.settings.service.talk_model, stand.crew.settings.service.voice) == (
        "gpt-audio-1.5",
        "alloy",
    )
    assert voice.accessibleName() == "Voice: alloy"


def test_other_models_are_offered_when_the_service_names_them(stand: Stand) -> None:
    stand.bridge.reported.emit(ModelsListed("https://api.example/v1", ("gpt-audio-9",)))
    menu = stand.window.header.model.popup
    menu.aboutToShow.emit()
    assert [action.data() for action in menu.actions()] == ["gpt-audio-1.5", "gpt-audio-9"]


def test_a_long_title_ends_where_the_room_does(qtbot: QtBot, stand: Stand) -> None:
    narrow(qtbot, stand)
    stand.window.header.show_title("一个很长的标题 " * 20 + "\n<b>end</b>")
    assert stand.window.width() == 420
    assert stand.window.header.title.endswith("<b>end</b>")
    whole = for_tooltip(stand.window.header.title)
    qtbot.waitUntil(lambda: stand.window.header._title.toolTip() == whole)


def test_the_title_is_what_was_asked_first(qtbot: QtBot, stand: Stand) -> None:
    assert stand.window.header.title == ""
    stand.bridge.submit("Is it late? Or is it early? I would like to know")
    assert stand.window.header.title == "Is it late? Or is it early? I would…"
    stand.bridge.submit("And now?")
    assert stand.window.header.title.startswith("Is it late?")
