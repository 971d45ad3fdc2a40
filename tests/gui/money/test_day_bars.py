"""A month is drawn as bars, and told to whoever points at them or does not see them."""

import pytest
from pytestqt.qtbot import QtBot

from voicedesk.gui.money.day_bars import DayBar, DayBars

DAYS = [DayBar(1, 0.0, ""), DayBar(2, 1.0, "2 November: $1.00"), DayBar(3, 0.5, "3 November: 50 ¢")]


@pytest.fixture
def bars(qtbot: QtBot) -> DayBars:
    bars = DayBars()
    qtbot.addWidget(bars)
    bars.resize(300, 120)
    bars.show_days(DAYS)
    return bars


@pytest.mark.parametrize(
    ("x", "words"), [(50, ""), (150, "2 November: $1.00"), (299, "3 November: 50 ¢"), (400, "")]
)
def test_pointing_at_a_day_tells_its_cost(bars: DayBars, x: int, words: str) -> None:
    assert bars.words_at(x) == words


def test_the_days_are_told_in_words(bars: DayBars) -> None:
    assert bars.accessibleDescription() == "2 November: $1.00; 3 November: 50 ¢"
    bars.show_days([])
    assert bars.accessibleDescription() == "Nothing was spent."


def test_the_dearest_day_is_the_highest(bars: DayBars) -> None:
    image = bars.grab().toImage()
    base = round(bars._base())
    heights = [
        sum(image.pixelColor(x, y) != image.pixelColor(x, 0) for y in range(base)) for x in (50, 150, 250)
    ]
    assert heights[0] == 0
    assert heights[1] > 1.8 * heights[2] > 0
