"""Begin something when nothing goes on."""

from collections.abc import Callable
from dataclasses import replace

from voicedesk.core.commands import ForgetTurn, StartCapture, WarmUp
from voicedesk.core.conversation import Clip, Conversation, Turn
from voicedesk.core.events import (
    CheckPressed,
    ClipSubmitted,
    ListenPressed,
    SamplePressed,
    TalkPressed,
    TextSubmitted,
)
from voicedesk.core.session.any_event import Beginning
from voicedesk.core.session.asking import run_turn
from voicedesk.core.session.replaying import replay
from voicedesk.core.session.state import Stage, State, Step, in_this
from voicedesk.core.session.trying import begin_check, begin_sample
from voicedesk.core.settings import Cues, Upload


def begin_capture(state: State, event: TalkPressed) -> Step:
    turn = Turn(event.turn, state.conversation.id)
    wants_mp3 = state.settings.service.upload is Upload.MP3
    shortest_ms = state.settings.talk.shortest_press_ms
    has_cue = state.settings.talk.cues is Cues.ALL and not state.settings.sound.preroll
    start = StartCapture(event.turn, state.settings.sound, wants_mp3, shortest_ms, has_cue)
    warm_up = (WarmUp(state.base_url),) if state.base_url else ()
    return replace(in_this(state), stage=Stage.ARMING, live=turn), (start, *warm_up)


def _begin_typed(state: State, event: TextSubmitted) -> Step:
    turn = Turn(event.turn, state.conversation.id, asked=event.text, typed=True)
    return run_turn(state, turn, spoken=state.settings.talk.speak_typed_answers)


def _begin_with_clip(state: State, event: ClipSubmitted) -> Step:
    """Send a recording; an unanswered turn with the same recording gives way to the new one."""
    unanswered = _unanswered_with(state.conversation, event.clip)
    if unanswered:
        state = replace(state, conversation=state.conversation.without(unanswered.number))
    state, commands = run_turn(state, Turn(event.turn, state.conversation.id, clip=event.clip), spoken=True)
    return state, (*commands, ForgetTurn(unanswered.number)) if unanswered else commands


def _unanswered_with(conversation: Conversation, clip: Clip) -> Turn | None:
    """Compare paths, because a recording that was sent again names the turn that it was first made for."""
    return next(
        (
            turn
            for turn in conversation.turns
            if turn.clip and turn.clip.path == clip.path and turn.answer.is_empty
        ),
        None,
    )


BEGINNINGS: dict[type, Callable[..., Step]] = {
    TalkPressed: begin_capture,
    TextSubmitted: _begin_typed,
    ClipSubmitted: _begin_with_clip,
    ListenPressed: replay,
    SamplePressed: begin_sample,
    CheckPressed: begin_check,
}
"""What begins with each event. Rows that clear the stage for one look here, as the table is above them."""


def begin(state: State, event: Beginning) -> Step:
    """Begin, on a stage that has just been cleared."""
    return BEGINNINGS[type(event)](state, event)
