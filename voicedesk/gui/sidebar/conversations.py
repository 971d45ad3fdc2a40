"""Connect the list of conversations with the bridge: open, begin, name, pin, delete and take back."""

from collections.abc import Callable
from datetime import UTC, date, datetime

from PySide6.QtCore import QObject, Signal

from voicedesk.core.archive import Heading
from voicedesk.core.commands import PinConversation, PurgeConversation, RestoreConversation
from voicedesk.core.elsewhere import Elsewhere
from voicedesk.core.inquiries import AllForgotten, ConversationsListed, ListConversations, Report
from voicedesk.core.session import State
from voicedesk.core.titles import short_title
from voicedesk.core.units import ConversationId
from voicedesk.gui.bridge import Bridge
from voicedesk.gui.keys import bind
from voicedesk.gui.main_window import MainWindow
from voicedesk.gui.sidebar.groups import heading_of, merged, rows_of

PAGE = 500
"""So many conversations are listed at first, and more each time when the end of the list comes in sight."""
UNDO_S = 10


def today_here() -> date:
    """Tell which day it is where the person is."""
    return datetime.now(UTC).astimezone().date()


class Conversations(QObject):
    """Show the conversations that are stored, and the one on screen as it is now."""

    export_wanted = Signal(object, str)
    """A conversation and its title."""

    def __init__(
        self,
        window: MainWindow,
        bridge: Bridge,
        parent: QObject | None = None,
        today: Callable[[], date] = today_here,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._list = window.sidebar.list
        self._bridge = bridge
        self._today = today
        self._listed: ConversationsListed | None = None
        self._most = PAGE
        self._deleted: set[ConversationId] = set()
        self._elsewhere: Elsewhere | None = None
        self._shown: tuple[Heading | None, ConversationId] | None = None
        self._connect()

    @property
    def headings(self) -> tuple[Heading, ...]:
        """Give the conversations that are known, the pinned ones first."""
        return self._listed.headings if self._listed else ()

    def open(self, conversation: ConversationId) -> None:
        """Bring a conversation on screen, and let the person talk in it."""
        self._bridge.open_conversation(conversation)
        self._go_talk()

    def begin(self) -> None:
        """Begin a new conversation, unless the one on screen has not begun yet."""
        if self._bridge.state.conversation.turns:
            self._bridge.begin_conversation()
        self._go_talk()

    def _connect(self) -> None:
        self._list.opened.connect(self._on_opened)
        self._list.renamed.connect(self._on_renamed)
        self._list.pinned.connect(self._on_pinned)
        self._list.exported.connect(self._on_exported)
        self._list.deleted.connect(self._on_deleted)
        self._list.ended.connect(self._on_ended)
        self._window.sidebar.new_wanted.connect(self.begin)
        bind(self._window, "Ctrl+N", self.tr("New conversation"), self.begin)
        self._bridge.changed.connect(self._on_changed)
        self._bridge.reported.connect(self._on_reported)

    def _ask(self) -> None:
        self._bridge.crew.carry_out(ListConversations(self._most))

    def _go_talk(self) -> None:
        self._window.drawer.close_drawer()
        self._window.talk_bar.field.setFocus()

    def _on_changed(self, state: State) -> None:
        """Draw anew only what concerns the list: an answer that grows does not."""
        if state.elsewhere is not self._elsewhere:
            self._elsewhere = state.elsewhere
            self._ask()
        shown = heading_of(state.conversation, self._is_pinned(state.conversation.id)), state.conversation.id
        if shown != self._shown:
            self._shown = shown
            self._draw()

    def _on_reported(self, report: Report) -> None:
        if isinstance(report, ConversationsListed):
            self._listed = report
            self._shown = None
            self._on_changed(self._bridge.state)
        elif isinstance(report, AllForgotten):
            self._ask()

    def _draw(self) -> None:
        assert self._shown
        current, shown = self._shown
        headings = [each for each in merged(self.headings, current) if each.id not in self._deleted]
        self._window.sidebar.show_rows(rows_of(headings, self._today()), shown)
        if not self._window.sidebar.search.words:
            self._window.sidebar.show_conversations(is_known=self._listed is not None)

    def _is_pinned(self, conversation: ConversationId) -> bool:
        return any(heading.pinned for heading in self.headings if heading.id == conversation)

    def _on_opened(self, heading: Heading) -> None:
        self.open(heading.id)

    def _on_renamed(self, conversation: ConversationId, words: str) -> None:
        self._bridge.rename_conversation(conversation, words)

    def _on_pinned(self, heading: Heading, is_pinned: bool) -> None:
        self._bridge.crew.carry_out(PinConversation(heading.id, is_pinned))

    def _on_exported(self, heading: Heading) -> None:
        self.export_wanted.emit(heading.id, heading.title or short_title(heading.opening))

    def _on_ended(self) -> None:
        if self._listed and self._listed.has_more:
            self._most += PAGE
            self._ask()

    def _on_deleted(self, heading: Heading) -> None:
        was_shown = heading.id == self._bridge.state.conversation.id
        self._deleted.add(heading.id)
        self._bridge.delete_conversation(heading.id)
        self._draw()
        self._window.notices.show_undo(
            self.tr("Conversation deleted."),
            UNDO_S,
            lambda: self._restore(heading.id, was_shown),
            lambda: self._bridge.crew.carry_out(PurgeConversation(heading.id)),
        )

    def _restore(self, conversation: ConversationId, was_shown: bool) -> None:
        self._deleted.discard(conversation)
        self._bridge.crew.carry_out(RestoreConversation(conversation))
        if was_shown:
            self._bridge.open_conversation(conversation)
        self._draw()
