"""A recording is complete, on disk and truthful about what went wrong."""

from threading import Event as Signal

import pytest

from tests.engine.fakes import (
    PATIENCE_S,
    FakeIntake,
    FakeMicrophone,
    HandAlarms,
    Inbox,
    MemorySpool,
    Running,
    tone,
    wait_until,
)
from voicedesk.core.commands import ArmMicrophone, DiscardClip, DropCapture, StartCapture, StopCapture
from voicedesk.core.conversation import Clip
from voicedesk.core.events import (
    Captured,
    CaptureDropped,
    CaptureFailed,
    CaptureRemarked,
    CaptureStarted,
    Remarked,
)
from voicedesk.core.inquiries import ListDevices, MicrophonesListed, MicrophoneWatched
from voicedesk.core.levels import SILENT_DBFS
from voicedesk.core.problems import Kind, Problem, trouble
from voicedesk.core.settings import SoundSettings
from voicedesk.core.units import Frames, TurnId, milliseconds_of
from voicedesk.engine.recorder import Recorder

TURN = TurnId(7)


def start(turn: TurnId = TURN, sound: SoundSettings | None = None) -> StartCapture:
    return StartCapture(turn, sound or SoundSettings(), make_mp3=False, shortest_ms=300)


@pytest.fixture
def inbox() -> Inbox:
    return Inbox()


def recorder_with(inbox: Inbox, spool: MemorySpool, *script: FakeIntake | Problem) -> Recorder:
    microphone = FakeMicrophone(*script)
    return Recorder(lambda: microphone, lambda: spool, inbox.post)


def test_everything_that_was_said_is_in_the_clip(inbox: Inbox) -> None:
    spool, intake = MemorySpool(), FakeIntake([tone(1, 400)])
    recorder = recorder_with(inbox, spool, intake)
    with Running(recorder):
        recorder.carry_out(start())
        inbox.wait_for(CaptureStarted)
        intake.say(tone(2, 300))
        recorder.carry_out(StopCapture(TURN))
        clip = inbox.wait_for(Captured).clip
    assert spool.takes[0].pcm == tone(1, 400) + tone(2, 300)
    assert clip.duration_ms == 700
    assert intake.is_closed


def test_listening_is_reported_by_the_first_block_and_not_by_the_key(inbox: Inbox) -> None:
    intake = FakeIntake([])
    recorder = recorder_with(inbox, MemorySpool(), intake)
    with Running(recorder):
        recorder.carry_out(start())
        recorder.carry_out(StopCapture(TURN))
        inbox.wait_for(Captured)
    assert not any(isinstance(event, CaptureStarted) for event in inbox.seen)


def test_a_dropped_recording_is_kept_unless_it_is_a_tap(inbox: Inbox) -> None:
    spool = MemorySpool()
    recorder = recorder_with(inbox, spool, FakeIntake([tone(1, 1000)]), FakeIntake([tone(2, 100)]))
    with Running(recorder):
        recorder.carry_out(start())
        inbox.wait_for(CaptureStarted)
        recorder.carry_out(DropCapture(TURN))
        kept = inbox.wait_for(CaptureDropped)
        recorder.carry_out(start(TurnId(8)))
        inbox.wait_for(CaptureStarted)
        recorder.carry_out(DropCapture(TurnId(8)))
        tap = inbox.wait_for(CaptureDropped)
    assert kept.clip and kept.clip.duration_ms == 1000
    assert tap.clip is None
    assert spool.takes[1].is_discarded


def test_leaving_in_the_middle_keeps_what_was_said(inbox: Inbox) -> None:
    spool = MemorySpool()
    recorder = recorder_with(inbox, spool, FakeIntake([tone(1, 1000)]))
    with Running(recorder):
        recorder.carry_out(start())
        inbox.wait_for(CaptureStarted)
    clip = inbox.wait_for(CaptureDropped).clip
    assert clip and clip.duration_ms == 1000


@pytest.mark.parametrize(
    "problem",
    [
        pytest.param(Problem(Kind.MICROPHONE_LOST), id="A3-unplugged"),
        pytest.param(Problem(Kind.MICROPHONE_MOVED, {"source": "monitor"}), id="A4-moved"),
        pytest.param(Problem(Kind.MICROPHONE_STALLED), id="A10-stalled"),
    ],
)
def test_a_fault_of_the_device_ends_the_recording_and_keeps_it(inbox: Inbox, problem: Problem) -> None:
    recorder = recorder_with(inbox, MemorySpool(), FakeIntake([tone(1, 1200), problem]))
    with Running(recorder):
        recorder.carry_out(start())
        failed = inbox.wait_for(CaptureFailed)
    assert failed.problem.kind is problem.kind
    assert failed.problem.values["seconds"] == "1.2"
    assert failed.clip and failed.clip.duration_ms == 1200


