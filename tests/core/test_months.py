"""Days and months are ranges of turn numbers, wherever on earth they are read."""

from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

import pytest

from voicedesk.core.months import Month, month_named, month_of, start_us

HOUR_US = 3_600_000_000


def us(moment: datetime) -> int:
    return round(moment.timestamp() * 1_000_000)


@pytest.mark.parametrize(
    ("zone", "month"),
    [
        (UTC, Month(2026, 11)),
        (ZoneInfo("Asia/Taipei"), Month(2026, 12)),
        (ZoneInfo("America/New_York"), Month(2026, 11)),
        (timezone(timedelta(hours=14)), Month(2026, 12)),
    ],
)
def test_the_month_of_a_moment_depends_on_the_zone(zone: tzinfo, month: Month) -> None:
    assert month_of(us(datetime(2026, 11, 30, 20, tzinfo=UTC)), zone) == month


@pytest.mark.parametrize("zone", [UTC, ZoneInfo("Asia/Taipei"), ZoneInfo("Europe/Berlin"), None])
def test_a_month_ends_one_microsecond_before_the_next(zone: tzinfo | None) -> None:
    first = start_us(Month(2026, 12).first, zone)
    assert month_of(first, zone) == Month(2026, 12)
    assert month_of(first - 1, zone) == Month(2026, 11)


@pytest.mark.parametrize(
    ("day", "hours"), [(date(2026, 3, 29), 23), (date(2026, 3, 30), 24), (date(2026, 10, 25), 25)]
)
def test_days_have_their_true_length(day: date, hours: int) -> None:
    berlin = ZoneInfo("Europe/Berlin")
    assert start_us(day + timedelta(days=1), berlin) - start_us(day, berlin) == hours * HOUR_US


@pytest.mark.parametrize(
    ("month", "months", "shifted"),
    [
        (Month(2026, 11), 1, Month(2026, 12)),
        (Month(2026, 12), 1, Month(2027, 1)),
        (Month(2026, 1), -1, Month(2025, 12)),
        (Month(2026, 6), -18, Month(2024, 12)),
    ],
)
def test_months_follow_each_other(month: Month, months: int, shifted: Month) -> None:
    assert month.shifted(months) == shifted


def test_a_month_knows_its_days() -> None:
    assert len([*Month(2028, 2).days()]) == 29
    assert [*Month(2026, 11).days()][-1] == date(2026, 11, 30)


def test_months_are_written_and_read() -> None:
    assert (str(Month(2026, 3)), month_named("2026-03")) == ("2026-03", Month(2026, 3))


@pytest.mark.parametrize("text", ["", "2026", "2026-13", "November", "2026-11-01"])
def test_what_is_no_month_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        month_named(text)
