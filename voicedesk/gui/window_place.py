"""Remember where the window stands, for each arrangement of screens, and keep it where it can be seen."""

from base64 import b64decode, b64encode
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QThreadPool, QTimer
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from voicedesk.gui.start_notes import read_note, write_note

NOTE = "window"
MOST_ARRANGEMENTS = 8
SETTLED_MS = 800
"""A window that is being dragged is noted when it rests."""
GRIP_PX = 80
"""So much of the upper edge has to be on a screen, or nobody could take hold of the window."""

Places = dict[str, str]
"""What Qt says about a window, for each arrangement of screens, the latest last."""


class WindowPlace(QObject):
    """Follow one window after the other."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._places = places_in(read_note(NOTE))
        self._window: QWidget | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(SETTLED_MS)
        self._rest.timeout.connect(self._note)
        self._screens = QTimer(self)
        self._screens.setSingleShot(True)
        self._screens.setInterval(SETTLED_MS)
        self._screens.timeout.connect(self._on_screens_settled)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.screenAdded.connect(self._on_screen_added)
        application.screenRemoved.connect(self._screens.start)
        for screen in QGuiApplication.screens():
            screen.geometryChanged.connect(self._screens.start)

    def restore(self, window: QWidget) -> None:
        """Put a window where the last one stood with these screens; before it is shown it does not jump."""
        if place := self._places.get(arrangement()):
            window.restoreGeometry(b64decode(place))
            keep_reachable(window)

    def follow(self, window: QWidget) -> None:
        """Note from now on where this window stands."""
        if self._window:
            self._window.removeEventFilter(self)
            self._window.destroyed.disconnect(self._forget)
        self._window = window
        window.installEventFilter(self)
        window.destroyed.connect(self._forget)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.WindowStateChange):
            self._rest.start()
        elif event.type() is QEvent.Type.Close:
            self._note()
        return False

    def _forget(self) -> None:
        self._window = None

    def _note(self) -> None:
        self._rest.stop()
        if self._window is None or not self._window.isVisible():
            return
        place = b64encode(self._window.saveGeometry().data()).decode("ascii")
        if self._places.get(arrangement()) != place:
            self._places.pop(arrangement(), None)
            self._places[arrangement()] = place
            QThreadPool.globalInstance().start(partial(write_note, NOTE, text_of(self._places)))

    def _on_screen_added(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._screens.start)
        self._screens.start()

    def _on_screens_settled(self) -> None:
        """Go back to where the window stood with these screens, or at least to where it can be seen."""
        if self._window:
            self.restore(self._window)
            keep_reachable(self._window)


def arrangement() -> str:
    """Name the screens that are there and how they stand, in one word."""
    return "+".join(sorted(_word(screen.geometry()) for screen in QGuiApplication.screens()))


def _word(area: QRect) -> str:
    return f"{area.width()}x{area.height()}@{area.x()},{area.y()}"


def keep_reachable(window: QWidget) -> None:
    """Move a window that nobody could take hold of onto the first screen, and make it no larger than that."""
    frame = window.frameGeometry()
    edge = QRect(frame.topLeft(), frame.topRight() + QPoint(0, GRIP_PX // 2))
    areas = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    if any(area.intersected(edge).width() >= GRIP_PX for area in areas):
        return
    area = QGuiApplication.primaryScreen().availableGeometry()
    window.resize(window.size().boundedTo(area.size()))
    window.move(area.center() - window.rect().center())


def places_in(text: str) -> Places:
    """Read the note; what is damaged is left out."""
    lines = [line.split(" ") for line in text.splitlines()]
    return {words[0]: words[1] for words in lines if len(words) == 2 and _is_base64(words[1])}


def text_of(places: Places) -> str:
    """Write the note, with the latest arrangements."""
    latest = list(places.items())[-MOST_ARRANGEMENTS:]
    return "".join(f"{name} {place}\n" for name, place in latest)


def _is_base64(text: str) -> bool:
    try:
        return bool(b64decode(text, validate=True))
    except ValueError:
        return False
