"""Lay one row out: where its day, its text, its bubble, its sound and its buttons are."""

from bisect import bisect_left
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF

from voicedesk.gui.clock import clock_words
from voicedesk.gui.messages.block import LINE_SPACING, Block
from voicedesk.gui.messages.column import Budget, Column
from voicedesk.gui.messages.look import Look
from voicedesk.gui.messages.plain import verbatim_of
from voicedesk.gui.messages.reading import Reader
from voicedesk.gui.rows import LISTENING, Row, RowAction, Voice, action_words
from voicedesk.gui.style import COLUMN_WIDTH, GRID

LONGEST_LINE = 68
BUBBLE_PADDING = 1.5 * GRID
CONTROL = 30.0
"""The side of an icon that can be clicked, and the height of every line of controls."""
SIGN_INSET = 8.0
"""How far inside its button a sign begins: moved by as much, it stands under the first letter."""
DAY_HEIGHT = 6.0 * GRID
LONGEST_WAVE = 168.0
SHORTEST_WAVE = 48.0
WAVE_PX_PER_S = 9.0
WHOLE_BUDGET = 1 << 40


@dataclass(frozen=True, slots=True)
class Button:
    """A place in a row that can be clicked; one with `words` is always shown and needs no icon alone."""

    action: RowAction
    rect: QRectF
    words: str = ""


@dataclass(frozen=True, slots=True)
class Strip:
    """Where the sound of a row is played: the button, the waveform, and the length behind it."""

    play: QRectF
    wave: QRectF
    length: QRectF

    @property
    def rect(self) -> QRectF:
        """Give all of it."""
        return self.play.united(self.length)


