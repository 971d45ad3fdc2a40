"""Give keys to what can be done, with words, so that the page of shortcuts is made from the real ones."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject, SignalInstance
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

Keys = QKeySequence | QKeySequence.StandardKey | str


@dataclass(frozen=True, slots=True)
class Bound:
    """What some keys do; `keys` as the system writes them."""

    words: str
    keys: str


@runtime_checkable
class HasOwnKeys(Protocol):
    """A part of the window that handles keys itself, because they are no shortcuts."""

    def own_keys(self) -> tuple[Bound, ...]:
        """Name the keys that mean something while the focus is here."""


def bind(
    widget: QWidget, keys: Keys, words: str, carry_out: Callable[[], object] | SignalInstance
) -> QShortcut:
    """Let these keys do something wherever the focus is in the window of this widget."""
    shortcut = QShortcut(QKeySequence(keys), widget)
    shortcut.setWhatsThis(words)
    shortcut.activated.connect(carry_out)
    return shortcut


def keys_of(window: QWidget) -> tuple[Bound, ...]:
    """List what can be done by keys in a window, each thing once, in the order in which it was made."""
    found: dict[str, list[str]] = {}
    for bound in _bound_in(window):
        keys = found.setdefault(bound.words, [])
        if bound.keys not in keys:
            keys.append(bound.keys)
    return tuple(Bound(words, ", ".join(keys)) for words, keys in found.items())


def written(keys: Keys) -> str:
    """Write keys as the system does."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def _bound_in(window: QWidget) -> Iterator[Bound]:
    for child in (window, *window.findChildren(QObject)):
        if isinstance(child, HasOwnKeys):
            yield from child.own_keys()
    for shortcut in window.findChildren(QShortcut):
        if not shortcut.key().isEmpty():
            yield Bound(shortcut.whatsThis(), written(shortcut.key()))
    for action in window.findChildren(QAction):
        if not action.shortcut().isEmpty():
            yield Bound(action.text().removesuffix("…"), written(action.shortcut()))
