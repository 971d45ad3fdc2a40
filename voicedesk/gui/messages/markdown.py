"""Read Markdown into blocks: only what the closed table here knows, so nothing is loaded and nothing runs.

The library is imported at its first use, off the window's thread: see `preload`.
"""

import sys
from dataclasses import replace
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING

from voicedesk.gui.messages.inline import Inline, inline_of, is_readable
from voicedesk.gui.messages.links import safe_link
from voicedesk.gui.messages.prose import LINE_BREAK, Prose, Shape, Source, pieces_of
from voicedesk.gui.messages.table import Table

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.token import Token

BULLET = "•"
DEEPEST = 12
"""Six lists in each other: a list and its item count as one level each."""
CODE_LINES = 40
"""Lines of code laid out in one piece."""
LEFT_OUT = ("image", "html_block", "html_inline", "reference", "code", "linkify")
"""Images would be fetched, HTML could do anything; definitions of references reach back and forward in a
text, which is read while it grows; and four spaces are no code in an answer that is spoken."""


def is_loaded() -> bool:
    """Tell whether the library is there, so that reading will not wait for the disk."""
    return "markdown_it" in sys.modules and _parser.cache_info().currsize > 0


def preload() -> None:
    """Import the library and make the parser; takes a tenth of a second, for any thread but the window's."""
    _parser()


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    class Parser(MarkdownIt):
        def validateLink(self, url: str) -> bool:
            """Leave a link that may not be opened as it is written, for everybody to see."""
            return safe_link(url) is not None

    parser = Parser("js-default", {"html": False, "maxNesting": 20}).disable(list(LEFT_OUT), True)
    parser.block.ruler.before("code", "too_deep", _take_as_written, {"alt": []})
    return parser.disable("inline")  # blocks first: what is inside is read here, within limits


def _take_as_written(state: "StateBlock", first: int, end: int, silent: bool) -> bool:
    """Take what lies too deep as one paragraph; the library itself would leave it out without a word."""
    if silent or state.level < DEEPEST:
        return False
    last = first
    while last < end and (state.isEmpty(last) or state.sCount[last] >= state.blkIndent):
        last += 1
    state.push("paragraph_open", "p", 1)
    inline = state.push("inline", "", 0)
    inline.content = state.getLines(first, last, state.blkIndent, False).strip()
    inline.map, inline.children = [first, last], []
    state.push("paragraph_close", "p", -1)
    state.line = last
    return True


def blocks_of(text: str, start: int = 0) -> list[list[Prose]]:
    """Read a text into its outermost blocks, each in the pieces it is laid out in.

    The items of an outermost list are blocks of their own. `start` is where in a longer text this one begins.
    """
    reading = _Reading(text, start)
    lines = text.replace("\r", " ")  # which the library would take for the end of a line
    for token in _parser().parse(lines):
        reading.take(token)
    return [block for block in reading.blocks if block]


class _Reading:
    """Walk along the tokens of a text."""

    def __init__(self, text: str, start: int) -> None:
        self.blocks: list[list[Prose]] = [[]]
        lengths = (len(line) + 1 for line in text.split("\n"))
        self._starts = list(accumulate(lengths, initial=start))
        self._end = start + len(text)
        self._heading = 0
        self._lists: list[str] = []
        self._quotes = 0
        self._marker = ""
        self._marker_place = 0
        self._table: Table | None = None

    def take(self, token: "Token") -> None:
        """Take one token in; a kind that is not named here has no look of its own."""
        if token.level == 0 or (token.type == "list_item_open" and token.level == 1):
            self.blocks.append([])
        match token.type:
            case "heading_open":
                self._heading = int(token.tag[1:])
            case "heading_close":
                self._heading = 0
            case "bullet_list_open" | "ordered_list_open":
                self._lists.append(token.type)
            case "bullet_list_close" | "ordered_list_close":
                self._lists.pop()
            case "list_item_open":
                self._open_item(token)
            case "list_item_close":
                self._close_item()
            case "blockquote_open":
                self._quotes += 1
            case "blockquote_close":
                self._quotes -= 1
            case "inline":
                self._add_text(token)
            case "fence":
                self._add_code(token)
            case "hr":
                self._add(Prose(Shape.RULE, "", self._source(token)))
            case _:
                self._take_table(token)

    def _take_table(self, token: "Token") -> None:
        if token.type == "table_open":
            self._table = Table(self._source(token).start)
        elif token.type == "tr_open" and self._table:
            self._table.begin_row()
        elif token.type == "table_close" and self._table:
            table, self._table = self._table, None
            for cell in table.finished():
                self._add(cell)

    def _open_item(self, token: "Token") -> None:
        self._close_item()
        is_ordered = self._lists[-1] == "ordered_list_open"
        self._marker = f"{token.info}{token.markup}" if is_ordered else BULLET
        self._marker_place = self._source(token).start

    def _close_item(self) -> None:
        """Show an item without text, too."""
        if self._marker:
            self._add(Prose(Shape.PARAGRAPH, "", Source(self._marker_place, self._marker_place)))

    def _add_text(self, token: "Token") -> None:
        read = _read_inline(token.content)
        spans, source = tuple(read.spans), self._source(token)
        if self._table:
            self._table.add(read.text, spans, source)
        elif self._heading:
            self._add(Prose(Shape.HEADING, read.text, source, spans, level=self._heading))
        else:
            self._add(Prose(Shape.PARAGRAPH, read.text, source, spans))

    def _add_code(self, token: "Token") -> None:
        source = self._source(token)
        language = token.info.strip().split(" ")[0][:30]
        lines = token.content.removesuffix("\n").split("\n")
        for first in range(0, len(lines), CODE_LINES):
            text = LINE_BREAK.join(lines[first : first + CODE_LINES])
            prose = Prose(Shape.CODE, text, source, whole=source.start, language=language)
            self._add(replace(prose, continues=True) if first else prose)

    def _add(self, prose: Prose) -> None:
        placed = replace(prose, depth=len(self._lists), quotes=self._quotes, marker=self._marker)
        self._marker = ""
        self.blocks[-1].extend(pieces_of(placed))

    def _source(self, token: "Token") -> Source:
        first, end = token.map or (0, 0)
        return Source(self._starts[first], min(self._starts[end], self._end))


def _read_inline(content: str) -> Inline:
    if not is_readable(content):
        return Inline(content.replace("\n", LINE_BREAK))
    children: list[Token] = []
    parser = _parser()
    parser.inline.parse(content, parser, {}, children)
    return inline_of(children)
