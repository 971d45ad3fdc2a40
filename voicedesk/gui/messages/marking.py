"""Mark text with the mouse: drag, double click for a word, a third click for a paragraph."""

from PySide6.QtCore import QElapsedTimer, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QScrollBar, QWidget

from voicedesk.gui.messages.block import Block
from voicedesk.gui.messages.selection import Selection, Spot, word_around

SCROLL_EVERY_MS = 30


class Marking(QObject):
    """Follow the mouse button; the view tells which spot lies where."""

    changed = Signal(object)
    """The `Selection` as it is now."""
    clicked = Signal(QPoint)
    """The button came up where it went down: nothing was marked."""
    dragged_to = Signal(QPoint)
    """The view shall say what lies here, because it was scrolled under a resting mouse."""

    def __init__(self, viewport: QWidget, bar: QScrollBar) -> None:
        super().__init__(viewport)
        self._viewport = viewport
        self._bar = bar
        self._selection = Selection()
        self._is_down = False
        self._pressed_at = QPoint()
        self._last_at = QPoint()
        self._since_double = QElapsedTimer()
        self._scroll = QTimer(self)
        self._scroll.setInterval(SCROLL_EVERY_MS)
        self._scroll.timeout.connect(self._on_scroll)

    @property
    def is_down(self) -> bool:
        """Tell whether the button is held."""
        return self._is_down

    def press(self, event: QMouseEvent, spot: Spot | None, block: Block | None) -> None:
        """Begin to mark, or extend what is marked."""
        self._is_down = True
        self._pressed_at = self._last_at = event.position().toPoint()
        if spot is None:
            self._set(Selection())
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not self._selection.is_empty:
            self._set(Selection(self._selection.anchor, spot))
        elif block and self._is_third_click():
            self._set_range(spot, 0, len(block.prose.text))
        else:
            self._set(Selection(spot, spot))

    def press_twice(self, spot: Spot | None, block: Block | None) -> None:
        """Mark a word."""
        self._since_double.start()
        if spot and block:
            self._set_range(spot, *word_around(block.prose.text, spot.offset))

    def move(self, at: QPoint, spot: Spot | None) -> None:
        """Mark as far as the mouse has come."""
        self._last_at = at
        far = QGuiApplication.styleHints().startDragDistance() // 2
        is_far = (at - self._pressed_at).manhattanLength() >= far
        if spot and (is_far or not self._selection.is_empty):
            self._set(Selection(self._selection.anchor, spot))
        outside = not 0 <= at.y() < self._viewport.height()
        if outside != self._scroll.isActive():
            self._scroll.start() if outside else self._scroll.stop()

    def release(self, at: QPoint) -> None:
        """End."""
        self._is_down = False
        self._scroll.stop()
        if self._selection.is_empty and (at - self._pressed_at).manhattanLength() < 6:
            self.clicked.emit(at)

    def set_selection(self, selection: Selection) -> None:
        """Take what was marked by other means."""
        self._selection = selection

    def _is_third_click(self) -> bool:
        interval = QGuiApplication.styleHints().mouseDoubleClickInterval()
        return self._since_double.isValid() and self._since_double.elapsed() < interval

    def _set_range(self, spot: Spot, start: int, end: int) -> None:
        self._set(Selection(_moved(spot, start), _moved(spot, end)))

    def _set(self, selection: Selection) -> None:
        if selection != self._selection:
            self._selection = selection
            self.changed.emit(selection)

    def _on_scroll(self) -> None:
        """Scroll the faster the farther the mouse is outside."""
        y = self._last_at.y()
        self._bar.setValue(self._bar.value() + (y if y < 0 else y - self._viewport.height()))
        self.dragged_to.emit(self._last_at)


def _moved(spot: Spot, offset: int) -> Spot:
    return Spot(spot.turn, spot.voice, spot.block, offset)
