"""Find out where days and months begin and end, in the time zone of whoever reads the sums.

A turn's number is the time when it began, so a day is a range of numbers. A zone of None is the system's own.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo

MICROSECONDS = 1_000_000


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A month of the calendar."""

    year: int
    month: int

    def __str__(self) -> str:
        return f"{self.year:04}-{self.month:02}"

    @property
    def first(self) -> date:
        """Give its first day."""
        return date(self.year, self.month, 1)

    @property
    def next(self) -> "Month":
        """Give the month after it."""
        return self.shifted(1)

    def shifted(self, months: int) -> "Month":
        """Give a later or an earlier month."""
        years, month = divmod(self.month - 1 + months, 12)
        return Month(self.year + years, month + 1)

    def days(self) -> Iterator[date]:
        """Give its days in order."""
        day = self.first
        while (day.year, day.month) == (self.year, self.month):
            yield day
            day += timedelta(days=1)


def month_of(moment_us: int, zone: tzinfo | None = None) -> Month:
    """Tell the month of a moment."""
    local = datetime.fromtimestamp(moment_us / MICROSECONDS, zone)
    return Month(local.year, local.month)


def month_named(text: str) -> Month:
    """Read a month as 2026-11; raises `ValueError` for anything else."""
    first = date.fromisoformat(f"{text}-01")
    return Month(first.year, first.month)


def start_us(day: date, zone: tzinfo | None = None) -> int:
    """Tell when a day begins; days are 23 to 25 hours long, so each is asked for by itself."""
    midnight = datetime(day.year, day.month, day.day, tzinfo=zone)
    return round(midnight.timestamp()) * MICROSECONDS


def days_us(month: Month, zone: tzinfo | None = None) -> Iterator[tuple[date, int, int]]:
    """Give each day of a month with its first microsecond and that of the next day."""
    for day in month.days():
        yield day, start_us(day, zone), start_us(day + timedelta(days=1), zone)


def span_us(month: Month, zone: tzinfo | None = None) -> tuple[int, int]:
    """Give the first microsecond of a month and that of the next."""
    return start_us(month.first, zone), start_us(month.next.first, zone)
