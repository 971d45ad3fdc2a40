"""Say where the parts of a row are: its day, its bubble, its sound and its controls."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QFont, QFontMetricsF

from voicedesk.gui.clock import clock_words
from voicedesk.gui.rows import LISTENING, Row, RowAction, Voice, action_words
from voicedesk.gui.style import COLUMN_WIDTH, GRID

BUBBLE_PADDING = 1.5 * GRID
CONTROL = 30.0
"""The side of an icon that can be clicked, and the height of every line of controls."""
SIGN_INSET = 8.0
"""How far inside its button a sign begins: moved by as much, it stands under the first letter."""
NOTE_INDENT = 3.5 * GRID
DAY_HEIGHT = 6.0 * GRID
LONGEST_WAVE = 168.0
SHORTEST_WAVE = 48.0
WAVE_PX_PER_S = 9.0


@dataclass(frozen=True, slots=True)
class Button:
    """A place in a row that can be clicked; one with `words` is always shown, the others on demand."""

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


@dataclass(frozen=True, slots=True)
class RowFrame:
    """The places in a row, relative to its corner; `text` is where the text begins."""

    day: QRectF
    bubble: QRectF
    text: QPointF
    strip: Strip | None
    buttons: tuple[Button, ...]
    caption: QRectF

    @property
    def bottom(self) -> float:
        """Tell how far down the row reaches."""
        return max(self.bubble.bottom(), self.caption.bottom())


EMPTY_FRAME = RowFrame(QRectF(), QRectF(), QPointF(), None, (), QRectF())


def frame_of(row: Row, text: QSizeF, width: float, small: QFont) -> RowFrame:
    """Place what belongs to a row around a text of this size."""
    day = QRectF(0.0, GRID, width, DAY_HEIGHT) if row.day else QRectF()
    top = max(day.bottom(), 0.0)
    if row.voice is Voice.PERSON:
        return _question(row, text, width, small, day, top + 2.5 * GRID)
    if row.voice is Voice.SERVICE:
        return _answer(row, text, width, small, day, top + 0.5 * GRID)
    return _note(row, text, width, small, day, top + 0.5 * GRID)


def column_of(width: float) -> QRectF:
    """Centre the reading column in a window of this width."""
    room = max(80.0, width - 4 * GRID)
    wide = min(float(COLUMN_WIDTH), room)
    return QRectF((width - wide) / 2, 0.0, wide, 0.0)


def _question(row: Row, text: QSizeF, width: float, small: QFont, day: QRectF, top: float) -> RowFrame:
    """Put a bubble to the right, its sound inside, and the controls beside it if there is room."""
    reading = column_of(width)
    strip_width = strip_at(QPointF(), row, small).rect.width() if row.can_be_heard else 0.0
    wide = max(text.width(), strip_width) + 2 * BUBBLE_PADDING + 1
    high = text.height() + 2 * GRID + (CONTROL + 2 if strip_width else 0.0)
    bubble = QRectF(reading.right() - wide, top, wide, high)
    corner = bubble.bottomLeft() + QPointF(BUBBLE_PADDING - SIGN_INSET, -CONTROL - GRID / 2)
    actions = _shown_as_icons(row)
    line = _line_of_question(reading, bubble, len(actions) * CONTROL)
    left = line.right() - len(actions) * CONTROL
    return RowFrame(
        day,
        bubble,
        bubble.topLeft() + QPointF(BUBBLE_PADDING, GRID),
        strip_at(corner, row, small) if strip_width else None,
        _icons(actions, QPointF(left, line.top())),
        QRectF(line.left(), line.top(), left - line.left() - GRID, line.height()),
    )


def _line_of_question(reading: QRectF, bubble: QRectF, needed: float) -> QRectF:
    """Choose the line of the controls: beside the bubble, or under it where that is too wide."""
    room = bubble.left() - reading.left()
    if room >= needed + GRID:
        return QRectF(reading.left(), bubble.bottom() - CONTROL - 4, room - GRID / 2, CONTROL)
    return QRectF(reading.left(), bubble.bottom() + 2, reading.width(), CONTROL)


def _answer(row: Row, text: QSizeF, width: float, small: QFont, day: QRectF, top: float) -> RowFrame:
    """Put the text to the left without a bubble, and under it one line of sound, controls and caption."""
    reading = column_of(width)
    bubble = QRectF(reading.left(), top, reading.width(), text.height())
    line = QRectF(reading.left(), bubble.bottom() + GRID / 2, reading.width(), CONTROL)
    corner = line.topLeft() - QPointF(SIGN_INSET, 0.0)
    strip = strip_at(corner, row, small) if row.can_be_heard else None
    first = strip.rect.right() + GRID if strip else corner.x()
    buttons = _icons(_shown_as_icons(row), QPointF(first, line.top()))
    left = first + len(buttons) * CONTROL + GRID
    caption = QRectF(left, line.top(), max(0.0, line.right() - left), line.height())
    return RowFrame(day, bubble, bubble.topLeft(), strip, buttons, caption)


def _note(row: Row, text: QSizeF, width: float, small: QFont, day: QRectF, top: float) -> RowFrame:
    """Put the text behind a sign, and what can be done about it under the text, in words."""
    reading = column_of(width)
    bubble = QRectF(reading.left(), top, reading.width(), text.height())
    start = bubble.topLeft() + QPointF(NOTE_INDENT, 0.0)
    left, line = start.x() - GRID, bubble.bottom() + 2
    buttons = []
    for action in row.lasting:
        words = _button_words(action, row)
        wide = QFontMetricsF(small).horizontalAdvance(words) + 4 * GRID + 6
        buttons.append(Button(action, QRectF(left, line, wide, CONTROL + 2), words))
        left += wide
    caption = QRectF(left, line, 0.0, CONTROL + 2 if buttons else 0.0)
    return RowFrame(day, bubble, start, None, tuple(buttons), caption)


def strip_at(corner: QPointF, row: Row, small: QFont) -> Strip:
    """Place the sound of a row; the longer it is, the longer its waveform, up to a limit."""
    wave = min(LONGEST_WAVE, max(SHORTEST_WAVE, (row.sound_ms or 0) / 1000 * WAVE_PX_PER_S))
    digits = QFontMetricsF(small).horizontalAdvance(clock_words(row.sound_ms or 0)) + GRID
    play = QRectF(corner.x(), corner.y(), CONTROL, CONTROL)
    sound = QRectF(play.right() + 2, corner.y(), wave, CONTROL)
    return Strip(play, sound, QRectF(sound.right() + GRID, corner.y(), digits, CONTROL))


def _button_words(action: RowAction, row: Row) -> str:
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
