"""Let messages be read, marked, copied, heard and acted on, by mouse and by keyboard."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
)
from PySide6.QtWidgets import QWidget

from voicedesk.core.peaks import Peaks
from voicedesk.core.units import TurnId
from voicedesk.gui.conversation_model import ROW_ROLE
from voicedesk.gui.messages.column import code_of
from voicedesk.gui.messages.marking import Marking
from voicedesk.gui.messages.message_list import MessageList
from voicedesk.gui.messages.pointing import Pointing
from voicedesk.gui.messages.revealing import Revealing
from voicedesk.gui.messages.row_menu import RowMenu
from voicedesk.gui.messages.row_painting import copy_sign_at
from voicedesk.gui.messages.selection import EVERYTHING, Selection, marked_text
from voicedesk.gui.messages.sound import Sounding
from voicedesk.gui.rows import LISTENING, Row, RowAction

SEEK_BY_MS = 5_000
KEYS = {RowAction.DELETE: Qt.Key.Key_Delete, RowAction.EDIT: Qt.Key.Key_F2}


class ConversationView(MessageList):
    """The conversation on screen."""

    acted = Signal(object, object)
    """A turn and the `RowAction` that the person chose for it; copying is done here."""
    toggle_wanted = Signal(object)
    """The `Row` whose sound shall be played or paused."""
    seek_wanted = Signal(object, int)
    """The `Row` whose sound shall be heard from this place on, in milliseconds."""
    link_wanted = Signal(str)
    """An address in a message that shall be opened."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("conversation")
        self.setAccessibleName(self.tr("Conversation"))
        self.setMouseTracking(True)
        self._overlay = self._delegate.overlay
        self._pointing = Pointing(self, self._delegate)
        self._revealing = Revealing(self, self._delegate)
        self._marking = Marking(self.viewport(), self.verticalScrollBar())
        self._connect(self._pointing, self._marking)

    def _connect(self, pointing: Pointing, marking: Marking) -> None:
        pointing.bar.acted.connect(self._on_acted)
        pointing.bar.toggled.connect(self.toggle_wanted)
        pointing.bar.sought.connect(self.seek_wanted)
        marking.changed.connect(self._on_marked)
        marking.clicked.connect(self._on_clicked)
        marking.dragged_to.connect(self._on_dragged_to)

    # What is shown

    @property
    def sounding(self) -> Sounding | None:
        """Give what is heard or was paused."""
        return self._overlay.sounding

    @property
    def selected_text(self) -> str:
        """Give what is marked: whole messages as they were written, parts as they are shown."""
        selection = self._overlay.selection
        rows = self._rows.all_rows() if selection == EVERYTHING else self.rows
        return marked_text(selection, rows, lambda row: self.whole_layout_of(row).blocks)

    def reveal(self, turn: TurnId, words: tuple[str, ...] = ()) -> bool:
        """Scroll to a message, however far away, and mark it and the words; tell whether it is there."""
        return self._revealing.reveal(turn, words)

    def show_sound(self, sounding: Sounding | None) -> None:
        """Show which message is heard and how far; only its own part of the view is drawn anew."""
        before, self._overlay.sounding = self._overlay.sounding, sounding
        if before != sounding:
            for key in {heard.key for heard in (before, sounding) if heard}:
                self.redraw(key)
            self._pointing.show_sound(sounding)

    def show_peaks(self, key: object, peaks: Peaks) -> None:
        super().show_peaks(key, peaks)
        self._pointing.show_sound(self._overlay.sounding)

    # What the person does by keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self._current_row()
        if event.key() == Qt.Key.Key_Space:
            event.ignore()  # the window talks with it
        elif event.matches(QKeySequence.StandardKey.Copy):
            self._copy_marked_or(row)
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self._mark(EVERYTHING)
        elif row and (act := self._keys_of(row).get(event.key())):
            act()
        else:
            super().keyPressEvent(event)
            self._show_current()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the newest row; Qt would begin at the oldest."""
        was_here_before = self.currentIndex().isValid()
        super().focusInEvent(event)
        if not was_here_before:
            self.setCurrentIndex(self._rows.index(self._rows.rowCount() - 1))
        if event.reason() is not Qt.FocusReason.MouseFocusReason:
            self._show_current()

    def _keys_of(self, row: Row) -> dict[int, Callable[[], None]]:
        """Tell what keys do in a row."""
        keys: dict[int, Callable[[], None]] = {
            key: partial(self._on_acted, row, action) for action, key in KEYS.items() if action in row.actions
        }
        keys |= dict.fromkeys((Qt.Key.Key_Return, Qt.Key.Key_Enter), partial(self._act_first, row))
        if row.can_be_heard:
            keys[Qt.Key.Key_Left] = partial(self._seek_by, row, -SEEK_BY_MS)
            keys[Qt.Key.Key_Right] = partial(self._seek_by, row, SEEK_BY_MS)
        return keys

    def _act_first(self, row: Row) -> None:
        if row.actions:
            self._on_acted(row, row.actions[0])

    def _seek_by(self, row: Row, by_ms: int) -> None:
        place_ms = self.sounding.place_ms if self.sounding and self.sounding.key == row.key else 0
        self.seek_wanted.emit(row, max(0, min(place_ms + by_ms, (row.sound_ms or 1) - 1)))

    def _show_current(self) -> None:
        """Frame the row that keys act on, and show its controls, which Tab leads to."""
        self._show_focus(True)
        self._pointing.point_at(self._current_row())

    # What the person does by mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self._pointing.point_at(self.row_at(at))
        if self._pointing.press_at(at):
            return
        self._show_focus(False)
        self._revealing.forget()
        self.setCurrentIndex(self.indexAt(at))
        self._marking.press(event, *self.spot_at(at))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._marking.press_twice(*self.spot_at(event.position().toPoint()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if self._marking.is_down:
            self._marking.move(at, self.spot_at(at)[0])
            return
        if not self._pointing.bar.has_focus:
            self._pointing.point_at(self.row_at(at))
        self.viewport().setCursor(self._cursor_at(at))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._marking.is_down:
            self._marking.release(event.position().toPoint())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if not self._pointing.is_over_bar():
            self.leave()

    def leave(self) -> None:
        """Go back to the row that has the focus, if it is shown, when the mouse points at none."""
        if not self._pointing.bar.has_focus:
            self._pointing.point_at(self._current_row() if self._overlay.shows_focus else None)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        row = self.row_at(event.pos()) if by_mouse else self._current_row()
        if row:
            at = event.pos() if by_mouse else self.visualRect(self.currentIndex()).center()
            self.menu_for(row, event.pos() if by_mouse else None).popup(self.viewport().mapToGlobal(at))

    def menu_for(self, row: Row, at: QPoint | None = None) -> RowMenu:
        """Make the menu of a row; `at` is where it was asked for by the mouse."""
        menu, blocks = RowMenu(self), self.whole_layout_of(row).blocks
        if not self._overlay.selection.is_empty:
            menu.offer(self.tr("Copy selection"), self._copy_marked)
        if at and row.can_be_heard and row.voice.is_heard:
            place_ms = self._sound_place_at(row, at)
            menu.offer(self.tr("Play from here"), lambda: self.seek_wanted.emit(row, place_ms))
        menu.offer_actions(row, self._on_acted)
        menu.offer_codes(blocks, QGuiApplication.clipboard().setText)
        menu.offer_links(blocks, self.link_wanted.emit)
        return menu

    def _on_clicked(self, at: QPoint) -> None:
        row = self.row_at(at)
        if row is None:
            return
        layout, point = self.layout_of(row), self.point_in_row(at)
        if link := layout.link_at(point):
            self.link_wanted.emit(link)
        elif (whole := copy_sign_at(layout, point)) is not None:
            QGuiApplication.clipboard().setText(code_of(layout.blocks, whole))

    def _sound_place_at(self, row: Row, at: QPoint) -> int:
        """Estimate when the words at a point are spoken, by the share of the text before them."""
        spot, _ = self.spot_at(at)
        lengths = [len(block.prose.text) for block in self.layout_of(row).blocks]
        before = sum(lengths[: spot.block]) + spot.offset if spot else 0
        return (row.sound_ms or 0) * before // max(1, sum(lengths))

    def _cursor_at(self, at: QPoint) -> Qt.CursorShape:
        row = self.row_at(at)
        if row is None:
            return Qt.CursorShape.ArrowCursor
        layout, point = self.layout_of(row), self.point_in_row(at)
        if layout.link_at(point) or copy_sign_at(layout, point) is not None:
            return Qt.CursorShape.PointingHandCursor
        is_text = layout.frame.bubble.contains(point)
        return Qt.CursorShape.IBeamCursor if is_text else Qt.CursorShape.ArrowCursor

    # What comes of it

    def _current_row(self) -> Row | None:
        index = self.currentIndex()
        return index.data(ROW_ROLE) if index.isValid() else None

    def _on_acted(self, row: Row, action: RowAction) -> None:
        if action is RowAction.COPY:
            QGuiApplication.clipboard().setText(row.text)
        elif action in LISTENING:
            self.toggle_wanted.emit(row)
        elif action in (RowAction.UNFOLD, RowAction.FOLD):
            self._rows.unfold_summary(action is RowAction.UNFOLD)
        else:
            self.acted.emit(row.turn, action)

    def _copy_marked_or(self, row: Row | None) -> None:
        if not self._overlay.selection.is_empty:
            self._copy_marked()
        elif row:
            self._on_acted(row, RowAction.COPY)

    def _copy_marked(self) -> None:
        QGuiApplication.clipboard().setText(self.selected_text)

    def _mark(self, selection: Selection) -> None:
        self._marking.set_selection(selection)
        self._on_marked(selection)

    def _on_marked(self, selection: Selection) -> None:
        self._overlay.selection = selection
        self.viewport().update()

    def _on_dragged_to(self, at: QPoint) -> None:
        self._marking.move(at, self.spot_at(at)[0])

    def _show_focus(self, shows: bool) -> None:
        if self._overlay.shows_focus is not shows:
            self._overlay.shows_focus = shows
            self.viewport().update()
