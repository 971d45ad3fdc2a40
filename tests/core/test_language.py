"""Whatever a system calls a language, the program speaks the one that is meant."""

import pytest

from voicedesk.core.language import OWN_NAMES, Language, first_of, meant_by

MEANT = {
    "en": Language.ENGLISH,
    "en_GB.UTF-8": Language.ENGLISH,
    "C.UTF-8": Language.ENGLISH,
    "POSIX": Language.ENGLISH,
    "zh": Language.SIMPLIFIED,
    "zh_CN.GB18030": Language.SIMPLIFIED,
    "zh-SG": Language.SIMPLIFIED,
    "zh-Hans-HK": Language.SIMPLIFIED,
    "zh_TW.Big5@radical": Language.TRADITIONAL,
    "zh_HK": Language.TRADITIONAL,
    "zh-MO": Language.TRADITIONAL,
    "zh-Hant": Language.TRADITIONAL,
    "ZH-hant-CN": Language.TRADITIONAL,
    "fr_FR": None,
    "": None,
    "zhuang": None,
}


@pytest.mark.parametrize(("tag", "language"), MEANT.items())
def test_a_tag_is_understood(tag: str, language: Language | None) -> None:
    assert meant_by(tag) is language


def test_the_first_language_that_is_spoken_is_chosen() -> None:
    assert first_of(["fr-FR", "zh-HK", "en"]) is Language.TRADITIONAL


def test_without_a_language_that_is_spoken_it_is_english() -> None:
    assert first_of(["fr-FR", ""]) is first_of([]) is Language.ENGLISH


@pytest.mark.parametrize("language", OWN_NAMES)
def test_the_value_of_a_language_is_a_tag_for_it(language: Language) -> None:
    assert meant_by(language.value) is language
