"""Examine: tell, finding by finding, what is missing on this machine."""

from collections.abc import Callable, Iterator
from queue import SimpleQueue
from threading import Thread

from voicedesk.core.health import Check, Examined
from voicedesk.core.problem_texts import Translate

Examine = Callable[[Translate, Translate], Iterator[Check]]
Wish = tuple[Translate, Translate]


class Examiner:
    """Look when asked; `run` is the body of its thread. Of wishes that come meanwhile, the last is met.

    What looks may hang in a driver; it does so in a thread of its own, which keeps nobody from leaving.
    """

    name = "examiner"

    def __init__(self, examine: Examine, post: Callable[[Examined], None]) -> None:
        self._examine = examine
        self._post = post
        self._wishes: SimpleQueue[Wish | None] = SimpleQueue()
        self._findings: SimpleQueue[Check | None] = SimpleQueue()
        self._leaves = False

    def examine(self, tr: Translate, translate_problem: Translate) -> None:
        """Look at everything soon; from any thread, never waits."""
        self._wishes.put((tr, translate_problem))

    def stop(self) -> None:
        """Ask the loop to end; from any thread."""
        self._leaves = True
        self._wishes.put(None)
        self._findings.put(None)

    def run(self) -> None:
        """Look until asked to leave."""
        while not self._leaves and (wish := self._newest()) is not None:
            Thread(target=self._look, args=(wish, self._findings), name="findings", daemon=True).start()
            self._tell()

    def _newest(self) -> Wish | None:
        wish = self._wishes.get()
        while not self._wishes.empty():
            wish = self._wishes.get()
        return wish

    def _look(self, wish: Wish, findings: SimpleQueue[Check | None]) -> None:
        try:
            for check in self._examine(*wish):
                findings.put(check)
        finally:
            findings.put(None)

    def _tell(self) -> None:
        checks: tuple[Check, ...] = ()
        while (check := self._findings.get()) is not None and not self._leaves:
            checks = (*checks, check)
            self._post(Examined(checks, is_over=False))
        if not self._leaves:
            self._post(Examined(checks, is_over=True))