class RowLayout:
    """The geometry of a row at one width; blocks whose text did not change keep their layout."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._column: Column | None = None
        self._reader = Reader()
        self._row: Row | None = None
        self.width = 0.0
        self.is_complete = False
        self.day = QRectF()
        self.bubble = QRectF()
        self.strip: Strip | None = None
        self.buttons: tuple[Button, ...] = ()
        self.caption = QRectF()
        self.height = 0.0

    @property
    def blocks(self) -> list[Block]:
        """Give the text from top to bottom, relative to `text_origin`."""
        return self._column.blocks if self._column else []

    @property
    def laid_out_blocks(self) -> int:
        """Count the blocks that were laid out so far, those laid out again included."""
        return self._column.laid_out_blocks if self._column else 0

    @property
    def text_origin(self) -> QPointF:
        """Tell where the text begins in the row."""
        if self._row and self._row.voice is Voice.PERSON:
            return self.bubble.topLeft() + QPointF(BUBBLE_PADDING, GRID)
        return self.bubble.topLeft() + QPointF(self._note_indent(), 0.0)

    def update(self, row: Row, width: float, budget: Budget | None = None) -> None:
        """Fit the layout to a row and a width; what is already right stays."""
        if row == self._row and width == self.width and self.is_complete:
            return
        self._row = row
        if width != self.width or self._column is None:
            self.width = width
            shrinks = row.voice is Voice.PERSON
            self._column = Column(self._look, self._text_room(row), shrinks)
        self._lay_text(row, self._column, budget or Budget(WHOLE_BUDGET))
        self._place(row, self._column)

    def blocks_in(self, top: float, bottom: float) -> range:
        """Tell which blocks lie between two heights of the row."""
        blocks, origin = self.blocks, self.text_origin.y()
        first = bisect_left(blocks, top - origin, key=lambda block: block.top + block.height)
        end = bisect_left(blocks, bottom - origin, key=lambda block: block.top)
        return range(max(0, first - 8), end)  # cells of one row end at different heights

    def place_at(self, point: QPointF) -> tuple[int, int] | None:
        """Find the block and the place in it that are nearest to a point of the row."""
        if self._column is None or not self._column.blocks:
            return None
        return self._column.place_at(point - self.text_origin)

    def link_at(self, point: QPointF) -> str:
        """Give the address under a point of the row, or nothing."""
        at = point - self.text_origin
        for place in self.blocks_in(point.y() - 1, point.y() + 1):
            if link := self.blocks[place].link_at(at):
                return link
        return ""

    def button_at(self, point: QPointF) -> Button | None:
        """Find the button below a point of the row."""
        return next((button for button in self.buttons if button.rect.contains(point)), None)

    def _lay_text(self, row: Row, column: Column, budget: Budget) -> None:
        if row.voice is Voice.SERVICE:
            self._reader.read(row.text)
            closed, still_open, is_read = self._reader.closed, self._reader.open, self._reader.is_complete
        else:
            closed, still_open, is_read = [], verbatim_of(row.text), True
        self.is_complete = column.show(closed, still_open, budget) and is_read

    def _note_indent(self) -> float:
        return 3.5 * GRID if self._row and self._row.voice is Voice.PROGRAM else 0.0

    def _text_room(self, row: Row) -> float:
        column = column_of(self.width)
        longest = QFontMetricsF(self._look.message).averageCharWidth() * LONGEST_LINE
        if row.voice is Voice.PERSON:
            return max(40.0, min(longest, column.width() - 2 * BUBBLE_PADDING - 4 * GRID))
        return max(40.0, min(longest * 1.15, column.width()) - self._note_indent())

    def _place(self, row: Row, column: Column) -> None:
        self.day = QRectF(0.0, GRID, self.width, DAY_HEIGHT) if row.day else QRectF()
        top = max(self.day.bottom(), 0.0) + (2.5 * GRID if row.voice is Voice.PERSON else 0.5 * GRID)
        if row.voice is Voice.PERSON:
            self._place_question(row, column, top)
        elif row.voice is Voice.SERVICE:
            self._place_answer(row, column, top)
        else:
            self._place_note(row, column, top)
        missing = 0.0 if self.is_complete else self._height_of_rest(row, column)
        self.height = max(self.bubble.bottom(), self.caption.bottom()) + missing + GRID

    def _place_question(self, row: Row, column: Column, top: float) -> None:
        reading = column_of(self.width)
        strip_width = self._strip_width(row)
        inner = max(column.width, strip_width)
        height = column.height + 2 * GRID + (CONTROL + 2 if strip_width else 0.0)
        width = inner + 2 * BUBBLE_PADDING + 1
        self.bubble = QRectF(reading.right() - width, top, width, height)
        corner = QPointF(
            self.bubble.left() + BUBBLE_PADDING - SIGN_INSET, self.bubble.bottom() - CONTROL - GRID / 2
        )
        self.strip = self._strip_at(corner, row) if strip_width else None
        actions = _shown_as_icons(row)
        line = self._line_of_question(reading, len(actions) * CONTROL)
        left = line.right() - len(actions) * CONTROL
        self.buttons = _icons(actions, QPointF(left, line.top()))
        self.caption = QRectF(line.left(), line.top(), left - line.left() - GRID, line.height())

    def _line_of_question(self, reading: QRectF, needed: float) -> QRectF:
        """Put the controls beside the bubble if there is room, and under it if there is none."""
        if self.bubble.left() - reading.left() >= needed + GRID:
            top = self.bubble.bottom() - CONTROL - 4
            return QRectF(reading.left(), top, self.bubble.left() - reading.left() - GRID / 2, CONTROL)
        return QRectF(reading.left(), self.bubble.bottom() + 2, reading.width(), CONTROL)

    def _place_answer(self, row: Row, column: Column, top: float) -> None:
        reading = column_of(self.width)
        self.bubble = QRectF(reading.left(), top, reading.width(), column.height)
        line = QRectF(reading.left(), self.bubble.bottom() + GRID / 2, reading.width(), CONTROL)
        left = line.left() - SIGN_INSET
        self.strip = self._strip_at(QPointF(left, line.top()), row) if self._strip_width(row) else None
        left = self.strip.rect.right() + GRID if self.strip else left
        actions = _shown_as_icons(row)
        self.buttons = _icons(actions, QPointF(left, line.top()))
        left += len(actions) * CONTROL + GRID
        self.caption = QRectF(left, line.top(), max(0.0, line.right() - left), line.height())

    def _place_note(self, row: Row, column: Column, top: float) -> None:
        reading = column_of(self.width)
        self.bubble = QRectF(reading.left(), top, reading.width(), column.height)
        self.strip = None
        left, line = self.text_origin.x() - GRID, self.bubble.bottom() + 2
        buttons = []
        metrics = QFontMetricsF(self._look.small)
        for action in row.lasting:
            words = button_words(action, row)
            wide = metrics.horizontalAdvance(words) + 4 * GRID + 6
            rect = QRectF(left, line, wide, CONTROL + 2)
            buttons.append(Button(action, rect, words))
            left = rect.right()
        self.buttons = tuple(buttons)
        self.caption = QRectF(left, line, 0.0, CONTROL + 2 if buttons else 0.0)

    def _strip_width(self, row: Row) -> float:
        strip = self._strip_at(QPointF(), row) if row.can_be_heard else None
        return strip.rect.width() if strip else 0.0

    def _strip_at(self, corner: QPointF, row: Row) -> Strip:
        wave = min(LONGEST_WAVE, max(SHORTEST_WAVE, (row.sound_ms or 0) / 1000 * WAVE_PX_PER_S))
        digits = QFontMetricsF(self._look.small).horizontalAdvance(clock_words(row.sound_ms or 0)) + GRID
        play = QRectF(corner.x(), corner.y(), CONTROL, CONTROL)
        sound = QRectF(play.right() + 2, corner.y(), wave, CONTROL)
        return Strip(play, sound, QRectF(sound.right() + GRID, corner.y(), digits, CONTROL))

    def _height_of_rest(self, row: Row, column: Column) -> float:
        """Estimate what is not laid out yet, so that the scroll bar hardly moves when it is."""
        laid = column.blocks[-1].prose.source.end if column.blocks else 0
        per_line = self._text_room(row) / QFontMetricsF(self._look.message).averageCharWidth()
        return (len(row.text) - laid) / per_line * self._look.message.pixelSize() * LINE_SPACING


def column_of(width: float) -> QRectF:
    """Centre the reading column in a window of this width."""
    room = max(80.0, width - 4 * GRID)
    wide = min(float(COLUMN_WIDTH), room)
    return QRectF((width - wide) / 2, 0.0, wide, 0.0)


def button_words(action: RowAction, row: Row) -> str:
    """Name a button; one that plays sound tells how long it is."""
    if action in LISTENING and row.sound_ms is not None:
        return f"{action_words(action)} {clock_words(row.sound_ms)}"
    return action_words(action)


def _shown_as_icons(row: Row) -> list[RowAction]:
    return [action for action in row.actions if action not in LISTENING]


def _icons(actions: list[RowAction], corner: QPointF) -> tuple[Button, ...]:
    return tuple(
        Button(action, QRectF(corner.x() + place * CONTROL, corner.y(), CONTROL, CONTROL))
        for place, action in enumerate(actions)
    )
