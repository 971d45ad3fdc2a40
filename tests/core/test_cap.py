"""The cap objects before anything is sent, counts estimates, and holds no price that nobody knows."""

import pytest

from voicedesk.core.cap import MonthSoFar, objection_to, warning_after
from voicedesk.core.problems import Kind, Problem
from voicedesk.core.settings import MoneySettings
from voicedesk.core.spending import Bill, Spending
from voicedesk.core.units import TurnId

CAP = MoneySettings(monthly_cap_cents=1_000)


def dollars(usd: float) -> Bill:
    """Make a bill of so much: text in costs 2 $ a million."""
    return (Spending("gpt-audio-1.5", text_in=round(usd * 500_000)),)


def kind_of(problem: Problem | None) -> Kind | None:
    return problem.kind if problem else None


@pytest.mark.parametrize(
    ("spent", "expected", "kind"),
    [
        (dollars(0), dollars(10), None),
        (dollars(9), dollars(1), None),
        (dollars(9), dollars(1.01), Kind.MONTHLY_CAP),
        (dollars(10), dollars(0.01), Kind.MONTHLY_CAP),
        (dollars(12), (), Kind.MONTHLY_CAP),
        ((), (Spending("new-model", text_in=1),), Kind.CAP_UNPRICED),
        ((Spending("old-model", text_in=1),), dollars(1), None),
        ((Spending("gpt-audio-1.5", audio_out=10**9, practice=True),), dollars(10), None),
    ],
)
def test_what_would_pass_the_cap_is_not_sent(spent: Bill, expected: Bill, kind: Kind | None) -> None:
    assert kind_of(objection_to(expected, spent, CAP)) is kind


def test_without_a_cap_everything_goes() -> None:
    assert objection_to((Spending("new-model", text_in=1),), dollars(1_000), MoneySettings()) is None


def test_the_objection_names_the_cap_and_what_is_spent() -> None:
    assert objection_to(dollars(5), dollars(7.5), CAP) == Problem(
        Kind.MONTHLY_CAP, {"cap": "$10.00", "spent": "$7.50"}
    )


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        (7.9, 8.0, Kind.CAP_NEAR),
        (7.9, 12.0, Kind.CAP_NEAR),
        (8.0, 9.0, None),
        (0.0, 7.9, None),
    ],
)
def test_a_warning_comes_once_at_four_fifths(before: float, after: float, kind: Kind | None) -> None:
    assert kind_of(warning_after(dollars(before), dollars(after), CAP)) is kind


def test_without_a_cap_there_is_no_warning() -> None:
    assert warning_after((), dollars(100), MoneySettings()) is None


@pytest.mark.parametrize(("turn", "holds"), [(9, False), (10, True), (19, True), (20, False)])
def test_a_month_holds_the_turns_that_began_in_it(turn: int, holds: bool) -> None:
    assert MonthSoFar(10, 20).holds(TurnId(turn)) is holds
