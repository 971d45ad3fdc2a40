"""Lay the blocks of a message out below each other, and keep what did not change."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF

from voicedesk.gui.direction import runs_right_to_left
from voicedesk.gui.messages.block import Block, laid_out
from voicedesk.gui.messages.columns import CELL_PADDING, columns_of
from voicedesk.gui.messages.look import Look
from voicedesk.gui.messages.prose import LINE_BREAK, Prose, Shape

INDENT = 24.0
QUOTE_INDENT = 16.0
CODE_PADDING = 12.0
CODE_HEAD = 34.0
"""The line above a code block that names its language and copies it."""
CODE_INDENT = 14.0
PARAGRAPH_GAP = 12.0
ITEM_GAP = 5.0
HEADING_GAP = 20.0
RULE_HEIGHT = 17.0
CELL_GAP = 6.0


class Budget:
    """How much may still be laid out before the window has to answer again, in characters."""

    COST_OF_BLOCK = 300

    def __init__(self, characters: int) -> None:
        self._left = characters

    def take(self, prose: Prose) -> bool:
        """Take what a block costs; tell whether there was anything left."""
        had_some = self._left > 0
        self._left -= self.COST_OF_BLOCK + len(prose.text)
        return had_some

    @property
    def is_spent(self) -> bool:
        """Tell whether nothing is left."""
        return self._left <= 0


class Column:
    """The blocks of one message at one width."""

    def __init__(self, look: Look, room: float, shrinks: bool) -> None:
        self.blocks: list[Block] = []
        self.laid_out_blocks = 0
        self._look = look
        self._room = room
        self._shrinks = shrinks
        self._settled = 0

    @property
    def height(self) -> float:
        """Tell how far down the blocks reach."""
        if not self.blocks:
            return 0.0
        return self._bottom(len(self.blocks))

    @property
    def width(self) -> float:
        """Tell how wide the widest block is."""
        return max((block.left + block.width for block in self.blocks), default=0.0)

    def show(self, closed: list[Prose], still_open: list[Prose], budget: Budget) -> bool:
        """Lay out what is new as far as the budget goes; tell whether all of it is there."""
        total = len(closed) + len(still_open)
        del self.blocks[self._common(closed, still_open) :]
        while len(self.blocks) < total:
            place = len(self.blocks)
            prose = closed[place] if place < len(closed) else still_open[place - len(closed)]
            if not budget.take(prose):
                break
            self.blocks.append(self._laid_out(prose))
        self._settled = min(len(closed), len(self.blocks))
        return len(self.blocks) == total

    def _common(self, closed: list[Prose], still_open: list[Prose]) -> int:
        """Count the blocks at the beginning that are still right; what was closed once needs no look."""
        place = self._settled
        for prose in [*closed[place:], *still_open]:
            if place >= len(self.blocks) or self.blocks[place].prose != prose:
                break
            place += 1
        return place

    def _laid_out(self, prose: Prose) -> Block:
        self.laid_out_blocks += 1
        left, top, room = self._place_of(prose)
        if prose.shape is Shape.RULE:
            return _rule(prose, self._look, left, top, room)
        block = laid_out(prose, self._look, left, top, room, self._shrinks)
        block.height += 2 * CELL_GAP if prose.shape is Shape.CELL else 0.0
        return block

    def _place_of(self, prose: Prose) -> tuple[float, float, float]:
        left = prose.depth * INDENT + prose.quotes * QUOTE_INDENT
        top = self._top_of(prose)
        room = max(40.0, self._room - left)
        if prose.depth and runs_right_to_left(prose.text):
            left -= prose.depth * INDENT  # the markers stand at the right
        if prose.shape is Shape.CODE:
            return left + CODE_INDENT, top, max(40.0, room - 2 * CODE_INDENT)
        if prose.cell:
            character_px = QFontMetricsF(self._look.message).averageCharWidth()
            x, width = columns_of(prose.cell.wishes, character_px, room)[prose.cell.column]
            return left + x + CELL_PADDING, top, max(16.0, width - 2 * CELL_PADDING)
        return left, top, room

    def _top_of(self, prose: Prose) -> float:
        if not self.blocks:
            return CODE_HEAD if prose.shape is Shape.CODE else 0.0
        before = self.blocks[-1].prose
        if prose.cell and before.cell and prose.whole == before.whole:
            same_row = prose.cell.row == before.cell.row
            return self.blocks[-1].top if same_row else self._bottom(len(self.blocks))
        if prose.continues:
            return self.blocks[-1].top + self.blocks[-1].height
        head = CODE_HEAD if prose.shape is Shape.CODE else 0.0
        return self._bottom(len(self.blocks)) + gap_between(before, prose) + head

    def _bottom(self, count: int) -> float:
        """Tell where the blocks so far end; the cells of a row may be of different height."""
        last = self.blocks[count - 1]
        bottom = last.top + last.height
        for block in reversed(self.blocks[:count][-32:]):
            if not (block.prose.cell and last.prose.cell and block.prose.whole == last.prose.whole):
                break
            bottom = max(bottom, block.top + block.height)
        return bottom + (CODE_PADDING if last.prose.shape is Shape.CODE else 0.0)

    def place_at(self, point: QPointF) -> tuple[int, int]:
        """Find the block and the place in it that are nearest to a point."""
        near = min(range(len(self.blocks)), key=lambda place: _distance(self.blocks[place].rect, point))
        return near, self.blocks[near].offset_at(point)


def gap_between(before: Prose, prose: Prose) -> float:
    """Choose the room between two blocks."""
    if prose.shape is Shape.HEADING:
        return HEADING_GAP
    if before.shape is Shape.HEADING:
        return ITEM_GAP
    if prose.depth and before.depth and prose.shape is before.shape is Shape.PARAGRAPH:
        return ITEM_GAP
    return PARAGRAPH_GAP


def _rule(prose: Prose, look: Look, left: float, top: float, room: float) -> Block:
    block = laid_out(prose, look, left, top, room, shrinks=False)
    block.height = RULE_HEIGHT
    return block


def _distance(rect: QRectF, point: QPointF) -> tuple[float, float]:
    down = max(rect.top() - point.y(), 0.0, point.y() - rect.bottom())
    across = max(rect.left() - point.x(), 0.0, point.x() - rect.right())
    return down, across


def code_texts(blocks: list[Block]) -> list[tuple[str, str]]:
    """Gather language and text of each code block from its pieces."""
    texts: dict[int, tuple[str, list[str]]] = {}
    for block in blocks:
        if block.prose.shape is Shape.CODE:
            _, parts = texts.setdefault(block.prose.whole, (block.prose.language, []))
            parts.append(block.prose.text.replace(LINE_BREAK, "\n"))
    return [(language, "\n".join(parts)) for language, parts in texts.values()]


def code_of(blocks: list[Block], whole: int) -> str:
    """Give the text of one code block."""
    return code_texts([block for block in blocks if block.prose.whole == whole])[0][1]
