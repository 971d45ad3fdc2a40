"""Cut text into the pieces that stream, and count tokens by them."""

import re

_PIECE = re.compile(r"\s*(?:\w+|[^\w\s]+)|\s+$")
_PER_MESSAGE = 4


def pieces_of(text: str) -> tuple[str, ...]:
    """Cut text into words and punctuation, the space before each kept, so that they join to the same text."""
    return tuple(_PIECE.findall(text))


def text_tokens(text: str) -> int:
    """Count the text tokens of one message, about; the recordings count some four beyond the words."""
    return len(pieces_of(text)) + _PER_MESSAGE
