"""Waits follow the script, and lateness is caught up with."""

import asyncio

import pytest

from voicedesk.practice.options import Script
from voicedesk.practice.pace import Pace


class Time:
    """A clock that moves only when somebody sleeps."""

    def __init__(self) -> None:
        self.now = 100.0
        self.slept: list[float] = []

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


def waits(script: Script, busy_s: float = 0.0) -> list[float]:
    """The waits of an answer of four tokens, with some work before the third."""
    clock = Time()

    async def answer() -> None:
        pace = Pace(script, lambda: clock.now, clock.sleep)
        await pace.first_token()
        for token in range(4):
            clock.now += busy_s if token == 2 else 0.0
            await pace.generated(0.05)
            await pace.delivered()

    asyncio.run(answer())
    return clock.slept


def test_waits_for_the_first_token_then_at_the_pace() -> None:
    assert waits(Script(first_token_ms=250, pace=2.0)) == pytest.approx([0.25, *[0.025] * 4])


def test_work_in_between_is_caught_up_with() -> None:
    assert waits(Script(first_token_ms=250, pace=1.0), busy_s=0.07) == pytest.approx([0.25, 0.05, 0.05, 0.03])


def test_no_pace_waits_for_nothing() -> None:
    assert waits(Script(first_token_ms=0, pace=0)) == []


def test_lateness_stays_in_its_bounds_and_repeats() -> None:
    late = waits(Script(first_token_ms=0, pace=0, jitter_ms=80))
    assert late == waits(Script(first_token_ms=0, pace=0, jitter_ms=80))
    assert len(set(late)) == 4
    assert all(0 <= each <= 0.08 for each in late)
