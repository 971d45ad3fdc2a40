"""Decide what the crash of a worker ends."""

from collections.abc import Callable
from dataclasses import replace

from voicedesk.core.commands import Notify, Silence
from voicedesk.core.conversation import Ending
from voicedesk.core.events import SpeakingFailed, WorkerCrashed
from voicedesk.core.session.answering import lose_sound
from voicedesk.core.session.interrupting import abandon
from voicedesk.core.session.recording import drop_capture
from voicedesk.core.session.remarks import note
from voicedesk.core.session.replaying import lose_replay
from voicedesk.core.session.state import ANSWERING, CAPTURING, Stage, State, Step, live_turn
from voicedesk.core.session.trying import break_sample
from voicedesk.core.units import NO_TIME
from voicedesk.core.workers import API, PLAYBACK, RECORDER


def crash(state: State, event: WorkerCrashed) -> Step:
    """Let a turn end only for a worker without whom it cannot go on."""
    loss = LOSSES.get((state.stage, event.worker), note)
    return loss(state, event)


def _lose_recorder(state: State, event: WorkerCrashed) -> Step:
    state, commands = drop_capture(state)
    return state, (*commands, Notify(event.problem))


def _lose_service(state: State, event: WorkerCrashed) -> Step:
    turn = replace(live_turn(state), heard_ms=NO_TIME, problem=event.problem)
    state, commands = abandon(state, turn, Ending.FAILED)
    return state, (*commands, Notify(event.problem))


def _lose_player(state: State, event: WorkerCrashed) -> Step:
    """Silence it, or the one that takes its place would speak on in the middle of the sound."""
    lose = lose_replay if state.stage is Stage.REPLAYING else lose_sound
    turn = live_turn(state).number
    state, commands = lose(state, SpeakingFailed(turn, event.problem))
    return state, (Silence(turn), *commands)


LOSSES: dict[tuple[Stage, str], Callable[[State, WorkerCrashed], Step]] = {
    **{(stage, RECORDER): _lose_recorder for stage in CAPTURING},
    **{(stage, API): _lose_service for stage in ANSWERING},
    **{(stage, PLAYBACK): _lose_player for stage in ANSWERING},
    (Stage.REPLAYING, PLAYBACK): _lose_player,
    **{(Stage.SAMPLING, worker): break_sample for worker in (API, PLAYBACK)},
}
"""Which worker each stage cannot do without. The crash of any other is told and changes nothing."""
