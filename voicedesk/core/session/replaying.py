"""Listen to what is stored."""

from dataclasses import replace

from voicedesk.core.commands import Notify, PrepareSpeaker, Replay
from voicedesk.core.conversation import Turn
from voicedesk.core.events import ListenPressed, SpeakingEnded, SpeakingFailed
from voicedesk.core.session.state import Stage, State, Step, in_this, off_stage
from voicedesk.core.session.trying import discarded_check


def replay(state: State, event: ListenPressed) -> Step:
    state = replace(in_this(state), stage=Stage.REPLAYING, live=Turn(event.turn, state.conversation.id))
    prepare = PrepareSpeaker(event.turn, state.settings.sound)
    return state, (prepare, Replay(event.turn, event.path, event.start_ms))


def end_replay(state: State, event: SpeakingEnded) -> Step:
    return off_stage(state), discarded_check(state)


def lose_replay(state: State, event: SpeakingFailed) -> Step:
    return off_stage(state), (*discarded_check(state), Notify(event.problem))
