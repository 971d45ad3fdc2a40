"""Boil many measurements down to the figures that are reported."""

import math
from collections.abc import Sequence
from statistics import median


def percentile(values: Sequence[float], percent: float) -> float:
    """Give the value that this share of the measurements does not exceed."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(len(ordered) * percent / 100) - 1)]


def spread(values: Sequence[float], unit: str = "ms", digits: int = 0) -> str:
    """Write median and range."""
    low, high = min(values), max(values)
    return f"{median(values):.{digits}f} {unit} [{low:.{digits}f}..{high:.{digits}f}]"


def ratio(value: float, peer: float) -> str:
    """Write one as a multiple of the other."""
    return f"{value / peer:.3f}" if peer else "-"


def abba(first: str, second: str, rounds: int) -> list[str]:
    """Order the turns of two parties so that a drift of the machine meets both alike."""
    pattern = [first, second, second, first]
    return [party for place in range(rounds) for party in pattern[2 * (place % 2) : 2 * (place % 2) + 2]]
