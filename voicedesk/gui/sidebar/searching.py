"""Connect the search with the bridge: find as one types, and go to what was found."""

from PySide6.QtCore import QObject, Qt

from voicedesk.core.inquiries import MessagesFound, Report, SearchMessages
from voicedesk.core.session import State
from voicedesk.gui.bridge import Bridge
from voicedesk.gui.keys import bind
from voicedesk.gui.main_window import MainWindow
from voicedesk.gui.sidebar.conversations import Conversations, today_here
from voicedesk.gui.sidebar.hit_rows import HitRow, rows_of
from voicedesk.gui.sidebar.search_field import KEYS

PAGE = 20
"""So many hits are asked for at first, and five times as many when their end comes in sight."""
MOST_HITS = 2_500


class Searching(QObject):
    """Ask with every letter: of what is asked only the newest is answered, and an answer takes a moment."""

    def __init__(
        self, window: MainWindow, bridge: Bridge, conversations: Conversations, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._sidebar = window.sidebar
        self._bridge = bridge
        self._conversations = conversations
        self._most = PAGE
        self._wanted: tuple[HitRow, str] | None = None
        self._sidebar.search.typed.connect(self._on_typed)
        self._sidebar.search.first_wanted.connect(self._on_first_wanted)
        self._sidebar.hits.ended.connect(self._on_ended)
        self._sidebar.hits.opened.connect(self._on_opened)
        bridge.reported.connect(self._on_reported)
        bridge.changed.connect(self._on_changed)
        bind(window, KEYS, self.tr("Search in all conversations"), self._on_keys)

    def _on_keys(self) -> None:
        self._window.drawer.open_drawer()
        self._sidebar.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._sidebar.search.selectAll()

    def _on_typed(self, words: str) -> None:
        self._most = PAGE
        if words:
            self._ask(words)
        else:
            self._sidebar.show_conversations(is_known=True)

    def _ask(self, words: str) -> None:
        self._bridge.crew.carry_out(SearchMessages(words, self._most))

    def _on_ended(self) -> None:
        if len(self._sidebar.hits.rows) >= self._most < MOST_HITS:
            self._most *= 5
            self._ask(self._sidebar.search.words)

    def _on_reported(self, report: Report) -> None:
        words = self._sidebar.search.words
        if isinstance(report, MessagesFound) and report.typed == words:
            rows = rows_of(report.hits, self._conversations.headings, words, today_here())
            self._sidebar.show_hits(words, rows)

    def _on_first_wanted(self) -> None:
        if self._sidebar.search.words and self._sidebar.hits.rows:
            self._on_opened(self._sidebar.hits.rows[0])

    def _on_opened(self, row: HitRow) -> None:
        self._conversations.open(row.conversation)
        self._wanted = (row, self._sidebar.search.words)
        self._on_changed(self._bridge.state)

    def _on_changed(self, state: State) -> None:
        """Go to the turn as soon as its conversation is on screen; whoever talks meanwhile stays there."""
        if self._wanted is None or state.conversation.id != self._wanted[0].conversation:
            return
        (row, words), self._wanted = self._wanted, None
        if row.turn is not None and self._window.conversation.reveal(row.turn, tuple(words.split())):
            self._window.conversation.setFocus(Qt.FocusReason.OtherFocusReason)
