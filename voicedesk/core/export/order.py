"""Describe one export that is wanted, and what came of it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from voicedesk.core.conversation import Conversation, Turn
from voicedesk.core.export.document import ENGLISH, Labels
from voicedesk.core.export.formats import Format
from voicedesk.core.inquiries import Report
from voicedesk.core.units import ConversationId


@dataclass(frozen=True, slots=True)
class ExportOrder:
    """Which conversation goes where, and how.

    `to_local` gives the reader's time for a moment. `known` are turns as they are in memory, which may be
    newer than what is stored. Without `may_replace`, a file that is there is left alone and the export fails.
    """

    conversation: ConversationId
    title: str
    wanted: Format
    target: Path
    to_local: Callable[[datetime], datetime]
    may_replace: bool = False
    known: tuple[Turn, ...] = ()
    labels: Labels = ENGLISH

    def completed(self, stored: Conversation) -> Conversation:
        """Put the turns that are known over those that are stored."""
        turns = {turn.number: turn for turn in (*stored.turns, *self.known)}
        return Conversation(self.conversation, tuple(turns[number] for number in sorted(turns)))


@dataclass(frozen=True, slots=True)
class Exported(Report):
    """A conversation lies in this file, without the sound files named."""

    target: Path
    missing: tuple[str, ...] = ()
