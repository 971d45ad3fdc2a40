"""Try the microphone, by hearing oneself, and a voice, by hearing a sample."""

from dataclasses import replace

from voicedesk.core.commands import (
    ArmMicrophone,
    CancelTurn,
    Command,
    DiscardClip,
    Notify,
    PrepareSpeaker,
    Replay,
    Silence,
    SpeakSample,
    StartCapture,
)
from voicedesk.core.conversation import Clip, Turn
from voicedesk.core.estimates import spending_on_voice
from voicedesk.core.events import CheckPressed, LevelWatched, SamplePressed, SpeakingFailed, WorkerCrashed
from voicedesk.core.problems import Kind, Problem
from voicedesk.core.session.spending import objection
from voicedesk.core.session.state import Stage, State, Step, in_this, live_turn, off_stage

MOST_CHECKS = 16
"""A recorder that reports about a check later than this many others is not to be believed."""


def begin_check(state: State, event: CheckPressed) -> Step:
    """Record as for a turn, but keep every tap, so that nothing is left on disk that nobody names."""
    turn = Turn(event.turn, state.conversation.id)
    start = StartCapture(event.turn, state.settings.sound, make_mp3=False, shortest_ms=0)
    state = replace(in_this(state), checks=(*state.checks, event.turn)[-MOST_CHECKS:])
    return replace(state, stage=Stage.ARMING, live=turn), (start,)


def play_back(state: State, clip: Clip) -> Step:
    if clip.is_silent:
        return off_stage(state), (DiscardClip(clip), Notify(Problem(Kind.MICROPHONE_SILENT)))
    state = replace(state, stage=Stage.REPLAYING, live=replace(live_turn(state), clip=clip))
    prepare = PrepareSpeaker(clip.turn, state.settings.sound)
    return state, (prepare, Replay(clip.turn, clip.path))


def discarded_check(state: State) -> tuple[Command, ...]:
    clip = live_turn(state).clip
    return (DiscardClip(clip),) if clip else ()


def watch_level(state: State, event: LevelWatched) -> Step:
    arm = ArmMicrophone(state.settings.sound, event.is_watched)
    return replace(state, watches_level=event.is_watched), (arm,)


def begin_sample(state: State, event: SamplePressed) -> Step:
    """Ask for a sample; before the service is known there is none to ask."""
    if not state.base_url:
        return state, ()
    service = replace(event.service, base_url=state.base_url)
    sample = SpeakSample(event.turn, event.text, service, state.practice)
    if problem := objection(state, (spending_on_voice(sample),)):
        return state, (Notify(problem),)
    state = replace(in_this(state), stage=Stage.SAMPLING, live=Turn(event.turn, state.conversation.id))
    prepare = PrepareSpeaker(event.turn, state.settings.sound)
    return state, (prepare, sample)


def lose_sample(state: State, event: SpeakingFailed) -> Step:
    """Silence and cancel both: either the loudspeaker failed or the service."""
    return off_stage(state), (Silence(event.turn), CancelTurn(event.turn), Notify(event.problem))


def break_sample(state: State, event: WorkerCrashed) -> Step:
    return lose_sample(state, SpeakingFailed(live_turn(state).number, event.problem))
