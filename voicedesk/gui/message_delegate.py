"""Draw the rows of a conversation and tell which of their buttons was clicked."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QMouseEvent, QPainter, QPen, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from voicedesk.gui.conversation_model import ROW_ROLE
from voicedesk.gui.row_layout import Block, Button, Fonts, RowLayout
from voicedesk.gui.rows import Row, Voice
from voicedesk.gui.style import BUBBLE_RADIUS, GRID, Tokens

MOST_LAYOUTS = 2_000

Index = QModelIndex | QPersistentModelIndex


class MessageDelegate(QStyledItemDelegate):
    """Keep one layout a row, so that a growing answer costs the layout of its last paragraph only."""

    acted = Signal(object, object)
    """A `Row` and the `RowAction` that was chosen for it."""
    unfinished = Signal()
    """A text is so long that its layout goes on later."""

    def __init__(self, fonts: Fonts, tokens: Tokens, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fonts = fonts
        self._tokens = tokens
        self._layouts: dict[object, RowLayout] = {}
        self._width = 400
        self._unfinished: set[object] = set()

    def restyle(self, fonts: Fonts, tokens: Tokens) -> None:
        """Use other fonts and colours."""
        self._fonts, self._tokens = fonts, tokens
        self._layouts.clear()

    def set_width(self, width: int) -> None:
        """Lay rows out for a view of this width."""
        self._width = width

    def take_unfinished(self) -> set[object]:
        """Give the keys of the rows whose layout has to go on, and forget them."""
        keys, self._unfinished = self._unfinished, set()
        return keys

    def layout_of(self, row: Row) -> RowLayout:
        """Give the layout of a row, up to date."""
        layout = self._layouts.get(row.key)
        if layout is None:
            if len(self._layouts) >= MOST_LAYOUTS:
                self._layouts.clear()
            layout = self._layouts[row.key] = RowLayout(self._fonts)
        layout.update(row, self._width)
        return layout

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: Row = index.data(ROW_ROLE)
        layout = self.layout_of(row)
        if not layout.is_complete:
            self._unfinished.add(row.key)
            self.unfinished.emit()
        return QSize(self._width, round(layout.height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(ROW_ROLE)
        layout = self.layout_of(row)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(option.rect.topLeft())
        self._paint_ground(painter, row, layout)
        self._paint_text(painter, row, layout, _visible_part(option))
        self._paint_buttons(painter, row, layout, option)
        painter.restore()

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        if event.type() is QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            row: Row = index.data(ROW_ROLE)
            button = self.layout_of(row).button_at(event.position() - QPointF(option.rect.topLeft()))
            if button and event.button() is Qt.MouseButton.LeftButton:
                self.acted.emit(row, button.action)
                return True
        return super().editorEvent(event, model, option, index)

    def _paint_ground(self, painter: QPainter, row: Row, layout: RowLayout) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        if row.voice is Voice.PERSON:
            painter.setBrush(self._tokens.color("bubble"))
            painter.drawRoundedRect(layout.bubble, BUBBLE_RADIUS, BUBBLE_RADIUS)
        elif row.voice is Voice.PROGRAM:
            painter.setBrush(self._tokens.color("edge"))
            painter.drawRect(
                QRectF(layout.bubble.left() - GRID, layout.bubble.top(), 2, layout.bubble.height())
            )

    def _paint_text(self, painter: QPainter, row: Row, layout: RowLayout, visible: QRectF) -> None:
        painter.setPen(self._tokens.color("quiet" if row.voice is Voice.PROGRAM else "text"))
        start = 0
        for block in layout.blocks:
            top = layout.text_origin.y() + block.top
            if top <= visible.bottom() and top + block.height >= visible.top():
                position = QPointF(layout.text_origin.x(), top)
                block.layout.draw(painter, position, self._unheard(block, row.heard - start))
            start += len(block.text) + 1

    def _unheard(self, block: Block, heard: int) -> list[QTextLayout.FormatRange]:
        """Write pale what was never heard."""
        if heard >= len(block.text):
            return []
        part = QTextLayout.FormatRange()
        part.start = max(0, heard)
        part.length = len(block.layout.text()) - part.start
        part.format = QTextCharFormat()
        part.format.setForeground(self._tokens.color("quiet"))
        return [part]

    def _paint_buttons(
        self, painter: QPainter, row: Row, layout: RowLayout, option: QStyleOptionViewItem
    ) -> None:
        is_current = bool(option.state & QStyle.StateFlag.State_HasFocus)
        is_hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if is_current:
            self._paint_focus(painter, layout)
        painter.setFont(self._fonts.small)
        for button in layout.buttons:
            if is_current or is_hovered or button.action in row.lasting:
                self._paint_button(painter, button, row)

    def _paint_focus(self, painter: QPainter, layout: RowLayout) -> None:
        painter.setPen(QPen(self._tokens.color("accent"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        rect = layout.bubble.adjusted(-GRID / 2, -GRID / 2, GRID / 2, GRID / 4)
        painter.drawRoundedRect(rect, BUBBLE_RADIUS, BUBBLE_RADIUS)

    def _paint_button(self, painter: QPainter, button: Button, row: Row) -> None:
        painter.setPen(self._tokens.color("accent" if row.voice is Voice.PROGRAM else "quiet"))
        painter.drawText(button.rect, Qt.AlignmentFlag.AlignCenter, button.words)


def _visible_part(option: QStyleOptionViewItem) -> QRectF:
    """Tell which part of a row is on screen: of an enormous one nothing else is drawn."""
    view = option.widget
    whole = QRectF(view.viewport().rect() if isinstance(view, QAbstractItemView) else option.rect)
    return whole.translated(-QPointF(option.rect.topLeft()))
