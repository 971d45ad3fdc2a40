"""Translate between places in a text of Python and of Qt, which counts an emoji as two."""


def to_qt(text: str, offset: int) -> int:
    """Count the UTF-16 units before a character."""
    return offset if text.isascii() else len(text[:offset].encode("utf-16-le", "surrogatepass")) // 2


def from_qt(text: str, units: int) -> int:
    """Count the characters before a UTF-16 unit; half a character is none."""
    if text.isascii():
        return min(units, len(text))
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * units].decode("utf-16-le", "ignore"))
