"""Lay one row out: its text in blocks, and the frame around it."""

from bisect import bisect_left

from PySide6.QtCore import QPointF, QSizeF
from PySide6.QtGui import QFontMetricsF

from voicedesk.gui.messages.block import LINE_SPACING, Block
from voicedesk.gui.messages.column import Budget, Column
from voicedesk.gui.messages.frame import (
    BUBBLE_PADDING,
    EMPTY_FRAME,
    NOTE_INDENT,
    RowFrame,
    column_of,
    frame_of,
)
from voicedesk.gui.messages.look import Look
from voicedesk.gui.messages.plain import verbatim_of
from voicedesk.gui.messages.reading import Reader
from voicedesk.gui.rows import Row, Voice
from voicedesk.gui.style import GRID

LONGEST_LINE = 68
ANSWER_SHARE = 1.15
"""An answer has no bubble around it, and may be a little wider."""
CELLS_BESIDE = 8
"""Blocks before the first visible one that may reach farther down than it: cells of one row of a table."""


class RowLayout:
    """The geometry of a row at one width; blocks whose text did not change keep their layout."""

    def __init__(self, look: Look) -> None:
        self.frame: RowFrame = EMPTY_FRAME
        self.width = 0.0
        self.height = 0.0
        self.is_complete = False
        self._look = look
        self._reader = Reader()
        self._column: Column | None = None
        self._row: Row | None = None

    @property
    def blocks(self) -> list[Block]:
        """Give the text from top to bottom, relative to `frame.text`."""
        return self._column.blocks if self._column else []

    def update(self, row: Row, width: float, budget: Budget) -> None:
        """Fit the layout to a row and a width; what is already right stays."""
        if row == self._row and width == self.width and self.is_complete:
            return
        self._row = row
        if width != self.width or self._column is None:
            self.width = width
            self._column = Column(self._look, self._text_room(row), shrinks=row.voice is Voice.PERSON)
        self._lay_text(row, self._column, budget)
        size = QSizeF(self._column.width, self._column.height)
        self.frame = frame_of(row, size, width, self._look.small)
        self.height = self.frame.bottom + self._height_of_rest(row, self._column) + GRID

    def blocks_in(self, top: float, bottom: float) -> range:
        """Tell which blocks lie between two heights of the row."""
        blocks, origin = self.blocks, self.frame.text.y()
        first = bisect_left(blocks, top - origin, key=lambda block: block.top + block.height)
        end = bisect_left(blocks, bottom - origin, key=lambda block: block.top)
        return range(max(0, first - CELLS_BESIDE), end)

    def place_at(self, point: QPointF) -> tuple[int, int] | None:
        """Find the block and the place in it that are nearest to a point of the row."""
        if self._column is None or not self._column.blocks:
            return None
        return self._column.place_at(point - self.frame.text)

    def link_at(self, point: QPointF) -> str:
        """Give the address under a point of the row, or nothing."""
        at = point - self.frame.text
        found = (self.blocks[place].link_at(at) for place in self.blocks_in(point.y() - 1, point.y() + 1))
        return next((link for link in found if link), "")

    def _lay_text(self, row: Row, column: Column, budget: Budget) -> None:
        """Read Markdown in answers only: what a person typed is shown as it was typed."""
        if row.voice is not Voice.SERVICE:
            self.is_complete = column.show([], verbatim_of(row.text), budget)
            return
        self._reader.read(row.text)
        is_laid_out = column.show(self._reader.closed, self._reader.open, budget)
        self.is_complete = is_laid_out and self._reader.is_complete

    def _text_room(self, row: Row) -> float:
        reading = column_of(self.width)
        longest = QFontMetricsF(self._look.message).averageCharWidth() * LONGEST_LINE
        if row.voice is Voice.PERSON:
            return max(40.0, min(longest, reading.width() - 2 * BUBBLE_PADDING - 4 * GRID))
        indent = 0.0 if row.voice.is_heard else NOTE_INDENT
        return max(40.0, min(longest * ANSWER_SHARE, reading.width()) - indent)

    def _height_of_rest(self, row: Row, column: Column) -> float:
        """Estimate what is not laid out yet, so that the scroll bar hardly moves when it is."""
        if self.is_complete:
            return 0.0
        laid_out = column.blocks[-1].prose.source.end if column.blocks else 0
        per_line = self._text_room(row) / QFontMetricsF(self._look.message).averageCharWidth()
        return (len(row.text) - laid_out) / per_line * self._look.message.pixelSize() * LINE_SPACING
