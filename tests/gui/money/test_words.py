"""Money is said with how sure it is."""

import pytest
from PySide6.QtCore import QLocale

from voicedesk.core.costs import Cost
from voicedesk.core.spending import Modality
from voicedesk.gui.money.words import cost_words, modality_words, usage_words


@pytest.mark.parametrize(
    ("cost", "words"),
    [
        (Cost(), ""),
        (Cost(0.003), "0.3 ¢"),
        (Cost(0.003, is_estimate=True), "about 0.3 ¢"),
        (Cost(practice=True), "free"),
        (Cost(unpriced=frozenset({"new"})), "cost unknown"),
        (Cost(1.5, is_estimate=True, unpriced=frozenset({"new"})), "more than $1.50"),
    ],
)
def test_costs(cost: Cost, words: str) -> None:
    assert cost_words(cost) == words


def test_amounts_have_their_own_units() -> None:
    assert usage_words(Modality.AUDIO_IN, 12_345) == f"{QLocale().toString(12_345)} tokens"
    assert usage_words(Modality.WRITTEN_DOWN, 65_000) == "1:05 min"
    assert usage_words(Modality.VOICED, 900) == "900 characters"


def test_every_modality_has_a_name() -> None:
    assert len({modality_words(modality) for modality in Modality}) == len(Modality)
