"""Amounts are written the way people read them."""

import pytest

from voicedesk.core.money import amount_words


@pytest.mark.parametrize(
    ("usd", "words"),
    [
        (0, "0 ¢"),
        (0.0000001, "<0.1 ¢"),
        (0.001, "0.1 ¢"),
        (0.0031, "0.3 ¢"),
        (0.0949, "9.5 ¢"),
        (0.0996, "10 ¢"),
        (0.12, "12 ¢"),
        (0.994, "99 ¢"),
        (0.996, "$1.00"),
        (1.236, "$1.24"),
        (1_234.5, "$1,234.50"),
    ],
)
def test_amounts(usd: float, words: str) -> None:
    assert amount_words(usd) == words
