"""The session's table, told as scripts: what happens, which stage follows, and which commands in order."""

from dataclasses import replace

import pytest

from tests.core.session_script import EVENTS, SERVICE, Scripted, after, clip_of, run_script
from voicedesk.core.commands import PrepareService, PrepareSpeaker, RunTurn, SaveTurn, StartCapture
from voicedesk.core.context import Message, Role
from voicedesk.core.conversation import Conversation, Ending, heard_text
from voicedesk.core.events import Event, StopPressed, TalkPressed, TextSubmitted
from voicedesk.core.problems import Kind
from voicedesk.core.session import AFTERTHOUGHTS, TABLE, Session, Stage
from voicedesk.core.settings import ServiceSettings, Settings, SoundSettings, TalkSettings, Upload
from voicedesk.core.units import ConversationId, TurnId
from voicedesk.core.workers import API, KEEPER, PLAYBACK, RECORDER, STORE

SCRIPTS = {
    "talk-and-hear": """
        press -> arming: StartCapture 1, WarmUp
        started -> listening
        release -> closing: StopCapture 1
        captured 900 -> thinking: PrepareSpeaker 1, RunTurn 1, SaveTurn 1 open
        words hello -> thinking: SaveTurn 1 open
        grown 100 -> thinking: SaveTurn 1 open
        speaking -> speaking
        words hello! -> speaking: SaveTurn 1 open
        grown 200 -> speaking: SaveTurn 1 open
        done 300 -> speaking: SaveTurn 1 open
        spoken 300 -> idle: SaveTurn 1 done
    """,
    "all-was-played-before-the-answer-ended": """
        type hi -> thinking: PrepareSpeaker 1, RunTurn 1, SaveTurn 1 open
        speaking -> speaking
        spoken 300 -> speaking: SaveTurn 1 open
        done 300 -> idle: SaveTurn 1 done
    """,
    "a-short-sound-that-was-over-before-it-was-noticed": """
        type hi -> thinking: PrepareSpeaker 1, RunTurn 1, SaveTurn 1 open
        spoken 100 -> thinking: SaveTurn 1 open
        done 100 -> idle: SaveTurn 1 done
    """,
    "what-is-spent-is-booked-on-stage-and-after": """
        type hi -> thinking: PrepareSpeaker 1, RunTurn 1, SaveTurn 1 open
        spent 5 -> thinking: BookSpending 1
        speaking -> speaking
        spent 5 -> speaking: BookSpending 1
        done 100 -> speaking: SaveTurn 1 open
        spoken 100 -> idle: SaveTurn 1 done
        spent 5 -> idle: BookSpending 1
        sample -> sampling: PrepareSpeaker 2, SpeakSample 2
        spent 5 -> sampling: BookSpending
        spoken 100 -> idle
    """,
    "answer-without-sound": """
        type hi -> thinking: PrepareSpeaker 1, RunTurn 1, SaveTurn 1 open
        done 0 -> idle: SaveTurn 1 done
    """,
    "typed-and-silent": """
        settings 300 -> idle: ArmMicrophone, KeepSound
        type hi -> thinking: RunTurn 1, SaveTurn 1 open
        done 0 -> idle: SaveTurn 1 done
    """,
    "broken-answer-is-heard-to-its-end": """
        type hi -> thinking: PrepareSpeaker 1, RunTurn 1, SaveTurn 1 open
        speaking -> speaking
        broken 300 -> speaking: SaveTurn 1 open, Notify CUT_OFF
        spoken 300 -> idle: SaveTurn 1 failed
    """,
    "failed-before-anything-came": """
        type hi -> thinking: PrepareSpeaker 1, RunTurn 1, SaveTurn 1 open
        broken 0 -> idle: SaveTurn 1 failed, Notify CUT_OFF
    """,
    "remarks-change-nothing": """
        press -> arming: StartCapture 1, WarmUp
        gaps -> arming: Notify SOUND_GAPS
        started -> listening
        gaps -> listening: Notify SOUND_GAPS
        release -> closing: StopCapture 1
        gaps -> closing: Notify SOUND_GAPS
        captured 900 -> thinking: PrepareSpeaker 1, RunTurn 1, SaveTurn 1 open
        unvoiced -> thinking: Notify NOT_VOICED
        speaking -> speaking
        unvoiced -> speaking: Notify NOT_VOICED
    """,
    "released-before-the-microphone-opened": """
        press -> arming: StartCapture 1, WarmUp
        release -> idle: DropCapture 1, Notify TOO_SHORT
        started -> idle
        dropped 0 -> idle
    """,
    "tap": """
        press -> arming: StartCapture 1, WarmUp
        started -> listening
        release -> closing: StopCapture 1
        captured 299 -> idle: DiscardClip 1, Notify TOO_SHORT
    """,
    "just-long-enough": """
        press -> arming: StartCapture 1, WarmUp
        started -> listening
        release -> closing: StopCapture 1
        captured 300 -> thinking: PrepareSpeaker 1, RunTurn 1, SaveTurn 1 open
    """,
    "muted-microphone": """
        press -> arming: StartCapture 1, WarmUp
        started -> listening
        release -> closing: StopCapture 1
        captured silence -> idle: SaveTurn 1 failed, Notify NOTHING_HEARD
    """,
    "recorder-finished-by-itself": """
        press -> arming: StartCapture 1, WarmUp
        started -> listening
        captured 900 -> thinking: PrepareSpeaker 1, RunTurn 1, SaveTurn 1 open
        release -> thinking
    """,
    "recorder-finished-before-it-said-that-it-began": """
        press -> arming: StartCapture 1, WarmUp
        captured 900 -> thinking: PrepareSpeaker 1, RunTurn 1, SaveTurn 1 open
        started -> thinking
    """,
    "no-microphone": """
        press -> arming: StartCapture 1, WarmUp
        unplugged 0 -> idle: Notify MICROPHONE_LOST
        release -> idle
    """,
    "microphone-lost-while-speaking": """
        press -> arming: StartCapture 1, WarmUp
        started -> listening
        unplugged 700 -> idle: SaveTurn 1 failed, Notify MICROPHONE_LOST
    """,
    "microphone-lost-at-the-end": """
        press -> arming: StartCapture 1, WarmUp
        started -> listening
        release -> closing: StopCapture 1
        unplugged 700 -> idle: SaveTurn 1 failed, Notify MICROPHONE_LOST
    """,
    "stop-while-arming": """
        press -> arming: StartCapture 1, WarmUp
        stop -> idle: DropCapture 1
    """,
    "stop-while-listening-keeps-the-recording": """
        press -> arming: StartCapture 1, WarmUp
        started -> listening
        stop -> idle: DropCapture 1
        dropped 700 -> idle: SaveTurn 1 cancelled
    """,
    "stop-while-closing-keeps-a-recording-that-was-already-finished": """
        press -> arming: StartCapture 1, WarmUp
        started -> listening
        release -> closing: StopCapture 1
        stop -> idle: DropCapture 1
        captured 900 -> idle: SaveTurn 1 cancelled
        dropped 900 -> idle
    """,
    "stop-while-closing-discards-a-tap-that-was-already-finished": """
        press -> arming: StartCapture 1, WarmUp
        started -> listening
        release -> closing: StopCapture 1
        stop -> idle: DropCapture 1
        captured 100 -> idle: DiscardClip 1
    """,
    "stop-while-the-microphone-is-lost": """
        press -> arming: StartCapture 1, WarmUp
        started -> listening
        stop -> idle: DropCapture 1
        unplugged 700 -> idle: SaveTurn 1 cancelled
    """,
    "pressed-again-while-closing": """
        press -> arming: StartCapture 1, WarmUp
        started -> listening
        release -> closing: StopCapture 1
        press -> arming: DropCapture 1, StartCapture 2, WarmUp
        dropped 900 @1 -> arming: SaveTurn 1 cancelled
        started -> listening
    """,
    "barge-in-silences-cancels-saves-and-listens": """
        type hi -> thinking: PrepareSpeaker 1, RunTurn 1, SaveTurn 1 open
        grown 300 -> thinking: SaveTurn 1 open
        speaking -> speaking
        press 100 -> arming: Silence 1, CancelTurn 1, SaveTurn 1 interrupted, StartCapture 2, WarmUp
        cancelled 400 @1 -> arming: SaveTurn 1 interrupted
    """,
    "barge-in-before-anything-came": """
        type hi -> thinking: PrepareSpeaker 1, RunTurn 1, SaveTurn 1 open
        press -> arming: Silence 1, CancelTurn 1, SaveTurn 1 cancelled, StartCapture 2, WarmUp
    """,
    "typing-while-thinking": """
        type hi -> thinking: PrepareSpeaker 1, RunTurn 1, SaveTurn 1 open
        type no -> thinking: Silence 1, CancelTurn 1, SaveTurn 1 cancelled,
            PrepareSpeaker 2, RunTurn 2, SaveTurn 2 open
    """,
    "typing-while-speaking": """
        type hi -> thinking: PrepareSpeaker 1, RunTurn 1, SaveTurn 1 open
        speaking -> speaking
        type no -> thinking: Silence 1, CancelTurn 1, SaveTurn 1 cancelled,
            PrepareSpeaker 2, RunTurn 2, SaveTurn 2 open
    """,
    "sending-a-recording-while-thinking": """
        type hi -> thinking: PrepareSpeaker 1, RunTurn 1, SaveTurn 1 open
        send 50 -> thinking: Silence 1, CancelTurn 1, SaveTurn 1 cancelled,
            PrepareSpeaker 2, RunTurn 2, SaveTurn 2 open
    """,
    "sending-a-recording-while-speaking": """
        type hi -> thinking: PrepareSpeaker 1, RunTurn 1, SaveTurn 1 open
        speaking -> speaking
        send 50 -> thinking: Silence 1, CancelTurn 1, SaveTurn 1 cancelled,
            PrepareSpeaker 2, RunTurn 2, SaveTurn 2 open
    """,
    "stop-while-thinking": """
        type hi -> thinking: PrepareSpeaker 1, RunTurn 1, SaveTurn 1 open
        stop -> idle: Silence 1, CancelTurn 1, SaveTurn 1 cancelled
    """,
    "stop-while-speaking-and-what-still-came-is-kept": """
        type hi -> thinking: PrepareSpeaker 1, RunTurn 1, SaveTurn 1 open
        grown 300 -> thinking: SaveTurn 1 open
        speaking -> speaking
        stop 100 -> idle: Silence 1, CancelTurn 1, SaveTurn 1 interrupted
        grown 400 -> idle
        words hi -> idle: SaveTurn 1 interrupted
        cancelled 500 -> idle: SaveTurn 1 interrupted
        spoken 500 -> idle
    """,
    "loudspeaker-lost-and-the-answer-goes-on-as-text": """
        type hi -> thinking: PrepareSpeaker 1, RunTurn 1, SaveTurn 1 open
        speaking -> speaking
        muted -> thinking: SaveTurn 1 open, Notify LOUDSPEAKER_LOST
        grown 300 -> thinking: SaveTurn 1 open
        done 400 -> idle: SaveTurn 1 done
    """,
    "loudspeaker-lost-when-the-answer-was-complete": """
        type hi -> thinking: PrepareSpeaker 1, RunTurn 1, SaveTurn 1 open
        done 400 -> thinking: SaveTurn 1 open
        muted -> idle: SaveTurn 1 done, Notify LOUDSPEAKER_LOST
    """,
    "crash-while-idle": "crash recorder -> idle: Notify CRASHED",
    "recorder-crashes-while-arming": """
        press -> arming: StartCapture 1, WarmUp
        crash recorder -> idle: DropCapture 1, Notify CRASHED
    """,
    "recorder-crashes-while-listening": """
        press -> arming: StartCapture 1, WarmUp
        started -> listening
        crash recorder -> idle: DropCapture 1, Notify CRASHED
    """,
    "recorder-crashes-while-closing": """
        press -> arming: StartCapture 1, WarmUp
        started -> listening
        release -> closing: StopCapture 1
        crash recorder -> idle: DropCapture 1, Notify CRASHED
    """,
    "a-recorder-that-crashes-before-the-first-block-has-nothing-to-keep": """
        press -> arming: StartCapture 1, WarmUp
        dropped 0 -> idle
        crash recorder -> idle: Notify CRASHED
    """,
    "a-recorder-that-crashes-hands-over-what-was-said": """
        press -> arming: StartCapture 1, WarmUp
        started -> listening
        dropped 700 -> idle: SaveTurn 1 cancelled
        crash recorder -> idle: Notify CRASHED
    """,
    "a-recorder-that-crashes-while-closing-hands-over-what-was-said": """
        press -> arming: StartCapture 1, WarmUp
        started -> listening
        release -> closing: StopCapture 1
        dropped 700 -> idle: SaveTurn 1 cancelled
        crash recorder -> idle: Notify CRASHED
    """,
    "api-crashes-while-thinking": """
        type hi -> thinking: PrepareSpeaker 1, RunTurn 1, SaveTurn 1 open
        crash api -> idle: Silence 1, CancelTurn 1, SaveTurn 1 failed, Notify CRASHED
    """,
    "api-crashes-while-speaking": """
        type hi -> thinking: PrepareSpeaker 1, RunTurn 1, SaveTurn 1 open
        speaking -> speaking
        crash api -> idle: Silence 1, CancelTurn 1, SaveTurn 1 failed, Notify CRASHED
    """,
    "the-loudspeaker-crashes-and-the-answer-goes-on-in-writing": """
        type hi -> thinking: PrepareSpeaker 1, RunTurn 1, SaveTurn 1 open
        speaking -> speaking
        crash playback -> thinking: Silence 1, SaveTurn 1 open, Notify CRASHED
        grown 300 -> thinking: SaveTurn 1 open
        done 400 -> idle: SaveTurn 1 done
    """,
    "the-loudspeaker-crashes-when-the-answer-was-complete": """
        type hi -> thinking: PrepareSpeaker 1, RunTurn 1, SaveTurn 1 open
        done 400 -> thinking: SaveTurn 1 open
        crash playback -> idle: Silence 1, SaveTurn 1 done, Notify CRASHED
    """,
    "the-loudspeaker-crashes-while-replaying": """
        listen -> replaying: PrepareSpeaker 1, Replay 1
        crash playback -> idle: Silence 1, Notify CRASHED
    """,
    "listen-to-what-is-stored": """
        listen -> replaying: PrepareSpeaker 1, Replay 1
        speaking -> replaying
        spoken 900 -> idle
    """,
    "nothing-to-listen-with": """
        listen -> replaying: PrepareSpeaker 1, Replay 1
        muted -> idle: Notify LOUDSPEAKER_LOST
    """,
    "stop-listening": """
        listen -> replaying: PrepareSpeaker 1, Replay 1
        stop -> idle: Silence 1
    """,
    "talking-ends-listening": """
        listen -> replaying: PrepareSpeaker 1, Replay 1
        press -> arming: Silence 1, StartCapture 2, WarmUp
    """,
    "typing-ends-listening": """
        listen -> replaying: PrepareSpeaker 1, Replay 1
        type hi -> thinking: Silence 1, PrepareSpeaker 2, RunTurn 2, SaveTurn 2 open
    """,
    "sending-ends-listening": """
        listen -> replaying: PrepareSpeaker 1, Replay 1
        send 50 -> thinking: Silence 1, PrepareSpeaker 2, RunTurn 2, SaveTurn 2 open
    """,
    "listening-to-something-else": """
        listen -> replaying: PrepareSpeaker 1, Replay 1
        listen -> replaying: Silence 1, PrepareSpeaker 2, Replay 2
        spoken 900 @1 -> replaying
    """,
    "the-microphone-is-tried-and-nothing-of-it-is-kept": """
        check -> arming: StartCapture 1
        started -> listening
        gaps -> listening
        release -> closing: StopCapture 1
        captured 900 -> replaying: PrepareSpeaker 1, Replay 1
        speaking -> replaying
        spoken 900 -> idle: DiscardClip 1
    """,
    "a-muted-microphone-is-tried": """
        check -> arming: StartCapture 1
        started -> listening
        release -> closing: StopCapture 1
        captured silence -> idle: DiscardClip 1, Notify MICROPHONE_SILENT
    """,
    "a-check-needs-a-loudspeaker-too": """
        check -> arming: StartCapture 1
        captured 900 -> replaying: PrepareSpeaker 1, Replay 1
        muted -> idle: DiscardClip 1, Notify LOUDSPEAKER_LOST
    """,
    "the-microphone-is-lost-while-it-is-tried": """
        check -> arming: StartCapture 1
        started -> listening
        unplugged 700 -> idle: DiscardClip 1, Notify CHECK_BROKEN
    """,
    "no-microphone-to-try": """
        check -> arming: StartCapture 1
        unplugged 0 -> idle: Notify MICROPHONE_LOST
    """,
    "a-stopped-check-is-not-kept": """
        check -> arming: StartCapture 1
        started -> listening
        stop -> idle: DropCapture 1
        dropped 700 -> idle: DiscardClip 1
    """,
    "talking-ends-a-check-that-is-played-back": """
        check -> arming: StartCapture 1
        captured 900 -> replaying: PrepareSpeaker 1, Replay 1
        press -> arming: Silence 1, DiscardClip 1, StartCapture 2, WarmUp
    """,
    "a-check-ends-listening": """
        listen -> replaying: PrepareSpeaker 1, Replay 1
        check -> arming: Silence 1, StartCapture 2
    """,
    "a-voice-is-tried": """
        sample -> sampling: PrepareSpeaker 1, SpeakSample 1
        speaking -> sampling
        spoken 900 -> idle
    """,
    "a-voice-that-cannot-be-had": """
        sample -> sampling: PrepareSpeaker 1, SpeakSample 1
        muted -> idle: Silence 1, CancelTurn 1, Notify LOUDSPEAKER_LOST
    """,
    "a-sample-is-stopped": """
        sample -> sampling: PrepareSpeaker 1, SpeakSample 1
        stop -> idle: Silence 1, CancelTurn 1
    """,
    "another-voice-is-tried": """
        sample -> sampling: PrepareSpeaker 1, SpeakSample 1
        sample -> sampling: Silence 1, CancelTurn 1, PrepareSpeaker 2, SpeakSample 2
    """,
    "talking-ends-a-sample": """
        sample -> sampling: PrepareSpeaker 1, SpeakSample 1
        press -> arming: Silence 1, CancelTurn 1, StartCapture 2, WarmUp
    """,
    "typing-ends-a-sample": """
        sample -> sampling: PrepareSpeaker 1, SpeakSample 1
        type hi -> thinking: Silence 1, CancelTurn 1, PrepareSpeaker 2, RunTurn 2, SaveTurn 2 open
    """,
    "sending-ends-a-sample": """
        sample -> sampling: PrepareSpeaker 1, SpeakSample 1
        send 50 -> thinking: Silence 1, CancelTurn 1, PrepareSpeaker 2, RunTurn 2, SaveTurn 2 open
    """,
    "listening-ends-a-sample": """
        sample -> sampling: PrepareSpeaker 1, SpeakSample 1
        listen -> replaying: Silence 1, CancelTurn 1, PrepareSpeaker 2, Replay 2
        sample -> sampling: Silence 2, PrepareSpeaker 3, SpeakSample 3
        check -> arming: Silence 3, CancelTurn 3, StartCapture 4
    """,
    "crash-while-a-voice-is-tried": """
        sample -> sampling: PrepareSpeaker 1, SpeakSample 1
        crash api -> idle: Silence 1, CancelTurn 1, Notify CRASHED
        sample -> sampling: PrepareSpeaker 2, SpeakSample 2
        crash playback -> idle: Silence 2, CancelTurn 2, Notify CRASHED
    """,
    "a-check-that-crashes-leaves-nothing": """
        check -> arming: StartCapture 1
        started -> listening
        dropped 900 -> idle: DiscardClip 1
    """,
    "everything-is-deleted": """
        type hi -> thinking: PrepareSpeaker 1, RunTurn 1, SaveTurn 1 open
        wipe -> thinking
        done 0 -> idle: SaveTurn 1 done
        wipe -> idle: ForgetAll
        words hi @1 -> idle
        delete @1 -> idle
    """,
    "an-unsent-recording-gives-way-to-the-turn-that-sends-it": """
        press -> arming: StartCapture 1, WarmUp
        started -> listening
        unplugged 900 -> idle: SaveTurn 1 failed, Notify MICROPHONE_LOST
        send 1 -> thinking: PrepareSpeaker 2, RunTurn 2, SaveTurn 2 open, ForgetTurn 1
        broken 0 -> idle: SaveTurn 2 failed, Notify CUT_OFF
        send 1 -> thinking: PrepareSpeaker 3, RunTurn 3, SaveTurn 3 open, ForgetTurn 2
    """,
    "an-answered-turn-stays-when-its-recording-is-sent-again": """
        send 50 -> thinking: PrepareSpeaker 1, RunTurn 1, SaveTurn 1 open
        done 100 -> thinking: SaveTurn 1 open
        spoken 100 -> idle: SaveTurn 1 done
        send 50 -> thinking: PrepareSpeaker 2, RunTurn 2, SaveTurn 2 open
    """,
    "a-recording-goes-with-the-last-turn-that-has-it": """
        send 50 -> thinking: PrepareSpeaker 1, RunTurn 1, SaveTurn 1 open
        done 100 -> thinking: SaveTurn 1 open
        spoken 100 -> idle: SaveTurn 1 done
        send 50 -> thinking: PrepareSpeaker 2, RunTurn 2, SaveTurn 2 open
        delete @1 -> thinking: ForgetTurn 1
        stop -> idle: Silence 2, CancelTurn 2, SaveTurn 2 cancelled
        delete @2 -> idle: ForgetTurn 2, DiscardClip 50
    """,
    "deleting": """
        type hi -> thinking: PrepareSpeaker 1, RunTurn 1, SaveTurn 1 open
        delete @1 -> thinking
        done 0 -> idle: SaveTurn 1 done
        delete @7 -> idle
        delete @1 -> idle: ForgetTurn 1
        words hi @1 -> idle
        done 300 @1 -> idle
    """,
    "at-the-start-the-newest-conversation-is-shown": """
        open 200 -> idle
        type hi -> thinking: PrepareSpeaker 1, RunTurn 1, SaveTurn 1 open
        open 300 -> thinking
        done 0 -> idle: SaveTurn 1 done
        open 300 -> idle
        delete @1 -> idle: ForgetTurn 1
    """,
    "another-conversation-is-shown-when-it-was-read": """
        type hi -> thinking: PrepareSpeaker 1, RunTurn 1, SaveTurn 1 open
        choose 200 -> idle: Silence 1, CancelTurn 1, SaveTurn 1 cancelled, OpenConversation 200
        open 200 -> idle
        delete @1 -> idle
        cancelled 0 @1 -> idle: SaveTurn 1 cancelled
        words hi @1 -> idle: SaveTurn 1 cancelled
    """,
    "the-conversation-on-screen-need-not-be-read": """
        type hi -> thinking: PrepareSpeaker 1, RunTurn 1, SaveTurn 1 open
        choose 100 -> idle: Silence 1, CancelTurn 1, SaveTurn 1 cancelled
    """,
    "who-chooses-twice-gets-the-second": """
        choose 200 -> idle: OpenConversation 200
        choose 300 -> idle: OpenConversation 300
        open 200 -> idle
        type hi -> thinking: PrepareSpeaker 1, RunTurn 1, SaveTurn 1 open
        done 0 -> idle: SaveTurn 1 done
        open 300 -> idle
        delete @1 -> idle: ForgetTurn 1
    """,
    "a-new-conversation-stops-what-goes-on": """
        press -> arming: StartCapture 1, WarmUp
        started -> listening
        begin 200 -> idle: DropCapture 1
        dropped 900 -> idle: SaveTurn 1 cancelled
        delete @1 -> idle
        listen -> replaying: PrepareSpeaker 2, Replay 2
        begin 300 -> idle: Silence 2
    """,
    "a-title": """
        rename 100 Owls -> idle: RenameConversation 100
        rename 200 Cats -> idle: RenameConversation 200
    """,
    "the-conversation-on-screen-is-deleted": """
        type hi -> thinking: PrepareSpeaker 1, RunTurn 1, SaveTurn 1 open
        remove 100 -> idle: Silence 1, CancelTurn 1, SaveTurn 1 cancelled, DeleteConversation 100
        cancelled 300 @1 -> idle: SaveTurn 1 cancelled
    """,
    "another-conversation-is-deleted": """
        type hi -> thinking: PrepareSpeaker 1, RunTurn 1, SaveTurn 1 open
        remove 200 -> thinking: DeleteConversation 200
    """,
    "a-conversation-that-is-deleted-while-it-is-read-does-not-appear": """
        choose 200 -> idle: OpenConversation 200
        remove 200 -> idle: DeleteConversation 200
        open 200 -> idle
        type hi -> thinking: PrepareSpeaker 1, RunTurn 1, SaveTurn 1 open
        done 0 -> idle: SaveTurn 1 done
        delete @1 -> idle: ForgetTurn 1
    """,
}


