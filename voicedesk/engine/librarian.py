"""Answer what is asked of the stored conversations, and change what is known of them beside their turns."""

import threading
from collections import deque
from collections.abc import Callable, Iterator
from datetime import date, tzinfo
from typing import Protocol

from voicedesk.core.archive import Heading, Hit
from voicedesk.core.cap import MonthSoFar
from voicedesk.core.commands import (
    BookSpending,
    DeleteConversation,
    KeepSummary,
    OpenConversation,
    PinConversation,
    PurgeConversation,
    RenameConversation,
    RestoreConversation,
    TotalMonth,
)
from voicedesk.core.conversation import Clip, Conversation
from voicedesk.core.events import ConversationOpened, MonthTotalled
from voicedesk.core.inquiries import (
    ConversationsListed,
    ListConversations,
    MessagesFound,
    SearchMessages,
    SpendingTotalled,
    TotalSpending,
)
from voicedesk.core.months import Month, days_us, month_of, span_us
from voicedesk.core.spending import Bill
from voicedesk.core.units import ConversationId, TurnId

MOST_CHANGES = 1_000
"""As many wait while storing fails; then the oldest is given up."""

Lookup = OpenConversation | ListConversations | SearchMessages | TotalMonth | TotalSpending
Change = (
    RenameConversation
    | PinConversation
    | DeleteConversation
    | RestoreConversation
    | PurgeConversation
    | KeepSummary
    | BookSpending
)
Answered = ConversationOpened | ConversationsListed | MessagesFound | MonthTotalled | SpendingTotalled


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

    def book(self, entry: BookSpending) -> None:
        """Keep what a request used up."""

    def spent_between(self, from_us: int, until_us: int) -> Bill:
        """Add up what was spent in a stretch of time."""

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
    sound. Days and months are those of `zone`, or of this machine.
    """

    def __init__(
        self,
        post: Callable[[Answered], None],
        purge: Callable[[Library, ConversationId], None],
        zone: tzinfo | None = None,
    ) -> None:
        self._zone = zone
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
                case TotalMonth():
                    self._post(MonthTotalled(self._month(library, lookup.turn)))
                case TotalSpending():
                    self._post(SpendingTotalled(lookup.month, tuple(self._days(library, lookup.month))))
            self._answered(lookup)

    def excuse(self) -> None:
        """Let a question go on that waits for a sum which cannot be read: the cap is no reason to be mute."""
        waiting = self._lookups.get(TotalMonth)
        if isinstance(waiting, TotalMonth):
            self._post(MonthTotalled(self._month(None, waiting.turn)))
            self._answered(waiting)

    def _month(self, library: Library | None, turn: TurnId) -> MonthSoFar:
        """Add up a month, with what waits to be stored."""
        from_us, until_us = span_us(month_of(turn, self._zone), self._zone)
        month = MonthSoFar(from_us, until_us, library.spent_between(from_us, until_us) if library else ())
        for change in tuple(self._changes):
            if isinstance(change, BookSpending) and month.holds(change.at):
                month = month.with_spending(change.spending)
        return month

    def _days(self, library: Library, month: Month) -> Iterator[tuple[date, Bill]]:
        for day, from_us, until_us in days_us(month, self._zone):
            if bill := library.spent_between(from_us, until_us):
                yield day, bill

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
            case BookSpending():
                library.book(change)
            case DeleteConversation():
                library.delete(change.conversation)
            case RestoreConversation():
                library.restore(change.conversation)
            case PurgeConversation():
                self._purge(library, change.conversation)
