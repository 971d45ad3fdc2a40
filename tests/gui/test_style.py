"""Everything can be read, in light and in dark."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontInfo
from PySide6.QtWidgets import QApplication

from voicedesk.gui.style import Wish, chosen_scheme, current_tokens, sized, wear
from voicedesk.gui.tokens import DARK, HIGH_DARK, HIGH_LIGHT, LIGHT, Tokens

TEXT_PAIRS = [
    *((text, ground) for text in ("text", "quiet", "accent") for ground in ("surface", "raised", "bubble")),
    *((text, "side") for text in ("text", "quiet", "accent")),
    ("text", "line"),
    ("text", "code"),
    ("quiet", "code"),
    ("text", "mark"),
    ("accent_text", "accent"),
    ("listening_text", "listening"),
    ("problem", "problem_tint"),
    ("problem", "surface"),
    ("text", "problem_tint"),
    ("practice", "practice_tint"),
]
CONTROL_PAIRS = [
    ("edge", "surface"),
    ("edge", "raised"),
    ("edge", "side"),
    ("accent", "side"),
    ("accent", "surface"),
    ("listening", "surface"),
    ("accent", "problem_tint"),
    ("surface", "problem"),
]


def luminance(color: QColor) -> float:
    """The relative luminance of WCAG 2.2."""
    channels = (color.redF(), color.greenF(), color.blueF())
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(tokens: Tokens, one: str, other: str) -> float:
    low, high = sorted((luminance(tokens.color(one)), luminance(tokens.color(other))))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("pair", TEXT_PAIRS, ids="-on-".join)
def test_text_can_be_read(tokens: Tokens, pair: tuple[str, str]) -> None:
    assert contrast(tokens, *pair) >= 4.5


@pytest.mark.parametrize("tokens", [HIGH_LIGHT, HIGH_DARK], ids=["light", "dark"])
@pytest.mark.parametrize("pair", TEXT_PAIRS, ids="-on-".join)
def test_with_high_contrast_text_stands_out_strongly(tokens: Tokens, pair: tuple[str, str]) -> None:
    assert contrast(tokens, *pair) >= 7


@pytest.mark.parametrize("tokens", [HIGH_LIGHT, HIGH_DARK], ids=["light", "dark"])
@pytest.mark.parametrize("pair", CONTROL_PAIRS, ids="-on-".join)
def test_with_high_contrast_controls_stand_out(tokens: Tokens, pair: tuple[str, str]) -> None:
    assert contrast(tokens, *pair) >= 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("pair", CONTROL_PAIRS, ids="-on-".join)
def test_controls_can_be_seen(tokens: Tokens, pair: tuple[str, str]) -> None:
    assert contrast(tokens, *pair) >= 3


def test_black_on_white_measures_21() -> None:
    tokens = Tokens(**dict.fromkeys(Tokens.__slots__, "#000000") | {"raised": "#ffffff"})
    assert contrast(tokens, "text", "raised") == pytest.approx(21)


def test_a_wish_for_a_theme_comes_before_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VOICEDESK_COLOR_SCHEME", "dark")
    assert current_tokens() is DARK
    monkeypatch.setenv("VOICEDESK_COLOR_SCHEME", "light")
    assert current_tokens() is LIGHT
    assert chosen_scheme({}) is Qt.ColorScheme.Unknown


def test_a_wish_for_contrast_comes_from_the_environment_or_the_settings(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("VOICEDESK_COLOR_SCHEME", "light")
    assert current_tokens() is LIGHT
    wear(Wish(has_high_contrast=True))
    try:
        assert current_tokens() is HIGH_LIGHT
    finally:
        wear(Wish())
    monkeypatch.setenv("VOICEDESK_CONTRAST", "high")
    monkeypatch.setenv("VOICEDESK_COLOR_SCHEME", "dark")
    assert current_tokens() is HIGH_DARK


def test_a_large_system_font_is_kept(qapp: QApplication) -> None:
    before = qapp.font()
    large = QFont(before)
    large.setPixelSize(22)
    try:
        qapp.setFont(large)
        assert QFontInfo(sized(qapp.font(), 2)).pixelSize() == 24
    finally:
        qapp.setFont(before)
