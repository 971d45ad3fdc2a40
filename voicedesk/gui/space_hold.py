"""Tell when the space bar is held and let go, wherever the focus is by then."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

KEY_EVENTS = frozenset({QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride})


class SpaceHold(QObject):
    """Begin when a window found nobody else who wants the key; from then on the key is watched everywhere.

    The release goes to whatever has the focus at that moment, and none arrives when the window was left:
    leaving it counts as letting go.
    """

    began = Signal()
    ended = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._is_held = False

    def begin(self, event: QKeyEvent) -> bool:
        """Take a key press that nobody wanted; tell whether it was the space bar."""
        if event.key() != Qt.Key.Key_Space or event.modifiers() != Qt.KeyboardModifier.NoModifier:
            return False
        if not event.isAutoRepeat() and not self._is_held:
            self._is_held = True
            self._application().installEventFilter(self)
            self.began.emit()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() is QEvent.Type.WindowDeactivate:
            self._end()
        elif event.type() in KEY_EVENTS and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space:
            if event.type() is QEvent.Type.KeyRelease and not event.isAutoRepeat():
                self._end()
            return True
        return False

    def _application(self) -> QCoreApplication:
        application = QCoreApplication.instance()
        assert application
        return application

    def _end(self) -> None:
        self._is_held = False
        self._application().removeEventFilter(self)
        self.ended.emit()
