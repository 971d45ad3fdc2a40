"""Draw the rows of a conversation."""

from dataclasses import dataclass, field

from PySide6.QtCore import (
    QCoreApplication,
    QDate,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from voicedesk.core.peaks import Peaks
from voicedesk.gui.clock import clock_words
from voicedesk.gui.conversation_model import ROW_ROLE
from voicedesk.gui.icons import pixmap
from voicedesk.gui.messages.column import CODE_HEAD, CODE_INDENT, Budget
from voicedesk.gui.messages.look import Look
from voicedesk.gui.messages.prose import Shape
from voicedesk.gui.messages.row_bar import ICONS, SMALL_ICON_PX
from voicedesk.gui.messages.selection import Selection
from voicedesk.gui.messages.sound import Sounding
from voicedesk.gui.messages.text_painting import Marks, TextPainter
from voicedesk.gui.messages.waveform import paint_wave
from voicedesk.gui.row_layout import Button, RowLayout, Strip, column_of
from voicedesk.gui.rows import Row, Voice
from voicedesk.gui.style import BUBBLE_RADIUS, GRID

MOST_LAYOUTS = 2_000
CHARACTERS_AT_ONCE = 24_000
"""Laid out before the window answers again: about ten milliseconds."""
COPY_ICON_PX = 16

Index = QModelIndex | QPersistentModelIndex
Key = tuple[object, ...]


@dataclass(slots=True)
class Overlay:
    """What is shown besides the rows themselves."""

    selection: Selection = field(default_factory=Selection)
    sounding: Sounding | None = None
    found_key: object = None
    found_words: tuple[str, ...] = ()
    flash: float = 0.0
    pointed_key: object = None
    """The row that real controls stand over."""
    shows_focus: bool = False
    """Whether the current row is framed: after a key it is, after a click the person knows."""


class MessageDelegate(QStyledItemDelegate):
    """Keep one layout a row, so that a growing answer costs the layout of its last paragraph only."""

    unfinished = Signal()
    """A text is so long that its layout goes on later."""
    peaks_missed = Signal(object)
    """A `Row` was drawn whose waveform is not known."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.overlay = Overlay()
        self.peaks: dict[object, Peaks] = {}
        self._look = look
        self._text = TextPainter(look)
        self._layouts: dict[object, RowLayout] = {}
        self._pixmaps: dict[tuple[str, str, int, float], QPixmap] = {}
        self._width = 400
        self._budget = Budget(CHARACTERS_AT_ONCE)
        self._unfinished: set[object] = set()

    def restyle(self, look: Look) -> None:
        """Use other fonts and colours."""
        self._look, self._text = look, TextPainter(look)
        self._layouts.clear()
        self._pixmaps.clear()

    def set_width(self, width: int) -> None:
        """Lay rows out for a view of this width."""
        self._width = width

    def begin_round(self) -> None:
        """Allow as much work again as the window can do between two frames."""
        self._budget = Budget(CHARACTERS_AT_ONCE)

    def take_unfinished(self) -> set[object]:
        """Give the keys of the rows whose layout has to go on, and forget them."""
        keys, self._unfinished = self._unfinished, set()
        return keys

    def layout_of(self, row: Row) -> RowLayout:
        """Give the layout of a row, as far as the time for one round went."""
        layout = self._layouts.get(row.key)
        if layout is None:
            if len(self._layouts) >= MOST_LAYOUTS:
                self._layouts.clear()
            layout = self._layouts[row.key] = RowLayout(self._look)
        layout.update(row, self._width, self._budget)
        if not layout.is_complete and row.key not in self._unfinished:
            self._unfinished.add(row.key)
            self.unfinished.emit()
        return layout

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._width, round(self.layout_of(index.data(ROW_ROLE)).height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(ROW_ROLE)
        layout = self.layout_of(row)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(option.rect.topLeft())
        self._paint_day(painter, row, layout)
        self._paint_ground(painter, row, layout)
        visible = _visible_part(option)
        self._text.paint(painter, row, layout, visible, self._marks_in(row))
        self._paint_copy_signs(painter, layout, visible)
        self._paint_controls(painter, row, layout, option)
        painter.restore()

    def copy_sign_at(self, layout: RowLayout, point: QPointF) -> int | None:
        """Tell which code block the copy sign under a point belongs to."""
        for place in layout.blocks_in(point.y(), point.y() + CODE_HEAD):
            if (sign := _copy_sign(layout, place)) and sign.adjusted(-6, -6, 6, 6).contains(point):
                return layout.blocks[place].prose.whole
        return None

    def _marks_in(self, row: Row) -> Marks:
        overlay = self.overlay
        spoken = overlay.sounding if overlay.sounding and overlay.sounding.key == row.key else None
        return Marks(
            lambda place, length: overlay.selection.part_of(row.key, place, length),
            spoken.share if spoken and spoken.is_playing else None,
            overlay.found_words if overlay.found_key == row.key else (),
        )

    def _paint_day(self, painter: QPainter, row: Row, layout: RowLayout) -> None:
        if not row.day:
            return
        words = day_words(row.day)
        painter.setFont(self._look.small)
        painter.setPen(self._look.tokens.color("quiet"))
        painter.drawText(layout.day, Qt.AlignmentFlag.AlignCenter, words)
        painter.setPen(QPen(self._look.tokens.color("line"), 1))
        column, y = column_of(layout.width), round(layout.day.center().y()) + 0.5
        half = QFontMetricsF(self._look.small).horizontalAdvance(words) / 2 + 2 * GRID
        middle = layout.day.center().x()
        painter.drawLine(QPointF(column.left(), y), QPointF(middle - half, y))
        painter.drawLine(QPointF(middle + half, y), QPointF(column.right(), y))

    def _paint_ground(self, painter: QPainter, row: Row, layout: RowLayout) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        if self.overlay.flash and self.overlay.found_key == row.key:
            color = self._look.tokens.color("mark")
            color.setAlphaF(0.5 * self.overlay.flash)
            painter.setBrush(color)
            painter.drawRoundedRect(layout.bubble.adjusted(-GRID, -GRID, GRID, GRID), 12, 12)
        if row.voice is Voice.PERSON:
            painter.setBrush(self._look.tokens.color("bubble"))
            painter.drawRoundedRect(layout.bubble, BUBBLE_RADIUS, BUBBLE_RADIUS)
        elif row.voice is Voice.PROGRAM:
            token = "problem" if row.lasting else "quiet"
            sign = self._pixmap("warning-circle", token, SMALL_ICON_PX, painter)
            painter.drawPixmap(layout.bubble.topLeft() + QPointF(0, 2), sign)

    def _paint_copy_signs(self, painter: QPainter, layout: RowLayout, visible: QRectF) -> None:
        for place in layout.blocks_in(visible.top(), visible.bottom() + CODE_HEAD):
            if sign := _copy_sign(layout, place):
                painter.drawPixmap(sign.topLeft(), self._pixmap("copy", "quiet", COPY_ICON_PX, painter))

    def _paint_controls(
        self, painter: QPainter, row: Row, layout: RowLayout, option: QStyleOptionViewItem
    ) -> None:
        has_focus = self.overlay.shows_focus and bool(option.state & QStyle.StateFlag.State_HasFocus)
        is_pointed = self.overlay.pointed_key == row.key
        if has_focus:
            self._paint_focus(painter, layout)
        painter.setFont(self._look.small)
        if layout.strip:
            self._paint_strip(painter, row, layout.strip, is_pointed)
        for button in layout.buttons:
            if button.words and not is_pointed:
                self._paint_button(painter, button)
        self._paint_caption(painter, row, layout, is_pointed or has_focus)

    def _paint_focus(self, painter: QPainter, layout: RowLayout) -> None:
        painter.setPen(QPen(self._look.tokens.color("accent"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        rect = layout.bubble.adjusted(-GRID / 2, -GRID / 2, GRID / 2, GRID / 4)
        painter.drawRoundedRect(rect, BUBBLE_RADIUS, BUBBLE_RADIUS)

    def _paint_strip(self, painter: QPainter, row: Row, strip: Strip, is_pointed: bool) -> None:
        """Draw the sound of a row; where real controls stand, only the length behind them."""
        peaks = self.peaks.get(row.key)
        if peaks is None:
            self.peaks_missed.emit(row)
        mine = (
            self.overlay.sounding if self.overlay.sounding and self.overlay.sounding.key == row.key else None
        )
        if not is_pointed:
            sign = "pause-fill" if mine and mine.is_playing else "play-fill"
            self._paint_icon(painter, strip.play, sign, "accent")
            paint_wave(painter, strip.wave, peaks, mine.share if mine else 0.0, self._look.tokens)
        painter.setPen(self._look.tokens.color("quiet"))
        words = clock_words(mine.place_ms if mine and mine.place_ms else row.sound_ms or 0)
        painter.drawText(strip.length, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)

    def _paint_button(self, painter: QPainter, button: Button) -> None:
        sign = QRectF(button.rect.left(), button.rect.top(), button.rect.height(), button.rect.height())
        self._paint_icon(painter, sign, ICONS[button.action], "accent")
        painter.setPen(self._look.tokens.color("accent"))
        words = button.rect.adjusted(button.rect.height() - 2, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, button.words)

    def _paint_caption(self, painter: QPainter, row: Row, layout: RowLayout, is_near: bool) -> None:
        if words := caption_words(row, is_near):
            painter.setPen(self._look.tokens.color("quiet"))
            metrics = QFontMetricsF(self._look.small)
            fitting = metrics.elidedText(words, Qt.TextElideMode.ElideLeft, layout.caption.width())
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(layout.caption, flags, fitting)

    def _paint_icon(self, painter: QPainter, rect: QRectF, name: str, color: str) -> None:
        corner = rect.center() - QPointF(SMALL_ICON_PX / 2, SMALL_ICON_PX / 2)
        painter.drawPixmap(corner, self._pixmap(name, color, SMALL_ICON_PX, painter))

    def _pixmap(self, name: str, color: str, size_px: int, painter: QPainter) -> QPixmap:
        scale = painter.device().devicePixelRatioF()
        key = name, color, size_px, scale
        if key not in self._pixmaps:
            self._pixmaps[key] = pixmap(name, self._look.tokens.color(color), size_px, scale)
        return self._pixmaps[key]


def caption_words(row: Row, is_near: bool) -> str:
    """Say what a turn cost, and when somebody looks closer, when it was and who answered."""
    if row.voice is Voice.PROGRAM:
        return ""
    time = QLocale().toString(row.time.time(), QLocale.FormatType.ShortFormat)
    parts = [time, row.model, row.cost] if is_near else [row.cost]
    return " · ".join(part for part in parts if part)


def day_words(day: QDate) -> str:
    """Name a day as people do."""
    days_ago = day.daysTo(QDate.currentDate())
    if days_ago == 0:
        return QCoreApplication.translate("Conversation", "Today")
    if days_ago == 1:
        return QCoreApplication.translate("Conversation", "Yesterday")
    return QLocale().toString(day, QLocale.FormatType.LongFormat)


def _copy_sign(layout: RowLayout, place: int) -> QRectF | None:
    """Tell where the sign is that copies a code block."""
    block = layout.blocks[place]
    if block.prose.shape is not Shape.CODE or block.prose.continues:
        return None
    right = block.left + block.room + CODE_INDENT - 10 - COPY_ICON_PX
    top = block.top - CODE_HEAD + (CODE_HEAD - COPY_ICON_PX) / 2
    return QRectF(right, top, COPY_ICON_PX, COPY_ICON_PX).translated(layout.text_origin)


def _visible_part(option: QStyleOptionViewItem) -> QRectF:
    """Tell which part of a row is on screen: of an enormous one nothing else is drawn."""
    view = option.widget
    whole = QRectF(view.viewport().rect() if isinstance(view, QAbstractItemView) else option.rect)
    return whole.translated(-QPointF(option.rect.topLeft()))
