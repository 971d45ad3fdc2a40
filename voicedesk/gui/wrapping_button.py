"""A button whose words go on in a second line where there is no room for one."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QStylePainter, QWidget

from voicedesk.gui.style import GRID

LEAST_PX = 8 * GRID
ROUNDING_PX = 1
WIDEST_PX = (1 << 24) - 1
WRAPPED = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)


class WrappingButton(QPushButton):
    """As wide as its words on one line, or as the room there is."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self.sizeHint().height() + self._words(width).height() - self._words(WIDEST_PX).height()

    def _words(self, width: int) -> QRect:
        """Measure the words in a button of this width."""
        room = QRect(0, 0, width - self._padding, 0)
        return self.fontMetrics().boundingRect(room, WRAPPED, self.text())

    @property
    def _padding(self) -> int:
        """Give the room beside the words, less what rounding to whole pixels may take from them."""
        return self.sizeHint().width() - self.fontMetrics().horizontalAdvance(self.text()) - 2 * ROUNDING_PX

    def minimumSizeHint(self) -> QSize:
        return QSize(LEAST_PX, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, option = QStylePainter(self), QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        room = self.rect().adjusted(self._padding // 2, 0, -(self._padding // 2), 0)
        role = self.foregroundRole()
        painter.drawItemText(room, WRAPPED, self.palette(), self.isEnabled(), self.text(), role)
