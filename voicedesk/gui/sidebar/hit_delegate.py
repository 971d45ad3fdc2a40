"""Draw the rows of a search: two lines of what was said with the words marked, and where it was said."""

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from voicedesk.gui.direction import draw_line
from voicedesk.gui.sidebar.hit_rows import HitRow, Marks
from voicedesk.gui.style import FIELD_RADIUS, GRID, SMALLEST_PX, current_tokens

ROW_ROLE = Qt.ItemDataRole.UserRole
MOST_LINES = 2

Index = QModelIndex | QPersistentModelIndex


class HitDelegate(QStyledItemDelegate):
    """All rows are equally high, so that thousands would cost no more than those in sight."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, _place_height(option.font) + MOST_LINES * _line_height(option.font) + 2 * GRID)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: HitRow = index.data(ROW_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = self._paint_ground(painter, option)
        small = _small(option.font)
        top = QRect(inner.left(), inner.top(), inner.width(), _place_height(option.font))
        self._paint_place(painter, small, top, row)
        rest = inner.adjusted(0, top.height(), 0, 0)
        self._paint_passage(painter, option.font, rest, row)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> QRect:
        tokens = current_tokens()
        is_focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        is_hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        ground = option.rect.adjusted(GRID, 1, -GRID, -1)
        painter.setPen(QPen(tokens.color("accent"), 2) if is_focused else Qt.PenStyle.NoPen)
        painter.setBrush(tokens.color("line" if is_hovered else "side"))
        if is_focused or is_hovered:
            painter.drawRoundedRect(ground, FIELD_RADIUS, FIELD_RADIUS)
        return ground.adjusted(GRID, GRID // 2, -GRID, -GRID // 2)

    def _paint_place(self, painter: QPainter, font: QFont, rect: QRect, row: HitRow) -> None:
        """Name the conversation, and at the end of the line the day."""
        painter.setFont(font)
        painter.setPen(current_tokens().color("quiet"))
        metrics = QFontMetrics(font)
        painter.drawText(rect, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, row.when)
        room = rect.width() - metrics.horizontalAdvance(row.when) - GRID
        name = metrics.elidedText(row.name, Qt.TextElideMode.ElideRight, room) if row.turn else ""
        draw_line(painter, rect, name)

    def _paint_passage(self, painter: QPainter, font: QFont, rect: QRect, row: HitRow) -> None:
        painter.setPen(current_tokens().color("text"))
        start = 0
        for place, text in enumerate(_two_lines(row.passage or row.name, font, rect.width())):
            at = QPointF(rect.left(), rect.top() + place * _line_height(font))
            _one_line(text, font).draw(painter, at, list(_marks_in(row.marks, start, len(text))))
            start += len(text)


def _two_lines(text: str, font: QFont, width: int) -> tuple[str, str]:
    """Break a text once; the second line ends in … where there is more."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width)
    layout.endLayout()
    first = line.textLength()
    rest = QFontMetrics(font).elidedText(text[first:], Qt.TextElideMode.ElideRight, width)
    return text[:first], rest


def _one_line(text: str, font: QFont) -> QTextLayout:
    layout = QTextLayout(text, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return layout


def _marks_in(marks: Marks, start: int, length: int) -> Iterator[QTextLayout.FormatRange]:
    """Give the parts of the marks that fall into a line."""
    for begin, end in marks:
        first, last = max(0, begin - start), min(length, end - start)
        if first < last:
            yield _mark(first, last)


def _place_height(font: QFont) -> int:
    """Leave room for scripts that are higher than the font's own."""
    return round(1.3 * QFontMetrics(_small(font)).height())


def _line_height(font: QFont) -> int:
    return round(1.15 * QFontMetrics(font).height())


def _mark(begin: int, end: int) -> QTextLayout.FormatRange:
    part = QTextLayout.FormatRange()
    part.start, part.length = begin, end - begin
    part.format = QTextCharFormat()
    part.format.setBackground(current_tokens().color("mark"))
    return part


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPixelSize(max(SMALLEST_PX, font.pixelSize() - 1))
    return small
