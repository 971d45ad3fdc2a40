"""Put what happened into the words of a banner."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from voicedesk.core.problem_texts import action_for, advice_for, title_of
from voicedesk.core.problems import Action, Problem
from voicedesk.core.units import TurnId
from voicedesk.gui.rows import translate_problem

if TYPE_CHECKING:  # commands take their time to load, and the first paint does not need them
    from voicedesk.core.commands import Notify

LONGEST_TITLE = 200
NEEDS_TURN = frozenset({Action.REPEAT, Action.SEND_RECORDING})


@dataclass(frozen=True, slots=True)
class Offer:
    """What a banner that tells no problem offers to do."""

    label: str
    carry_out: Callable[[], None]


@dataclass(frozen=True, slots=True)
class Notice:
    """What a banner shows. A later notice of the same `subject` takes the place of the earlier one."""

    subject: object
    title: str
    advice: str
    action: Action = Action.NONE
    turn: TurnId | None = None
    problem: Problem | None = None
    offer: Offer | None = None

    @property
    def has_details(self) -> bool:
        """Tell whether there is more to read than the words, and the action does not show it anyway."""
        has_any = self.problem is not None and bool(self.problem.detail)
        return has_any and self.action is not Action.COPY_DETAILS


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
