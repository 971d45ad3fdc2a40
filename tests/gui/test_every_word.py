"""Each window is wholly in the language that is spoken, and each of its words fits where it stands."""

import importlib
import pkgutil
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QWidget

import voicedesk.gui
from tests.gui.conftest import Stand
from tests.gui.reading import clipped_in, readings_in, untranslated, widgets_in
from tests.gui.tour import OWN, on_screen, tour
from translations.catalogue import FOLDER, read
from voicedesk.core.language import Language
from voicedesk.core.settings import LookSettings, Settings
from voicedesk.gui.language import speak
from voicedesk.gui.style import Wish, current_wish, dress, wear

CHINESE = [Language.TRADITIONAL, Language.SIMPLIFIED]
SPOKEN = [Language.ENGLISH, *CHINESE]
AT_100_PERCENT = [(1040, 720), (360, 400)]
AT_200_PERCENT = [(1040, 720), (420, 480)]
ROOMS = [*((100, size) for size in AT_100_PERCENT), *((200, size) for size in AT_200_PERCENT)]


@pytest.fixture
def language(
    request: pytest.FixtureRequest, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Language]:
    """Speak a language before the first window is built, as the program does."""
    monkeypatch.setenv("VOICEDESK_LANGUAGE", request.param.value)
    yield speak(Language.SYSTEM)
    monkeypatch.setenv("VOICEDESK_LANGUAGE", "en")
    speak(Language.SYSTEM)
    QLocale.setDefault(QLocale.system())


@pytest.mark.parametrize("language", CHINESE, indirect=True, ids=lambda language: language.value)
def test_every_word_is_in_the_language(language: Language, stand: Stand) -> None:
    translations = read(FOLDER / f"voicedesk_{language.value}.ts")
    found: dict[str, str] = {}
    for place in tour(stand):
        for root in on_screen():
            found |= dict.fromkeys(untranslated(readings_in(root), translations, OWN), place) | found
    assert not found, listed(found)


@pytest.fixture
def own_look(qapp: QApplication) -> Iterator[None]:
    """Wear the usual look again when a test has changed it."""
    yield
    wear(Wish())
    dress(qapp)


@pytest.mark.parametrize(("percent", "size"), ROOMS, ids=str)
@pytest.mark.parametrize("language", SPOKEN, indirect=True, ids=lambda language: language.value)
def test_every_word_fits(
    own_look: None, language: Language, percent: int, size: tuple[int, int], stand: Stand
) -> None:
    stand.bridge.change_settings(replace(Settings(), look=LookSettings(text_percent=percent)))
    stand.window.resize(*size)
    found: dict[str, str] = {}
    for place in tour(stand):
        QApplication.processEvents()
        for root in on_screen():
            found |= dict.fromkeys(clipped_in(root), place) | found
    assert not found, listed(found)
    assert current_wish().text_percent == percent


def listed(found: dict[str, str]) -> str:
    """Name each complaint with the place where it was met first."""
    return "\n" + "\n".join(f"{place}: {complaint}" for complaint, place in found.items())


def test_no_widget_is_left_out(stand: Stand) -> None:
    """What is not on the tour has words that nobody looked at."""
    seen = {
        kind
        for _ in tour(stand)
        for root in on_screen()
        for widget in widgets_in(root)
        for kind in type(widget).__mro__
    }
    left_out = {f"{kind.__module__}.{kind.__name__}" for kind in own_widgets() - seen}
    assert left_out == set()


def own_widgets() -> set[type]:
    """Give every kind of widget that the program has."""
    modules = [
        importlib.import_module(found.name)
        for found in pkgutil.walk_packages(voicedesk.gui.__path__, "voicedesk.gui.")
    ]
    return {
        kind
        for module in modules
        for kind in vars(module).values()
        if isinstance(kind, type) and issubclass(kind, QWidget) and kind.__module__ == module.__name__
    }
