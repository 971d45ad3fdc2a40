"""Cut a text into pieces at places where a reader would pause."""

import re

_PAUSES = (
    re.compile(r"\n\s*\n"),
    re.compile(r"[.!?…][\"'”’)\]]*(?=\s)|[。！？]+[”’」』）]*"),
    re.compile(r"[,;:](?=\s)|[，；：、]"),
)
"""From the best place to cut to the worst."""

_SPACE = re.compile(r"\s")


def sentences_of(text: str) -> list[str]:
    """Cut a text at the end of every paragraph and sentence; white space at the cuts is dropped."""
    ends = sorted({found.end() for pause in _PAUSES[:2] for found in pause.finditer(text)})
    cuts = zip([0, *ends], [*ends, len(text)], strict=True)
    return [sentence for start, end in cuts if (sentence := text[start:end].strip())]


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
    """Find the last good place in the second half, so that no piece is tiny, or else the last space."""
    for pause in _PAUSES:
        end = _last_end(pause, text, most_characters)
        if end > most_characters // 2:
            return end
    return _last_end(_SPACE, text, most_characters) or most_characters


def _last_end(pause: re.Pattern[str], text: str, most_characters: int) -> int:
    return max((found.end() for found in pause.finditer(text, 0, most_characters)), default=0)
