"""Garbage is collected, and never in the thread of a worker."""

import gc
import threading
import weakref

from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from voicedesk.gui.garbage import GarbageCollection, collect_due


class Knot:
    """Something that only a collection takes away."""

    def __init__(self) -> None:
        self.itself = self


def many_knots() -> list[weakref.ref[Knot]]:
    return [weakref.ref(Knot()) for _ in range(5_000)]


def test_what_a_worker_leaves_behind_waits_for_the_window(qtbot: QtBot) -> None:
    garbage = GarbageCollection()
    garbage.start()
    left: list[weakref.ref[Knot]] = []
    worker = threading.Thread(target=lambda: left.extend(many_knots()))
    worker.start()
    worker.join()
    assert all(knot() for knot in left), "nothing was collected in the worker"
    garbage._timer.setInterval(1)
    qtbot.waitUntil(lambda: not any(knot() for knot in left))
    garbage.stop()
    assert gc.isenabled()
    gc.disable()  # as every test of the window has it


def test_what_is_not_due_is_left_alone(qtbot: QtBot) -> None:
    gc.collect()
    QCoreApplication.processEvents()
    knot = weakref.ref(Knot())
    collect_due()
    assert knot()
