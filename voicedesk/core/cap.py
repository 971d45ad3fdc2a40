"""Hold the monthly cap: object to what would pass it before anything is sent, and warn when it comes near."""

from dataclasses import dataclass, replace

from voicedesk.core.commands import RunTurn
from voicedesk.core.costs import cost_of
from voicedesk.core.estimates import spending_expected
from voicedesk.core.money import amount_words
from voicedesk.core.problems import Kind, Problem
from voicedesk.core.settings import MoneySettings
from voicedesk.core.spending import Bill, Spending, added
from voicedesk.core.units import TurnId

NEAR_SHARE = 0.8


@dataclass(frozen=True, slots=True)
class MonthSoFar:
    """What was spent in a month: by turns with numbers from `from_us` to below `until_us`."""

    from_us: int
    until_us: int
    bill: Bill = ()

    def holds(self, turn: TurnId) -> bool:
        """Tell whether a turn belongs to this month."""
        return self.from_us <= turn < self.until_us

    def with_spending(self, spending: Spending) -> "MonthSoFar":
        """Add what was spent meanwhile."""
        return replace(self, bill=added(self.bill, (spending,)))


def objection_to(expected: Bill, spent: Bill, money: MoneySettings) -> Problem | None:
    """Say why something may not be sent. A cap that ignored models without a price would hold nothing."""
    cap_usd = money.monthly_cap_cents / 100
    if not cap_usd:
        return None
    cost = cost_of(expected, money.estimate_percent)
    if not cost.is_whole:
        return Problem(Kind.CAP_UNPRICED, {"model": min(cost.unpriced)})
    spent_usd = cost_of(spent, money.estimate_percent).usd
    if spent_usd + cost.usd <= cap_usd:
        return None
    return Problem(Kind.MONTHLY_CAP, {"cap": amount_words(cap_usd), "spent": amount_words(spent_usd)})


def warning_after(before: Bill, after: Bill, money: MoneySettings) -> Problem | None:
    """Warn once, when the spending that was added came near the cap."""
    cap_usd = money.monthly_cap_cents / 100
    was_usd, is_usd = (cost_of(bill, money.estimate_percent).usd for bill in (before, after))
    if not was_usd < NEAR_SHARE * cap_usd <= is_usd:
        return None
    return Problem(Kind.CAP_NEAR, {"cap": amount_words(cap_usd), "spent": amount_words(is_usd)})


def doubt_about(run: RunTurn, money: MoneySettings) -> Problem | None:
    """Ask before an unusually dear recording is sent for the first time."""
    cost = cost_of(spending_expected(run), money.estimate_percent)
    if run.practice or not run.clip or cost.usd * 100 <= money.ask_above_cents:
        return None
    length = f"{run.clip.duration_ms // 60_000}:{run.clip.duration_ms // 1000 % 60:02}"
    return Problem(Kind.DEAR_RECORDING, {"cost": amount_words(cost.usd), "length": length})