@pytest.mark.parametrize("script", SCRIPTS.values(), ids=SCRIPTS.keys())
def test_script(script: str) -> None:
    _, seen, promised = run_script(script)
    assert seen == promised


ON_STAGE = {
    Stage.IDLE: [],
    Stage.ARMING: ["press"],
    Stage.LISTENING: ["press", "started"],
    Stage.CLOSING: ["press", "started", "release"],
    Stage.THINKING: ["type hi"],
    Stage.SPEAKING: ["type hi", "speaking"],
    Stage.REPLAYING: ["listen"],
    Stage.SAMPLING: ["sample"],
}
DELETABLE = ["type hi", "done 0"]
FROM_THE_PERSON = {"press", "type", "send", "listen", "sample", "check", "delete"}


@pytest.mark.parametrize("stage", Stage, ids=lambda stage: stage.name.lower())
def test_what_concerns_no_turn_is_taken_in_at_any_time(stage: Stage) -> None:
    scripted = after([*DELETABLE, *ON_STAGE[stage]])
    at = stage.name.lower()
    assert scripted.say("disk") == f"{at}: Notify HISTORY_NOT_SAVED"
    assert scripted.say("settings 500") == f"{at}: ArmMicrophone, KeepSound"
    assert scripted.say("watch 1") == f"{at}: ArmMicrophone"
    assert scripted.session.state.settings.talk.shortest_press_ms == 500
    assert scripted.say("service") == f"{at}: PrepareService"
    assert scripted.say("delete @1") == f"{at}: ForgetTurn 1"


