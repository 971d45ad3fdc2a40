"""Show all of something where there is room for it, and let it be scrolled where there is not."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from voicedesk.gui.style import GRID

LEAST_PX = 8 * GRID
"""Two lines and a part of the third, which shows that there is more."""


class ScrollBox(QScrollArea):
    """A frame that nobody sees. It asks for the height of what it holds and gives way down to `LEAST_PX`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._content = QWidget(self)

    def hold(self, content: QWidget) -> None:
        """Show this."""
        self._content = content
        self.setWidget(content)
        for widget in (self.viewport(), content):
            widget.setAutoFillBackground(False)

    def sizeHint(self) -> QSize:
        hint = self._content.sizeHint()
        if not self._content.hasHeightForWidth():
            return hint
        return QSize(hint.width(), self._content.heightForWidth(self._width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._content.minimumSizeHint().width(), min(self.sizeHint().height(), LEAST_PX))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    @property
    def _width(self) -> int:
        """Give the width that the height is asked for; before it is shown, the one that it would like."""
        return self.width() if self.isVisible() else self._content.sizeHint().width()
