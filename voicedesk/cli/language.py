"""Speak the person's language in the terminal; the catalogues of the window are read without Qt."""

import ctypes
import locale
import os
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from voicedesk.core.language import OVERRIDE, Language, first_of, meant_by

CATALOGUES = Path(__file__).resolve().parents[2] / "resources" / "translations"
TERMINAL = "Terminal"
LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")

Catalogue = Mapping[tuple[str, str], str]


def tr(text: str) -> str:
    """Translate a text of the command line; the source is scanned for this call, so give it a literal."""
    return in_terminal(text)


def in_terminal(text: str) -> str:
    """Translate a text that is listed elsewhere as one of the command line."""
    return _translated(TERMINAL, text)


def translate_problem(text: str) -> str:
    """Translate what is told about a problem."""
    return _translated("Problem", text)


def _translated(context: str, text: str) -> str:
    """Look a text up; English is what it is written in."""
    return _catalogue(spoken()).get((context, text)) or text


@cache
def spoken() -> Language:
    """Find the language once, when the first word is needed: most starts print none."""
    return chosen(os.environ)


def chosen(environment: Mapping[str, str]) -> Language:
    """Choose as the window does: the environment stands above the setting, and that above the system."""
    forced = meant_by(environment.get(OVERRIDE, ""))
    return forced or _from_settings(environment) or first_of(_of_system(environment))


def _from_settings(environment: Mapping[str, str]) -> Language | None:
    from voicedesk.store.places import find_places
    from voicedesk.store.settings_file import SettingsFile

    places, _ = find_places(environment)
    wish = SettingsFile(places.settings_file).peek().look.language
    return None if wish is Language.SYSTEM else wish


def _of_system(environment: Mapping[str, str]) -> Iterator[str]:
    named = next((environment[name] for name in LOCALE_VARIABLES if environment.get(name)), "")
    if named:
        yield named
    elif sys.platform == "win32":
        yield locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "")


@cache
def _catalogue(language: Language) -> Catalogue:
    return {} if language is Language.ENGLISH else read(CATALOGUES / f"voicedesk_{language.value}.ts")


def read(path: Path) -> Catalogue:
    """Read a catalogue; without a readable one the words are English."""
    import xml.etree.ElementTree as Xml

    try:
        root = Xml.parse(path).getroot()  # noqa: S314  # our own file
    except (OSError, Xml.ParseError):
        return {}
    return {
        (context.findtext("name", ""), message.findtext("source", "")): message.findtext("translation", "")
        for context in root.iter("context")
        for message in context.iter("message")
    }
