"""Cut a text into pieces at places where a reader would pause."""

import re

_PAUSES = (
    re.compile(r"\n\s*\n"),
    re.compile(r"[.!?…][\"'”’)\]]*(?=\s)|[。！？]+[”’」』）]*"),
    re.compile(r"[,;:](?=\s)|[，；：、]"),
    re.compile(r"\s"),
)
"""From the best place to cut to the last resort before cutting a word."""


def pieces_of(text: str, most_characters: int) -> list[str]:
    """Cut a text into pieces that are at most so long; white space at the cuts is dropped, nothing else."""
    pieces: list[str] = []
    rest = text.strip()
    while len(rest) > most_characters:
        end = _best_cut(rest, most_characters)
        pieces.append(rest[:end].rstrip())
        rest = rest[end:].lstrip()
    return [*pieces, rest] if rest else pieces


def _best_cut(text: str, most_characters: int) -> int:
    """Find the last good place in the second half, so that pieces do not become tiny."""
    for pause in _PAUSES:
        ends = [found.end() for found in pause.finditer(text, 0, most_characters)]
        if ends and ends[-1] > most_characters // 2:
            return ends[-1]
    return most_characters
