"""Hold what every format of an export is made from."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from voicedesk.core.conversation import Conversation, Ending, Turn
from voicedesk.core.problem_texts import Translate, title_of, told, untranslated
from voicedesk.core.units import Milliseconds, TurnId

MICROSECONDS = 1_000_000


@dataclass(frozen=True, slots=True)
class Document:
    """A conversation with its title, and what gives the reader's time for a moment."""

    title: str
    conversation: Conversation
    to_local: Callable[[datetime], datetime]

    @property
    def begun(self) -> datetime | None:
        """Tell when the first turn began."""
        turns = self.conversation.turns
        return self.time_of(turns[0].number) if turns else None

    def time_of(self, turn: TurnId) -> datetime:
        """Tell when a turn began; its number says so."""
        return self.to_local(datetime.fromtimestamp(turn / MICROSECONDS, UTC))


@dataclass(frozen=True, slots=True)
class Labels:
    """The few words that an export adds to what was said; a front end gives them in the reader's language."""

    you: str = "You"
    assistant: str = "VoiceDesk"
    not_written_down: str = "What was said here was not written down."
    interrupted: str = "The answer was interrupted."
    cancelled: str = "The answer was cancelled."
    untitled: str = "Conversation"
    translate: Translate = untranslated

    def remark_on(self, turn: Turn) -> str:
        """Say why an answer is not whole; nothing if it is."""
        if turn.problem:
            tell = title_of if turn.answer.text else told
            return tell(turn.problem, self.translate)
        remarks = {Ending.INTERRUPTED: self.interrupted, Ending.CANCELLED: self.cancelled}
        return remarks.get(turn.ending, "") if turn.ending else ""


ENGLISH = Labels()


def clock_of(duration_ms: Milliseconds) -> str:
    """Write a length as 0:04 or 1:02:03."""
    minutes, seconds = divmod(round(duration_ms / 1000), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"
