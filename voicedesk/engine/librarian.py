"""Answer what is asked of the stored conversations, and change what is known of them beside their turns."""

import threading
from collections import deque
from collections.abc import Callable
from typing import Protocol

from voicedesk.core.archive import Heading, Hit
from voicedesk.core.commands import (
    DeleteConversation,
    KeepSummary,
    OpenConversation,
    PinConversation,
    PurgeConversation,
    RenameConversation,
    RestoreConversation,
)
from voicedesk.core.conversation import Clip, Conversation
from voicedesk.core.events import ConversationOpened
from voicedesk.core.inquiries import ConversationsListed, ListConversations, MessagesFound, SearchMessages
from voicedesk.core.units import ConversationId, TurnId

MOST_CHANGES = 1_000
"""As many wait while storing fails; then the oldest is given up."""

Lookup = OpenConversation | ListConversations | SearchMessages
Change = (
    RenameConversation
    | PinConversation
    | DeleteConversation
    | RestoreConversation
    | PurgeConversation
    | KeepSummary
)
Answered = ConversationOpened | ConversationsListed | MessagesFound


class Library(Protocol):
    """The stored conversations, used by the archivist's thread only. Every method raises `Trouble`."""

    def conversation(self, conversation: ConversationId) -> Conversation:
        """Read a conversation; an unknown one is empty."""

    def conversations(self, limit: int) -> tuple[Heading, ...]:
        """List conversations, the pinned ones before the others and the newest first."""

    def search(self, typed: str, limit: int) -> tuple[Hit, ...]:
        """Find turns that hold all the words, the newest first."""

    def rename(self, conversation: ConversationId, title: str) -> None:
        """Give a conversation a title."""

    def pin(self, conversation: ConversationId, pinned: bool) -> None:
        """Keep a conversation at the top of the list, or no longer."""

    def keep_summary(self, conversation: ConversationId, summary: str, until: TurnId | None) -> None:
        """Store what stands for the turns up to one."""

    def delete(self, conversation: ConversationId) -> None:
        """Hide a conversation until it is restored or purged."""

    def restore(self, conversation: ConversationId) -> None:
        """Take a deletion back."""

    def deleted(self) -> tuple[ConversationId, ...]:
        """Name the conversations that are hidden."""

    def sounds_of(self, conversation: ConversationId) -> tuple[tuple[TurnId, ...], tuple[Clip, ...]]:
        """Give the turns, and the recordings that no other conversation needs."""

    def purge(self, conversation: ConversationId) -> None:
        """Destroy a conversation; its sound lies elsewhere."""


class Librarian:
    """Take orders from any thread, and carry them out in the archivist's.

    Of the questions only the newest of a kind waits, so whoever types never waits for what was typed before.
    Changes are made in their order; one that fails stays the first. `purge` destroys a conversation with its
    sound.
    """

    def __init__(
        self, post: Callable[[Answered], None], purge: Callable[[Library, ConversationId], None]
    ) -> None:
        self._post = post
        self._purge = purge
        self._lock = threading.Lock()
        self._changes: deque[Change] = deque(maxlen=MOST_CHANGES)
        self._lookups: dict[type, Lookup] = {}
        self._listed = 0

    def put(self, order: Lookup | Change) -> None:
        """Take an order; from any thread."""
        with self._lock:
            if isinstance(order, Lookup):
                self._lookups[type(order)] = order
            else:
                self._changes.append(order)

    def change(self, library: Library) -> None:
        """Make all changes that wait, and list the conversations anew where they are shown."""
        changes = tuple(self._changes)
        for change in changes:
            self._make(library, change)
            with self._lock:
                self._changes.remove(change)
        if changes and self._listed:
            self.put(ListConversations(self._listed))

    def answer(self, library: Library, newest: Callable[[Conversation], Conversation]) -> None:
        """Answer the questions that wait; `newest` adds to a conversation what is not stored yet."""
        for lookup in tuple(self._lookups.values()):
            match lookup:
                case OpenConversation():
                    self._post(ConversationOpened(newest(library.conversation(lookup.conversation))))
                case ListConversations():
                    self._post(self._list(library, lookup.most))
                case SearchMessages():
                    hits = library.search(lookup.typed, lookup.most)
                    self._post(MessagesFound(lookup.typed, hits))
            self._answered(lookup)

    def _answered(self, lookup: Lookup) -> None:
        """Forget a question, unless another one of its kind came meanwhile."""
        with self._lock:
            if self._lookups.get(type(lookup)) is lookup:
                del self._lookups[type(lookup)]

    def _list(self, library: Library, most: int) -> ConversationsListed:
        self._listed = most
        headings = library.conversations(most + 1)
        return ConversationsListed(headings[:most], len(headings) > most)

    def _make(self, library: Library, change: Change) -> None:
        match change:
            case RenameConversation():
                library.rename(change.conversation, change.title)
            case PinConversation():
                library.pin(change.conversation, change.pinned)
            case KeepSummary():
                library.keep_summary(change.conversation, change.summary, change.until)
            case DeleteConversation():
                library.delete(change.conversation)
            case RestoreConversation():
                library.restore(change.conversation)
            case PurgeConversation():
                self._purge(library, change.conversation)
