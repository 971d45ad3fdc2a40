"""Run checks so that none can hold the others up."""

import threading
from collections.abc import Callable
from queue import Empty, SimpleQueue

from voicedesk.core.crash import crashed
from voicedesk.core.health import Check
from voicedesk.core.problem_texts import Translate

LIMIT_S = 15.0
"""Longer than the waits inside the checks; only for what hangs in a library or a driver."""


Checking = Callable[[Translate], Check]
"""Look at one thing, and tell of it in the language of whoever asks."""


def carry_out(name: str, checking: Checking, tr: Translate, limit_s: float = LIMIT_S) -> Check:
    """Run one check in a thread of its own, and go on without it if it hangs or fails."""
    answer: SimpleQueue[Check] = SimpleQueue()
    threading.Thread(target=lambda: answer.put(_survived(name, checking, tr)), name=name, daemon=True).start()
    try:
        return answer.get(timeout=limit_s)
    except Empty:
        found = tr("no answer within {seconds} s").format(seconds=round(limit_s))
        return Check(name, found, tr("Something below it hangs. Restart it or the computer."))


def _survived(name: str, checking: Checking, tr: Translate) -> Check:
    try:
        return checking(tr)
    except Exception as error:  # noqa: BLE001  # the outermost edge of a check
        found = crashed(error).detail.replace("\n", " < ")
        return Check(name, found, tr("This check itself failed; please report it."))
