"""Decide what happens next: a table from (stage, event) to the next state and the commands to carry out.

Everything about what is going on is decided by these rows, each in the room of its purpose, and nothing
else is: no thread, clock or device is known here. Two rules hold for every row.

- An event with the number of another turn than the one on stage is dropped at the door. Only three facts
  about earlier turns are still taken in: what the person said, what was received before the request was
  cancelled, and where a dropped recording lies. They change the conversation that the turn belongs to, on
  screen or not, and never the stage.
- A turn that leaves the stage has its sound silenced and its request cancelled in the same step, before
  anything new starts. There is no stop flag that a later start could reset.
"""

from collections.abc import Callable
from typing import get_args

from voicedesk.core.events import (
    AllDeleted,
    AnswerEnded,
    AnswerGrown,
    Captured,
    CaptureDropped,
    CaptureFailed,
    CaptureRemarked,
    CaptureStarted,
    ClipSubmitted,
    ConversationBegun,
    ConversationChosen,
    ConversationDeleted,
    ConversationOpened,
    ConversationRenamed,
    Event,
    LevelWatched,
    MonthTotalled,
    Remarked,
    ServiceChosen,
    SettingsChanged,
    SpeakingEnded,
    SpeakingFailed,
    SpeakingStarted,
    Spent,
    StopPressed,
    Summarized,
    SummaryChanged,
    TalkPressed,
    TalkReleased,
    TextSubmitted,
    TurnDeleted,
    TurnRemarked,
    WordsHeard,
    WorkerCrashed,
)
from voicedesk.core.session.answering import (
    end_sound,
    grow,
    keep_received,
    lose_sound,
    speak,
    take_answer,
    write_down,
    write_down_late,
)
from voicedesk.core.session.any_event import FROM_THE_PERSON, AnyEvent, Beginning
from voicedesk.core.session.asking import take_month
from voicedesk.core.session.beginning import BEGINNINGS
from voicedesk.core.session.choosing import change_settings, choose_service
from voicedesk.core.session.conversations import (
    begin_conversation,
    choose_conversation,
    open_conversation,
    rename_conversation,
)
from voicedesk.core.session.crashes import crash
from voicedesk.core.session.deleting import delete_all, delete_conversation, delete_turn
from voicedesk.core.session.interrupting import STOPS, barge_in, stop_replay, stop_sample
from voicedesk.core.session.recording import (
    close_capture,
    keep_dropped,
    keep_recording,
    listen,
    lose_capture,
    release_too_early,
    restart_capture,
    take_clip,
)
from voicedesk.core.session.remarks import note, remark
from voicedesk.core.session.replaying import end_replay, lose_replay
from voicedesk.core.session.spending import book_spending
from voicedesk.core.session.state import ANSWERING, CAPTURING, Stage, State, Step, is_live
from voicedesk.core.session.summing_up import change_summary, take_summary
from voicedesk.core.session.trying import lose_sample, watch_level


def step(state: State, event: AnyEvent) -> Step:
    """Take one event in."""
    if isinstance(event, Event) and not isinstance(event, FROM_THE_PERSON) and not is_live(state, event.turn):
        afterthought = AFTERTHOUGHTS.get(type(event))
        return afterthought(state, event) if afterthought else (state, ())
    row = TABLE.get((state.stage, type(event)))
    return row(state, event) if row else (state, ())


TABLE: dict[tuple[Stage, type], Callable[..., Step]] = {
    **{(Stage.IDLE, event): row for event, row in BEGINNINGS.items()},
    **{(stage, StopPressed): stop for stage, stop in STOPS.items()},
    (Stage.IDLE, ConversationOpened): open_conversation,
    (Stage.ARMING, CaptureStarted): listen,
    (Stage.ARMING, TalkReleased): release_too_early,
    (Stage.LISTENING, TalkReleased): close_capture,
    (Stage.CLOSING, TalkPressed): restart_capture,
    **{(stage, Captured): take_clip for stage in CAPTURING},
    **{(stage, CaptureFailed): lose_capture for stage in CAPTURING},
    **{(stage, CaptureDropped): keep_dropped for stage in CAPTURING},
    **{(stage, CaptureRemarked): remark for stage in CAPTURING},
    (Stage.THINKING, SpeakingStarted): speak,
    **{(stage, TurnRemarked): remark for stage in ANSWERING},
    **{(stage, WordsHeard): write_down for stage in ANSWERING},
    **{(stage, AnswerGrown): grow for stage in ANSWERING},
    **{(stage, AnswerEnded): take_answer for stage in ANSWERING},
    **{(stage, SpeakingEnded): end_sound for stage in ANSWERING},
    **{(stage, SpeakingFailed): lose_sound for stage in ANSWERING},
    **{(stage, TalkPressed): barge_in for stage in ANSWERING},
    **{(stage, TextSubmitted): barge_in for stage in ANSWERING},
    **{(stage, ClipSubmitted): barge_in for stage in ANSWERING},
    (Stage.REPLAYING, SpeakingEnded): end_replay,
    (Stage.REPLAYING, SpeakingFailed): lose_replay,
    **{(Stage.REPLAYING, event): stop_replay for event in get_args(Beginning)},
    (Stage.IDLE, AllDeleted): delete_all,
    (Stage.SAMPLING, SpeakingEnded): end_replay,
    (Stage.SAMPLING, SpeakingFailed): lose_sample,
    **{(Stage.SAMPLING, event): stop_sample for event in get_args(Beginning)},
    **{(stage, LevelWatched): watch_level for stage in Stage},
    **{(stage, WorkerCrashed): crash for stage in Stage},
    **{(stage, Remarked): note for stage in Stage},
    **{(stage, SettingsChanged): change_settings for stage in Stage},
    **{(stage, ServiceChosen): choose_service for stage in Stage},
    **{(stage, TurnDeleted): delete_turn for stage in Stage},
    **{(stage, ConversationBegun): begin_conversation for stage in Stage},
    **{(stage, ConversationChosen): choose_conversation for stage in Stage},
    **{(stage, ConversationRenamed): rename_conversation for stage in Stage},
    **{(stage, ConversationDeleted): delete_conversation for stage in Stage},
    **{(stage, Spent): book_spending for stage in ANSWERING | {Stage.SAMPLING}},
    **{(stage, MonthTotalled): take_month for stage in Stage},
    **{(stage, Summarized): take_summary for stage in Stage},
    **{(stage, SummaryChanged): change_summary for stage in Stage},
}
"""What each stage does with each event. A pair that is not listed is ignored."""

AFTERTHOUGHTS: dict[type, Callable[..., Step]] = {
    WordsHeard: write_down_late,
    AnswerEnded: keep_received,
    Spent: book_spending,
    Captured: keep_recording,
    CaptureFailed: keep_recording,
    CaptureDropped: keep_recording,
}
"""What is still taken in about a turn that is not on stage any more."""
