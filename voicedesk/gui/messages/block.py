"""Lay one block of a message out: break it into lines, and find places in it."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QTextLayout, QTextLine, QTextOption

from voicedesk.gui.direction import runs_right_to_left
from voicedesk.gui.messages.look import Look
from voicedesk.gui.messages.offsets import from_qt
from voicedesk.gui.messages.prose import Prose, Shape
from voicedesk.gui.plain_text import is_wide

LINE_SPACING = 1.5
WIDE_LINE_SPACING = 1.7
CODE_LINE_SPACING = 1.45
HEADING_LINE_SPACING = 1.3


@dataclass(slots=True)
class Block:
    """A block with its finished lines; `left` and `top` are relative to the text of its row."""

    prose: Prose
    layout: QTextLayout
    left: float
    top: float
    height: float
    width: float
    room: float

    @property
    def rect(self) -> QRectF:
        """Give the room that the block has."""
        return QRectF(self.left, self.top, self.room, self.height)

    def offset_at(self, point: QPointF) -> int:
        """Find the place between characters that is nearest to a point."""
        if not self.layout.lineCount():
            return 0
        line = self._line_at(point.y() - self.top)
        return from_qt(self.prose.text, line.xToCursor(point.x() - self.left))

    def link_at(self, point: QPointF) -> str:
        """Give the address under a point, or nothing."""
        if not self.rect.contains(point) or not any(span.link for span in self.prose.spans):
            return ""
        line, x = self._line_at(point.y() - self.top), point.x() - self.left
        if not line.naturalTextRect().adjusted(-1, -2, 1, 2).contains(QPointF(x, line.y() + 1)):
            return ""
        place = from_qt(self.prose.text, line.xToCursor(x, QTextLine.CursorPosition.CursorOnCharacter))
        return next(
            (
                span.link
                for span in self.prose.spans
                if span.link and span.start <= place < span.start + span.length
            ),
            "",
        )

    def _line_at(self, y: float) -> QTextLine:
        for number in range(self.layout.lineCount()):
            line = self.layout.lineAt(number)
            if y < line.y() + line.height() * 1.25:
                return line
        return self.layout.lineAt(self.layout.lineCount() - 1)


def laid_out(prose: Prose, look: Look, left: float, top: float, room: float, shrinks: bool) -> Block:
    """Break a block into lines; `shrinks` tells that what is around it becomes as narrow as the text."""
    font = look.font_of(prose)
    layout = QTextLayout(prose.text, font)
    layout.setTextOption(_option(prose))
    layout.setFormats(look.formats_of(prose))
    layout.setCacheEnabled(True)
    spacing = font.pixelSize() * _spacing_of(prose)
    height = widest = 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(room)
        line_height = max(spacing, line.height())
        line.setPosition(QPointF(0.0, height + (line_height - line.height()) / 2))
        height += line_height
        widest = max(widest, line.naturalTextWidth())
    layout.endLayout()
    if _is_right_to_left(prose):
        _align_right(layout, widest if shrinks else room)
    return Block(prose, layout, left, top, height, widest, room)


def _is_right_to_left(prose: Prose) -> bool:
    return prose.shape is not Shape.CODE and runs_right_to_left(prose.text)


def _align_right(layout: QTextLayout, width: float) -> None:
    """Move the lines: an alignment in the text option would need the width before it is known."""
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        line.setPosition(QPointF(width - line.naturalTextWidth(), line.y()))


def _option(prose: Prose) -> QTextOption:
    option, wrap, direction = QTextOption(), QTextOption.WrapMode, Qt.LayoutDirection
    is_code = prose.shape is Shape.CODE
    option.setWrapMode(wrap.WrapAnywhere if is_code else wrap.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(direction.RightToLeft if _is_right_to_left(prose) else direction.LeftToRight)
    option.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    option.setTabStopDistance(32.0)
    return option


def _spacing_of(prose: Prose) -> float:
    if prose.shape is Shape.CODE:
        return CODE_LINE_SPACING
    if prose.shape is Shape.HEADING:
        return HEADING_LINE_SPACING
    return WIDE_LINE_SPACING if is_wide(prose.text) else LINE_SPACING
