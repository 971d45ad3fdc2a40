"""Lay one row out: where its lines, its bubble and its buttons are."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from voicedesk.gui.plain_text import blocks_of, broken, is_wide
from voicedesk.gui.rows import Row, RowAction, Voice, action_words, clock_words
from voicedesk.gui.style import COLUMN_WIDTH, GRID

LONGEST_LINE = 68
LINE_SPACING = 1.5
WIDE_LINE_SPACING = 1.7
MOST_NEW_BLOCKS = 12
"""Blocks laid out in one go; the rest of an enormous text follows in the next refreshes."""
LISTENING_ACTIONS = frozenset({RowAction.LISTEN, RowAction.LISTEN_TO_ANSWER})


@dataclass(frozen=True, slots=True)
class Fonts:
    """The fonts that rows are written in."""

    message: QFont
    small: QFont


@dataclass(slots=True)
class Block:
    """A piece of text with its finished layout."""

    text: str
    layout: QTextLayout
    top: float
    height: float
    width: float


@dataclass(frozen=True, slots=True)
class Button:
    """A place in a row that can be clicked."""

    action: RowAction
    words: str
    rect: QRectF


class RowLayout:
    """The geometry of a row at one width; blocks whose text did not change keep their layout."""

    def __init__(self, fonts: Fonts) -> None:
        self._fonts = fonts
        self._blocks: list[Block] = []
        self._row: Row | None = None
        self.width = 0.0
        self.is_complete = False
        self.bubble = QRectF()
        self.buttons: tuple[Button, ...] = ()
        self.height = 0.0
        self.laid_out_blocks = 0

    @property
    def blocks(self) -> list[Block]:
        """Give the text from top to bottom, relative to `text_origin`."""
        return self._blocks

    @property
    def text_origin(self) -> QPointF:
        """Tell where the text begins in the row."""
        inset = GRID * 1.5 if self._is_bubble() else 0.0
        return QPointF(self.bubble.left() + inset, self.bubble.top() + (GRID if self._is_bubble() else 0.0))

    def update(self, row: Row, width: float) -> None:
        """Fit the layout to a row and a width; what is already right stays."""
        if row == self._row and width == self.width and self.is_complete:
            return
        if width != self.width or (self._row and self._row.key != row.key):
            self._blocks = []
        self._row, self.width = row, width
        self._lay_text(row)
        self._place(row)

    def button_at(self, point: QPointF) -> Button | None:
        """Find the button below a point of the row."""
        return next((button for button in self.buttons if button.rect.contains(point)), None)

    def _is_bubble(self) -> bool:
        return self._row is not None and self._row.voice is Voice.PERSON

    def _font(self, row: Row) -> QFont:
        return self._fonts.small if row.voice is Voice.PROGRAM else self._fonts.message

    def _lay_text(self, row: Row) -> None:
        texts = blocks_of(row.text) if row.text else []
        self._blocks = self._blocks[: _common_length(self._blocks, texts)]
        font, width = self._font(row), self._text_width(row)
        for text in texts[len(self._blocks) :][:MOST_NEW_BLOCKS]:
            top = self._blocks[-1].top + self._blocks[-1].height if self._blocks else 0.0
            self._blocks.append(laid_out(text, font, width, top))
            self.laid_out_blocks += 1
        self.is_complete = len(self._blocks) == len(texts)

    def _text_width(self, row: Row) -> float:
        column = column_of(self.width)
        longest = QFontMetricsF(self._font(row)).averageCharWidth() * LONGEST_LINE
        if row.voice is Voice.PERSON:
            return max(40.0, min(longest, column.width() - self._lasting_width(row) - 3 * GRID))
        return max(40.0, min(longest * 1.15, column.width()))

    def _place(self, row: Row) -> None:
        column = column_of(self.width)
        text_height = self._blocks[-1].top + self._blocks[-1].height if self._blocks else 0.0
        top = GRID * (1.5 if row.voice is Voice.PERSON else 0.5)
        if row.voice is Voice.PERSON:
            width = max((block.width for block in self._blocks), default=0.0) + 3 * GRID + 1
            self.bubble = QRectF(column.right() - width, top, width, text_height + 2 * GRID)
        else:
            self.bubble = QRectF(column.left(), top, column.width(), text_height)
        self.buttons = tuple(self._beside(row) if row.voice is Voice.PERSON else self._below(row))
        bottom = max((button.rect.bottom() for button in self.buttons), default=self.bubble.bottom())
        self.height = max(bottom, self.bubble.bottom()) + GRID

    def _below(self, row: Row) -> Iterator[Button]:
        """Put the buttons in a line under the text."""
        left = self.bubble.left() - GRID
        for action in row.actions:
            size = self._button_size(action, row)
            yield Button(
                action, button_words(action, row), QRectF(QPointF(left, self.bubble.bottom() + 2), size)
            )
            left += size.width()

    def _beside(self, row: Row) -> Iterator[Button]:
        """Put the buttons left of the bubble as far as there is room; the menu of the row has them all."""
        right = self.bubble.left()
        for action in row.actions:
            size = self._button_size(action, row)
            right -= size.width()
            if right < column_of(self.width).left() - 1:
                return
            top = self.bubble.center().y() - size.height() / 2
            yield Button(action, button_words(action, row), QRectF(QPointF(right, top), size))

    def _lasting_width(self, row: Row) -> float:
        return sum(self._button_size(action, row).width() for action in row.lasting) + 2 * GRID

    def _button_size(self, action: RowAction, row: Row) -> QSizeF:
        metrics = QFontMetricsF(self._fonts.small)
        words = button_words(action, row)
        return QSizeF(metrics.horizontalAdvance(words) + 2 * GRID, metrics.height() + GRID)


def column_of(width: float) -> QRectF:
    """Centre the reading column in a window of this width."""
    room = max(80.0, width - 4 * GRID)
    wide = min(float(COLUMN_WIDTH), room)
    return QRectF((width - wide) / 2, 0.0, wide, 0.0)


def button_words(action: RowAction, row: Row) -> str:
    """Name a button; one that plays sound tells how long it is."""
    if action in LISTENING_ACTIONS and row.sound_ms is not None:
        return f"▶ {clock_words(row.sound_ms)}"
    return action_words(action)


def laid_out(text: str, font: QFont, width: float, top: float) -> Block:
    """Break a piece of text into lines."""
    layout = QTextLayout(broken(text), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    spacing = font.pixelSize() * _spacing_of(text)
    height = widest = 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line_height = max(spacing, line.height())
        line.setPosition(QPointF(0.0, height + (line_height - line.height()) / 2))
        height += line_height
        widest = max(widest, line.naturalTextWidth())
    layout.endLayout()
    return Block(text, layout, top, height, widest)


def _spacing_of(text: str) -> float:
    return WIDE_LINE_SPACING if is_wide(text) else LINE_SPACING


def _common_length(blocks: list[Block], texts: list[str]) -> int:
    """Count the blocks at the beginning that are still right."""
    for index, (block, text) in enumerate(zip(blocks, texts, strict=False)):
        if block.text != text:
            return index
    return min(len(blocks), len(texts))
