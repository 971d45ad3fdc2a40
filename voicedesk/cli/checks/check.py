"""Describe what a check found, and run checks so that none can hold the others up."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from queue import Empty, SimpleQueue

from voicedesk.cli.language import tr
from voicedesk.core.crash import crashed

LIMIT_S = 15.0
"""Longer than the waits inside the checks; only for what hangs in a library or a driver."""


@dataclass(frozen=True, slots=True)
class Check:
    """What was found; without advice all is well. The name stays the same in every language, for scripts."""

    name: str
    found: str
    advice: str = ""

    @property
    def ok(self) -> bool:
        """Tell whether nothing needs to be done."""
        return not self.advice


Checking = Callable[[], Check]


def carry_out(name: str, checking: Checking, limit_s: float = LIMIT_S) -> Check:
    """Run one check in a thread of its own, and go on without it if it hangs or fails."""
    answer: SimpleQueue[Check] = SimpleQueue()
    threading.Thread(target=lambda: answer.put(_survived(name, checking)), name=name, daemon=True).start()
    try:
        return answer.get(timeout=limit_s)
    except Empty:
        found = tr("no answer within {seconds} s").format(seconds=round(limit_s))
        return Check(name, found, tr("Something below it hangs. Restart it or the computer."))


def _survived(name: str, checking: Checking) -> Check:
    try:
        return checking()
    except Exception as error:  # noqa: BLE001  # the outermost edge of a check
        found = crashed(error).detail.replace("\n", " < ")
        return Check(name, found, tr("This check itself failed; please report it."))
