"""Collect garbage in the window's thread alone."""

import gc

from PySide6.QtCore import QObject, QTimer

LOOK_EVERY_MS = 2_000


class GarbageCollection(QObject):
    """Take over from the interpreter, which collects in whichever thread happens to allocate.

    In a worker that would be the end of a window's objects as well; PySide6 then deletes them later in the
    window's thread, where their parent may have deleted them before: the process ends with a fault of memory.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(collect_due)

    def start(self) -> None:
        """Keep it out of every other thread from now on."""
        gc.disable()
        self._timer.start()

    def stop(self) -> None:
        """Give it back to the interpreter."""
        self._timer.stop()
        gc.enable()


def collect_due() -> None:
    """Do what the interpreter would have done by now, the oldest generation that is due first."""
    due = zip(gc.get_count(), gc.get_threshold(), strict=True)
    generations = [generation for generation, (count, most) in enumerate(due) if count > most]
    if generations:
        gc.collect(generations[-1])