@pytest.mark.parametrize(
    "kind",
    [
        pytest.param(Kind.NO_MICROPHONE, id="A1-no-microphone"),
        pytest.param(Kind.MICROPHONE_DENIED, id="A5-denied"),
        pytest.param(Kind.MICROPHONE_UNUSABLE, id="A8-unusable"),
        pytest.param(Kind.MICROPHONE_BUSY, id="A9-busy"),
    ],
)
def test_a_microphone_that_does_not_open_is_named_and_the_next_press_works(inbox: Inbox, kind: Kind) -> None:
    recorder = recorder_with(inbox, MemorySpool(), Problem(kind), FakeIntake([tone(1, 400)]))
    with Running(recorder):
        recorder.carry_out(start())
        failed = inbox.wait_for(CaptureFailed)
        recorder.carry_out(start(TurnId(8)))
        inbox.wait_for(CaptureStarted)
    assert (failed.problem.kind, failed.clip) == (kind, None)


def test_A8_while_the_chosen_microphone_is_away_the_systems_is_used_with_a_word_about_it(
    inbox: Inbox,
) -> None:
    absent = Problem(Kind.MICROPHONE_ABSENT, {"device": "Headset"})
    recorder = recorder_with(inbox, MemorySpool(), absent, FakeIntake([tone(1, 400)]))
    with Running(recorder):
        recorder.carry_out(start())
        remark = inbox.wait_for(CaptureRemarked)
        inbox.wait_for(CaptureStarted)
    assert remark.problem == Problem(Kind.MICROPHONE_REPLACED, {"device": "Headset"})


@pytest.mark.parametrize(
    "kind",
    [pytest.param(Kind.DISK_FULL, id="A15-disk-full"), pytest.param(Kind.DISK_FAILED, id="A16-disk-failed")],
)
def test_a_disk_that_gives_up_stops_the_recording_and_keeps_what_is_written(inbox: Inbox, kind: Kind) -> None:
    spool = MemorySpool(room_frames=Frames(24_000), full=Problem(kind))
    recorder = recorder_with(inbox, spool, FakeIntake([tone(1, 800), tone(1, 800)]))
    with Running(recorder):
        recorder.carry_out(start())
        failed = inbox.wait_for(CaptureFailed)
    assert failed.problem.kind is kind
    assert failed.clip and failed.clip.duration_ms == 800


def test_a_muted_microphone_is_noticed_while_recording(inbox: Inbox) -> None:
    """A6: all zeros."""
    recorder = recorder_with(inbox, MemorySpool(), FakeIntake([tone(0, 1600)]))
    with Running(recorder):
        recorder.carry_out(start())
        remark = inbox.wait_for(CaptureRemarked)
        recorder.carry_out(StopCapture(TURN))
        clip = inbox.wait_for(Captured).clip
    assert remark.problem.kind is Kind.NOTHING_HEARD
    assert clip.is_silent


@pytest.mark.parametrize(
    ("pcm", "lost_frames", "kind"),
    [
        pytest.param(tone(40, 500), 0, Kind.TOO_QUIET, id="A7-quiet"),
        pytest.param(tone(32_767, 500), 0, Kind.TOO_LOUD, id="A7-clipped"),
        pytest.param(tone(3_000, 500), 6_000, Kind.SOUND_GAPS, id="A11-overrun"),
    ],
)
def test_what_a_recording_suffers_from_is_said_and_it_is_sent_all_the_same(
    inbox: Inbox, pcm: bytes, lost_frames: int, kind: Kind
) -> None:
    intake = FakeIntake([pcm])
    intake.lost_frames = Frames(lost_frames)
    recorder = recorder_with(inbox, MemorySpool(), intake)
    with Running(recorder):
        recorder.carry_out(start())
        inbox.wait_for(CaptureStarted)
        recorder.carry_out(StopCapture(TURN))
        assert inbox.wait_for(CaptureRemarked).problem.kind is kind
        inbox.wait_for(Captured)


def test_the_longest_time_ends_a_recording(inbox: Inbox) -> None:
    """A14: over-long."""
    recorder = recorder_with(inbox, MemorySpool(), FakeIntake([tone(1, 60_000)]))
    with Running(recorder):
        recorder.carry_out(start(sound=SoundSettings(longest_minutes=1)))
        failed = inbox.wait_for(CaptureFailed)
    assert failed.problem.kind is Kind.TOO_LONG
    assert failed.clip and failed.clip.duration_ms == 60_000


