"""Put conversations under the words that say when something was said in them last."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from voicedesk.core.archive import Heading
from voicedesk.core.conversation import Conversation
from voicedesk.core.titles import short_title
from voicedesk.core.units import ConversationId, TurnId
from voicedesk.gui.plain_text import presentable

US_PER_S = 1_000_000


@dataclass(frozen=True, slots=True)
class ListRow:
    """A conversation, or the words above a group of them."""

    words: str
    heading: Heading | None = None

    @property
    def key(self) -> ConversationId | str:
        """Identify the row while its words change."""
        return self.heading.id if self.heading else self.words


def rows_of(headings: Iterable[Heading], today: date) -> list[ListRow]:
    """Show headings under groups; they come pinned ones first, and the newest first."""
    rows: list[ListRow] = []
    group = ""
    for heading in headings:
        words = group_of(heading, today)
        if words != group:
            rows.append(ListRow(words))
            group = words
        rows.append(ListRow(name_of(heading), heading))
    return rows


def name_of(heading: Heading) -> str:
    """Name a conversation by its title, or else by the first words that were asked."""
    named = " ".join(presentable(heading.title).split()) or short_title(presentable(heading.opening))
    return named or QCoreApplication.translate("Conversations", "Voice message")


def heading_of(conversation: Conversation, is_pinned: bool) -> Heading | None:
    """Give the heading of the conversation on screen; there is none before anything was said."""
    if not conversation.turns:
        return None
    opening = next((turn.asked for turn in conversation.turns if turn.asked), "")
    last = conversation.turns[-1].number
    return Heading(conversation.id, conversation.title, opening, len(conversation.turns), last, is_pinned)


def day_of(turn: TurnId) -> date:
    """Tell on which day a turn began, where the person is."""
    return datetime.fromtimestamp(turn / US_PER_S, UTC).astimezone().date()


def group_of(heading: Heading, today: date) -> str:
    """Say when something was said last, more roughly the longer ago."""
    if heading.pinned:
        return QCoreApplication.translate("Conversations", "Pinned")
    day = day_of(heading.last)
    if day >= today:
        return QCoreApplication.translate("Conversations", "Today")
    if day == today - timedelta(days=1):
        return QCoreApplication.translate("Conversations", "Yesterday")
    if day >= _first_of_week(today):
        return QCoreApplication.translate("Conversations", "Earlier this week")
    return _month_words(day, today)


def _first_of_week(today: date) -> date:
    first = QLocale().firstDayOfWeek().value - 1  # Qt counts from 1, Python from 0; both begin with Monday
    return today - timedelta(days=(today.weekday() - first) % 7)


def _month_words(day: date, today: date) -> str:
    """Name the month in the form that the language has for it, written as QLocale understands it."""
    this_year = QCoreApplication.translate("Conversations", "MMMM", "form of a date: October")
    earlier = QCoreApplication.translate("Conversations", "MMMM yyyy", "form of a date: October 2025")
    form = this_year if day.year == today.year else earlier
    return QLocale().toString(QDate(day.year, day.month, day.day), form)


def merged(headings: Iterable[Heading], current: Heading | None) -> Iterator[Heading]:
    """Give headings in the order of the list, with the one on screen as it is now."""
    others = [heading for heading in headings if current is None or heading.id != current.id]
    yield from sorted(
        [*others, current] if current else others, key=lambda heading: (not heading.pinned, -heading.last)
    )
