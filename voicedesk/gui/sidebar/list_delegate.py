"""Draw the rows of the conversation list."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from voicedesk.gui.direction import draw_line
from voicedesk.gui.icons import pixmap
from voicedesk.gui.sidebar.groups import ListRow
from voicedesk.gui.sidebar.list_model import ROW_ROLE, SHOWN_ROLE
from voicedesk.gui.style import FIELD_RADIUS, GRID, SMALLEST_PX, current_tokens

DOTS_PX = 16
BAR_WIDTH = 3
BAR_INSET = 6
ROW_PADDING = 8
GROUP_PADDING = 8
LONGEST_TITLE = 200

Index = QModelIndex | QPersistentModelIndex


class ListDelegate(QStyledItemDelegate):
    """A conversation is a line that can be pressed; three dots stand at its end while it is pointed at."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: ListRow = index.data(ROW_ROLE)
        padding = 2 * ROW_PADDING if row.heading else 2 * GROUP_PADDING + GRID // 2
        return QSize(0, option.fontMetrics.height() + padding)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: ListRow = index.data(ROW_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.heading is None:
            self._paint_group(painter, option, row)
        else:
            self._paint_conversation(painter, option, index)
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setObjectName("renaming")
        editor.setMaxLength(LONGEST_TITLE)
        editor.setAccessibleName(self.tr("Title of the conversation"))
        return editor

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        assert isinstance(editor, QLineEdit)
        model.setData(index, editor.text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        editor.setGeometry(_ground(option).adjusted(-2, 0, 2, 0))

    def is_dots(self, rect: QRect, at: QPoint) -> bool:
        """Tell whether a place in a row is where the three dots are."""
        return rect.contains(at) and at.x() >= rect.right() - GRID - DOTS_PX - GRID

    def _paint_group(self, painter: QPainter, option: QStyleOptionViewItem, row: ListRow) -> None:
        font = QFont(option.font)
        font.setPixelSize(max(SMALLEST_PX, option.font.pixelSize() - 1))
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(current_tokens().color("quiet"))
        rect = option.rect.adjusted(2 * GRID, 0, -GRID, -GRID // 2)
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, row.words)

    def _paint_conversation(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens = current_tokens()
        is_shown, is_hovered = bool(index.data(SHOWN_ROLE)), _has(option, QStyle.StateFlag.State_MouseOver)
        is_focused = _has(option, QStyle.StateFlag.State_HasFocus)
        ground = _ground(option)
        painter.setPen(QPen(tokens.color("accent"), 2) if is_focused else Qt.PenStyle.NoPen)
        if is_shown or is_hovered or is_focused:
            name = "bubble" if is_shown else "line" if is_hovered else "side"
            painter.setBrush(tokens.color(name))
            painter.drawRoundedRect(ground, FIELD_RADIUS, FIELD_RADIUS)
        if is_shown:
            self._paint_bar(painter, ground)
        if is_hovered or is_focused:
            self._paint_dots(painter, ground)
            ground.setRight(ground.right() - DOTS_PX - GRID // 2)
        painter.setPen(tokens.color("text"))
        painter.setFont(option.font)
        words = ground.adjusted(GRID, 0, -GRID, 0)
        name = option.fontMetrics.elidedText(index.data(), Qt.TextElideMode.ElideRight, words.width())
        draw_line(painter, words, name)

    def _paint_bar(self, painter: QPainter, ground: QRect) -> None:
        """Tell the conversation on screen by a shape too, and not by its ground alone."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(current_tokens().color("accent"))
        bar = QRect(ground.left(), ground.top() + BAR_INSET, BAR_WIDTH, ground.height() - 2 * BAR_INSET)
        painter.drawRoundedRect(bar, BAR_WIDTH / 2, BAR_WIDTH / 2)

    def _paint_dots(self, painter: QPainter, ground: QRect) -> None:
        top = ground.center().y() - DOTS_PX // 2 + 1
        place = QPoint(ground.right() - GRID // 2 - DOTS_PX, top)
        scale = painter.device().devicePixelRatioF()
        painter.drawPixmap(place, pixmap("dots-three", current_tokens().color("quiet"), DOTS_PX, scale))


def _ground(option: QStyleOptionViewItem) -> QRect:
    return QRect(option.rect.adjusted(GRID, 1, -GRID, -1))


def _has(option: QStyleOptionViewItem, flag: QStyle.StateFlag) -> bool:
    return bool(option.state & flag)
