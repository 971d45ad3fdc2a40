"""Any text can be laid out and read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voicedesk.gui.plain_text import (
    BREAK,
    LONGEST_BLOCK,
    LONGEST_WORD,
    blocks_of,
    broken,
    for_label,
    is_wide,
    presentable,
)


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [("a\x00b", "a␀b"), ("\x1b[31m", "␛[31m"), ("end\u202etxt", "end\ufffdtxt"), ("a\r\nb\tc", "a\nb\tc")],
)
def test_control_characters_are_seen(hostile: str, shown: str) -> None:
    assert presentable(hostile) == shown


@given(st.text(max_size=2_000))
def test_breaks_add_nothing_that_is_seen(text: str) -> None:
    text = text.replace(BREAK, "")
    assert broken(text).replace(BREAK, "") == text


def test_no_word_stays_unbroken() -> None:
    assert max(len(part) for part in broken("x" * 10_000).split(BREAK)) == LONGEST_WORD
    assert max(len(part) for part in for_label("x" * 500).split(BREAK)) < LONGEST_WORD


@given(st.text(alphabet="ab \n", max_size=3 * LONGEST_BLOCK))
def test_blocks_hold_the_whole_text(text: str) -> None:
    blocks = blocks_of(text)
    assert "".join(blocks) == text.replace("\n", "")
    assert max(map(len, blocks)) <= LONGEST_BLOCK


def test_the_beginning_of_a_growing_text_keeps_its_blocks() -> None:
    text = "word " * 5_000
    assert blocks_of(text)[:3] == blocks_of(text + "and more")[:3]


@pytest.mark.parametrize(
    ("text", "wide"), [("黃金獵犬", True), ("ひらがな", True), ("한국", True), ("café", False)]
)
def test_wide_scripts_are_known(text: str, wide: bool) -> None:
    assert is_wide(text) is wide
