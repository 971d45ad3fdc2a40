"""The banners on screen: problems, news, and what can still be taken back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from voicedesk.gui.announcement import announce
from voicedesk.gui.scroll_box import ScrollBox
from voicedesk.gui.style import COLUMN_WIDTH, GRID

if TYPE_CHECKING:  # the first paint needs no banner
    from voicedesk.core.units import TurnId
    from voicedesk.gui.banner import Banner
    from voicedesk.gui.notice import Notice

MOST_BANNERS = 3


class Notices(ScrollBox):
    """The banners on screen, newest last; one a subject, and never more than a few."""

    acted = Signal(object)
    """The `Notice` whose action was chosen."""
    details_wanted = Signal(object)
    """The `Notice` of which the person wants to know more."""
    changed = Signal(bool)
    """Whether a problem is on screen."""
    focus_left = Signal()
    """The banner that had the focus is gone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._banners: list[Banner] = []
        content = QWidget(self)
        column = QWidget(content)
        column.setMaximumWidth(COLUMN_WIDTH + 4 * GRID)
        self._column = QVBoxLayout(column)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GRID // 2)
        row = QHBoxLayout(content)
        row.setContentsMargins(GRID, GRID, GRID, 0)
        row.addWidget(column)
        self.hold(content)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()

    @property
    def shown(self) -> tuple[Notice, ...]:
        """Give what is on screen."""
        return tuple(banner.notice for banner in self._banners)

    @property
    def turns(self) -> frozenset[TurnId]:
        """Name the turns that banners speak of."""
        return frozenset(notice.turn for notice in self.shown if notice.turn is not None)

    def show_notice(self, notice: Notice) -> None:
        """Put a notice on screen, and say it to a screen reader."""
        from voicedesk.gui.banner import Banner

        self._remove([banner for banner in self._banners if banner.notice.subject == notice.subject])
        self._put(Banner(notice, self))

    def show_undo(
        self,
        text: str,
        seconds: int,
        undo: Callable[[], None] | SignalInstance,
        settle: Callable[[], None] = lambda: None,
    ) -> None:
        """Say what was done; `undo` is called, or emitted, if the person wants it back in this time.

        `settle` is called when the time is over. It is not when other banners take the place of this one.
        """
        from voicedesk.gui.undo_banner import UndoBanner

        banner = UndoBanner(text, seconds, self)
        banner.undone.connect(undo)
        banner.settled.connect(settle)
        self._put(banner)

    def drop_those_of_turns(self) -> None:
        """Take away what was said about a turn: the person has gone on, and the conversation tells it too."""
        self._remove([banner for banner in self._banners if banner.notice.turn is not None])
        self._tell()

    def drop(self, notice: Notice) -> None:
        """Take one notice away."""
        self._remove([banner for banner in self._banners if banner.notice is notice])
        self._tell()

    def drop_about(self, subject: object) -> None:
        """Take away what was said about this subject."""
        self._remove([banner for banner in self._banners if banner.notice.subject == subject])
        self._tell()

    def _put(self, banner: Banner) -> None:
        self._remove(self._banners[: len(self._banners) + 1 - MOST_BANNERS])
        banner.acted.connect(self._on_acted)
        banner.details_wanted.connect(self.details_wanted)
        banner.closed.connect(self._on_closed)
        self._banners.append(banner)
        self._column.addWidget(banner)
        self._announce(banner)
        self._tell()

    def _remove(self, banners: list[Banner]) -> None:
        had_focus = any(banner.isAncestorOf(self.window().focusWidget()) for banner in banners)
        for banner in banners:
            self._banners.remove(banner)
            self._column.removeWidget(banner)
            banner.hide()
            banner.deleteLater()
        if had_focus:
            self.focus_left.emit()

    def _tell(self) -> None:
        self.setVisible(bool(self._banners))
        self.changed.emit(any(notice.problem for notice in self.shown))

    def _announce(self, banner: Banner) -> None:
        announce(banner, banner.spoken)

    def _on_acted(self, notice: Notice) -> None:
        self.drop(notice)
        self.acted.emit(notice)

    def _on_closed(self, notice: Notice) -> None:
        self.drop(notice)