def test_the_preroll_puts_the_last_300_ms_before_the_key_into_the_clip(inbox: Inbox) -> None:
    armed, again = FakeIntake([tone(1, 500), tone(2, 200)]), FakeIntake([])
    spool = MemorySpool()
    sound = SoundSettings(preroll=True)
    recorder = recorder_with(inbox, spool, armed, again)
    with Running(recorder):
        recorder.carry_out(ArmMicrophone(sound))
        wait_until(lambda: not armed._pieces)
        recorder.carry_out(start(sound=sound))
        inbox.wait_for(CaptureStarted)
        armed.say(tone(3, 400))
        recorder.carry_out(StopCapture(TURN))
        clip = inbox.wait_for(Captured).clip
    assert spool.takes[0].pcm == tone(1, 100) + tone(2, 200) + tone(3, 400)
    assert milliseconds_of(clip.preroll_frames) == 300
    assert clip.held_ms == 400
    assert again.is_closed


def test_without_a_preroll_no_microphone_is_open_between_recordings(inbox: Inbox) -> None:
    intake = FakeIntake([tone(1, 400)])
    microphone = FakeMicrophone(intake)
    recorder = Recorder(lambda: microphone, MemorySpool, inbox.post)
    with Running(recorder):
        recorder.carry_out(ArmMicrophone(SoundSettings()))
        recorder.carry_out(start())
        inbox.wait_for(CaptureStarted)
        recorder.carry_out(StopCapture(TURN))
        inbox.wait_for(Captured)
        wait_until(lambda: intake.is_closed)
    assert len(microphone.opened) == 1


def test_orders_for_another_turn_are_ignored(inbox: Inbox) -> None:
    recorder = recorder_with(inbox, MemorySpool(), FakeIntake([tone(1, 400)]))
    with Running(recorder):
        recorder.carry_out(start())
        inbox.wait_for(CaptureStarted)
        recorder.carry_out(StopCapture(TurnId(6)))
        recorder.carry_out(DropCapture(TurnId(6)))
        recorder.carry_out(StopCapture(TURN))
        assert inbox.wait_for(Captured).turn == TURN


def test_a_discarded_clip_is_deleted(inbox: Inbox) -> None:
    spool = MemorySpool()
    recorder = recorder_with(inbox, spool)
    with Running(recorder):
        recorder.carry_out(DiscardClip(Clip(TURN, path=None, frames=Frames(1))))  # type: ignore[arg-type]
        wait_until(lambda: spool.discarded == [TURN])


class StubbornSpool(MemorySpool):
    def discard(self, clip: Clip) -> None:
        raise trouble(Kind.RECORDING_NOT_DELETED)


def test_a_recording_that_cannot_be_deleted_is_named_and_recording_goes_on(inbox: Inbox) -> None:
    recorder = recorder_with(inbox, StubbornSpool(), FakeIntake([tone(1, 400)]))
    with Running(recorder):
        recorder.carry_out(DiscardClip(Clip(TURN, path=None, frames=Frames(1))))  # type: ignore[arg-type]
        assert inbox.wait_for(Remarked).problem.kind is Kind.RECORDING_NOT_DELETED
        recorder.carry_out(start())
        inbox.wait_for(CaptureStarted)


WATCH = ArmMicrophone(SoundSettings(), watched=True)


def test_the_level_is_live_while_somebody_watches_and_the_microphone_closes_after(inbox: Inbox) -> None:
    intake = FakeIntake([tone(9_000, 40)])
    recorder = recorder_with(inbox, MemorySpool(), intake)
    with Running(recorder):
        recorder.carry_out(WATCH)
        assert inbox.wait_for(MicrophoneWatched).problem is None
        wait_until(lambda: recorder.level_dbfs > -20)
        recorder.carry_out(ArmMicrophone(SoundSettings()))
        wait_until(lambda: intake.is_closed)
        assert recorder.level_dbfs == SILENT_DBFS


def test_watching_puts_nothing_before_a_recording(inbox: Inbox) -> None:
    spool, intake = MemorySpool(), FakeIntake([tone(1, 200)])
    recorder = recorder_with(inbox, spool, intake, FakeIntake([]))
    with Running(recorder):
        recorder.carry_out(WATCH)
        wait_until(lambda: recorder.level_dbfs > SILENT_DBFS)
        recorder.carry_out(start())
        wait_until(lambda: bool(spool.takes))
        intake.say(tone(2, 400))
        recorder.carry_out(StopCapture(TURN))
        clip = inbox.wait_for(Captured).clip
        assert inbox.wait_for(MicrophoneWatched).problem is None, "the level goes on after the recording"
    assert (spool.takes[0].pcm, clip.preroll_frames) == (tone(2, 400), 0)


def test_who_watches_is_told_why_there_is_no_level(inbox: Inbox) -> None:
    unplugged, gone = Problem(Kind.NO_MICROPHONE), Problem(Kind.MICROPHONE_LOST)
    intake = FakeIntake([gone])
    recorder = recorder_with(inbox, MemorySpool(), unplugged, intake)
    with Running(recorder):
        recorder.carry_out(WATCH)
        assert inbox.wait_for(MicrophoneWatched).problem == unplugged
        recorder.carry_out(WATCH)
        assert inbox.wait_for(MicrophoneWatched).problem is None
        assert inbox.wait_for(MicrophoneWatched).problem == gone
    assert intake.is_closed


