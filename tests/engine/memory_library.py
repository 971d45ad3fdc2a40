"""Stored conversations in memory, which note what was done to them, and fail or wait when told to."""

from threading import Event

from voicedesk.core.archive import Heading, Hit
from voicedesk.core.commands import BookSpending
from voicedesk.core.conversation import Clip, Conversation
from voicedesk.core.problems import Problem, trouble
from voicedesk.core.spending import Bill, added
from voicedesk.core.units import ConversationId, TurnId


class MemoryLibrary:
    """Give the same headings and hits to every question, and remember every change."""

    def __init__(self) -> None:
        self.changes: list[tuple[object, ...]] = []
        self.headings: tuple[Heading, ...] = ()
        self.searched: list[str] = []
        self.may_search = Event()
        self.may_search.set()
        self.is_searching = Event()
        self.refusing: Problem | None = None
        self.unreadable: Problem | None = None
        self.booked: list[BookSpending] = []
        self.hidden: tuple[ConversationId, ...] = ()
        self.clips: tuple[Clip, ...] = ()

    def conversation(self, conversation: ConversationId) -> Conversation:
        return Conversation(conversation)

    def conversations(self, limit: int) -> tuple[Heading, ...]:
        return self.headings[:limit]

    def search(self, typed: str, limit: int) -> tuple[Hit, ...]:
        self.searched.append(typed)
        self.is_searching.set()
        assert self.may_search.wait(5)
        return (Hit(TurnId(1), ConversationId(1), typed),)

    def rename(self, conversation: ConversationId, title: str) -> None:
        self._change("rename", conversation, title)

    def pin(self, conversation: ConversationId, pinned: bool) -> None:
        self._change("pin", conversation, pinned)

    def keep_summary(self, conversation: ConversationId, summary: str, until: TurnId | None) -> None:
        self._change("summary", conversation, summary, until)

    def delete(self, conversation: ConversationId) -> None:
        self._change("delete", conversation)

    def restore(self, conversation: ConversationId) -> None:
        self._change("restore", conversation)

    def deleted(self) -> tuple[ConversationId, ...]:
        return self.hidden

    def sounds_of(self, conversation: ConversationId) -> tuple[tuple[TurnId, ...], tuple[Clip, ...]]:
        return (TurnId(1), TurnId(2)), self.clips

    def purge(self, conversation: ConversationId) -> None:
        self._change("purge", conversation)

    def book(self, entry: BookSpending) -> None:
        self._change("book", entry)
        self.booked.append(entry)

    def spent_between(self, from_us: int, until_us: int) -> Bill:
        if self.unreadable:
            raise trouble(self.unreadable.kind)
        return added(entry.spending for entry in self.booked if from_us <= entry.at < until_us)

    def _change(self, *what: object) -> None:
        if self.refusing:
            raise trouble(self.refusing.kind)
        self.changes.append(what)
