"""A hold-to-talk key gives one press and one release for each real hold, whatever the keyboard repeats."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voicedesk.core.shortcut import GRACE_MS, Change, HoldGate, Pressed, Released

HOLDS = st.lists(
    st.tuples(
        st.integers(min_value=GRACE_MS + 1, max_value=400),  # the pause before the hold
        st.integers(min_value=0, max_value=600),  # how long it is held
        st.lists(st.tuples(st.integers(0, 60), st.integers(0, GRACE_MS - 1)), max_size=8),  # repeats
    ),
    max_size=6,
)


@pytest.fixture
def gate() -> HoldGate:
    return HoldGate()


def test_a_hold_is_one_press_and_one_release(gate: HoldGate) -> None:
    assert gate.press(100) == Pressed(100)
    assert gate.release(900) is None
    assert gate.deadline_ms == 900 + GRACE_MS
    assert gate.settle(900 + GRACE_MS) == Released(900)
    assert gate.deadline_ms is None


def test_a_release_waits_for_its_grace(gate: HoldGate) -> None:
    gate.press(0)
    gate.release(500)
    assert gate.settle(500 + GRACE_MS - 1) is None
    assert gate.deadline_ms == 500 + GRACE_MS


def test_repeated_presses_while_down_are_ignored(gate: HoldGate) -> None:
    gate.press(0)
    assert [gate.press(at) for at in (250, 280, 310)] == [None, None, None]


def test_a_release_and_press_of_auto_repeat_is_no_release(gate: HoldGate) -> None:
    gate.press(0)
    assert [gate.release(250), gate.press(252)] == [None, None]
    assert gate.deadline_ms is None
    assert gate.settle(1000) is None


def test_a_bouncing_release_counts_once(gate: HoldGate) -> None:
    gate.press(0)
    assert [gate.release(500), gate.press(503), gate.release(506), gate.release(509)] == [None] * 4
    assert gate.settle(546) == Released(506)
    assert gate.settle(600) is None


def test_a_release_without_a_press_is_nothing(gate: HoldGate) -> None:
    assert gate.release(10) is None
    assert gate.deadline_ms is None


def test_a_new_hold_before_a_late_settle_is_not_lost(gate: HoldGate) -> None:
    gate.press(0)
    gate.release(500)
    assert gate.press(900) == Released(500)
    assert gate.deadline_ms == 900
    assert gate.settle(905) == Pressed(900)


def test_a_release_before_a_late_settle_still_tells_the_press(gate: HoldGate) -> None:
    gate.press(0)
    gate.release(500)
    gate.press(900)
    assert gate.release(1400) == Pressed(900)
    assert gate.settle(1440) == Released(1400)


def test_a_repeat_before_a_late_settle_tells_the_press(gate: HoldGate) -> None:
    gate.press(0)
    gate.release(500)
    gate.press(900)
    assert gate.press(930) == Pressed(900)
    assert gate.deadline_ms is None


def test_after_a_reset_the_next_press_counts(gate: HoldGate) -> None:
    gate.press(0)
    gate.release(10)
    gate.reset()
    assert gate.deadline_ms is None
    assert gate.press(20) == Pressed(20)


@given(HOLDS)
def test_each_real_hold_is_told_once_when_settled_in_time(
    holds: list[tuple[int, int, list[tuple[int, int]]]],
) -> None:
    gate, told, now = HoldGate(), [], 0
    expected: list[Change] = []
    for pause, held, repeats in holds:
        now += pause
        expected.append(Pressed(now))
        told.append(gate.press(now))
        for apart, gap in repeats:
            told += [gate.release(now + apart), gate.press(now + apart + gap)]
            now += apart + gap
        now += held
        expected.append(Released(now))
        told.append(gate.release(now))
        told.append(gate.settle(now + GRACE_MS))
    assert [change for change in told if change] == expected


@given(st.lists(st.tuples(st.sampled_from(["press", "release", "settle"]), st.integers(0, 120)), max_size=60))
def test_presses_and_releases_alternate_whatever_happens(calls: list[tuple[str, int]]) -> None:
    gate, told, now = HoldGate(), [], 0
    for name, later in calls:
        now += later
        told.append(getattr(gate, name)(now))
    changes = [change for change in told if change]
    assert all(type(one) is not type(next_one) for one, next_one in pairwise(changes))
    assert not changes or isinstance(changes[0], Pressed)
    assert all(one.at_ms <= next_one.at_ms for one, next_one in pairwise(changes))
