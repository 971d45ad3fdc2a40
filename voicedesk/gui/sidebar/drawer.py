"""Put the sidebar beside the content, or over it where the window is too narrow for both."""

from PySide6.QtCore import QEasingCurve, QEvent, QRect, QSize, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from voicedesk.gui.motion import is_still
from voicedesk.gui.style import SCRIM_ALPHA, SIDEBAR_WIDTH, current_tokens

BESIDE_FROM_PX = 720
SLIDE_MS = 150


class Drawer(QWidget):
    """Hold sidebar and content; beside each other the sidebar is always there, over the content on demand."""

    narrowed = Signal(bool)
    """Whether there is no room for the sidebar beside the content."""
    closed = Signal()
    """The drawer begins to slide away."""

    def __init__(self, sidebar: QWidget, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = content
        self._scrim = Scrim(self)
        self._sidebar = sidebar
        self._is_open = False
        for widget in (content, self._scrim, sidebar):
            widget.setParent(self)
            widget.raise_()
        self._slide = QVariantAnimation(self)
        self._slide.setDuration(SLIDE_MS)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._slide.valueChanged.connect(self._on_slid)
        self._slide.finished.connect(self._on_arrived)
        self._scrim.clicked.connect(self.close_drawer)
        self._scrim.hide()

    @property
    def is_narrow(self) -> bool:
        """Tell whether the sidebar lies over the content."""
        return self.width() < BESIDE_FROM_PX

    @property
    def shows_sidebar(self) -> bool:
        """Tell whether the person can see the sidebar, or will in a moment."""
        return self._is_open or not self.is_narrow

    def open_drawer(self) -> None:
        """Bring the sidebar in."""
        if self.is_narrow and not self._is_open:
            self._is_open = True
            self._scrim.show()
            self._sidebar.show()
            self._go(0)

    def close_drawer(self) -> None:
        """Let the sidebar slide away; beside the content it stays."""
        if self._is_open:
            self._is_open = False
            self._go(-self._side_px)
            self.closed.emit()

    def minimumSizeHint(self) -> QSize:
        return self._content.minimumSizeHint()

    def event(self, event: QEvent) -> bool:
        """Follow the sidebar when larger text makes it wider."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._place()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        was_narrow = 0 <= event.oldSize().width() < BESIDE_FROM_PX
        if self.is_narrow != was_narrow:
            self._settle()
            self.narrowed.emit(self.is_narrow)
        self._place()

    @property
    def _side_px(self) -> int:
        """Give the sidebar the width that large text needs."""
        return max(SIDEBAR_WIDTH, self._sidebar.minimumSizeHint().width())

    def _settle(self) -> None:
        """Begin anew, closed, when the window became narrow or wide."""
        self._slide.stop()
        self._is_open = False
        self._scrim.hide()
        self._sidebar.setVisible(not self.is_narrow)

    def _place(self) -> None:
        side = 0 if self.is_narrow else self._side_px
        self._content.setGeometry(side, 0, self.width() - side, self.height())
        self._scrim.setGeometry(self.rect())
        left = self._sidebar.x() if self.is_narrow and not self._sidebar.isHidden() else 0
        self._sidebar.setGeometry(left, 0, self._side_px, self.height())

    def _go(self, left: int) -> None:
        """Slide from where the sidebar is now; without motion it is there at once."""
        start = self._sidebar.x() if self._is_sliding() else -self._side_px - left
        self._slide.stop()
        self._sidebar.move(left if is_still(self) else start, 0)
        if is_still(self):
            self._on_arrived()
        else:
            self._slide.setStartValue(start)
            self._slide.setEndValue(left)
            self._slide.start()

    def _is_sliding(self) -> bool:
        return self._slide.state() is QVariantAnimation.State.Running

    def _on_slid(self, left: int) -> None:
        self._sidebar.move(left, 0)

    def _on_arrived(self) -> None:
        self._sidebar.setVisible(self.shows_sidebar)
        self._scrim.setVisible(self._is_open)


class Scrim(QWidget):
    """Dim what lies under the drawer; a click on it closes the drawer."""

    clicked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.ArrowCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.clicked.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        color = current_tokens().color("scrim")
        color.setAlpha(SCRIM_ALPHA)
        QPainter(self).fillRect(QRect(self.rect()), color)
