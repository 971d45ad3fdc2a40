"""Turn what was used up into money, and say how far the figure can be trusted."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from voicedesk.core.prices import PRICES, UNITS, USUAL_PERCENT, Price
from voicedesk.core.spending import Modality, Spending

Prices = Mapping[str, Mapping[Modality, Price]]

_SNAPSHOT = re.compile(r"-\d{4}-\d{2}-\d{2}$")
"""A dated snapshot of a model costs what the model costs."""


@dataclass(frozen=True, slots=True)
class Cost:
    """An amount of money.

    `unpriced` names the models whose price is not known: what they cost is missing in `usd`, and never zero.
    `practice` is true if nothing but practice was paid for, with nothing.
    """

    usd: float = 0.0
    is_estimate: bool = False
    by_modality: Mapping[Modality, float] = field(default_factory=dict)
    estimated: frozenset[Modality] = frozenset()
    unpriced: frozenset[str] = frozenset()
    practice: bool = False

    def part(self, modality: Modality) -> "Cost":
        """Give what one modality cost."""
        return Cost(self.by_modality.get(modality, 0.0), modality in self.estimated)

    @property
    def is_whole(self) -> bool:
        """Tell whether everything has a price."""
        return not self.unpriced


def cost_of(bill: Iterable[Spending], percent: int = USUAL_PERCENT, prices: Prices = PRICES) -> Cost:
    """Add up what was spent; prices that the service does not publish count by so many percent."""
    spendings = tuple(bill)
    costs = [_cost(each, percent, prices) for each in spendings if not each.practice]
    by_modality = {
        modality: sum(cost.by_modality.get(modality, 0.0) for cost in costs)
        for modality in Modality
        if any(modality in cost.by_modality for cost in costs)
    }
    return Cost(
        usd=sum(by_modality.values()),
        is_estimate=any(cost.is_estimate for cost in costs),
        by_modality=by_modality,
        estimated=frozenset[Modality]().union(*(cost.estimated for cost in costs)),
        unpriced=frozenset[str]().union(*(cost.unpriced for cost in costs)),
        practice=bool(spendings) and not costs,
    )


def prices_of(model: str, prices: Prices = PRICES) -> Mapping[Modality, Price]:
    """Look up what a model costs; empty if that is not known."""
    return prices.get(model) or prices.get(_SNAPSHOT.sub("", model)) or {}


def _cost(spending: Spending, percent: int, prices: Prices) -> Cost:
    known = prices_of(spending.model, prices)
    amounts = _charged(spending, has_cached_price=Modality.CACHED_IN in known)
    charged = {modality: known[modality] for modality in amounts if modality in known}
    estimated = {
        modality for modality, price in charged.items() if spending.counted or not price.source.published
    }
    return Cost(
        by_modality={
            modality: amounts[modality] / UNITS[modality] * _usd(price, percent)
            for modality, price in charged.items()
        },
        is_estimate=spending.counted or bool(estimated),
        estimated=frozenset(estimated),
        unpriced=frozenset() if charged.keys() == amounts.keys() else frozenset({spending.model}),
    )


def _charged(spending: Spending, has_cached_price: bool) -> dict[Modality, int]:
    """Tell what of each modality is charged.

    Cached tokens are a part of those that went in and count as text first, since the service does not say of
    which kind they were. Without a price of their own they cost as much as the others, so the sum is no less
    than what is charged.
    """
    amounts = {modality: spending.amount_of(modality) for modality in Modality}
    cached = amounts.pop(Modality.CACHED_IN)
    if has_cached_price:
        for modality in (Modality.TEXT_IN, Modality.AUDIO_IN):
            part = min(cached, amounts[modality])
            amounts[modality] -= part
            amounts[Modality.CACHED_IN] = amounts.get(Modality.CACHED_IN, 0) + part
            cached -= part
    return {modality: amount for modality, amount in amounts.items() if amount}


def _usd(price: Price, percent: int) -> float:
    return price.usd if price.source.published else price.usd * percent / 100
