"""Draw one row: day, ground, text, sound, controls and caption."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPixmap

from voicedesk.gui.clock import clock_words
from voicedesk.gui.icons import pixmap
from voicedesk.gui.messages.column import CODE_HEAD, CODE_INDENT
from voicedesk.gui.messages.frame import Button, Strip, column_of
from voicedesk.gui.messages.look import Look
from voicedesk.gui.messages.overlay import Overlay
from voicedesk.gui.messages.prose import Shape
from voicedesk.gui.messages.row_bar import ICONS, SMALL_ICON_PX
from voicedesk.gui.messages.text_painting import Marks, TextPainter
from voicedesk.gui.messages.waveform import paint_wave
from voicedesk.gui.row_layout import RowLayout
from voicedesk.gui.rows import Row, Voice
from voicedesk.gui.style import BUBBLE_RADIUS, GRID

COPY_ICON_PX = 16


class RowPainter:
    """Draw rows in one look; `miss_peaks` is told of a row whose waveform is not known."""

    def __init__(self, look: Look, overlay: Overlay, miss_peaks: Callable[[Row], None]) -> None:
        self._look = look
        self._overlay = overlay
        self._miss_peaks = miss_peaks
        self._text = TextPainter(look)
        self._pixmaps: dict[tuple[str, str, int, float], QPixmap] = {}

    def paint(self, painter: QPainter, row: Row, layout: RowLayout, visible: QRectF, has_focus: bool) -> None:
        """Draw what of a row is visible, with its corner at the origin."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_day(painter, row, layout)
        self._paint_ground(painter, row, layout)
        self._text.paint(painter, row, layout, visible, self._marks_in(row))
        self._paint_copy_signs(painter, layout, visible)
        self._paint_controls(painter, row, layout, has_focus)

    def _marks_in(self, row: Row) -> Marks:
        overlay = self._overlay
        spoken = overlay.sounding_of(row.key)
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
        painter.drawText(layout.frame.day, Qt.AlignmentFlag.AlignCenter, words)
        painter.setPen(QPen(self._look.tokens.color("line"), 1))
        column, y = column_of(layout.width), round(layout.frame.day.center().y()) + 0.5
        half = QFontMetricsF(self._look.small).horizontalAdvance(words) / 2 + 2 * GRID
        middle = layout.frame.day.center().x()
        painter.drawLine(QPointF(column.left(), y), QPointF(middle - half, y))
        painter.drawLine(QPointF(middle + half, y), QPointF(column.right(), y))

    def _paint_ground(self, painter: QPainter, row: Row, layout: RowLayout) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        if self._overlay.flash and self._overlay.found_key == row.key:
            color = self._look.tokens.color("mark")
            color.setAlphaF(0.5 * self._overlay.flash)
            painter.setBrush(color)
            painter.drawRoundedRect(layout.frame.bubble.adjusted(-GRID, -GRID, GRID, GRID), 12, 12)
        if row.voice is Voice.PERSON:
            painter.setBrush(self._look.tokens.color("bubble"))
            painter.drawRoundedRect(layout.frame.bubble, BUBBLE_RADIUS, BUBBLE_RADIUS)
        elif not row.voice.is_heard:
            is_summary = row.voice is Voice.SUMMARY
            token = "problem" if row.lasting and not is_summary else "quiet"
            name = "notebook" if is_summary else "warning-circle"
            sign = self._pixmap(name, token, SMALL_ICON_PX, painter)
            painter.drawPixmap(layout.frame.bubble.topLeft() + QPointF(0, 2), sign)

    def _paint_copy_signs(self, painter: QPainter, layout: RowLayout, visible: QRectF) -> None:
        for place in layout.blocks_in(visible.top(), visible.bottom() + CODE_HEAD):
            if sign := _copy_sign(layout, place):
                painter.drawPixmap(sign.topLeft(), self._pixmap("copy", "quiet", COPY_ICON_PX, painter))

    def _paint_controls(self, painter: QPainter, row: Row, layout: RowLayout, has_focus: bool) -> None:
        is_pointed = self._overlay.pointed_key == row.key
        if has_focus:
            self._paint_focus(painter, layout)
        painter.setFont(self._look.small)
        if layout.frame.strip:
            self._paint_strip(painter, row, layout.frame.strip, is_pointed)
        for button in layout.frame.buttons:
            if button.words and not is_pointed:
                self._paint_button(painter, button)
        self._paint_caption(painter, row, layout, is_pointed or has_focus)

    def _paint_focus(self, painter: QPainter, layout: RowLayout) -> None:
        painter.setPen(QPen(self._look.tokens.color("accent"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        rect = layout.frame.bubble.adjusted(-GRID / 2, -GRID / 2, GRID / 2, GRID / 4)
        painter.drawRoundedRect(rect, BUBBLE_RADIUS, BUBBLE_RADIUS)

    def _paint_strip(self, painter: QPainter, row: Row, strip: Strip, is_pointed: bool) -> None:
        """Draw the sound of a row; where real controls stand, only the length behind them."""
        peaks, mine = self._overlay.peaks.get(row.key), self._overlay.sounding_of(row.key)
        if peaks is None:
            self._miss_peaks(row)
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
            fitting = metrics.elidedText(words, Qt.TextElideMode.ElideLeft, layout.frame.caption.width())
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(layout.frame.caption, flags, fitting)

    def _paint_icon(self, painter: QPainter, rect: QRectF, name: str, color: str) -> None:
        corner = rect.center() - QPointF(SMALL_ICON_PX / 2, SMALL_ICON_PX / 2)
        painter.drawPixmap(corner, self._pixmap(name, color, SMALL_ICON_PX, painter))

    def _pixmap(self, name: str, color: str, size_px: int, painter: QPainter) -> QPixmap:
        scale = painter.device().devicePixelRatioF()
        key = name, color, size_px, scale
        if key not in self._pixmaps:
            self._pixmaps[key] = pixmap(name, self._look.tokens.color(color), size_px, scale)
        return self._pixmaps[key]


def copy_sign_at(layout: RowLayout, point: QPointF) -> int | None:
    """Tell which code block the copy sign under a point belongs to."""
    for place in layout.blocks_in(point.y(), point.y() + CODE_HEAD):
        if (sign := _copy_sign(layout, place)) and sign.adjusted(-6, -6, 6, 6).contains(point):
            return layout.blocks[place].prose.whole
    return None


def caption_words(row: Row, is_near: bool) -> str:
    """Say what a turn cost, and when somebody looks closer, when it was and who answered."""
    if not row.voice.is_heard:
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
    return QRectF(right, top, COPY_ICON_PX, COPY_ICON_PX).translated(layout.frame.text)
