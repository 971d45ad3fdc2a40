"""A text is cut where a reader would pause, and nothing of it is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voicedesk.core.sentences import pieces_of


@pytest.mark.parametrize(
    ("text", "most", "pieces"),
    [
        ("Short.", 10, ["Short."]),
        ("", 10, []),
        ("One two. Three four. Five.", 21, ["One two. Three four.", "Five."]),
        ("First part\n\nsecond. Third", 20, ["First part", "second. Third"]),
        ("one, two three four", 13, ["one, two", "three four"]),
        ("一二三。四五六。七八", 6, ["一二三。", "四五六。七八"]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
        ("Pi is 3.14159 and so on.", 12, ["Pi is", "3.14159 and", "so on."]),
    ],
)
def test_it_cuts_at_the_best_place(text: str, most: int, pieces: list[str]) -> None:
    assert pieces_of(text, most) == pieces


@given(st.text(alphabet="ab .,。\n", max_size=200), st.integers(1, 40))
def test_nothing_but_space_is_lost_and_no_piece_is_too_long(text: str, most: int) -> None:
    pieces = pieces_of(text, most)
    assert "".join("".join(pieces).split()) == "".join(text.split())
    assert all(0 < len(piece) <= most for piece in pieces)
