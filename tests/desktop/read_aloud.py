"""Be a screen reader that answers questions: run by the system's Python, which has AT-SPI.

Usage: read_aloud.py PROGRAM. Takes one JSON list a line, a command and its arguments, and answers each with
one JSON value; meanwhile it notes what the program announces.
"""

import json
import sys
from collections.abc import Callable, Iterator
from typing import Any

import gi  # type: ignore[import-not-found]  # a system package
import pyatspi  # type: ignore[import-not-found]  # a system package

gi.require_version("GLib", "2.0")
from gi.repository import GLib  # type: ignore[import-not-found]  # noqa: E402

Node = Any
CONTROLS = {
    "push button", "toggle button", "check box", "radio button", "combo box", "entry", "text",
    "password text", "spin button", "slider", "list", "list item", "tree", "tree table", "table",
    "table cell", "menu item", "check menu item", "radio menu item", "link", "dialog", "frame", "page tab",
}  # fmt: skip


class Reader:
    """Walk through one program."""

    def __init__(self, program: str) -> None:
        self._program = program.lower()
        self._announced: list[str] = []
        self._followed: list[list[str]] = []
        pyatspi.Registry.registerEventListener(self._on_announced, "object:announcement")
        pyatspi.Registry.registerEventListener(self._on_focused, "object:state-changed:focused")

    def announced(self) -> list[str]:
        """Give everything that was announced so far."""
        return self._announced

    def followed(self) -> list[list[str]]:
        """Give role and name of everything that got the keyboard so far; menus can only be followed."""
        return self._followed

    def controls(self) -> list[list[str]]:
        """Give role, name and description of every control that is on screen."""
        return [
            [role_of(node), node.name, node.description]
            for node in self._nodes()
            if role_of(node) in CONTROLS or is_focusable(node)
        ]

    def find(self, role: str, name: str) -> bool:
        """Tell whether there is something of this role and name on screen."""
        return self._found(role, name) is not None

    def press(self, role: str, name: str) -> bool:
        """Do what a press does; false if it is not there."""
        node = self._found(role, name)
        return node is not None and do_first(
            node, ("Press", "Toggle", "Click", "ShowMenu", "Activate", "press")
        )

    def items_of(self, role: str, name: str) -> list[str]:
        """Name what lies in a list."""
        node = self._found(role, name)
        return [child.name for child in shown_below(node)] if node else []

    def focus(self, role: str, name: str) -> bool:
        """Put the keyboard there; false if it is not there."""
        node = self._found(role, name)
        return node is not None and bool(node.queryComponent().grabFocus())

    def write(self, role: str, name: str, text: str) -> bool:
        """Put a text into a field; false if it is not there."""
        node = self._found(role, name)
        return node is not None and bool(node.queryEditableText().setTextContents(text))

    def focused(self) -> list[str]:
        """Give role and name of what has the keyboard; empty if nothing has."""
        for node in self._nodes():
            if node.getState().contains(pyatspi.STATE_FOCUSED) and node.getRole() != pyatspi.ROLE_FRAME:
                return [role_of(node), node.name]
        return []

    def texts(self) -> list[str]:
        """Give all that is written on screen."""
        return [
            text for node in self._nodes() for text in (node.name, node.description, text_of(node)) if text
        ]

    def _on_announced(self, event: Any) -> None:
        self._announced.append(str(event.any_data))

    def _on_focused(self, event: Any) -> None:
        if event.detail1:
            self._followed.append([role_of(event.source), event.source.name])

    def _found(self, role: str, name: str) -> Node | None:
        for node in self._nodes():
            if role_of(node) == role and node.name == name:
                return node
        return None

    def _nodes(self) -> Iterator[Node]:
        for application in pyatspi.Registry.getDesktop(0):
            if application and self._program in application.name.lower():
                yield from shown_below(application)


def shown_below(node: Node) -> Iterator[Node]:
    """Go through what can be seen; a list tells no more rows than it shows."""
    for child in node:
        if child is not None and is_shown(child):
            yield child
            yield from shown_below(child)


def is_shown(node: Node) -> bool:
    state = node.getState()
    return bool(state.contains(pyatspi.STATE_SHOWING) and state.contains(pyatspi.STATE_VISIBLE))


def is_focusable(node: Node) -> bool:
    return bool(node.getState().contains(pyatspi.STATE_FOCUSABLE))


def role_of(node: Node) -> str:
    return str(node.getRoleName())


def text_of(node: Node) -> str:
    try:
        return str(node.queryText().getText(0, -1))
    except NotImplementedError:
        return ""


def do_first(node: Node, names: tuple[str, ...]) -> bool:
    """Do the first of these actions that the node has."""
    action = node.queryAction()
    offered = [action.getName(number) for number in range(action.nActions)]
    wanted = next((offered.index(name) for name in names if name in offered), None)
    return wanted is not None and bool(action.doAction(wanted))


def main(program: str) -> int:
    reader = Reader(program)
    loop = GLib.MainLoop()

    def on_line(source: int, condition: int) -> bool:
        line = sys.stdin.readline()
        if not line:
            loop.quit()
            return False
        print(json.dumps(answer(reader, *json.loads(line))), flush=True)
        return True

    GLib.io_add_watch(sys.stdin.fileno(), GLib.IO_IN | GLib.IO_HUP, on_line)
    loop.run()
    return 0


def answer(reader: Reader, command: str, *arguments: str) -> object:
    """Carry a command out; what vanished meanwhile is asked for again by whoever asks."""
    method: Callable[..., object] = getattr(reader, command)
    try:
        return method(*arguments)
    except (GLib.Error, LookupError, NotImplementedError) as fault:
        return {"fault": str(fault)}


sys.exit(main(sys.argv[1]))
