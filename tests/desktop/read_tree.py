"""Print what a screen reader finds in a program: run by the system's Python, which has the AT-SPI client."""

import json
import sys
from collections import defaultdict

import pyatspi  # type: ignore[import-not-found]  # a system package


def main(name: str) -> None:
    texts: dict[str, list[str]] = defaultdict(list)
    for application in pyatspi.Registry.getDesktop(0):
        if application and name.lower() in application.name.lower():
            collect(application, texts)
    print(json.dumps(texts))


def collect(node: object, texts: dict[str, list[str]]) -> None:
    for child in node:  # type: ignore[attr-defined]
        if child is None:
            continue
        said = " ".join(part for part in (child.name, child.description, text_of(child)) if part)
        if said:
            texts[child.getRoleName()].append(said)
        collect(child, texts)


def text_of(node: object) -> str:
    try:
        text: str = node.queryText().getText(0, -1)  # type: ignore[attr-defined]
    except NotImplementedError:
        return ""
    return text


main(sys.argv[1])
