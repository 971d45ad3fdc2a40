"""Run the loop body of a worker in the thread that a front end gave it, and again after a crash."""

import logging
from collections.abc import Callable
from typing import Protocol

from voicedesk.core.crash import crashed
from voicedesk.core.events import WorkerCrashed

log = logging.getLogger(__name__)

RESTARTS = 3
"""A body that fails more often in the life of the program stays down."""


class Body(Protocol):
    """A loop that needs a thread of its own."""

    @property
    def name(self) -> str:
        """Tell how the thread is called in logs."""

    def run(self) -> None:
        """Work until `stop` is called. After a crash it has let its devices go, and may be called again."""

    def stop(self) -> None:
        """Make `run` return soon; called from another thread, never waits."""


def keep_running(body: Body, post: Callable[[WorkerCrashed], None], is_leaving: Callable[[], bool]) -> None:
    """Run a body; report each crash, and run it again unless it was asked to leave."""
    for _ in range(1 + RESTARTS):
        try:
            return body.run()
        except Exception as fault:  # noqa: BLE001  # the outermost edge of a worker
            problem = crashed(fault)
        log.error("%s crashed: %s", body.name, problem.detail)
        post(WorkerCrashed(body.name, problem))
        if is_leaving():
            break
    return None