NEEDED = {
    Stage.IDLE: set(),
    **{stage: {RECORDER} for stage in (Stage.ARMING, Stage.LISTENING, Stage.CLOSING)},
    **{stage: {API, PLAYBACK} for stage in (Stage.THINKING, Stage.SPEAKING)},
    Stage.REPLAYING: {PLAYBACK},
    Stage.SAMPLING: {API, PLAYBACK},
}
EVERYBODY = {RECORDER, API, PLAYBACK, STORE, KEEPER, "window"}


@pytest.mark.parametrize("stage", Stage, ids=lambda stage: stage.name.lower())
def test_the_crash_of_a_bystander_is_told_and_the_turn_goes_on(stage: Stage) -> None:
    for bystander in EVERYBODY - NEEDED[stage]:
        scripted = after(ON_STAGE[stage])
        before = scripted.session.state
        assert scripted.say(f"crash {bystander}") == f"{stage.name.lower()}: Notify CRASHED"
        assert scripted.session.state == before


def test_every_row_of_the_table_is_told_by_a_script() -> None:
    told = {row for script in SCRIPTS.values() for row in run_script(script)[0].rows_used}
    anywhere = {(stage, event) for stage, event in TABLE if all((other, event) in TABLE for other in Stage)}
    assert set(TABLE) - anywhere <= told
    late = {event for stage, event in told if (stage, event) not in TABLE}
    assert late == set(AFTERTHOUGHTS)


