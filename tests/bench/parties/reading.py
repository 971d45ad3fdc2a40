"""Make what the reading windows show, and take the benchmark's orders for them."""

from collections.abc import Callable
from time import monotonic_ns
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QAbstractScrollArea

from tests.bench.parties.painted import Heartbeat
from tests.bench.parties.pipe import Order, tell

QUESTION = "Question {number}: is a golden retriever a good dog for a family with children?"
ANSWER = (
    "Yes, number {number}. They are **patient** and gentle, and they love people; they need a good walk "
    "twice a day.\n\n- brush the coat every other day\n- check the ears *once a week*\n- mind the weight\n\n"
    "Most of them live ten to twelve years, and keeping them slim is what helps most."
)
SCROLL_EVERY_MS = 16
SCROLL_BY_PX = 120
WORD_EVERY_MS = 40


class Shelf(Protocol):
    """A window that shows conversations."""

    @property
    def area(self) -> QAbstractScrollArea:
        """Give the part that scrolls."""

    def prepare(self, messages: int) -> None:
        """Have another conversation with so many messages at hand, as the store hands it over."""

    def open(self) -> None:
        """Show what was prepared."""

    def grow(self, text: str) -> None:
        """Show this as the newest answer so far."""


class Reading(QObject):
    """Open, scroll and stream in a window as the benchmark orders."""

    def __init__(self) -> None:
        super().__init__()
        self._opened_ns = 0
        self._awaits_paint = False
        self._words = 0
        self._scroll = QTimer(self, interval=SCROLL_EVERY_MS)
        self._scroll.timeout.connect(self._on_scroll)
        self._grow = QTimer(self, interval=WORD_EVERY_MS)
        self._grow.timeout.connect(self._on_grow)

    def begin(self, shelf: Shelf) -> None:
        """Work on this window from now on."""
        self._shelf = shelf

    def take(self, order: Order, heartbeat: Heartbeat) -> None:
        """Do what is ordered."""
        does: dict[str, Callable[[], None]] = {
            "scroll": self._scroll.start,
            "stream": self._grow.start,
            "halt": self._halt,
        }
        if order.do == "open":
            self._open(int(order.values["messages"]))
            return
        does[order.do]()
        heartbeat.begin()
        tell("done")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._awaits_paint and event.type() == QEvent.Type.Paint:
            self._awaits_paint = False
            QTimer.singleShot(0, self._on_painted)
        return False

    def _open(self, messages: int) -> None:
        viewport = self._shelf.area.viewport()
        viewport.removeEventFilter(self)
        self._shelf.prepare(messages)
        self._opened_ns, self._awaits_paint = monotonic_ns(), True
        self._shelf.open()
        self._shelf.area.viewport().installEventFilter(self)
        self._shelf.area.viewport().update()

    def _on_painted(self) -> None:
        tell("opened", ms=(monotonic_ns() - self._opened_ns) / 1e6)

    def _on_scroll(self) -> None:
        bar = self._shelf.area.verticalScrollBar()
        bar.setValue(bar.value() - SCROLL_BY_PX)

    def _on_grow(self) -> None:
        self._words += 1
        marks = "\n\n- " if self._words % 60 == 0 else " "
        self._shelf.grow(
            "".join(f"{marks if word % 60 == 0 else ' '}word{word}" for word in range(self._words))
        )

    def _halt(self) -> None:
        self._scroll.stop()
        self._grow.stop()
