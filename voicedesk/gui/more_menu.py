"""The button with three dots: what is needed now and then, with the keys that do the same."""

from collections.abc import Callable

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from voicedesk.gui.icons import IconButton
from voicedesk.gui.popup import Popup


class MoreMenu(IconButton):
    """Hold actions; each belongs to the window too, so that its keys work while the menu is closed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("dots-three", "", parent)
        self.show_words(self.tr("More"))
        self.popup = Popup(self)
        self.hide()

    def add(self, words: str, carry_out: Callable[[], object], keys: str = "") -> QAction:
        """Add an entry at the end; `keys` do the same anywhere in the window."""
        action = QAction(words, self)
        action.triggered.connect(carry_out)
        if keys:
            action.setShortcut(QKeySequence(keys))
        self.window().addAction(action)
        self.popup.addAction(action)
        self.show()
        return action

    def add_line(self) -> None:
        """Part what follows from what came before."""
        self.popup.addSeparator()
