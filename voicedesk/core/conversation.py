"""Keep what was said and answered, and tell what of it was heard."""

from bisect import bisect_left
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path
from unicodedata import east_asian_width

from voicedesk.core.problems import Problem
from voicedesk.core.spending import Bill
from voicedesk.core.units import NO_FRAMES, ConversationId, Frames, Milliseconds, TurnId, milliseconds_of


class Ending(Enum):
    """How a turn ended: each turn gets exactly one."""

    DONE = "done"
    INTERRUPTED = "interrupted"
    FAILED = "failed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Clip:
    """One finished recording on disk.

    `path` holds bare `Pcm`; `upload` the same sound as MP3, made while recording, if it was asked for.
    `preroll_frames` at its start were heard before the key went down. `peak_dbfs` is -inf for all zeros.
    """

    turn: TurnId
    path: Path
    frames: Frames
    upload: Path | None = None
    preroll_frames: Frames = NO_FRAMES
    lost_frames: Frames = NO_FRAMES
    peak_dbfs: float = 0.0

    @property
    def duration_ms(self) -> Milliseconds:
        """Tell how long the recording is."""
        return milliseconds_of(self.frames)

    @property
    def held_ms(self) -> Milliseconds:
        """Tell how long the key was held."""
        return milliseconds_of(self.frames - self.preroll_frames)

    @property
    def is_silent(self) -> bool:
        """Tell whether every sample is zero, as a muted or forbidden microphone delivers them."""
        return self.peak_dbfs == float("-inf")


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens as the service reported them; a part that it did not report is None."""

    text_in: int | None = None
    audio_in: int | None = None
    text_out: int | None = None
    audio_out: int | None = None
    cached_in: int | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back for one turn so far: `frames` of sound and the text that goes with them."""

    text: str = ""
    frames: Frames = NO_FRAMES
    audio_id: str | None = None
    expires_at: int | None = None
    usage: Usage | None = None
    model: str = ""

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing to read or hear was received."""
        return not self.text and not self.frames


@dataclass(frozen=True, slots=True)
class Turn:
    """One exchange: what the person said or typed, and what came back.

    `asked` is empty until the person's words are written down. `heard_ms` is None as long as nothing cut
    the playback short. `ending` is None while the turn goes on. `spent` is what its requests used up.
    """

    number: TurnId
    conversation: ConversationId
    asked: str = ""
    typed: bool = False
    clip: Clip | None = None
    answer: Answer = Answer()
    heard_ms: Milliseconds | None = None
    ending: Ending | None = None
    problem: Problem | None = None
    spent: Bill = ()


@dataclass(frozen=True, slots=True)
class Conversation:
    """An ordered run of turns.

    `title` is empty until the person gives one. `summary` stands for the turns up to `summary_until`.
    `spent` is all that was used up here, by turns that were deleted too.
    """

    id: ConversationId
    turns: tuple[Turn, ...] = ()
    title: str = ""
    summary: str = ""
    summary_until: TurnId | None = None
    spent: Bill = ()

    def find(self, number: TurnId) -> Turn | None:
        """Look a turn up, newest first, because that is the one asked for."""
        return next((turn for turn in reversed(self.turns) if turn.number == number), None)

    def put(self, turn: Turn) -> "Conversation":
        """Add a turn in its place, or replace the one with its number."""
        place = bisect_left(self.turns, turn.number, key=lambda known: known.number)
        is_known = place < len(self.turns) and self.turns[place].number == turn.number
        return replace(self, turns=(*self.turns[:place], turn, *self.turns[place + is_known :]))

    def without(self, number: TurnId) -> "Conversation":
        """Take a turn out."""
        return replace(self, turns=tuple(turn for turn in self.turns if turn.number != number))


def heard_text(turn: Turn) -> str:
    """Cut an answer down to what was heard, at a word boundary.

    The service gives no word times, and the transcript runs ahead of the sound; the share of the sound
    that was played is the best estimate there is.
    """
    text, whole_ms = turn.answer.text, milliseconds_of(turn.answer.frames)
    if turn.heard_ms is None or turn.heard_ms >= whole_ms:
        return text
    return _cut_at_word(text, len(text) * turn.heard_ms // whole_ms)


def _cut_at_word(text: str, length: int) -> str:
    """Keep whole words; in scripts without spaces each character stands for itself."""
    while length and not (text[length].isspace() or _needs_no_space(text[length])):
        length -= 1
    return text[:length].rstrip()


def _needs_no_space(character: str) -> bool:
    """Recognize Chinese and Japanese by width; Thai to Burmese, and Khmer, by their place in Unicode."""
    wide = east_asian_width(character) in ("W", "F")
    return wide or "\u0e00" <= character <= "\u109f" or "\u1780" <= character <= "\u17ff"
