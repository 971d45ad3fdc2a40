"""Stop what goes on, because the person says so or begins something else."""

from collections.abc import Callable
from dataclasses import replace

from voicedesk.core.commands import CancelTurn, Command, Silence
from voicedesk.core.conversation import Ending, Turn
from voicedesk.core.events import StopPressed
from voicedesk.core.session.answering import close
from voicedesk.core.session.any_event import Beginning
from voicedesk.core.session.beginning import begin
from voicedesk.core.session.recording import stop_capture
from voicedesk.core.session.state import (
    ANSWERING,
    CAPTURING,
    Stage,
    State,
    Step,
    live_turn,
    off_stage,
    with_live,
)
from voicedesk.core.session.trying import discarded_check
from voicedesk.core.units import Milliseconds


def _stop_answer(state: State, event: StopPressed) -> Step:
    return _interrupt(state, event.heard_ms)


def barge_in(state: State, event: Beginning) -> Step:
    state, interrupted = _interrupt(state, event.heard_ms)
    state, begun = begin(state, event)
    return state, (*interrupted, *begun)


def _interrupt(state: State, heard_ms: Milliseconds) -> Step:
    turn = replace(live_turn(state), heard_ms=None if state.played else heard_ms)
    return abandon(state, turn, Ending.CANCELLED if turn.answer.is_empty else Ending.INTERRUPTED)


def abandon(state: State, turn: Turn, ending: Ending) -> Step:
    """Silence first: what the ear notices comes before what the network notices."""
    state, saved = close(with_live(state, turn), ending)
    return state, (Silence(turn.number), CancelTurn(turn.number), *saved)


def stop_replay(state: State, event: StopPressed | Beginning) -> Step:
    ended = (Silence(live_turn(state).number), *discarded_check(state))
    return _go_on_without(state, event, ended)


def stop_sample(state: State, event: StopPressed | Beginning) -> Step:
    turn = live_turn(state).number
    return _go_on_without(state, event, (Silence(turn), CancelTurn(turn)))


def _go_on_without(state: State, event: StopPressed | Beginning, ended: tuple[Command, ...]) -> Step:
    if isinstance(event, StopPressed):
        return off_stage(state), ended
    state, commands = begin(off_stage(state), event)
    return state, (*ended, *commands)


STOPS: dict[Stage, Callable[[State, StopPressed], Step]] = {
    **dict.fromkeys(CAPTURING, stop_capture),
    **dict.fromkeys(ANSWERING, _stop_answer),
    Stage.REPLAYING: stop_replay,
    Stage.SAMPLING: stop_sample,
}
"""How each stage is stopped. One that is not listed has nothing to stop."""


def clear_stage(state: State, heard_ms: Milliseconds) -> Step:
    """Stop what goes on, as the person would before leaving."""
    stop = STOPS.get(state.stage)
    return stop(state, StopPressed(heard_ms)) if stop else (state, ())
