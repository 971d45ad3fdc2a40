"""A banner that offers for some seconds to take back what was just done."""

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QWidget

from voicedesk.gui.banner import Banner
from voicedesk.gui.notice import Notice


class UndoBanner(Banner):
    """Close by itself when the time is over; while the pointer or the focus rests on it, the time stands."""

    undone = Signal()
    settled = Signal()
    """Nobody wanted it back in time."""

    def __init__(self, text: str, seconds: int, parent: QWidget | None = None) -> None:
        super().__init__(Notice(object(), text, ""), parent)
        self._is_undone = False
        self._time = QTimer(self, singleShot=True, interval=1_000 * seconds)
        self._time.timeout.connect(self._on_closed)
        advice = self.tr("You can undo this for {seconds} seconds.")
        self.setAccessibleDescription(advice.replace("{seconds}", str(seconds)))
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus_changed)
        self._time.start()

    @property
    def is_counting(self) -> bool:
        """Tell whether the time runs."""
        return self._time.isActive()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._count()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._count()

    def _buttons(self) -> list[QAbstractButton]:
        button = QPushButton(self.tr("Undo"), self)
        button.clicked.connect(self._on_undone)
        return [button]

    def _on_closed(self) -> None:
        super()._on_closed()
        if not self._is_undone:
            self.settled.emit()

    def _on_undone(self) -> None:
        self._is_undone = True
        self._on_closed()
        self.undone.emit()

    def _on_focus_changed(self) -> None:
        self._count()

    def _count(self) -> None:
        """Begin anew with the whole time, because whoever was here has to find the way back."""
        if self.underMouse() or self.isAncestorOf(self.window().focusWidget()):
            self._time.stop()
        elif not self._time.isActive():
            self._time.start()
