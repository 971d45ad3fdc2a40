"""What every page of the settings has: a title, an icon, sections, and the way back to the defaults."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from voicedesk.core.problems import Action
from voicedesk.core.settings import with_group
from voicedesk.gui.settings.row import Section
from voicedesk.gui.style import GRID

if TYPE_CHECKING:
    from voicedesk.core.events import ServiceChosen
    from voicedesk.core.inquiries import Report
    from voicedesk.core.problems import Problem
    from voicedesk.core.session import State
    from voicedesk.core.settings import Group, Settings
    from voicedesk.gui.bridge import Bridge


class Page(QWidget):
    """Show settings and change them at once.

    A page is made when it is first looked at. It is told of everything below from then on, and of `opened`
    and `left` each time it comes on screen and goes.
    """

    guide_wanted = Signal()
    """The guided start shall be opened."""
    icon: ClassVar[str] = ""
    answers: ClassVar[frozenset[Action]] = frozenset()
    """The actions of banners that lead to this page."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bridge = bridge
        self._before_reset: Settings | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 3 * GRID)
        self._column.setSpacing(3 * GRID)
        self.build()
        self._add_reset()
        self._column.addStretch(1)

    @classmethod
    def title(cls) -> str:
        """Name the page."""
        raise NotImplementedError

    @classmethod
    def keywords(cls) -> str:
        """Give further words by which a person may look for the page."""
        return ""

    def build(self) -> None:
        """Make the sections."""
        raise NotImplementedError

    def defaults(self) -> tuple[Group, ...]:
        """Give the groups of this page as they are at first; of other pages' settings nothing may change."""
        return ()

    def show_settings(self, settings: Settings) -> None:
        """Show what is chosen."""

    def show_state(self, state: State) -> None:
        """Show what is going on."""

    def show_service(self, service: ServiceChosen) -> None:
        """Show where requests go."""

    def show_report(self, report: Report) -> None:
        """Show what was asked for."""

    def show_problem(self, problem: Problem) -> None:
        """Show a problem beside the setting that it is about."""

    def opened(self) -> None:
        """Begin what is only done while the page is looked at."""

    def left(self) -> None:
        """End it."""

    def focus_problem(self) -> None:
        """Put the keyboard where a banner that leads here is answered."""

    def section(self, title: str, about: str = "") -> Section:
        """Add a section below the others."""
        section = Section(title, about, self)
        self._column.addWidget(section)
        return section

    def put(self, group: Group) -> None:
        """Use a changed group from now on."""
        self.bridge.change_settings(with_group(self.bridge.settings, group))

    def _add_reset(self) -> None:
        self._reset = QPushButton(self.tr("Back to the defaults"), self)
        self._reset.setProperty("look", "flat")
        self._reset.setAccessibleDescription(self.tr("Only this page is reset; it can be taken back."))
        self._reset.clicked.connect(self._on_reset)
        self._reset.setVisible(bool(self.defaults()))
        row = QHBoxLayout()
        row.addWidget(self._reset)
        row.addStretch(1)
        self._column.addLayout(row)

    def _on_reset(self) -> None:
        """Reset, and offer to take it back as long as nothing else was changed."""
        if self._before_reset is not None:
            self._restore(self._before_reset)
            return
        before = self.bridge.settings
        for group in self.defaults():
            self.put(group)
        if self.bridge.settings != before:
            self._before_reset = before
            self._reset.setText(self.tr("Undo the reset"))

    def _restore(self, before: Settings) -> None:
        for group in self.defaults():
            name = next(
                name for name in before.__dataclass_fields__ if type(getattr(before, name)) is type(group)
            )
            self.put(getattr(before, name))
        self.forget_reset()

    def forget_reset(self) -> None:
        """Offer the reset again."""
        self._before_reset = None
        self._reset.setText(self.tr("Back to the defaults"))
