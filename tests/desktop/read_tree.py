"""Wait for a text in a program as a screen reader would find it, by the system's Python, which has AT-SPI.

Usage: read_tree.py PROGRAM TEXT SECONDS. If the text does not come, prints what is there and exits with 1.
"""

import sys
import time
from collections.abc import Iterator

import pyatspi  # type: ignore[import-not-found]  # a system package


def main(name: str, text: str, seconds: float) -> int:
    said: list[str] = []
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        said = list(texts_of(name))
        if any(text in each for each in said):
            return 0
        time.sleep(0.1)
    print("\n".join(said))
    return 1


def texts_of(name: str) -> Iterator[str]:
    for application in pyatspi.Registry.getDesktop(0):
        if application and name.lower() in application.name.lower():
            yield from texts_below(application)


def texts_below(node: object) -> Iterator[str]:
    for child in node:  # type: ignore[attr-defined]
        if child is not None:
            yield " ".join(part for part in (child.name, child.description, text_of(child)) if part)
            yield from texts_below(child)


def text_of(node: object) -> str:
    try:
        text: str = node.queryText().getText(0, -1)  # type: ignore[attr-defined]
    except NotImplementedError:
        return ""
    return text


sys.exit(main(sys.argv[1], sys.argv[2], float(sys.argv[3])))
