"""Show a conversation as a list that stays smooth while an answer grows."""

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QWidget

from voicedesk.core.conversation import Conversation
from voicedesk.gui.conversation_model import ROW_ROLE, ConversationModel
from voicedesk.gui.message_delegate import MessageDelegate
from voicedesk.gui.row_layout import Fonts
from voicedesk.gui.rows import Row, RowAction, action_words
from voicedesk.gui.style import MESSAGE_PX_MORE, current_tokens, sized

REFRESH_MS = 33
"""An answer may grow thousands of times a second; it is drawn anew thirty times."""


class ConversationView(QListView):
    """The list of messages."""

    acted = Signal(object, object)
    """A turn and the `RowAction` that the person chose for it; copying is done here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("conversation")
        self.setAccessibleName(self.tr("Conversation"))
        self._rows = ConversationModel(self)
        self._delegate = MessageDelegate(self._fonts(), current_tokens(), self)
        self._pending: Conversation | None = None
        self._refresh = QTimer(self)
        self._refresh.setSingleShot(True)
        self._refresh.setInterval(REFRESH_MS)
        self._follows = True
        self._set_up()

    def _set_up(self) -> None:
        self.setModel(self._rows)
        self.setItemDelegate(self._delegate)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(24)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.verticalScrollBar().rangeChanged.connect(self._on_range_changed)
        self._refresh.timeout.connect(self._on_refresh)
        self._delegate.acted.connect(self._on_acted)
        self._delegate.unfinished.connect(self._on_unfinished)

    @property
    def rows(self) -> list[Row]:
        """Give the rows that are shown, oldest first."""
        return self._rows.rows

    def show_conversation(self, conversation: Conversation) -> None:
        """Show this soon; only the newest of many calls is drawn."""
        self._pending = conversation
        if not self._refresh.isActive():
            self._refresh.start()

    def copy(self, row: Row) -> None:
        """Put the text of a row on the clipboard."""
        QGuiApplication.clipboard().setText(row.text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self._current_row()
        if event.key() == Qt.Key.Key_Space:
            event.ignore()  # the window talks with it
        elif row and event.matches(QKeySequence.StandardKey.Copy):
            self.copy(row)
        elif row and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._act_first(row)
        elif row and event.key() == Qt.Key.Key_Delete and RowAction.DELETE in row.actions:
            self._on_acted(row, RowAction.DELETE)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the newest row; Qt would begin at the oldest."""
        was_here_before = self.currentIndex().isValid()
        super().focusInEvent(event)
        if not was_here_before:
            self.setCurrentIndex(self._rows.index(self._rows.rowCount() - 1))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if index.isValid():
            at = event.pos() if by_mouse else self.visualRect(index).center()
            self._menu_for(index.data(ROW_ROLE)).popup(self.viewport().mapToGlobal(at))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._delegate.set_width(self.viewport().width())
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._restyle()
        super().changeEvent(event)

    def _restyle(self) -> None:
        self._delegate.restyle(self._fonts(), current_tokens())
        self.scheduleDelayedItemsLayout()

    def _fonts(self) -> Fonts:
        return Fonts(sized(self.font(), MESSAGE_PX_MORE), sized(self.font(), 0))

    def _current_row(self) -> Row | None:
        index = self.currentIndex()
        return index.data(ROW_ROLE) if index.isValid() else None

    def _act_first(self, row: Row) -> None:
        if row.actions:
            self._on_acted(row, row.actions[0])

    def _menu_for(self, row: Row) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for action in row.actions:
            entry = menu.addAction(action_words(action))
            entry.setData((row, action))
        menu.triggered.connect(self._on_menu)
        return menu

    def _on_menu(self, entry: object) -> None:
        self._on_acted(*entry.data())  # type: ignore[attr-defined]

    def _on_acted(self, row: Row, action: RowAction) -> None:
        if action is RowAction.COPY:
            self.copy(row)
        else:
            self.acted.emit(row.turn, action)

    def _on_refresh(self) -> None:
        if self._pending is not None:
            conversation, self._pending = self._pending, None
            self._rows.show(conversation)
        self._rows.touch(self._delegate.take_unfinished())

    def _on_unfinished(self) -> None:
        if not self._refresh.isActive():
            self._refresh.start()

    def _on_scrolled(self, value: int) -> None:
        bar = self.verticalScrollBar()
        self._follows = value >= bar.maximum() - self.fontMetrics().height()
        if value == bar.minimum() and not self._follows:
            self._show_earlier()

    def _show_earlier(self) -> None:
        """Put earlier rows above, and keep what the person reads where it is."""
        anchor = self.indexAt(QPoint(self.viewport().width() // 2, 1))
        key = anchor.data(ROW_ROLE).key if anchor.isValid() else None
        if self._rows.show_earlier() and key is not None:
            place = next(index for index, row in enumerate(self._rows.rows) if row.key == key)
            self.scrollTo(self._rows.index(place), QAbstractItemView.ScrollHint.PositionAtTop)

    def _on_range_changed(self) -> None:
        """Follow the newest words as long as the person has not scrolled away from them."""
        if self._follows:
            self.scrollToBottom()
