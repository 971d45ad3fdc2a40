"""Name what a text is made of once its marks are understood: blocks of plain text with styled spans."""

from dataclasses import dataclass, replace
from enum import Enum, Flag, auto

LINE_BREAK = "\u2028"
"""Begins a new line inside a block; for a layout a newline would be a glyph."""
LONGEST_BLOCK = 4_000
"""Characters laid out in one piece: about a millisecond, so a growing text costs the same at any length."""


class Shape(Enum):
    """What a block is."""

    PARAGRAPH = auto()
    HEADING = auto()
    CODE = auto()
    CELL = auto()
    RULE = auto()


class Style(Flag):
    """How a span is written."""

    PLAIN = 0
    STRONG = auto()
    EMPHASIS = auto()
    CODE = auto()
    STRUCK = auto()
    QUIET = auto()


@dataclass(frozen=True, slots=True)
class Span:
    """A run of characters in one style; `link` is an address that may be opened, or empty."""

    start: int
    length: int
    style: Style
    link: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """Where in the written text a block comes from."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Cell:
    """The place of a cell in its table, and how wide the columns want to be, in characters."""

    row: int
    column: int
    wishes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Prose:
    """One block.

    `depth` counts the lists around it, `quotes` the quotations. `marker` stands before it, as "•" or "2.".
    `continues` tells that it is a further piece of the block before. `whole` identifies the code block or
    table that it is a part of, `language` names what a code block is written in.
    """

    shape: Shape
    text: str
    source: Source
    spans: tuple[Span, ...] = ()
    level: int = 0
    depth: int = 0
    quotes: int = 0
    marker: str = ""
    continues: bool = False
    whole: int = -1
    language: str = ""
    cell: Cell | None = None


def pieces_of(prose: Prose) -> list[Prose]:
    """Cut a block that is too long to be laid out at once, at a line break or a space if there is one."""
    if len(prose.text) <= LONGEST_BLOCK:
        return [prose]
    pieces, start = [], 0
    while start < len(prose.text):
        end = _end_of_piece(prose.text, start)
        pieces.append(_piece(prose, start, end))
        start = end
    return pieces


def _end_of_piece(text: str, start: int) -> int:
    if len(text) - start <= LONGEST_BLOCK:
        return len(text)
    for mark in (LINE_BREAK, " "):
        place = text.rfind(mark, start + LONGEST_BLOCK // 2, start + LONGEST_BLOCK)
        if place >= 0:
            return place + 1
    return start + LONGEST_BLOCK


def _piece(prose: Prose, start: int, end: int) -> Prose:
    is_first, is_last = start == 0, end == len(prose.text)
    text = prose.text[start:end]
    return replace(
        prose,
        text=text if is_last else text.removesuffix(LINE_BREAK),
        spans=tuple(_cut_spans(prose.spans, start, end)),
        source=_share(prose.source, start / len(prose.text), end / len(prose.text)),
        marker=prose.marker if is_first else "",
        continues=prose.continues or not is_first,
    )


def _cut_spans(spans: tuple[Span, ...], start: int, end: int) -> list[Span]:
    cut = []
    for span in spans:
        first, last = max(span.start, start), min(span.start + span.length, end)
        if first < last:
            cut.append(replace(span, start=first - start, length=last - first))
    return cut


def _share(source: Source, first: float, last: float) -> Source:
    length = source.end - source.start
    return Source(source.start + round(first * length), source.start + round(last * length))
