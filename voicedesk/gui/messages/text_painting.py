"""Draw the text of a message: its blocks, what stands under them, and what is marked in them."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QTextCharFormat, QTextLayout

from voicedesk.gui.direction import runs_right_to_left
from voicedesk.gui.messages.block import Block
from voicedesk.gui.messages.column import CELL_GAP, CODE_HEAD, CODE_INDENT, CODE_PADDING, INDENT, QUOTE_INDENT
from voicedesk.gui.messages.look import Look, format_range
from voicedesk.gui.messages.prose import Prose, Shape
from voicedesk.gui.messages.sound import words_at
from voicedesk.gui.row_layout import RowLayout
from voicedesk.gui.rows import Row
from voicedesk.gui.style import FIELD_RADIUS

Part = tuple[int, int]
NOTHING: Part = (0, 0)


@dataclass(frozen=True, slots=True)
class Marks:
    """What is marked in a row, apart from its text: none of it needs a new layout."""

    selected: Callable[[int, int], Part] = lambda place, length: NOTHING
    """From where to where the block at a place, of a length, is selected."""
    spoken: float | None = None
    """The share of the text that was spoken, while it is."""
    words: tuple[str, ...] = field(default=())
    """Words that were looked for."""


class TextPainter:
    """Draw text in one look."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._tokens = look.tokens

    def paint(self, painter: QPainter, row: Row, layout: RowLayout, visible: QRectF, marks: Marks) -> None:
        """Draw what of a row is visible."""
        shown = layout.blocks_in(visible.top(), visible.bottom() + CODE_HEAD)
        origin = layout.frame.text
        blocks = layout.blocks
        for place in shown:
            self._paint_ground(painter, blocks, place, origin, visible)
        painter.setPen(self._tokens.color("text" if row.voice.is_heard else "quiet"))
        spoken = self._spoken_block(blocks, marks.spoken)
        for place in shown:
            block = blocks[place]
            formats = self._formats(row, block, place, marks)
            if spoken and spoken[0] == place:
                formats.insert(0, self._spoken(block, spoken[1]))
            at = origin + QPointF(block.left, block.top + _inset(block))
            block.layout.draw(painter, at, formats)
            self._paint_marker(painter, block, origin)

    # What stands under the text

    def _paint_ground(
        self, painter: QPainter, blocks: list[Block], place: int, origin: QPointF, visible: QRectF
    ) -> None:
        block = blocks[place]
        if block.prose.shape is Shape.CODE:
            self._paint_code_ground(painter, blocks, place, origin)
        elif block.prose.shape is Shape.RULE:
            self._paint_line(painter, origin + block.rect.center() - QPointF(block.room / 2, 0), block.room)
        elif block.prose.cell and block.prose.cell.column == 0:
            self._paint_row_line(painter, blocks, place, origin)
        if block.prose.quotes:
            self._paint_bars(painter, blocks, place, origin)

    def _paint_code_ground(self, painter: QPainter, blocks: list[Block], place: int, origin: QPointF) -> None:
        """Draw one piece of the ground; clipped, so that pieces meet without a seam."""
        block = blocks[place]
        is_last = place + 1 == len(blocks) or blocks[place + 1].prose.whole != block.prose.whole
        rect = block.rect.adjusted(-CODE_INDENT, 0, CODE_INDENT, 0).translated(origin)
        piece = QRectF(rect)
        if not block.prose.continues:
            piece.setTop(rect.top() - CODE_HEAD)
        if is_last:
            piece.setBottom(rect.bottom() + CODE_PADDING)
        whole = piece.adjusted(0, -20.0 if block.prose.continues else 0, 0, 0 if is_last else 20.0)
        painter.save()
        painter.setClipRect(piece.adjusted(-1, 0, 1, 0), Qt.ClipOperation.IntersectClip)
        painter.setPen(QPen(self._tokens.color("line"), 1))
        painter.setBrush(self._tokens.color("raised"))
        painter.drawRoundedRect(whole.adjusted(0.5, 0.5, -0.5, -0.5), FIELD_RADIUS, FIELD_RADIUS)
        painter.restore()
        if not block.prose.continues:
            self._paint_code_head(painter, block, piece)

    def _paint_code_head(self, painter: QPainter, block: Block, ground: QRectF) -> None:
        painter.setPen(self._tokens.color("quiet"))
        painter.setFont(self._look.small)
        head = QRectF(ground.left() + CODE_INDENT, ground.top() + 2, ground.width() - 60, CODE_HEAD - 4)
        painter.drawText(head, Qt.AlignmentFlag.AlignVCenter, block.prose.language)

    def _paint_line(self, painter: QPainter, start: QPointF, length: float) -> None:
        painter.setPen(QPen(self._tokens.color("line"), 1))
        y = round(start.y()) + 0.5
        painter.drawLine(QPointF(start.x(), y), QPointF(start.x() + length, y))

    def _paint_row_line(self, painter: QPainter, blocks: list[Block], place: int, origin: QPointF) -> None:
        """Draw the line over each row of a table but the first."""
        cell = blocks[place].prose.cell
        if cell and cell.row:
            end = place
            while end + 1 < len(blocks) and (after := blocks[end + 1].prose.cell) and after.row == cell.row:
                end += 1
            length = blocks[end].left + blocks[end].room - blocks[place].left + 16
            self._paint_line(painter, origin + QPointF(blocks[place].left - 8, blocks[place].top), length)

    def _paint_bars(self, painter: QPainter, blocks: list[Block], place: int, origin: QPointF) -> None:
        """Draw the bars of a quotation, down to its next block."""
        block = blocks[place]
        after = blocks[place + 1] if place + 1 < len(blocks) else None
        joins = after is not None and after.prose.quotes > 0
        bottom = after.top if after and joins else block.top + block.height
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._tokens.color("edge"))
        for bar in range(block.prose.quotes):
            top = origin.y() + block.top
            painter.drawRect(QRectF(origin.x() + bar * QUOTE_INDENT, top, 3, bottom - block.top))

    def _paint_marker(self, painter: QPainter, block: Block, origin: QPointF) -> None:
        if not block.prose.marker or not block.layout.lineCount():
            return
        painter.setPen(self._tokens.color("quiet"))
        painter.setFont(self._look.message)
        width = QFontMetricsF(self._look.message).horizontalAdvance(block.prose.marker)
        line = block.layout.lineAt(0)
        x = origin.x() + block.left - max(width + 7, INDENT - 8)
        if runs_right_to_left(block.prose.text):
            x = origin.x() + block.left + block.room + 8
            painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        painter.drawText(QPointF(x, origin.y() + block.top + line.y() + line.ascent()), block.prose.marker)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.setPen(self._tokens.color("text"))

    # What is marked in the text

    def _formats(self, row: Row, block: Block, place: int, marks: Marks) -> list[QTextLayout.FormatRange]:
        formats = []
        length = len(block.prose.text)
        heard = heard_of(block.prose, row)
        if heard < length:
            formats.append(self._colored(block, heard, length - heard, "quiet"))
        elif block.prose.quotes:
            formats.append(self._colored(block, 0, length, "quiet"))
        for word in marks.words:
            formats.extend(
                self._colored(block, found.start(), found.end() - found.start(), "text", "mark")
                for found in re.finditer(re.escape(word), block.prose.text, re.IGNORECASE)
            )
        start, end = marks.selected(place, length)
        if start < end:
            formats.append(self._colored(block, start, end - start, "accent_text", "accent"))
        return formats

    def _spoken_block(self, blocks: list[Block], share: float | None) -> tuple[int, int] | None:
        """Find the block, and the place in it, that the voice has come to."""
        if share is None:
            return None
        left = round(share * sum(len(block.prose.text) for block in blocks))
        for place, block in enumerate(blocks):
            if left <= len(block.prose.text):
                return place, left
            left -= len(block.prose.text)
        return None

    def _spoken(self, block: Block, offset: int) -> QTextLayout.FormatRange:
        first, end = words_at(block.prose.text, offset)
        part = self._colored(block, first, end - first, "text", "bubble")
        part.format.setFontUnderline(True)
        part.format.setUnderlineColor(self._tokens.color("accent"))
        return part

    def _colored(
        self, block: Block, start: int, length: int, text: str, ground: str = ""
    ) -> QTextLayout.FormatRange:
        made = QTextCharFormat()
        made.setForeground(self._tokens.color(text))
        if ground:
            made.setBackground(self._tokens.color(ground))
        return format_range(block.prose.text, start, length, made)


def heard_of(prose: Prose, row: Row) -> int:
    """Tell how many characters of a block were heard, at a word boundary."""
    if row.heard >= prose.source.end or row.heard >= len(row.text):
        return len(prose.text)
    if row.heard <= prose.source.start:
        return 0
    share = (row.heard - prose.source.start) / max(1, prose.source.end - prose.source.start)
    length = min(len(prose.text), round(share * len(prose.text)))
    while 0 < length < len(prose.text) and not _may_end_before(prose.text[length]):
        length -= 1
    return length


def _may_end_before(character: str) -> bool:
    return character.isspace() or ord(character) > 0x2E7F  # Chinese and Japanese put no spaces


def _inset(block: Block) -> float:
    return CELL_GAP if block.prose.shape is Shape.CELL else 0.0
