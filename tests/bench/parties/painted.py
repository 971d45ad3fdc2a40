"""Watch a Qt program from inside without a change to it: its first paint, and how evenly its loop runs."""

import sys
from collections.abc import Callable
from queue import Empty, SimpleQueue
from time import monotonic_ns

from PySide6 import QtWidgets
from PySide6.QtCore import QEvent, QObject, Qt, QTimer

from tests.bench.parties.names import HEAVY
from tests.bench.parties.pipe import Order, on_each_order, tell

BEAT_MS = 5

TakeOrder = Callable[[Order, "Heartbeat"], None]


class Heartbeat(QObject):
    """Tick every 5 ms in the window's thread, note the time between ticks, and take orders there."""

    def __init__(self, take: TakeOrder) -> None:
        super().__init__()
        self._take = take
        self._orders: SimpleQueue[Order] = SimpleQueue()
        self._last_ns = 0
        self.gaps_ms: list[float] = []
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        on_each_order(self._orders.put)
        self._timer.start(BEAT_MS)

    def begin(self) -> None:
        """Forget the ticks so far."""
        self.gaps_ms, self._last_ns = [], monotonic_ns()

    def _rest(self, seconds: float) -> None:
        """Be away from the screen for a while, without a tick that would be counted as the party's."""
        windows = [window for window in QtWidgets.QApplication.topLevelWidgets() if window.isVisible()]
        self._timer.stop()
        for window in windows:
            window.hide()
        QTimer.singleShot(round(seconds * 1_000), self, lambda: self._return(windows))
        tell("resting")

    def _return(self, windows: list[QtWidgets.QWidget]) -> None:
        for window in windows:
            window.show()
        self._timer.start()
        tell("back")

    def _beat(self) -> None:
        now_ns = monotonic_ns()
        self.gaps_ms.append((now_ns - self._last_ns) / 1e6)
        self._last_ns = now_ns
        try:
            order = self._orders.get_nowait()
        except Empty:
            return
        if order.do == "beats":
            tell(
                "beats",
                gaps_ms=[round(gap, 2) for gap in self.gaps_ms if gap > 2 * BEAT_MS],
                ticks=len(self.gaps_ms),
            )
        elif order.do == "rest":
            self._rest(float(order.values["seconds"]))
        else:
            self._take(order, self)


def watched_application(take: TakeOrder) -> type[QtWidgets.QApplication]:
    """Make the class that stands in for QApplication, and is one."""

    class Watched(QtWidgets.QApplication):
        def __init__(self, *arguments: object) -> None:
            super().__init__(*arguments)  # type: ignore[call-overload]
            self.installEventFilter(self)

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if (
                event.type() == QEvent.Type.Paint
                and isinstance(watched, QtWidgets.QWidget)
                and watched.isVisible()
            ):
                self.removeEventFilter(self)
                QTimer.singleShot(0, self._painted)  # after all widgets of this round have painted
            return False

        def _painted(self) -> None:
            tell("painted", early=[name for name in HEAVY if name in sys.modules], modules=len(sys.modules))
            self._heartbeat = Heartbeat(take)

    return Watched
