"""The left side: search and new conversation on top, the conversations, and the pages at the bottom."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from voicedesk.gui.plain_text import for_label
from voicedesk.gui.sidebar.conversation_list import ConversationList
from voicedesk.gui.sidebar.groups import ListRow
from voicedesk.gui.sidebar.hit_list import HitList
from voicedesk.gui.sidebar.hit_rows import HitRow
from voicedesk.gui.sidebar.page_buttons import PageButton, PageButtons
from voicedesk.gui.sidebar.search_field import SearchField
from voicedesk.gui.style import GRID


class Sidebar(QWidget):
    """Say where things are; what they do is connected elsewhere."""

    new_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.search = SearchField(self)
        self.new = PageButton("note-pencil", self.tr("New conversation"), "Ctrl+N", self)
        self.list = ConversationList(self)
        self.hits = HitList(self)
        self.pages = PageButtons(self)
        self._note = QLabel(self)
        self._middle = QStackedWidget(self)
        self._set_up()
        self._arrange()

    @property
    def note(self) -> str:
        """Give the words that stand where a list would be empty."""
        return self._note.text() if self._middle.currentWidget() is self._note else ""

    def take_focus(self) -> None:
        """Let the keyboard act here: in the list, or where there is none yet, in the search."""
        if self._middle.currentWidget() is self.hits:
            self.hits.take_focus()
        elif self._middle.currentWidget() is self.list and self.list.rows:
            self.list.take_focus()
        else:
            self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_conversations(self, is_known: bool) -> None:
        """Show the list; where it is empty, and known to be, say what will be there."""
        words = self.tr("Your conversations appear here.") if is_known and not self.list.rows else ""
        self._show(self.list, words)

    def show_hits(self, typed: str, rows: list[HitRow]) -> None:
        """Show what a search found, or that it found nothing."""
        self.hits.show_rows(rows)
        nothing = self.tr("Nothing found for “{words}”.").replace("{words}", typed)
        self._show(self.hits, "" if rows else nothing)
        self._announce(self.tr("Found: {count}").replace("{count}", str(len(rows))) if rows else nothing)

    def show_rows(self, rows: list[ListRow], shown: object) -> None:
        """Show these conversations in the list."""
        self.list.show_rows(rows, shown)  # type: ignore[arg-type]

    def _show(self, widget: QWidget, note: str) -> None:
        self._note.setText(for_label(note))
        self._middle.setCurrentWidget(self._note if note else widget)

    def _set_up(self) -> None:
        self._note.setProperty("look", "quiet")
        self._note.setTextFormat(Qt.TextFormat.PlainText)
        self._note.setWordWrap(True)
        self._note.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._note.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 0)
        self.new.clicked.connect(self.new_wanted)
        self.search.list_wanted.connect(self._on_list_wanted)
        self.hits.left.connect(self.search.setFocus)

    def _arrange(self) -> None:
        for widget in (self.list, self.hits, self._note):
            self._middle.addWidget(widget)
        top = QVBoxLayout()
        top.setContentsMargins(GRID, GRID, GRID, GRID // 2)
        top.setSpacing(GRID)
        top.addWidget(self.search)
        top.addWidget(self.new)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._middle, 1)
        column.addWidget(self.pages)

    def _on_list_wanted(self) -> None:
        if self._middle.currentWidget() is not self._note:
            self.take_focus()

    def _announce(self, words: str) -> None:
        """Tell a screen reader what came while the person goes on typing."""
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.search, words))
