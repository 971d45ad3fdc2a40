"""What every step of the guided start has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from voicedesk.gui.settings.row import words
from voicedesk.gui.style import GRID, TITLE_PX_MORE, enlarge

if TYPE_CHECKING:
    from voicedesk.core.events import ServiceChosen
    from voicedesk.core.inquiries import Report
    from voicedesk.core.problems import Problem
    from voicedesk.core.session import State
    from voicedesk.core.settings import Settings
    from voicedesk.gui.bridge import Bridge


class Step(QWidget):
    """One thing to do, with a heading and a sentence; it is told what happens as long as it lives."""

    done = Signal()
    """The person may go on to the next step without a further word."""

    def __init__(self, bridge: Bridge, title: str, about: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # a place to begin from, and no stop of the Tab key
        self.setAccessibleName(title)
        self.setAccessibleDescription(about)
        heading = words(title, parent=self)
        font = heading.font()
        font.setWeight(QFont.Weight.DemiBold)
        heading.setFont(font)
        enlarge(heading, TITLE_PX_MORE)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        self.column.setSpacing(2 * GRID)
        self.column.addWidget(heading)
        self.column.addWidget(words(about, "quiet", self))

    @property
    def talks(self) -> bool:
        """Tell whether the talk key works here."""
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on by Enter, as long as nothing in the step has the keyboard."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.done.emit()
        else:
            super().keyPressEvent(event)

    def opened(self) -> None:
        """Begin what is only done while the step is looked at."""

    def left(self) -> None:
        """End it."""

    def take_focus(self) -> None:
        """Put the keyboard where this step begins."""
        self.setFocus()

    def show_settings(self, settings: Settings) -> None:
        """Show what is chosen."""

    def show_state(self, state: State) -> None:
        """Show what is going on."""

    def show_service(self, service: ServiceChosen) -> None:
        """Show where requests go."""

    def show_report(self, report: Report) -> None:
        """Show what was asked for."""

    def show_problem(self, problem: Problem) -> None:
        """Show what went wrong."""


def centred(label: QLabel) -> QLabel:
    """Put the words of a label into the middle."""
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    return label
