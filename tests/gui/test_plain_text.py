"""Any text can be laid out and read."""

import pytest

from voicedesk.gui.plain_text import (
    BREAK,
    LONGEST_ENTRY,
    LONGEST_LABEL_WORD,
    for_label,
    for_menu,
    is_wide,
    presentable,
)


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [("a\x00b", "a␀b"), ("\x1b[31m", "␛[31m"), ("end\u202etxt", "end\ufffdtxt"), ("a\r\nb\tc", "a\nb\tc")],
)
def test_control_characters_are_seen(hostile: str, shown: str) -> None:
    assert presentable(hostile) == shown


def test_no_word_of_a_label_stays_unbroken() -> None:
    assert max(len(part) for part in for_label("x" * 500).split(BREAK)) == LONGEST_LABEL_WORD


def test_a_menu_makes_no_key_of_an_ampersand() -> None:
    assert for_menu("Q&A\x00") == "Q&&A␀"
    assert len(for_menu("x" * 500)) == LONGEST_ENTRY


@pytest.mark.parametrize(
    ("text", "wide"), [("黃金獵犬", True), ("ひらがな", True), ("한국", True), ("café", False)]
)
def test_wide_scripts_are_known(text: str, wide: bool) -> None:
    assert is_wide(text) is wide
