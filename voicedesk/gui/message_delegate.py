"""Measure and draw the rows of a conversation for the list."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from voicedesk.gui.conversation_model import ROW_ROLE
from voicedesk.gui.messages.column import Budget
from voicedesk.gui.messages.look import Look
from voicedesk.gui.messages.overlay import Overlay
from voicedesk.gui.messages.row_painting import RowPainter
from voicedesk.gui.row_layout import RowLayout
from voicedesk.gui.rows import Row

MOST_LAYOUTS = 2_000
CHARACTERS_AT_ONCE = 24_000
"""Laid out before the window answers again: about ten milliseconds."""

Index = QModelIndex | QPersistentModelIndex


class MessageDelegate(QStyledItemDelegate):
    """Keep one layout a row, so that a growing answer costs the layout of its last paragraph only."""

    unfinished = Signal()
    """A text is so long that its layout goes on later."""
    peaks_missed = Signal(object)
    """A `Row` was drawn whose waveform is not known."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.overlay = Overlay()
        self._look = look
        self._painter = self._row_painter()
        self._layouts: dict[object, RowLayout] = {}
        self._width = 400
        self._budget = Budget(CHARACTERS_AT_ONCE)
        self._unfinished: set[object] = set()

    def restyle(self, look: Look) -> None:
        """Use other fonts and colours."""
        self._look = look
        self._painter = self._row_painter()
        self._layouts.clear()

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
        has_focus = self.overlay.shows_focus and bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        painter.translate(option.rect.topLeft())
        self._painter.paint(painter, row, self.layout_of(row), _visible_part(option), has_focus)
        painter.restore()

    def _row_painter(self) -> RowPainter:
        return RowPainter(self._look, self.overlay, self.peaks_missed.emit)


def _visible_part(option: QStyleOptionViewItem) -> QRectF:
    """Tell which part of a row is on screen: of an enormous one nothing else is drawn."""
    view = option.widget
    whole = QRectF(view.viewport().rect() if isinstance(view, QAbstractItemView) else option.rect)
    return whole.translated(-QPointF(option.rect.topLeft()))
