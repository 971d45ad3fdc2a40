"""Print what was spent in a month: the sum, each day, and each kind."""

import time
from datetime import date
from typing import TYPE_CHECKING

from voicedesk.assembly import open_costs
from voicedesk.cli.arguments import Arguments
from voicedesk.cli.language import tr
from voicedesk.cli.printing import Json, complain, complain_of, cost_as_json, say, say_json
from voicedesk.core.costs import Cost, cost_of
from voicedesk.core.money import amount_words
from voicedesk.core.months import Month, days_us, month_named, month_of, span_us
from voicedesk.core.spending import Bill

if TYPE_CHECKING:
    from voicedesk.store.reader import HistoryReader


def costs(arguments: Arguments) -> int:
    """Add a month up, beside a running program too. Raises `Trouble` if the history cannot be read."""
    try:
        month = month_named(arguments.month) if arguments.month else this_month()
    except ValueError:
        complain(tr("A month is written as 2026-11."))
        return 2
    reader, percent = open_costs(complain_of)
    days = [(day, cost_of(reader.spent_between(*span), percent)) for day, *span in days_us(month)]
    whole = cost_of(reader.spent_between(*span_us(month)), percent)
    if arguments.json:
        say_json(_as_json(month, whole, days))
    else:
        _print(month, whole, days)
    return 0


def this_month() -> Month:
    """Give the month that it is here."""
    return month_of(time.time_ns() // 1000)


def spent_this_month(reader: "HistoryReader") -> Bill:
    """Give what was spent in the month that it is here."""
    return reader.spent_between(*span_us(this_month()))


def _print(month: Month, whole: Cost, days: list[tuple[date, Cost]]) -> None:
    for day, cost in days:
        if cost.usd or not cost.is_whole:
            say(f"{day}  {_words(cost)}")
    say(f"{month}     {_words(whole)}")


def _words(cost: Cost) -> str:
    amount = amount_words(cost.usd)
    if not cost.is_whole:
        models = ", ".join(sorted(cost.unpriced))
        text = tr("more than {amount}; the price of {models} is not known")
        return text.format(amount=amount, models=models)
    return tr("about {amount}").format(amount=amount) if cost.is_estimate else amount


def _as_json(month: Month, whole: Cost, days: list[tuple[date, Cost]]) -> dict[str, Json]:
    return {
        "month": str(month),
        "cost": cost_as_json(whole),
        "by_kind": {kind.name.lower(): round(usd, 6) for kind, usd in whole.by_modality.items()},
        "days": {str(day): cost_as_json(cost) for day, cost in days if cost.usd or not cost.is_whole},
    }
