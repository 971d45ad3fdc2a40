"""Offer a choice behind a quiet button that shows what is chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from voicedesk.gui.icons import icon
from voicedesk.gui.plain_text import for_tooltip, presentable
from voicedesk.gui.popup import Popup
from voicedesk.gui.style import current_tokens

CARET_PX = 12
WIDEST_PX = 150
"""What is always allowed; for large text it grows, as far as there is room."""
WIDEST_CHARACTERS = 20


class MenuButton(QToolButton):
    """Show the chosen name and a small caret; the menu is made when it is opened."""

    chosen = Signal(str)
    """The name that the person took from the menu."""

    def __init__(self, purpose: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._purpose = purpose
        self._names: tuple[str, ...] = ()
        self._current = ""
        self.setProperty("look", "menu")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus where Space talks
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the caret stands behind the name
        self.setIconSize(QSize(CARET_PX, CARET_PX))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._widest_px = WIDEST_PX
        self.setMaximumWidth(WIDEST_PX)
        self.popup = Popup(self)
        self.popup.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.popup.aboutToShow.connect(self._fill)
        self._draw()

    def offer(self, names: Sequence[str], current: str) -> None:
        """Show what is chosen now and offer these; what is chosen is offered even if it is not among them."""
        self._names = tuple(names) if current in names else (current, *names)
        self._current = current
        self._write()

    def take_up(self, room_px: int) -> None:
        """Be no wider than this where the name would ask for more."""
        wanted = WIDEST_CHARACTERS * self.fontMetrics().averageCharWidth()
        self._widest_px = max(WIDEST_PX, min(room_px, wanted))
        self.setMaximumWidth(self._widest_px)
        self._write()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._draw()
        super().changeEvent(event)

    def _write(self) -> None:
        room = self._widest_px - CARET_PX - 3 * self.fontMetrics().averageCharWidth()
        shown = presentable(self._current).replace("&", "&&")
        self.setText(self.fontMetrics().elidedText(shown, Qt.TextElideMode.ElideMiddle, room))
        self.setAccessibleName(f"{self._purpose}: {presentable(self._current)}")
        self.setToolTip(for_tooltip(self.accessibleName()))

    def _fill(self) -> None:
        self.popup.clear()
        group = QActionGroup(self.popup)
        for name in self._names:
            action = QAction(presentable(name).replace("&", "&&"), group)
            action.setData(name)
            action.setCheckable(True)
            action.setChecked(name == self._current)
            self.popup.addAction(action)
        group.triggered.connect(self._on_triggered)

    def _on_triggered(self, action: QAction) -> None:
        if action.data() != self._current:
            self.chosen.emit(action.data())

    def _draw(self) -> None:
        self.setIcon(icon("caret-down", current_tokens().color("quiet"), CARET_PX))