def test_looking_for_new_microphones_lets_go_of_one_that_is_only_watched(inbox: Inbox) -> None:
    held, again = FakeIntake([]), FakeIntake([])
    recorder = recorder_with(inbox, MemorySpool(), held, again)
    with Running(recorder):
        recorder.carry_out(WATCH)
        inbox.wait_for(MicrophoneWatched)
        recorder.carry_out(ListDevices())
        assert inbox.wait_for(MicrophonesListed).names == ("desk", "headset")
        assert not held.is_closed
        recorder.carry_out(ListDevices(anew=True))
        inbox.wait_for(MicrophonesListed)
        assert held.is_closed
        assert not again.is_closed


class HangingMicrophone(FakeMicrophone):
    """A device whose opening comes back when the test lets it."""

    def __init__(self, *script: FakeIntake | Problem) -> None:
        super().__init__(*script)
        self.let_go = Signal()

    def open(self, device: str) -> FakeIntake:
        self.let_go.wait(PATIENCE_S)
        return super().open(device)


def test_P8_a_microphone_that_hangs_while_it_opens_is_named_and_records_nothing_when_it_comes_back(
    inbox: Inbox,
) -> None:
    late, alarms, spool = FakeIntake([tone(1, 100)]), HandAlarms(), MemorySpool()
    microphone = HangingMicrophone(late, FakeIntake([tone(2, 400)]))
    recorder = Recorder(lambda: microphone, lambda: spool, inbox.post, alarms.set)
    with Running(recorder):
        recorder.carry_out(start())
        alarms.ring()
        failed = inbox.wait_for(CaptureFailed)
        microphone.let_go.set()
        wait_until(lambda: spool.takes != [] and spool.takes[0].is_discarded)
        recorder.carry_out(start(TurnId(8)))
        recorder.carry_out(StopCapture(TurnId(8)))
        assert inbox.wait_for(Captured).turn == TurnId(8)
    assert (failed.turn, failed.problem.kind, failed.clip) == (TURN, Kind.MICROPHONE_HANGS, None)
    assert late.is_closed


class HangingIntake(FakeIntake):
    """A microphone that hangs when it is stopped or closed."""

    def __init__(self, pieces: list[bytes | Problem]) -> None:
        super().__init__(pieces)
        self.let_go = Signal()

    def finish(self) -> bytes:
        self.let_go.wait(PATIENCE_S)
        return super().finish()

    def close(self) -> None:
        self.let_go.wait(PATIENCE_S)
        super().close()


def test_P8_what_was_said_is_handed_over_before_a_microphone_that_fails_hangs_too(inbox: Inbox) -> None:
    intake = HangingIntake([tone(1, 400), Problem(Kind.MICROPHONE_STALLED)])
    recorder = recorder_with(inbox, MemorySpool(), intake)
    with Running(recorder):
        recorder.carry_out(start())
        failed = inbox.wait_for(CaptureFailed)
        assert not intake.is_closed
        intake.let_go.set()
    assert failed.problem.kind is Kind.MICROPHONE_STALLED
    assert failed.clip and failed.clip.duration_ms == 400
    assert intake.is_closed


def test_P8_a_microphone_that_hangs_when_it_is_stopped_is_named_and_its_recording_comes_later(
    inbox: Inbox,
) -> None:
    intake, alarms = HangingIntake([tone(1, 400)]), HandAlarms()
    microphone = FakeMicrophone(intake)
    recorder = Recorder(lambda: microphone, MemorySpool, inbox.post, alarms.set)
    with Running(recorder):
        recorder.carry_out(start())
        inbox.wait_for(CaptureStarted)
        wait_until(lambda: not alarms.waiting)
        recorder.carry_out(StopCapture(TURN))
        alarms.ring()
        assert inbox.wait_for(CaptureFailed).problem.kind is Kind.MICROPHONE_HANGS
        intake.let_go.set()
        assert inbox.wait_for(Captured).clip.duration_ms == 400


def test_P8_a_microphone_that_hangs_is_not_named_to_who_has_let_go_already(inbox: Inbox) -> None:
    alarms, microphone = HandAlarms(), HangingMicrophone(FakeIntake([]))
    recorder = Recorder(lambda: microphone, MemorySpool, inbox.post, alarms.set)
    with Running(recorder):
        recorder.carry_out(start())
        recorder.carry_out(DropCapture(TURN))
        alarms.ring()
        microphone.let_go.set()
    assert not [event for event in inbox.drain() if isinstance(event, CaptureFailed)]
