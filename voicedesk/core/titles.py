"""Name a conversation by the first words that were asked in it."""

from unicodedata import east_asian_width

from voicedesk.core.conversation import Conversation

LONGEST = 40
"""Columns: a Chinese or Japanese character takes two of them."""
LEAST = 12
"""A word that begins further in is left out whole rather than cut."""
_ENDINGS = " ,;:.!?，；：。！？、…-–—"


def title_of(conversation: Conversation) -> str:
    """Give the title that the person chose, or else the first words; empty until something was asked."""
    asked = next((turn.asked for turn in conversation.turns if turn.asked), "")
    return conversation.title or short_title(asked)


def short_title(asked: str) -> str:
    """Give the first words, cut at a word boundary; where words have no spaces, between two characters."""
    line = " ".join(asked.split())
    if _fitting(line, LONGEST) == len(line):
        return line
    length = _fitting(line, LONGEST - 1)
    space = line.rfind(" ", 0, length + 1)
    may_end_here = _is_wide(line[length]) or line[length] in _ENDINGS
    cut = line[:length] if may_end_here or space < LEAST else line[:space]
    return f"{cut.rstrip(_ENDINGS)}…"


def _fitting(line: str, columns: int) -> int:
    """Count the characters that fit."""
    used = 0
    for place, character in enumerate(line):
        used += 2 if _is_wide(character) else 1
        if used > columns:
            return place
    return len(line)


def _is_wide(character: str) -> bool:
    return east_asian_width(character) in ("W", "F")
