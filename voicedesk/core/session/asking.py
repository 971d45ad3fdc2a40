"""Ask the service, as soon as it is known and the cap allows it."""

from dataclasses import replace

from voicedesk.core.commands import Notify, PrepareSpeaker, RunTurn, SaveTurn, Silence, TotalMonth
from voicedesk.core.context import history_before
from voicedesk.core.conversation import Ending, Turn
from voicedesk.core.estimates import spending_expected
from voicedesk.core.events import MonthTotalled
from voicedesk.core.problems import Problem
from voicedesk.core.session.spending import knows_month, objection
from voicedesk.core.session.state import Stage, State, Step, in_this, live_turn, off_stage, with_live


def run_turn(state: State, turn: Turn, spoken: bool) -> Step:
    held = replace(in_this(state), held=order(state, turn, spoken), stage=Stage.THINKING)
    state, sent = _send_held(with_live(held, turn))
    if state.live is None:
        return state, sent
    prepare = (PrepareSpeaker(turn.number, state.settings.sound),) if spoken else ()
    return state, (*prepare, *sent, SaveTurn(turn))


def order(state: State, turn: Turn, spoken: bool) -> RunTurn:
    history = history_before(state.conversation, turn.number, state.settings.money.history_tokens)
    return RunTurn(
        turn.number, turn.clip, turn.asked, spoken, history, state.settings.service, practice=state.practice
    )


def _send_held(state: State) -> Step:
    """Send what was asked once the service is known, and with a cap, once it is known what is spent."""
    if state.held is None or not state.base_url:
        return state, ()
    service = replace(state.held.service, base_url=state.base_url)
    run = replace(state.held, service=service, practice=state.practice)
    if not knows_month(state, run.turn):
        return state, (TotalMonth(run.turn),)
    problem = objection(state, spending_expected(run))
    if problem:
        return keep_unsent(state, live_turn(state), problem)
    return replace(state, held=None), (run,)


def release_held(state: State) -> Step:
    """Send what was held, or silence the loudspeaker that was prepared for its answer."""
    if state.held is None:
        return state, ()
    turn = state.held.turn
    state, commands = _send_held(state)
    return state, (Silence(turn), *commands) if state.live is None else commands


def take_month(state: State, event: MonthTotalled) -> Step:
    return release_held(replace(state, month=event.month))


def keep_unsent(state: State, turn: Turn, problem: Problem) -> Step:
    turn = replace(turn, ending=Ending.FAILED, problem=problem)
    return off_stage(with_live(state, turn)), (SaveTurn(turn), Notify(problem, turn.number))
