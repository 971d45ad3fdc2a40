"""Banners: what happened, what is safe, and the one thing to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFont
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from voicedesk.core.problem_texts import action_for, advice_for, title_of
from voicedesk.core.problems import Action, Problem
from voicedesk.core.units import TurnId
from voicedesk.gui.plain_text import for_label
from voicedesk.gui.rows import translate_problem
from voicedesk.gui.style import COLUMN_WIDTH, GRID

if TYPE_CHECKING:  # commands take their time to load, and the first paint does not need them
    from voicedesk.core.commands import Notify

MOST_BANNERS = 3
LONGEST_TITLE = 200
NEEDS_TURN = frozenset({Action.REPEAT, Action.SEND_RECORDING})


@dataclass(frozen=True, slots=True)
class Notice:
    """What a banner shows. A later notice of the same `subject` takes the place of the earlier one."""

    subject: object
    title: str
    advice: str
    action: Action = Action.NONE
    turn: TurnId | None = None
    problem: Problem | None = None


def notice_of(notify: Notify) -> Notice:
    """Put a problem into words; an action that needs a turn is offered only if there is one."""
    problem, action = notify.problem, action_for(notify.problem)
    if action in NEEDS_TURN and notify.turn is None:
        action = Action.NONE
    title = title_of(problem, translate_problem)[:LONGEST_TITLE]
    return Notice(problem.kind, title, advice_for(problem, translate_problem), action, notify.turn, problem)


def recovered_notice(count: int) -> Notice:
    """Tell that recordings of an earlier run were found."""
    title = QCoreApplication.translate("Notices", "Recordings recovered: {count}")
    advice = QCoreApplication.translate(
        "Notices", "VoiceDesk stopped before they were sent. Send, hear or delete them in the conversation."
    )
    return Notice("recovered", title.replace("{count}", str(count)), advice)


def action_label(action: Action) -> str:
    """Name the button of an action."""
    labels = {
        Action.REPEAT: QCoreApplication.translate("Notices", "Try again"),
        Action.SEND_RECORDING: QCoreApplication.translate("Notices", "Send the recording"),
        Action.ENTER_KEY: QCoreApplication.translate("Notices", "Enter key"),
        Action.CHOOSE_MODEL: QCoreApplication.translate("Notices", "Choose a model"),
        Action.CHOOSE_DEVICE: QCoreApplication.translate("Notices", "Choose a device"),
        Action.COPY_DETAILS: QCoreApplication.translate("Notices", "Show details"),
    }
    return labels[action]


class Banner(QFrame):
    """One notice with its action."""

    acted = Signal(object)
    """The `Notice` whose action was chosen."""
    closed = Signal(object)
    """The `Notice` that is not wanted any more."""

    def __init__(self, notice: Notice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.notice = notice
        self.setProperty("look", "problem" if notice.problem else "news")
        self.setAccessibleName(notice.title)
        self.setAccessibleDescription(notice.advice)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, GRID, GRID, GRID)
        row.setSpacing(GRID)
        row.addLayout(self._words(), 1)
        for button in self._buttons():
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)

    def _words(self) -> QVBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(2)
        for name, text in (("title", self.notice.title), ("advice", self.notice.advice)):
            label = QLabel(for_label(text), self)
            label.setObjectName(name)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            if name == "title":
                label.setFont(_bold(label.font()))
            words.addWidget(label)
        return words

    def _buttons(self) -> list[QPushButton]:
        buttons = []
        if self.notice.action is not Action.NONE:
            buttons.append(QPushButton(action_label(self.notice.action), self))
            buttons[0].clicked.connect(self._on_acted)
        close = QPushButton("✕", self)
        close.setProperty("look", "flat")
        close.setToolTip(self.tr("Close this message"))
        close.setAccessibleName(self.tr("Close this message"))
        close.clicked.connect(self._on_closed)
        buttons.append(close)
        for button in buttons:
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus where Space talks
        return buttons

    def _on_acted(self) -> None:
        self.acted.emit(self.notice)

    def _on_closed(self) -> None:
        self.closed.emit(self.notice)


def _bold(font: QFont) -> QFont:
    """Make a font bold here and not in the style sheet, which comes too late for the width of a line."""
    result = QFont(font)
    result.setWeight(QFont.Weight.DemiBold)
    return result


class Notices(QWidget):
    """The banners on screen, newest last; one a subject, and never more than a few."""

    acted = Signal(object)
    changed = Signal(bool)
    """Whether a problem is on screen."""
    focus_left = Signal()
    """The banner that had the focus is gone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._banners: list[Banner] = []
        column = QWidget(self)
        column.setMaximumWidth(COLUMN_WIDTH + 4 * GRID)
        self._column = QVBoxLayout(column)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GRID // 2)
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID, GRID, GRID, 0)
        row.addWidget(column)
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
        self._remove([banner for banner in self._banners if banner.notice.subject == notice.subject])
        self._remove(self._banners[: len(self._banners) + 1 - MOST_BANNERS])
        banner = Banner(notice, self)
        banner.acted.connect(self._on_acted)
        banner.closed.connect(self._on_closed)
        self._banners.append(banner)
        self._column.addWidget(banner)
        self._announce(banner)
        self._tell()

    def drop_those_of_turns(self) -> None:
        """Take away what was said about a turn: the person has gone on, and the conversation tells it too."""
        self._remove([banner for banner in self._banners if banner.notice.turn is not None])
        self._tell()

    def drop(self, notice: Notice) -> None:
        """Take one notice away."""
        self._remove([banner for banner in self._banners if banner.notice is notice])
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
        if QAccessible.isActive():
            text = f"{banner.notice.title} {banner.notice.advice}"
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(banner, text))

    def _on_acted(self, notice: Notice) -> None:
        self.drop(notice)
        self.acted.emit(notice)

    def _on_closed(self, notice: Notice) -> None:
        self.drop(notice)
