"""Pass on what is only worth a remark."""

from voicedesk.core.commands import Notify
from voicedesk.core.events import CaptureRemarked, Remarked, TurnRemarked, WorkerCrashed
from voicedesk.core.session.state import State, Step


def note(state: State, event: Remarked | WorkerCrashed) -> Step:
    return state, (Notify(event.problem),)


def remark(state: State, event: CaptureRemarked | TurnRemarked) -> Step:
    """Pass a remark on, unless it speaks of a recording that is only a check: it would promise to send it."""
    return state, () if event.turn in state.checks else (Notify(event.problem, event.turn),)
