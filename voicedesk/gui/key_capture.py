"""A field that takes the next key that is pressed, instead of its letter."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from voicedesk.gui.announcement import announce
from voicedesk.gui.icons import IconButton
from voicedesk.gui.style import GRID

Key = Qt.Key
Modifier = Qt.KeyboardModifier
Standard = QKeySequence.StandardKey

LONE = frozenset({Key.Key_Control, Key.Key_Shift, Key.Key_Alt, Key.Key_AltGr, Key.Key_Meta, Key.Key_unknown})
RESERVED = frozenset(
    {Key.Key_Escape, Key.Key_Tab, Key.Key_Backtab, Key.Key_Return, Key.Key_Enter, Key.Key_Backspace}
    | {Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down, Key.Key_Delete}
    | {Key.Key_Home, Key.Key_End, Key.Key_PageUp, Key.Key_PageDown}
)
"""Keys by which one moves and writes; they belong to whatever has the focus."""
CHORDING = Modifier.ControlModifier | Modifier.AltModifier | Modifier.MetaModifier
EDITING = (Standard.Copy, Standard.Cut, Standard.Paste, Standard.Undo, Standard.Redo, Standard.SelectAll)


class KeyCapture(QWidget):
    """Show a key and, once pressed, wait for another one; Esc leaves things as they are.

    A key that writes is refused: it could not be told from writing where a text field has the focus.
    """

    captured = Signal(str)
    """The portable name of a key, or an empty text for none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = ""
        self._is_waiting = False
        self._button = QPushButton(self)
        self._clear = IconButton("x", self.tr("Use no other key"), self)
        self._button.clicked.connect(self._wait)
        self._button.installEventFilter(self)
        self._clear.clicked.connect(self._on_clear)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID // 2)
        row.addWidget(self._button, 1)
        row.addWidget(self._clear)
        self.setFocusProxy(self._button)
        self.show_key("")

    @property
    def words(self) -> str:
        """Give what stands on the field."""
        return self._button.text()

    def show_key(self, key: str) -> None:
        """Show a key by its portable name."""
        self._key = key
        self._is_waiting = False
        self._button.setText(native(key) or self.tr("None"))
        self._clear.setVisible(bool(key))
        self._name()

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self._name()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if not self._is_waiting:
            return False
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()  # before it becomes a shortcut of the window
        elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            self._take(event)
        elif isinstance(event, QFocusEvent) and event.type() is QEvent.Type.FocusOut:
            self.show_key(self._key)
            return False
        else:
            return event.type() is QEvent.Type.KeyRelease
        return True

    def _wait(self) -> None:
        self._is_waiting = True
        self._say(self.tr("Press a key…"))

    def _take(self, event: QKeyEvent) -> None:
        key = Key(event.key())
        if key in LONE or event.isAutoRepeat():
            return
        if key is Key.Key_Escape:
            self.show_key(self._key)
            announce(self._button, self._button.text())
            return
        if objection := self._objection(key, event):
            self._say(objection)
            return
        name = QKeySequence(event.keyCombination()).toString(QKeySequence.SequenceFormat.PortableText)
        self.show_key(name)
        announce(self._button, self._button.text())
        self.captured.emit(name)

    def _objection(self, key: Key, event: QKeyEvent) -> str:
        """Say why a key cannot be used; the field goes on waiting for another one."""
        is_chord = bool(event.modifiers() & CHORDING)
        if key is Key.Key_Space and not is_chord:
            return self.tr("Space talks already. Press another key…")
        if not is_chord and (key in RESERVED or (event.text().isprintable() and event.text())):
            return self.tr("This key is for writing. Press another key…")
        if self._is_taken(QKeySequence(event.keyCombination())):
            return self.tr("This key does something else here. Press another key…")
        return ""

    def _is_taken(self, keys: QKeySequence) -> bool:
        if any(keys in QKeySequence.keyBindings(meant) for meant in EDITING):
            return True
        return any(shortcut.key() == keys for shortcut in self.window().findChildren(QShortcut))

    def _on_clear(self) -> None:
        self.show_key("")
        self._button.setFocus()
        self.captured.emit("")

    def _say(self, words: str) -> None:
        self._button.setText(words)
        announce(self._button, words)

    def _name(self) -> None:
        """Tell a screen reader what the field is for and what it holds."""
        if self.accessibleName():
            self._button.setAccessibleName(f"{self.accessibleName()}: {self._button.text()}")
        self._button.setAccessibleDescription(self.tr("Press Enter, then the key"))


def _writes(event: QKeyEvent) -> bool:
    return bool(event.text()) and event.text().isprintable()


def native(key: str) -> str:
    """Write a key as the system does."""
    return QKeySequence.fromString(key, QKeySequence.SequenceFormat.PortableText).toString(
        QKeySequence.SequenceFormat.NativeText
    )
