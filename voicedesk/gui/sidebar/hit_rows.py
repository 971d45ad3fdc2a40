"""Put what a search found into rows: conversations by their title first, then turns by what was said."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from voicedesk.core.archive import Heading, Hit
from voicedesk.core.titles import short_title
from voicedesk.core.units import ConversationId, TurnId
from voicedesk.gui.plain_text import presentable
from voicedesk.gui.sidebar.groups import day_of, name_of

Marks = tuple[tuple[int, int], ...]
MOST_TITLES = 5
LEAD = 16
"""Characters before the first marked word; with more of them it may be out of sight."""


@dataclass(frozen=True, slots=True)
class HitRow:
    """A hit on screen: the name of the conversation, when it was said, and the words, some of them marked.

    `turn` is None where the title of the conversation is what was found.
    """

    conversation: ConversationId
    turn: TurnId | None
    name: str
    when: str
    passage: str = ""
    marks: Marks = ()

    @property
    def spoken(self) -> str:
        """Say the row for a person who does not see it."""
        return ". ".join(part for part in (self.passage, self.name, self.when) if part)


def rows_of(hits: Iterable[Hit], headings: Iterable[Heading], typed: str, today: date) -> list[HitRow]:
    """Show titles that hold what was typed, and then what was said, the newest first."""
    titled = [_title_row(heading, today) for heading in headings if _is_titled(heading, typed)]
    return [*titled[:MOST_TITLES], *(_hit_row(hit, today) for hit in hits)]


def _is_titled(heading: Heading, typed: str) -> bool:
    """Look at what a person wrote only: the first words are found as what was said."""
    return bool(heading.title) and typed.casefold() in heading.title.casefold()


def _title_row(heading: Heading, today: date) -> HitRow:
    return HitRow(heading.id, None, name_of(heading), when_words(heading.last, today))


def _hit_row(hit: Hit, today: date) -> HitRow:
    named = short_title(presentable(hit.heading))
    name = named or QCoreApplication.translate("Conversations", "Voice message")
    passage, marks = _from_first_mark(_on_one_line(hit.passage), hit.marks)
    return HitRow(hit.conversation, hit.turn, name, when_words(hit.turn, today), passage, marks)


def _on_one_line(passage: str) -> str:
    """Exchange characters for as many others, so that the marks keep their places."""
    return presentable(passage.replace("\r", " ").replace("\n", " ").replace("\t", " "))


def _from_first_mark(passage: str, marks: Marks) -> tuple[str, Marks]:
    """Leave out words at the beginning that would push the found ones out of sight."""
    first = marks[0][0] if marks else 0
    cut = passage.rfind(" ", 0, first - LEAD) + 1 if first > LEAD else 0
    if not cut and first > 2 * LEAD:  # a script without spaces
        cut = first - LEAD
    if not cut:
        return passage, marks
    return f"…{passage[cut:]}", tuple((begin - cut + 1, end - cut + 1) for begin, end in marks)


def when_words(turn: TurnId, today: date) -> str:
    """Say on which day a turn was."""
    day = day_of(turn)
    if day == today:
        return QCoreApplication.translate("Conversations", "Today")
    if day == today - timedelta(days=1):
        return QCoreApplication.translate("Conversations", "Yesterday")
    return QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.ShortFormat)
