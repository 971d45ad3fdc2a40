"""Lead to a message that was looked for, and mark what was looked for in it."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractItemView

from voicedesk.core.units import TurnId
from voicedesk.gui.message_delegate import MessageDelegate
from voicedesk.gui.messages.finding import Finding
from voicedesk.gui.messages.message_list import MessageList
from voicedesk.gui.rows import Row


class Revealing(QObject):
    """Scroll to a message, light it up for a moment, and keep its words marked."""

    def __init__(self, view: MessageList, delegate: MessageDelegate) -> None:
        super().__init__(view)
        self._view = view
        self._overlay = delegate.overlay
        self._finding = Finding(view)
        self._finding.changed.connect(self._on_changed)

    def reveal(self, turn: TurnId, words: tuple[str, ...]) -> bool:
        """Show the row of this turn that holds the words; tell whether the turn is there."""
        if not self._view.show_turn(turn):
            return False
        rows = [row for row in self._view.rows if row.turn == turn]
        row = max(rows, key=lambda row: _count_in(row.text, words))  # the first of those that hold the most
        self._overlay.found_key, self._overlay.found_words = row.key, words
        self._go_to(row, words)
        self._finding.begin()
        return True

    def forget(self) -> None:
        """Mark no words any more."""
        self._overlay.found_words = ()
        self._view.redraw(self._overlay.found_key)

    def _go_to(self, row: Row, words: tuple[str, ...]) -> None:
        self._view.whole_layout_of(row)
        self._view.scheduleDelayedItemsLayout()
        self._view.executeDelayedItemsLayout()
        index = self._view.index_of(row.key)
        self._view.setCurrentIndex(index)
        self._view.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
        if self._view.visualRect(index).height() > self._view.viewport().height():
            self._go_to_words(row, words)

    def _go_to_words(self, row: Row, words: tuple[str, ...]) -> None:
        """Bring the first of the words into view: the message is taller than that."""
        layout = self._view.layout_of(row)
        block = next((block for block in layout.blocks if _count_in(block.prose.text, words)), None)
        top = self._view.visualRect(self._view.index_of(row.key)).top() + layout.frame.text.y()
        bar = self._view.verticalScrollBar()
        third = self._view.viewport().height() // 3
        bar.setValue(round(bar.value() + top + (block.top if block else 0.0)) - third)

    def _on_changed(self, strength: float) -> None:
        self._overlay.flash = strength
        self._view.redraw(self._overlay.found_key)


def _count_in(text: str, words: tuple[str, ...]) -> int:
    folded = text.casefold()
    return sum(word.casefold() in folded for word in words)
