"""Take in an answer while it is written and spoken, and what is told of one that has left the stage."""

from dataclasses import replace

from voicedesk.core.commands import Notify, SaveTurn
from voicedesk.core.conversation import Ending
from voicedesk.core.events import (
    AnswerEnded,
    AnswerGrown,
    SpeakingEnded,
    SpeakingFailed,
    SpeakingStarted,
    WordsHeard,
)
from voicedesk.core.session.state import (
    Stage,
    State,
    Step,
    find_turn,
    live_turn,
    off_stage,
    with_live,
    with_turn,
)
from voicedesk.core.session.summing_up import sum_up
from voicedesk.core.units import TurnId


def write_down(state: State, event: WordsHeard) -> Step:
    turn = replace(live_turn(state), asked=event.text)
    return with_live(state, turn), (SaveTurn(turn),)


def grow(state: State, event: AnswerGrown) -> Step:
    turn = replace(live_turn(state), answer=event.answer)
    return with_live(state, turn), (SaveTurn(turn),)


def speak(state: State, event: SpeakingStarted) -> Step:
    return replace(state, stage=Stage.SPEAKING), ()


def take_answer(state: State, event: AnswerEnded) -> Step:
    turn = replace(live_turn(state), answer=event.answer, problem=event.problem)
    played = state.played or not event.answer.frames
    state = with_live(replace(state, received=event.ending, played=played), turn)
    return _close_if_over(state, () if event.problem is None else (Notify(event.problem, turn.number),))


def end_sound(state: State, event: SpeakingEnded) -> Step:
    return _close_if_over(replace(state, played=True), ())


def lose_sound(state: State, event: SpeakingFailed) -> Step:
    """Go on in writing: whoever cannot hear the answer reads it, so all of it counts as heard."""
    state = replace(state, played=True, stage=Stage.THINKING)
    return _close_if_over(state, (Notify(event.problem, event.turn),))


def _close_if_over(state: State, notes: tuple[Notify, ...]) -> Step:
    if state.received is None or not state.played:
        return state, (SaveTurn(live_turn(state)), *notes)
    state, commands = close(state, state.received)
    return state, (*commands, *notes)


def close(state: State, ending: Ending) -> Step:
    turn = replace(live_turn(state), ending=ending)
    state, summarize = sum_up(off_stage(with_live(state, turn)))
    return state, (SaveTurn(turn), *summarize)


def write_down_late(state: State, event: WordsHeard) -> Step:
    return amend(state, event.turn, asked=event.text)


def keep_received(state: State, event: AnswerEnded) -> Step:
    return amend(state, event.turn, answer=event.answer)


def amend(state: State, number: TurnId, **changes: object) -> Step:
    turn = find_turn(state, number)
    if turn is None:
        return state, ()
    amended = replace(turn, **changes)  # type: ignore[arg-type]  # the two callers name fields of a turn
    return with_turn(state, amended), (SaveTurn(amended),)
