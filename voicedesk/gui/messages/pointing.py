"""Keep the real controls over the row that is pointed at."""

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QCursor

from voicedesk.gui.message_delegate import MessageDelegate
from voicedesk.gui.messages.message_list import MessageList
from voicedesk.gui.messages.row_bar import RowBar
from voicedesk.gui.messages.sound import Sounding
from voicedesk.gui.rows import Row


class Pointing(QObject):
    """Move the controls from row to row, and follow their row when it moves."""

    def __init__(self, view: MessageList, delegate: MessageDelegate) -> None:
        super().__init__(view)
        self._view = view
        self._host = view.parentWidget() or view
        self.bar = RowBar(self._host, follows=view)
        self.bar.hide()
        self.bar.left.connect(self._on_left)
        self._delegate = delegate
        view.moved.connect(self.place)

    def point_at(self, row: Row | None) -> None:
        """Lay the controls over this row, or take them away."""
        before = self._delegate.overlay.pointed_key
        key = row.key if row else None
        self._delegate.overlay.pointed_key = key
        self.place()
        if before != key:
            for changed in (before, key):
                self._view.redraw(changed)

    def press_at(self, at: QPoint) -> bool:
        """Press the control under a point of the view; tell whether there is one."""
        return self.bar.row is not None and self.bar.press_at(self._in_host(at) - self.bar.pos())

    def is_over_bar(self) -> bool:
        """Tell whether the mouse is over one of the controls."""
        return self.bar.row is not None and self.bar.has_under(QCursor.pos())

    def place(self) -> None:
        """Put the controls where their row is now."""
        index = self._view.index_of(self._delegate.overlay.pointed_key)
        if index.isValid():
            row = self._view.rows[index.row()]
            corner = self._in_host(self._view.visualRect(index).topLeft())
            self.bar.show_row(row, self._view.layout_of(row), corner)
            self.show_sound(self._delegate.overlay.sounding)
        else:
            self._take_away()

    def show_sound(self, sounding: Sounding | None) -> None:
        """Show in the controls what is heard."""
        if self.bar.row:
            self.bar.show_sound(sounding, self._delegate.overlay.peaks.get(self.bar.row.key))

    def _in_host(self, at: QPoint) -> QPoint:
        return self._view.viewport().mapTo(self._host, at)

    def _on_left(self) -> None:
        if not self._view.underMouse():
            self._view.leave()

    def _take_away(self) -> None:
        """Keep the focus in the conversation when the row under it is gone."""
        had_focus = self.bar.has_focus
        self.bar.hide()
        if had_focus:
            self._view.setFocus()
