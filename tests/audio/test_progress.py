"""A device is called stalled only after somebody watched it stand still."""

from voicedesk.audio.progress import Stall


class ManualClock:
    """A clock that moves when it is told to."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def looks_until_over(stall: Stall, clock: ManualClock, count: int, step_seconds: float) -> int:
    """Look again and again; tell how many looks it took."""
    for look in range(1, 1000):
        clock.seconds += step_seconds
        if stall.is_over(count):
            return look
    return 0


def test_the_first_move_may_take_longer() -> None:
    clock = ManualClock()
    stall = Stall(clock, first_seconds=3, seconds=0.5)
    assert looks_until_over(stall, clock, 0, 0.0625) == 49
    stall.is_over(1)
    assert looks_until_over(stall, clock, 1, 0.0625) == 9


def test_a_moving_count_is_never_over() -> None:
    clock = ManualClock()
    stall = Stall(clock, 3, 0.5)
    for count in range(100):
        clock.seconds += 0.4
        assert not stall.is_over(count)


def test_a_sleep_of_the_computer_is_not_held_against_the_device() -> None:
    clock = ManualClock()
    stall = Stall(clock, 3, 0.5)
    stall.is_over(1)
    clock.seconds += 3600
    assert not stall.is_over(1)
