"""Tell a held key from its auto-repeat: one press and one release for each real hold."""

from dataclasses import dataclass

GRACE_MS = 40
"""X11 repeats a held key as release and press a few milliseconds apart; no finger is so fast."""


@dataclass(frozen=True, slots=True)
class Pressed:
    """The key really went down, at this time."""

    at_ms: int


@dataclass(frozen=True, slots=True)
class Released:
    """The key really came up, at this time; it is told when the grace is over."""

    at_ms: int


Change = Pressed | Released


@dataclass(frozen=True, slots=True)
class _Deferred:
    """A change that is not told before its time."""

    change: Change
    until_ms: int


class HoldGate:
    """Pass on real changes of one key; times are milliseconds of a clock that only grows.

    Each call tells at most one change, and presses and releases alternate. After each call the caller has
    to see that `settle` is called at `deadline_ms`. A release that never arrives, as when the focus is
    taken away while the key is down, is noticed by the caller alone, who then calls `reset`.
    """

    def __init__(self, grace_ms: int = GRACE_MS) -> None:
        self._grace_ms = grace_ms
        self._held = False
        self._pending: _Deferred | None = None

    @property
    def deadline_ms(self) -> int | None:
        """Say when `settle` has something to tell; None if nothing waits."""
        return self._pending.until_ms if self._pending else None

    def press(self, at_ms: int) -> Change | None:
        """Take in that the key went down, or seemed to.

        If the end of the last hold is told only now, since `settle` came too late, this press waits for the
        next call.
        """
        told = self.settle(at_ms)
        if told is None and not self._held:
            return self._tell(Pressed(at_ms))
        self._pending = _Deferred(Pressed(at_ms), at_ms) if isinstance(told, Released) else None
        return told

    def release(self, at_ms: int) -> Change | None:
        """Take in that the key came up, or seemed to."""
        told = self.settle(at_ms)
        if self._held and self._pending is None:
            self._pending = _Deferred(Released(at_ms), at_ms + self._grace_ms)
        return told

    def settle(self, at_ms: int) -> Change | None:
        """Tell the change that waited until now."""
        if self._pending is None or at_ms < self._pending.until_ms:
            return None
        return self._tell(self._pending.change)

    def reset(self) -> None:
        """Forget the hold without telling it."""
        self._held = False
        self._pending = None

    def _tell(self, change: Change) -> Change:
        self._held = isinstance(change, Pressed)
        self._pending = None
        return change
