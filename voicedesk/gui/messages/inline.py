"""Turn the marks inside a block into spans, by a closed table of what is known."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from voicedesk.gui.messages.links import Link, safe_link
from voicedesk.gui.messages.prose import LINE_BREAK, Span, Style

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

MOST_MARKS = 400
"""In one block; reading nested marks takes the square of their number, and nobody writes so many."""

_MARK = r"[*_`~\[\]<>\\&!]"
_ADDRESS = r"https?://[^\s<>\"'`\u2028]+"
_AFTER_ADDRESS = ".,;:!?)]}*_~…»”’"
_STYLES = {
    "strong_open": Style.STRONG,
    "em_open": Style.EMPHASIS,
    "s_open": Style.STRUCK,
}
_CLOSING = {"strong_close": "strong_open", "em_close": "em_open", "s_close": "s_open"}


def is_readable(content: str) -> bool:
    """Tell whether a block has few enough marks to be read without a pause."""
    return len(re.findall(_MARK, content)) <= MOST_MARKS


@dataclass(slots=True)
class Inline:
    """Text with its spans, as it is put together."""

    text: str = ""
    spans: list[Span] = field(default_factory=list)
    style: Style = Style.PLAIN
    link: Link | None = None
    link_start: int = 0

    def add(self, text: str) -> None:
        """Append text in the style and link that are open."""
        if text and (self.style or self.link):
            self.spans.append(Span(len(self.text), len(text), self.style, self.link.url if self.link else ""))
        self.text += text

    def add_code(self, code: str) -> None:
        """Append code."""
        self.style |= Style.CODE
        self.add(code)
        self.style &= ~Style.CODE

    def add_found(self, text: str) -> None:
        """Append text in which addresses may stand, as people write them: without any mark."""
        if self.link:
            self.add(text)
            return
        for part, link in _parts(text):
            self.link = link
            self.add(part)
        self.link = None

    def open_link(self, href: str) -> None:
        """Begin a link; one that may not be opened is text."""
        self.link, self.link_start = safe_link(href), len(self.text)

    def close_link(self) -> None:
        """End a link and tell its host, unless that is what is written there."""
        link, self.link = self.link, None
        if link and not _shows(self.text[self.link_start :], link):
            self.style |= Style.QUIET
            self.add(f" ({link.host})")
            self.style &= ~Style.QUIET


def inline_of(tokens: "Sequence[Token]") -> Inline:
    """Put the text of a block together; a token that is not in the table adds what it says, unstyled."""
    made = Inline()
    for token in tokens:
        _take(made, token)
    return made


def _take(made: Inline, token: "Token") -> None:
    if token.type in _STYLES:
        made.style |= _STYLES[token.type]
    elif token.type in _CLOSING:
        made.style &= ~_STYLES[_CLOSING[token.type]]
    elif token.type == "link_open":
        made.open_link(str(token.attrs.get("href", "")))
    elif token.type == "link_close":
        made.close_link()
    elif token.type == "code_inline":
        made.add_code(token.content)
    elif token.type in ("softbreak", "hardbreak"):
        made.add(LINE_BREAK)
    else:
        made.add_found(token.content)


def _parts(text: str) -> Iterator[tuple[str, Link | None]]:
    """Cut a text at the addresses in it."""
    end = 0
    for found in re.finditer(_ADDRESS, text):
        address = found.group().rstrip(_AFTER_ADDRESS)
        if link := safe_link(address):
            yield text[end : found.start()], None
            yield address, link
            end = found.start() + len(address)
    yield text[end:], None


def _shows(words: str, link: Link) -> bool:
    """Tell whether the words of a link are the address that it leads to; any part of one could deceive."""
    if words == link.host:
        return True
    shown = safe_link(words if "://" in words else f"https://{words}")
    return shown is not None and shown.host == link.host and words.isascii()
