"""Speak the person's language: install the catalogues, and follow the setting at once.

A widget asks for its words by `self.tr` when it is built and never again. When another language is chosen,
`Desk` opens a new window in the place of the old one: views only draw snapshots, so nothing is lost, and no
widget has to know how to change its words. So whatever holds words belongs to the window, by way of `Scene`.
"""

import os
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from voicedesk.core.language import OVERRIDE, Language, first_of, meant_by
from voicedesk.gui.characters import in_shapes_of
from voicedesk.gui.start_notes import read_note, write_note

CATALOGUES = Path(__file__).resolve().parents[2] / "resources" / "translations"
NOTE = "language"


def speak(wish: Language, environment: Mapping[str, str] = os.environ) -> Language:
    """Use a language for everything that is built from now on, and tell which one it became."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    for translator in application.findChildren(QTranslator):
        application.removeTranslator(translator)
        translator.setParent(None)
    language = language_for(wish, environment)
    if language is not Language.ENGLISH:
        qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        for folder, name in ((qt, "qtbase"), (str(CATALOGUES), "voicedesk")):
            _install(application, folder, f"{name}_{language.value}")
    QLocale.setDefault(_locale_for(language))
    application.setFont(in_shapes_of(language, application.font()))
    return language


def language_for(wish: Language, environment: Mapping[str, str] = os.environ) -> Language:
    """Find the language to speak: the environment stands above the setting, and that above the system."""
    forced = meant_by(environment.get(OVERRIDE, ""))
    if forced or wish is not Language.SYSTEM:
        return forced or wish
    return first_of(QLocale.system().uiLanguages())


def remembered(environment: Mapping[str, str] = os.environ) -> Language:
    """Read the language of the last time."""
    try:
        return Language(read_note(NOTE, environment))
    except ValueError:
        return Language.SYSTEM


def remember(wish: Language, environment: Mapping[str, str] = os.environ) -> None:
    """Note the language for the next start; called outside of the window's thread."""
    write_note(NOTE, wish.value, environment)


def _install(application: QCoreApplication, folder: str, name: str) -> None:
    """Load a catalogue; without it the words are English."""
    translator = QTranslator(application)
    if translator.load(name, folder):
        application.installTranslator(translator)


def _locale_for(language: Language) -> QLocale:
    """Write dates and numbers as the language does, and as the system does where both agree."""
    system = QLocale.system()
    return system if meant_by(system.name()) is language else QLocale(language.value)
