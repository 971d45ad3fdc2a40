"""A list of messages that stays smooth and in place, however they grow and wherever somebody reads."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from voicedesk.core.conversation import Conversation
from voicedesk.core.peaks import Peaks
from voicedesk.core.units import TurnId
from voicedesk.gui.conversation_model import ROW_ROLE, ConversationModel
from voicedesk.gui.message_delegate import MessageDelegate
from voicedesk.gui.messages.block import Block
from voicedesk.gui.messages.look import Look, look_of
from voicedesk.gui.messages.newest_button import NewestButton
from voicedesk.gui.messages.selection import Spot, spot_in
from voicedesk.gui.row_layout import RowLayout
from voicedesk.gui.rows import Row
from voicedesk.gui.style import current_tokens

REFRESH_MS = 33
"""An answer may grow thousands of times a second; it is drawn anew thirty times."""
AHEAD = 1.5
"""How many heights of the view before its end more rows are fetched."""
REMEMBERED_PEAKS = 512
MANY_TURNS = 1_000


class MessageList(QListView):
    """Show a stretch of a conversation, follow its end, and fetch what is scrolled to."""

    moved = Signal()
    """Rows may lie elsewhere than before."""
    peaks_wanted = Signal(object)
    """The `Row` whose waveform is on screen and not known."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = ConversationModel(self)
        self._delegate = MessageDelegate(self._look(), self)
        self._pending: Conversation | None = None
        self._refresh = QTimer(self, singleShot=True, interval=REFRESH_MS)
        self._follows = True
        self._is_still = False
        self._asked_peaks: dict[object, object] = {}
        self._newest = NewestButton(self)
        self._set_up()
        self._refresh.timeout.connect(self._on_refresh)
        self._delegate.unfinished.connect(self._on_unfinished)
        self._delegate.peaks_missed.connect(self._on_peaks_missed)
        self._newest.clicked.connect(self.show_newest)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.verticalScrollBar().rangeChanged.connect(self._on_range_changed)

    def _set_up(self) -> None:
        self.setModel(self._rows)
        self.setItemDelegate(self._delegate)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.verticalScrollBar().setSingleStep(24)

    # What is shown

    @property
    def rows(self) -> list[Row]:
        """Give the rows that are held, oldest first."""
        return self._rows.rows

    def price_by(self, percent: int) -> None:
        """Count prices that nobody publishes by so many percent of the maker's."""
        self._rows.price_by(percent)

    def show_conversation(self, conversation: Conversation) -> None:
        """Show this soon; only the newest of many calls is drawn, another conversation at once."""
        self._pending = conversation
        if self._is_another(conversation):
            self._follows = True
            self._on_refresh()
        elif not self._refresh.isActive():
            self._refresh.start()

    def show_peaks(self, key: object, peaks: Peaks) -> None:
        """Draw this waveform from now on."""
        while len(self._delegate.overlay.peaks) >= REMEMBERED_PEAKS:
            self._delegate.overlay.peaks.pop(next(iter(self._delegate.overlay.peaks)))
        self._delegate.overlay.peaks[key] = peaks
        self.redraw(key)

    def hide_turns(self, turns: frozenset[TurnId]) -> None:
        """Leave turns out that are about to be deleted."""
        with self.kept_in_place():
            self._rows.hide(turns)

    def leave(self) -> None:
        """Take note that the mouse points at no row any more."""

    def take_place_after(self, before: QWidget) -> None:
        """Come after this widget when somebody walks through the window by Tab."""
        QWidget.setTabOrder(before, self)
        QWidget.setTabOrder(self, self._newest)

    def show_newest(self) -> None:
        """Go to the end, and follow it from now on."""
        self._follows = True
        self._rows.show_end()
        self.executeDelayedItemsLayout()
        self.scrollToBottom()

    def show_turn(self, turn: TurnId) -> bool:
        """Hold the rows of this turn, and follow the end no more; tell whether the turn is there."""
        self._take_pending()
        if not self._rows.show_turn(turn):
            return False
        self._follows = False
        self.executeDelayedItemsLayout()
        return True

    def restyle(self) -> None:
        """Draw everything anew, because fonts, colours or the way to read have changed."""
        self._delegate.restyle(self._look())
        self._delegate.begin_round()
        self.scheduleDelayedItemsLayout()

    # Where things are

    def index_of(self, key: object) -> QModelIndex:
        """Find a row by its key; an invalid index if it is not held."""
        return self._rows.index_of(key)

    def row_at(self, at: QPoint) -> Row | None:
        """Find the row at a height of the view."""
        index = self.indexAt(QPoint(self.viewport().width() // 2, at.y()))
        return index.data(ROW_ROLE) if index.isValid() else None

    def point_in_row(self, at: QPoint) -> QPointF:
        """Give a point of the view as one of the row that lies there."""
        index = self.indexAt(QPoint(self.viewport().width() // 2, at.y()))
        return QPointF(at - self.visualRect(index).topLeft())

    def spot_at(self, at: QPoint) -> tuple[Spot | None, Block | None]:
        """Find the spot nearest to a point, and the block it is in."""
        inside = QPoint(at.x(), max(0, min(at.y(), self.viewport().height() - 1)))
        row = self.row_at(inside)
        layout = self._delegate.layout_of(row) if row else None
        place = layout.place_at(self.point_in_row(inside)) if layout else None
        if row is None or layout is None or place is None:
            return None, None
        return spot_in(row.key, *place), layout.blocks[place[0]]

    def layout_of(self, row: Row) -> RowLayout:
        """Give the layout of a row as far as it has got."""
        return self._delegate.layout_of(row)

    def whole_layout_of(self, row: Row) -> RowLayout:
        """Give the layout of a row with all of its blocks, for what cannot wait."""
        layout = self._delegate.layout_of(row)
        while not layout.is_complete:
            self._delegate.begin_round()
            layout = self._delegate.layout_of(row)
        return layout

    def redraw(self, key: object) -> None:
        """Draw a row anew; its size is as it was."""
        index = self._rows.index_of(key)
        if index.isValid():
            self.viewport().update(self.visualRect(index))

    @contextmanager
    def kept_in_place(self) -> Iterator[None]:
        """Keep what the person reads where it is, whatever happens to the rows around it."""
        anchor = self.indexAt(QPoint(self.viewport().width() // 2, 1))
        key = anchor.data(ROW_ROLE).key if anchor.isValid() else None
        top = self.visualRect(anchor).top()
        was_still, self._is_still = self._is_still, True
        try:
            yield
            self.executeDelayedItemsLayout()
            self._go_back_to(key, top)
        finally:
            self._is_still = was_still
        self.moved.emit()

    def _go_back_to(self, key: object, top: int) -> None:
        index, bar = self._rows.index_of(key), self.verticalScrollBar()
        if self._follows:
            self.scrollToBottom()
        elif index.isValid():
            bar.setValue(bar.value() + self.visualRect(index).top() - top)

    # How it stays up to date

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._delegate.set_width(self.viewport().width())
        self._delegate.begin_round()
        super().resizeEvent(event)
        self._newest.place()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self.restyle()
        super().changeEvent(event)

    def _look(self) -> Look:
        return look_of(self.font(), current_tokens())

    def _is_another(self, conversation: Conversation) -> bool:
        shown = self._rows.conversation
        return shown is None or shown.id != conversation.id

    def _on_refresh(self) -> None:
        self._delegate.begin_round()
        with self.kept_in_place():
            self._take_pending()
            self._rows.touch(self._delegate.take_unfinished())

    def _take_pending(self) -> None:
        if self._pending is not None:
            conversation, self._pending = self._pending, None
            if self._is_another(conversation):
                self._lay_out_newest(conversation)
                _spare_collector(conversation)
            self._rows.show(conversation)

    def _lay_out_newest(self, conversation: Conversation) -> None:
        """Spend the time of a round on what will be seen first: the end."""
        preview = ConversationModel()
        preview.show(conversation)
        for row in reversed(preview.rows):
            self._delegate.layout_of(row)

    def _on_unfinished(self) -> None:
        if not self._refresh.isActive():
            self._refresh.start()

    def _on_peaks_missed(self, row: Row) -> None:
        """Ask once for each length: the sound of an answer grows until it is whole."""
        if self._asked_peaks.get(row.key) != row.sound_ms:
            if len(self._asked_peaks) >= REMEMBERED_PEAKS:
                self._asked_peaks.clear()
            self._asked_peaks[row.key] = row.sound_ms
            self.peaks_wanted.emit(row)

    def _on_scrolled(self, value: int) -> None:
        if not self._is_still:
            is_at_bottom = value >= self.verticalScrollBar().maximum() - self.fontMetrics().height()
            self._follows = is_at_bottom and self._rows.is_at_end
            self._fetch_more()
            self.moved.emit()
        self._newest.setVisible(not self._follows)

    def _fetch_more(self) -> None:
        """Show more before the person comes to the end of what is there."""
        bar, ahead = self.verticalScrollBar(), round(AHEAD * self.viewport().height())
        if bar.value() < bar.minimum() + ahead and not self._follows:
            fetch = self._rows.show_earlier
        elif bar.value() > bar.maximum() - ahead and not self._rows.is_at_end:
            fetch = self._rows.show_later
        else:
            return
        self._delegate.begin_round()
        with self.kept_in_place():
            fetch()

    def _on_range_changed(self) -> None:
        """Follow the newest words as long as the person has not scrolled away from them."""
        if self._follows:
            self.scrollToBottom()


def _spare_collector(conversation: Conversation) -> None:
    """Keep the collector from walking through thousands of turns: it would hold the window for 50 ms.

    They hold no cycles, so they are freed all the same when another conversation takes their place.
    """
    if len(conversation.turns) >= MANY_TURNS:
        gc.freeze()
