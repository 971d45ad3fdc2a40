"""Say which message is heard, and how far."""

from dataclasses import dataclass

from voicedesk.core.units import Milliseconds, TurnId
from voicedesk.gui.rows import Voice

WORDS_MARKED = 3
"""Where in the text the voice is can only be estimated: one word would often be the wrong one."""


@dataclass(frozen=True, slots=True)
class Sounding:
    """A message whose sound is played or was paused, at a place in all of it."""

    key: tuple[TurnId, Voice]
    place_ms: Milliseconds
    length_ms: Milliseconds
    is_playing: bool

    @property
    def share(self) -> float:
        """Tell how much of the sound was heard, from 0 to 1."""
        return min(1.0, self.place_ms / self.length_ms) if self.length_ms else 0.0


def words_at(text: str, offset: int) -> tuple[int, int]:
    """Give the ends of the few words that are spoken about now."""
    first = min(offset, len(text))
    while first and not text[first - 1].isspace() and offset - first < 24:
        first -= 1
    last = first
    for _ in range(WORDS_MARKED):
        while last < len(text) and text[last].isspace():
            last += 1
        start = last
        while last < len(text) and not text[last].isspace() and last - start < 8 + 16 * text[start].isascii():
            last += 1
    return first, last
