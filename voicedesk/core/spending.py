"""Count what requests use up: tokens, minutes and characters, before anybody knows their price."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum
from itertools import chain


class Modality(Enum):
    """What is charged by a price of its own; each names the field of a `Spending` that counts it."""

    TEXT_IN = "text_in"
    CACHED_IN = "cached_in"
    AUDIO_IN = "audio_in"
    TEXT_OUT = "text_out"
    AUDIO_OUT = "audio_out"
    WRITTEN_DOWN = "written_down_ms"
    VOICED = "voiced_characters"


@dataclass(frozen=True, slots=True)
class Spending:
    """What was used up with one model: by one request, or added up over many.

    `cached_in` is the part of the tokens that went in which the service knew already. `counted` is true
    where the service did not say how much it was, so that it was counted here.
    """

    model: str
    text_in: int = 0
    cached_in: int = 0
    audio_in: int = 0
    text_out: int = 0
    audio_out: int = 0
    written_down_ms: int = 0
    voiced_characters: int = 0
    counted: bool = False
    practice: bool = False

    def amount_of(self, modality: Modality) -> int:
        """Tell how much was used of one kind."""
        amount = getattr(self, modality.value)
        assert isinstance(amount, int)
        return amount


Bill = tuple[Spending, ...]
"""One sum for each model, and for what was counted here or only practised apart; costs are linear in it."""

Kind = tuple[str, bool, bool]


def added(*bills: Iterable[Spending]) -> Bill:
    """Add up what was spent."""
    sums: dict[Kind, Spending] = {}
    for spending in chain(*bills):
        kind = (spending.model, spending.counted, spending.practice)
        sums[kind] = _sum(sums[kind], spending) if kind in sums else spending
    return tuple(sums.values())


def _sum(one: Spending, other: Spending) -> Spending:
    amounts = {each.value: one.amount_of(each) + other.amount_of(each) for each in Modality}
    return replace(one, **amounts)  # type: ignore[arg-type]  # each modality names a field that counts
