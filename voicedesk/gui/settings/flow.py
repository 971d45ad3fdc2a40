"""Lay small widgets out in lines, as words are."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from voicedesk.gui.style import GRID


class Flow(QWidget):
    """Begin a new line where the old one is full; as high as its lines are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, widget: QWidget) -> None:
        """Put a widget behind the others."""
        widget.setParent(self)
        self._items.append(widget)
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._places(width)[1]

    def sizeHint(self) -> QSize:
        width = max(self.width(), self.minimumSizeHint().width())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        sizes = [item.sizeHint() for item in self._items]
        return QSize(
            max((size.width() for size in sizes), default=0),
            max((size.height() for size in sizes), default=0),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        places, height = self._places(event.size().width())
        for item, place in zip(self._items, places, strict=True):
            item.setGeometry(place)
        self.setFixedHeight(height)

    def _places(self, width: int) -> tuple[list[QRect], int]:
        places: list[QRect] = []
        at, line_height = QPoint(0, 0), 0
        for item in self._items:
            size = item.sizeHint()
            if at.x() and at.x() + size.width() > width:
                at = QPoint(0, at.y() + line_height + GRID)
                line_height = 0
            places.append(QRect(at, size))
            at = QPoint(at.x() + size.width() + GRID, at.y())
            line_height = max(line_height, size.height())
        return [self.mirrored(place, width) for place in places], at.y() + line_height

    def mirrored(self, place: QRect, width: int) -> QRect:
        """Begin at the right where the language does."""
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            return QRect(width - place.right() - 1, place.y(), place.width(), place.height())
        return place