@pytest.mark.parametrize("word", list(EVENTS))
@pytest.mark.parametrize("stage", Stage, ids=lambda stage: stage.name.lower())
def test_a_pair_without_a_row_changes_nothing(stage: Stage, word: str) -> None:
    scripted = after(ON_STAGE[stage])
    event, before = scripted.event(f"{word} 900 hi"), scripted.session.state
    has_row = (stage, type(event)) in TABLE or (stage is Stage.IDLE and type(event) in AFTERTHOUGHTS)
    commands = scripted.session.handle(event)
    assert has_row or (scripted.session.state, commands) == (before, ())


FROM_WORKERS = [
    word for word in EVENTS if isinstance(Scripted().event(word), Event) and word not in FROM_THE_PERSON
]


@pytest.mark.parametrize("word", FROM_WORKERS)
@pytest.mark.parametrize("stage", Stage, ids=lambda stage: stage.name.lower())
def test_news_of_an_older_turn_never_touches_the_stage(stage: Stage, word: str) -> None:
    scripted = after(["type old", "done 0", *ON_STAGE[stage]])
    before = scripted.session.state
    scripted.say(f"{word} 900 late @1")
    assert replace(scripted.session.state, conversation=before.conversation) == before


@pytest.mark.parametrize(("upload", "make_mp3"), [(Upload.MP3, True), (Upload.WAV, False)])
def test_the_recorder_is_told_everything_it_needs(upload: Upload, make_mp3: bool) -> None:
    settings = Settings(
        ServiceSettings(upload=upload), SoundSettings("Desk microphone"), TalkSettings(True, 250)
    )
    session = Session(settings, Conversation(ConversationId(1)))
    start, *_ = session.handle(TalkPressed(TurnId(7)))
    assert start == StartCapture(TurnId(7), settings.sound, make_mp3, shortest_ms=250)


