"""Look into answers of unknown shape without trusting any of it.

The client library builds its objects unchecked: every field may be missing or of any type.
"""

from collections.abc import Mapping

_MOST = 10**9


def field_of(value: object, name: str) -> object:
    """Give a field of an object or of a mapping, or None."""
    if isinstance(value, Mapping):
        return value.get(name)
    if value is None or isinstance(value, str | int | float | list | tuple):
        return None
    return getattr(value, name, None)


def text_of(value: object) -> str:
    """Give a text that can be stored and shown; a lone surrogate could not."""
    return value.encode(errors="replace").decode() if isinstance(value, str) else ""


def count_of(value: object) -> int | None:
    """Give a count of tokens, or None for what cannot be one."""
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= _MOST else None


def items_of(value: object) -> list[object]:
    """Give the items of a list, or none."""
    return value if isinstance(value, list) else []
