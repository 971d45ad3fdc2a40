"""The list of conversations."""

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QWidget

from voicedesk.core.archive import Heading
from voicedesk.core.units import ConversationId
from voicedesk.gui.keys import Bound
from voicedesk.gui.sidebar.groups import ListRow
from voicedesk.gui.sidebar.list_delegate import ListDelegate
from voicedesk.gui.sidebar.list_model import ROW_ROLE, ConversationListModel

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ConversationList(QListView):
    """Open, rename, pin and delete conversations by mouse, by keyboard or by a menu."""

    opened = Signal(object)
    renamed = Signal(object, str)
    pinned = Signal(object, bool)
    exported = Signal(object)
    deleted = Signal(object)
    """Each with a `Heading`, except for `renamed`, which names the conversation."""
    ended = Signal()
    """The end of the list came in sight."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("conversations")
        self.setAccessibleName(self.tr("Conversations"))
        self._rows = ConversationListModel(self)
        self._delegate = ListDelegate(self)
        self._clicked_at = QPoint()
        self.setModel(self._rows)
        self.setItemDelegate(self._delegate)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self._rows.renamed.connect(self.renamed)
        self.clicked.connect(self._on_clicked)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    @property
    def rows(self) -> list[ListRow]:
        """Give the rows that are shown, from the top."""
        return self._rows.rows

    def own_keys(self) -> tuple[Bound, ...]:
        """Name the keys that mean something here."""
        return (
            Bound(self.tr("Rename the conversation in the list"), "F2"),
            Bound(self.tr("Delete the conversation in the list"), "Del"),
        )

    def show_rows(self, rows: list[ListRow], shown: ConversationId) -> None:
        """Show these rows, and which conversation is on screen."""
        self._rows.show(rows, shown)

    def take_focus(self) -> None:
        """Let the keyboard act here, beginning at the conversation on screen; Qt would begin at the top."""
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._rows.first_place())
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keep_in_sight(self, conversation: ConversationId) -> None:
        """Put the keyboard's place on a conversation."""
        index = self._rows.place_of(conversation)
        if index.isValid():
            self.setCurrentIndex(index)

    def menu_for(self, index: QModelIndex) -> QMenu:
        """Make the menu of a conversation."""
        heading: Heading = index.data(ROW_ROLE).heading
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Rename") + "\tF2", lambda: self.edit(index))
        pin = self.tr("Unpin") if heading.pinned else self.tr("Pin")
        menu.addAction(pin, lambda: self.pinned.emit(heading, not heading.pinned))
        menu.addAction(self.tr("Export…"), lambda: self.exported.emit(heading))
        menu.addSeparator()
        menu.addAction(self.tr("Delete") + "\tDel", lambda: self.deleted.emit(heading))
        return menu

    def keyPressEvent(self, event: QKeyEvent) -> None:
        heading = self._current()
        if event.key() == Qt.Key.Key_Space:
            event.ignore()  # the window talks with it
        elif heading and event.key() in ENTER and self.state() is not QListView.State.EditingState:
            self.opened.emit(heading)  # and not when the key ended the renaming
        elif heading and event.key() == Qt.Key.Key_F2:
            self.edit(self.currentIndex())
        elif heading and event.key() == Qt.Key.Key_Delete:
            self.deleted.emit(heading)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._clicked_at = event.position().toPoint()
        super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if index.isValid() and index.data(ROW_ROLE).heading:
            self._show_menu(index, event.pos() if by_mouse else self.visualRect(index).center())

    def _current(self) -> Heading | None:
        index = self.currentIndex()
        row: ListRow | None = index.data(ROW_ROLE) if index.isValid() else None
        return row.heading if row else None

    def _on_clicked(self, index: QModelIndex) -> None:
        row: ListRow = index.data(ROW_ROLE)
        rect = self.visualRect(index)
        if self._delegate.is_dots(rect, self._clicked_at):
            self._show_menu(index, QPoint(rect.right(), rect.bottom()))
        elif row.heading:
            self.opened.emit(row.heading)

    def _show_menu(self, index: QModelIndex, at: QPoint) -> None:
        self.menu_for(index).popup(self.viewport().mapToGlobal(at))

    def _on_scrolled(self, value: int) -> None:
        if value == self.verticalScrollBar().maximum():
            self.ended.emit()