def test_a_question_asked_before_the_service_is_known_is_held_and_then_asked_there() -> None:
    session = Session(Settings(), Conversation(ConversationId(1)))
    early = session.handle(TextSubmitted(TurnId(7), "hello"))
    assert [type(command) for command in early] == [PrepareSpeaker, SaveTurn]
    prepare, run = session.handle(SERVICE)
    assert prepare == PrepareService(SERVICE.base_url)
    assert isinstance(run, RunTurn)
    assert (run.turn, run.text, run.service.base_url) == (TurnId(7), "hello", SERVICE.base_url)
    assert session.handle(SERVICE) == (prepare,)


def test_a_question_that_was_stopped_while_it_was_held_is_never_asked() -> None:
    session = Session(Settings(), Conversation(ConversationId(1)))
    session.handle(TextSubmitted(TurnId(7), "hello"))
    session.handle(StopPressed())
    assert session.handle(SERVICE) == (PrepareService(SERVICE.base_url),)


def test_the_service_is_asked_with_the_recording_or_the_text() -> None:
    typed = run_of(after([]), "type hello")
    assert (typed.clip, typed.text, typed.spoken) == (None, "hello", True)
    sent = run_of(after([]), "send 50")
    assert (sent.clip, sent.text, sent.spoken) == (clip_of(TurnId(50)), "", True)


