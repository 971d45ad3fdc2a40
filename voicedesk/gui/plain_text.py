"""Make any text safe to lay out: visible control characters, and breaks where a label has none."""

import re

BREAK = "\u200b"
JOINER = "\u2060"
LONGEST_LABEL_WORD = 24
LONGEST_ENTRY = 80

_CONTROLS = {code: 0x2400 + code for code in range(0x20) if code not in (0x09, 0x0A)}
_CONTROLS[0x7F] = 0x2421
_BIDI_OVERRIDES = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)), 0xFFFD)
_VISIBLE = _CONTROLS | _BIDI_OVERRIDES
# Strings, compiled at their first use: that takes some milliseconds, and the first paint uses none of them.
_SUSPECT = r"[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]"
_UNBROKEN_IN_LABEL = rf"[^\s\u2e80-\uffff]{{{LONGEST_LABEL_WORD}}}"
_WIDE = r"[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]"


def presentable(text: str) -> str:
    """Show control characters as symbols; they could hide or reorder what is read and copied."""
    if not re.search(_SUSPECT, text):  # ten times as fast as translating, and nearly always enough
        return text
    return text.replace("\r\n", "\n").translate(_VISIBLE)


def for_label(text: str) -> str:
    """Prepare a text for a label, which would become as wide as its longest word."""
    return re.sub(_UNBROKEN_IN_LABEL, rf"\g<0>{BREAK}", presentable(text))


def for_tooltip(text: str) -> str:
    """Prepare a text for a tooltip, which would take tags in it for its own and open the files they name.

    A mark that is not seen keeps “<” from beginning a tag. Escaping would be heard by a screen reader, which
    is given tooltips as they are.
    """
    return presentable(text).replace("<", f"<{JOINER}")


def for_menu(text: str) -> str:
    """Prepare a text for the entry of a menu, where an ampersand would make a key of the letter behind it."""
    return presentable(text)[:LONGEST_ENTRY].replace("&", "&&")


def is_wide(text: str) -> bool:
    """Tell whether a text has Chinese, Japanese or Korean characters, which need more room between lines."""
    return re.search(_WIDE, text) is not None
