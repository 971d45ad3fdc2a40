"""Cut text into the words that a search finds, in scripts with and without spaces.

Chinese and Japanese characters count as words of their own, so that a search for one or two of them uses the
index. Measured over 10,000 turns, half of them Chinese: it takes 4.0 MB, an index of trigrams takes 18.8 MB
and finds nothing for fewer than three characters; either needs 0.08 ms to store a turn.
"""

import re
from collections.abc import Iterable, Iterator
from typing import cast

import apsw

TOKENIZER = "voicedesk_words"
Word = tuple[int, int, str]
"""The first and the last byte of a word, and the word as it is searched for."""

_UNSPACED = "[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
_has_unspaced = re.compile(_UNSPACED).search
_pieces = re.compile(f"{_UNSPACED}|(?:(?!{_UNSPACED}).)+", re.DOTALL).finditer


def register(connection: apsw.Connection) -> None:
    """Teach a connection the tokenizer; every connection that searches or writes needs it."""
    connection.register_fts5_tokenizer(TOKENIZER, _tokenizer)


def query_of(typed: str) -> str:
    """Make the query for what a person typed: all words, the last one possibly unfinished.

    Quotes keep the words from being read as operators of the query language.
    """
    words = [word.replace('"', '""') for word in typed.replace("\0", " ").split()]
    return " ".join(f'"{word}"' for word in words) + ("*" if words else "")


def _tokenizer(connection: apsw.Connection, _arguments: list[str]) -> "apsw.Tokenizer":
    tokenizer = connection.fts5_tokenizer("unicode61", ["remove_diacritics", "2"])

    def plain(utf8: bytes, reason: int, locale: str | None) -> list[Word]:
        return cast(list[Word], tokenizer(utf8, reason, locale, include_colocated=False))

    def tokenize(utf8: bytes, reason: int, locale: str | None) -> Iterable[Word]:
        """Leave a text without such characters to SQLite's own tokenizer: that is twice as fast."""
        words = plain(utf8, reason, locale)
        return parted(words, utf8, reason, locale) if _has_unspaced(utf8.decode()) else words

    def parted(words: list[Word], utf8: bytes, reason: int, locale: str | None) -> Iterator[Word]:
        for start, end, word in words:
            if not _has_unspaced(word):
                yield start, end, word
                continue
            for piece in _pieces(utf8[start:end].decode()):
                encoded = piece[0].encode()
                for first, last, part in plain(encoded, reason, locale):
                    yield start + first, start + last, part
                start += len(encoded)

    return tokenize