def test_settings_apply_from_the_next_turn_on() -> None:
    assert not run_of(after(["type one", "settings 300"]), "type two").spoken


def test_a_spoken_turn_keeps_question_answer_and_ending() -> None:
    scripted = after(["press", "started", "release", "captured 900", "words hello", "done 300", "spoken 300"])
    (turn,) = scripted.session.state.conversation.turns
    assert (turn.asked, turn.answer.text, turn.ending) == ("hello", "so so so ", Ending.DONE)
    assert turn.clip is not None
    assert turn.heard_ms is None


def test_an_interrupted_turn_remembers_how_much_was_heard() -> None:
    scripted = after(["type hi", "grown 300", "speaking", "press 120"])
    (turn,) = scripted.session.state.conversation.turns
    assert turn.heard_ms == 120


@pytest.mark.parametrize("lost", ["muted", "crash playback"])
def test_whoever_cannot_hear_an_answer_is_taken_to_have_read_it(lost: str) -> None:
    scripted = after(["type hi", "grown 300", lost, "press 0"])
    (turn,) = scripted.session.state.conversation.turns
    assert turn.ending is Ending.INTERRUPTED
    assert heard_text(turn) == turn.answer.text


def test_a_crash_is_the_reason_of_the_turn_it_ended() -> None:
    scripted = after(["type hi", "crash api"])
    (turn,) = scripted.session.state.conversation.turns
    assert turn.problem is not None
    assert turn.problem.kind is Kind.CRASHED


