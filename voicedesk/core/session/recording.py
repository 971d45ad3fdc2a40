"""Record a question, and keep every recording that is worth it."""

from dataclasses import replace

from voicedesk.core.cap import doubt_about
from voicedesk.core.commands import DiscardClip, DropCapture, Notify, SaveTurn, StopCapture
from voicedesk.core.conversation import Clip, Ending, Turn
from voicedesk.core.events import (
    Captured,
    CaptureDropped,
    CaptureFailed,
    CaptureStarted,
    StopPressed,
    TalkPressed,
    TalkReleased,
)
from voicedesk.core.problems import Kind, Problem
from voicedesk.core.session.asking import keep_unsent, order, run_turn
from voicedesk.core.session.beginning import begin_capture
from voicedesk.core.session.state import Stage, State, Step, find_turn, live_turn, off_stage, with_turn
from voicedesk.core.session.trying import play_back


def listen(state: State, event: CaptureStarted) -> Step:
    return replace(state, stage=Stage.LISTENING), ()


def close_capture(state: State, event: TalkReleased) -> Step:
    return replace(state, stage=Stage.CLOSING), (StopCapture(live_turn(state).number),)


def release_too_early(state: State, event: TalkReleased) -> Step:
    state, commands = drop_capture(state)
    return state, (*commands, Notify(Problem(Kind.TOO_SHORT)))


def drop_capture(state: State) -> Step:
    state = replace(state, elsewhere=state.elsewhere.give_up(live_turn(state)))
    return off_stage(state), (DropCapture(live_turn(state).number),)


def stop_capture(state: State, event: StopPressed) -> Step:
    return drop_capture(state)


def restart_capture(state: State, event: TalkPressed) -> Step:
    state, dropped = drop_capture(state)
    state, started = begin_capture(state, event)
    return state, (*dropped, *started)


def take_clip(state: State, event: Captured) -> Step:
    if event.turn in state.checks:
        return play_back(state, event.clip)
    if _is_tap(state, event.clip):
        return off_stage(state), (DiscardClip(event.clip), Notify(Problem(Kind.TOO_SHORT)))
    turn = replace(live_turn(state), clip=event.clip)
    if event.clip.is_silent:
        return keep_unsent(state, turn, Problem(Kind.NOTHING_HEARD))
    doubt = doubt_about(order(state, turn, spoken=True), state.settings.money)
    return keep_unsent(state, turn, doubt) if doubt else run_turn(state, turn, spoken=True)


def lose_capture(state: State, event: CaptureFailed) -> Step:
    if event.clip is None:  # one from a microphone that hangs may still come, and belongs here
        state = replace(state, elsewhere=state.elsewhere.give_up(live_turn(state)))
        return off_stage(state), (Notify(event.problem),)
    if event.turn in state.checks:
        return off_stage(state), (DiscardClip(event.clip), Notify(Problem(Kind.CHECK_BROKEN)))
    return keep_unsent(state, replace(live_turn(state), clip=event.clip), event.problem)


def keep_dropped(state: State, event: CaptureDropped) -> Step:
    """Keep what a recorder gave up that nobody told to: it does so when it crashes."""
    return keep_recording(off_stage(state), event)


def keep_recording(state: State, event: Captured | CaptureFailed | CaptureDropped) -> Step:
    """Keep a recording that was given up; the recorder may have finished it before it was told.

    It joins the conversation that it was spoken in, and the one on screen if it comes from an earlier run.
    """
    if event.clip is None or find_turn(state, event.turn):
        return state, ()
    if event.turn in state.checks or _is_tap(state, event.clip):
        return state, (DiscardClip(event.clip),)
    home = state.elsewhere.home_of(event.turn) or state.conversation.id
    turn = Turn(event.turn, home, clip=event.clip, ending=Ending.CANCELLED)
    return with_turn(state, turn), (SaveTurn(turn),)


def _is_tap(state: State, clip: Clip) -> bool:
    return clip.held_ms < state.settings.talk.shortest_press_ms
