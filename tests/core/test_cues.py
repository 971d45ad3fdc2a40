"""Cues are short, soft and told apart by rhythm; they never sound where a microphone would keep them."""

from dataclasses import replace
from itertools import groupby
from pathlib import Path

import pytest

from voicedesk.core.commands import StartCapture
from voicedesk.core.conversation import Answer, Clip, Conversation, Ending
from voicedesk.core.cues import LOUDNESS, Cue, cue_between, sound_of
from voicedesk.core.events import (
    AnswerEnded,
    Captured,
    CaptureStarted,
    ServiceChosen,
    StopPressed,
    TalkPressed,
    TalkReleased,
)
from voicedesk.core.levels import FULL_SCALE, peak_dbfs, samples_of
from voicedesk.core.problems import Kind, Problem
from voicedesk.core.session import AnyEvent, State, step
from voicedesk.core.settings import Cues, Settings, SoundSettings, TalkSettings
from voicedesk.core.units import ConversationId, TurnId, frames_in, frames_of, milliseconds_of

TURN = TurnId(7)


def rhythm_of(cue: Cue) -> list[str]:
    """Write a cue as long and short tones, as somebody hears it who cannot tell the pitch."""
    step_frames, samples = frames_in(1), samples_of(sound_of(cue))
    loud = [
        max(abs(sample) for sample in samples[at : at + step_frames]) > FULL_SCALE * LOUDNESS / 8
        for at in range(0, len(samples), step_frames)
    ]
    lengths_ms = [len(list(run)) for is_loud, run in groupby(loud) if is_loud]
    return ["long" if length > 40 else "short" for length in lengths_ms]


def test_no_two_cues_have_the_same_rhythm() -> None:
    rhythms = [rhythm_of(cue) for cue in Cue]
    assert rhythms == [["short", "long"], ["long", "short"], ["long"], ["short", "short", "short"]]


@pytest.mark.parametrize("cue", Cue)
def test_a_cue_is_shorter_than_120_ms_and_soft(cue: Cue) -> None:
    assert milliseconds_of(frames_of(sound_of(cue))) < 120
    assert -24 < peak_dbfs(sound_of(cue)) < -19.9


def settings(cues: Cues = Cues.AFTER, preroll: bool = False) -> Settings:
    return Settings(talk=TalkSettings(cues=cues), sound=SoundSettings(preroll=preroll))


def clip(peak_dbfs: float = -10.0) -> Clip:
    return Clip(TURN, Path("7.pcm"), frames_in(2_000), peak_dbfs=peak_dbfs)


def heard(wish: Settings, *events: AnyEvent) -> list[Cue]:
    """Feed events to a session, and tell which cues are heard."""
    state = State(wish, Conversation(ConversationId(1)))
    cues = []
    for event in (ServiceChosen("https://api.example/v1", practice=False), *events):
        before = state
        state, _ = step(state, event)
        if cue := cue_between(before, state):
            cues.append(cue)
    return cues


SPOKEN = (TalkPressed(TURN), CaptureStarted(TURN), TalkReleased(), Captured(TURN, clip()))


@pytest.mark.parametrize(
    ("events", "cues"),
    [
        pytest.param(SPOKEN, [Cue.SENT], id="sent"),
        pytest.param((*SPOKEN[:2], StopPressed()), [Cue.STOP], id="given-up"),
        pytest.param((TalkPressed(TURN), TalkReleased()), [Cue.STOP], id="a-tap"),
        pytest.param(
            (*SPOKEN[:3], Captured(TURN, clip(float("-inf")))), [Cue.PROBLEM], id="nothing-was-heard"
        ),
        pytest.param(
            (*SPOKEN, AnswerEnded(TURN, Answer(), Ending.FAILED, Problem(Kind.OFFLINE))),
            [Cue.SENT, Cue.PROBLEM],
            id="no-answer",
        ),
        pytest.param((*SPOKEN, AnswerEnded(TURN, Answer("Yes"), Ending.DONE)), [Cue.SENT], id="answered"),
    ],
)
def test_each_end_of_a_recording_has_its_cue(events: tuple[AnyEvent, ...], cues: list[Cue]) -> None:
    assert heard(settings(), *events) == cues


@pytest.mark.parametrize("wish", [settings(Cues.OFF), settings(preroll=True)], ids=["off", "preroll"])
def test_nothing_is_heard_where_it_is_not_wanted_or_would_be_recorded(wish: Settings) -> None:
    assert heard(wish, *SPOKEN) == []


@pytest.mark.parametrize(
    ("wish", "waits"),
    [
        (settings(Cues.OFF), False),
        (settings(Cues.AFTER), False),
        (settings(Cues.ALL), True),
        (settings(Cues.ALL, preroll=True), False),
    ],
)
def test_a_recording_waits_for_the_cue_before_it(wish: Settings, waits: bool) -> None:
    state = replace(State(wish, Conversation(ConversationId(1))), base_url="https://api.example/v1")
    _, commands = step(state, TalkPressed(TURN))
    (start,) = [command for command in commands if isinstance(command, StartCapture)]
    assert start.cue is waits
