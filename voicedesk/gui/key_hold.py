"""Tell when a key that talks is held and let go, wherever the focus is by then."""

from PySide6.QtCore import (
    QCoreApplication,
    QElapsedTimer,
    QEvent,
    QKeyCombination,
    QObject,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from voicedesk.core.shortcut import GRACE_MS, Change, HoldGate, Pressed
from voicedesk.gui.keys import Bound, written

KEY_EVENTS = frozenset({QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride})
SPACE = QKeyCombination(Qt.Key.Key_Space).toCombined()


class KeyHold(QObject):
    """Begin when a window found nobody else who wants the key; from then on the key is watched everywhere.

    The release goes to whatever has the focus at that moment, and none arrives when the window was left:
    leaving it counts as letting go. Of a chord the key counts, and not what is held with it.
    """

    began = Signal()
    ended = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._names: tuple[str, ...] = ("Space",)
        self._chords: tuple[int, ...] = (SPACE,)
        self._held = Qt.Key.Key_Space
        self._gate = HoldGate(grace_ms())
        self._clock = QElapsedTimer()
        self._clock.start()
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.timeout.connect(self._on_settle)

    def own_keys(self) -> tuple[Bound, ...]:
        """Name the keys that talk while they are held."""
        return tuple(Bound(self.tr("Talk while held"), written(name)) for name in self._names)

    def use(self, text: str) -> None:
        """Let another key talk beside the space bar, by its portable name; none for an empty one."""
        chosen = QKeySequence.fromString(text, QKeySequence.SequenceFormat.PortableText)
        is_key = chosen.count() == 1
        self._names = ("Space", text) if is_key else ("Space",)
        self._chords = (SPACE, chosen[0].toCombined()) if is_key else (SPACE,)  # type: ignore[index]

    def begin(self, event: QKeyEvent) -> bool:
        """Take a key press that nobody wanted; tell whether it was a key that talks."""
        if event.keyCombination().toCombined() not in self._chords:
            return False
        if not event.isAutoRepeat():
            self._held = Qt.Key(event.key())
            self._tell(self._gate.press(self._clock.elapsed()))
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() is QEvent.Type.WindowDeactivate:
            self._leave()
        elif event.type() in KEY_EVENTS and isinstance(event, QKeyEvent) and event.key() == self._held:
            self._follow(event)
            return True
        return False

    def _follow(self, event: QKeyEvent) -> None:
        if event.type() is QEvent.Type.KeyPress:
            self._tell(self._gate.press(self._clock.elapsed()))
        elif event.type() is QEvent.Type.KeyRelease and not event.isAutoRepeat():
            self._tell(self._gate.release(self._clock.elapsed()))

    def _leave(self) -> None:
        self._gate.reset()
        self._settle.stop()
        self._end()

    def _tell(self, change: Change | None) -> None:
        if isinstance(change, Pressed):
            _application().installEventFilter(self)
            self.began.emit()
        elif change:
            self._end()
        self._arrange_settling()

    def _arrange_settling(self) -> None:
        deadline = self._gate.deadline_ms
        if deadline is None:
            self._settle.stop()
        else:
            self._settle.start(max(0, deadline - self._clock.elapsed()))

    def _on_settle(self) -> None:
        self._tell(self._gate.settle(self._clock.elapsed()))

    def _end(self) -> None:
        _application().removeEventFilter(self)
        self.ended.emit()


def grace_ms() -> int:
    """Tell how long a release may turn out to be a repeat.

    Only X11 needs it: there Qt takes about one in twenty releases of a held key for a real one, because the
    press that belongs to it has not arrived yet.
    """
    return GRACE_MS if QGuiApplication.platformName() == "xcb" else 0


def _application() -> QCoreApplication:
    application = QCoreApplication.instance()
    assert application
    return application
