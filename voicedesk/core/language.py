"""Name the languages that the program speaks, and find the one that a system or a person means."""

import re
from collections.abc import Iterable
from enum import Enum

OVERRIDE = "VOICEDESK_LANGUAGE"
"""The environment variable that stands above the setting and the system."""


class Language(Enum):
    """A language to choose; the value stands in the settings and in the names of the catalogues."""

    SYSTEM = ""
    ENGLISH = "en"
    TRADITIONAL = "zh_TW"
    SIMPLIFIED = "zh_CN"


OWN_NAMES = {
    Language.ENGLISH: "English",
    Language.TRADITIONAL: "繁體中文",
    Language.SIMPLIFIED: "简体中文",
}
"""Every language in its own words, so that it is found again by those who read no other."""

_TRADITIONAL_PLACES = {"tw", "hk", "mo"}
_UNTRANSLATED = {"c", "posix"}


def meant_by(tag: str) -> Language | None:
    """Understand a tag such as zh-Hant-HK or zh_TW.UTF-8; none if it is not spoken here."""
    language, *rest = re.split(r"[-_]", re.split(r"[.@]", tag.strip().lower(), maxsplit=1)[0])
    if language == "zh":
        return _chinese(rest)
    return Language.ENGLISH if language == "en" or language in _UNTRANSLATED else None


def first_of(tags: Iterable[str]) -> Language:
    """Choose the first language that the program speaks; without one it speaks English."""
    return next((language for tag in tags if (language := meant_by(tag))), Language.ENGLISH)


def _chinese(parts: list[str]) -> Language:
    """A script counts more than a place: zh-Hans-HK is written in simplified characters."""
    if "hant" in parts:
        return Language.TRADITIONAL
    if "hans" not in parts and _TRADITIONAL_PLACES & {*parts}:
        return Language.TRADITIONAL
    return Language.SIMPLIFIED
