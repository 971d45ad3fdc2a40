"""Read a text that has no marks: paragraphs, and lines in them."""

import re

from voicedesk.gui.messages.prose import LINE_BREAK, Prose, Shape, Source, pieces_of

_MARKS = ("*", "_", "`", "~", "[", "<", ">", "|", "\\", "&", "#", "://")
# A string, compiled at its first use.
_MARKS_OF_LINES = r"(?m)^[ \t]*(?:[-+=:]|\d{1,9}[.)])"


def has_marks(text: str) -> bool:
    """Tell whether a text may hold Markdown; one that has none after all is only read more slowly."""
    return any(mark in text for mark in _MARKS) or re.search(_MARKS_OF_LINES, text) is not None


def paragraphs_of(text: str, start: int = 0) -> list[list[Prose]]:
    """Read paragraphs between empty lines, each in the pieces it is laid out in.

    This is what Markdown makes of a text without marks, thirty times as fast. `start` is where in a longer
    text this one begins.
    """
    found: list[list[Prose]] = []
    lines: list[str] = []
    first = place = start
    for line in (*text.split("\n"), ""):
        if line.strip():
            first = first if lines else place
            lines.append(line.lstrip(" \t").rstrip(" "))
        elif lines:
            source = Source(first, min(place, start + len(text)))
            paragraph = LINE_BREAK.join(lines).rstrip(" \t")
            found.append(pieces_of(Prose(Shape.PARAGRAPH, paragraph, source)))
            lines = []
        place += len(line) + 1
    return found


def verbatim_of(text: str) -> list[Prose]:
    """Read a text that is shown as it was typed, with every space and every empty line."""
    if not text:
        return []
    return pieces_of(Prose(Shape.PARAGRAPH, text.replace("\n", LINE_BREAK), Source(0, len(text))))