def test_the_next_request_takes_along_what_was_said_before() -> None:
    scripted = after(["type one", "done 300", "spoken 300", "type two"])
    run = run_of(scripted, "type three")
    assert run.history == (
        Message(Role.USER, "one"),
        Message(Role.ASSISTANT, "so so so "),
        Message(Role.USER, "two"),
    )


def test_late_words_are_in_the_history_of_the_next_request() -> None:
    scripted = after(["press", "started", "release", "captured 900", "stop", "words late"])
    assert run_of(scripted, "type next").history == (Message(Role.USER, "late"),)


def run_of(scripted: Scripted, words: str) -> RunTurn:
    """Say the words and give the request that follows."""
    commands = scripted.session.handle(scripted.event(words))
    (run,) = (command for command in commands if isinstance(command, RunTurn))
    return run


def test_what_is_told_of_a_turn_that_was_left_stays_in_its_conversation() -> None:
    scripted = after(["type hi", "grown 100", "begin 200", "cancelled 300 @1", "words ho @1"])
    assert scripted.session.state.conversation == Conversation(ConversationId(200))
    scripted.say("choose 100")
    scripted.say("open 100")
    (turn,) = scripted.session.state.conversation.turns
    assert (turn.conversation, turn.answer.text, turn.asked) == (100, "so so so ", "ho")


@pytest.mark.parametrize(
    "given_up",
    [
        pytest.param(["begin 200", "dropped 900 @1"], id="by-the-person"),
        pytest.param(
            ["release", "unplugged 0", "begin 200", "captured 900 @1"], id="by-a-microphone-that-hung"
        ),
    ],
)
def test_a_recording_that_was_given_up_joins_the_conversation_it_was_spoken_in(given_up: list[str]) -> None:
    scripted = after(["press", "started", *given_up])
    assert not scripted.session.state.conversation.turns
    scripted.say("choose 100")
    scripted.say("open 100")
    (turn,) = scripted.session.state.conversation.turns
    assert (turn.number, turn.conversation) == (1, 100)


def test_a_recording_of_an_earlier_run_joins_the_conversation_on_screen_in_its_place() -> None:
    scripted = after(["type hi", "done 0", "open 100", "type ho", "done 0", "dropped 900 @0"])
    turns = scripted.session.state.conversation.turns
    assert [turn.number for turn in turns] == [0, 1, 2]


def test_a_title_is_seen_at_once_where_its_conversation_is_on_screen() -> None:
    scripted = after(["rename 200 Cats", "rename 100 Owls"])
    assert scripted.session.state.conversation.title == "Owls"
