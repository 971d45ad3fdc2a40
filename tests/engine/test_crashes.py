"""After a fault of our own a worker goes on, and nothing was lost or left open."""

from collections.abc import Callable

import pytest

from tests.engine.fakes import (
    FakeIntake,
    FakeMicrophone,
    FakeOutlet,
    FakeSpeaker,
    Inbox,
    Kept,
    MemorySpool,
    MemoryTake,
    tone,
    wait_until,
)
from tests.engine.test_keeper import FakeFile, FakeKeys, Office
from voicedesk.core.commands import ArmMicrophone, DropCapture, PrepareSpeaker, StartCapture, StopCapture
from voicedesk.core.conversation import Clip
from voicedesk.core.events import (
    Captured,
    CaptureDropped,
    CaptureStarted,
    ServiceChosen,
    SpeakingEnded,
    WorkerCrashed,
)
from voicedesk.core.problems import Kind, Problem
from voicedesk.core.settings import DEFAULT_BASE_URL, ServiceSettings, Settings, SoundSettings
from voicedesk.core.units import Frames, Pcm, TurnId
from voicedesk.core.workers import KEEPER, PLAYBACK, RECORDER
from voicedesk.engine.player import Player
from voicedesk.engine.recorder import Recorder

FIRST, SECOND = TurnId(1), TurnId(2)


@pytest.fixture
def inbox() -> Inbox:
    return Inbox()


# The recorder


class BrokenIntake(FakeIntake):
    """Give sound, then break at one step for good."""

    def __init__(self, breaks_at: str) -> None:
        super().__init__([tone(1, 1000)])
        self._breaks_at = breaks_at
        self._reads = 0

    def read(self) -> Pcm:
        self._reads += 1
        if self._breaks_at == "read" and self._reads > 1:
            raise ValueError
        return super().read()

    def finish(self) -> Pcm:
        if self._breaks_at == "finish":
            raise ValueError
        return super().finish()

    def close(self) -> None:
        super().close()
        if self._breaks_at == "close":
            raise ValueError

    def fault(self) -> Problem | None:
        if self._breaks_at == "fault" and self._reads > 1:
            raise ValueError
        return super().fault()


class BrokenTake(MemoryTake):
    """Break at the second piece, or at the end."""

    breaks_at = ""

    def append(self, pcm: Pcm) -> None:
        if self.breaks_at == "append" and self.pcm:
            raise ValueError
        super().append(pcm)

    def finish(self, preroll: Frames, lost: Frames) -> Clip:
        if self.breaks_at == "finish":
            self.breaks_at = ""
            raise ValueError
        return super().finish(preroll, lost)


class BrokenSpool(MemorySpool):
    """The first recording breaks; the others do not."""

    breaks_at = ""

    def begin(self, turn: TurnId, make_mp3: bool) -> MemoryTake:
        if self.takes:
            return super().begin(turn, make_mp3)
        if self.breaks_at == "begin":
            self.breaks_at = ""
            raise ValueError
        take = BrokenTake(turn, self.room_frames, self.full)
        take.breaks_at = self.breaks_at
        self.takes.append(take)
        return take


def start(turn: TurnId) -> StartCapture:
    return StartCapture(turn, SoundSettings(), make_mp3=False, shortest_ms=300)


def talk_again(recorder: Recorder, inbox: Inbox) -> Clip:
    """Talk a second time and give the recording."""
    recorder.carry_out(start(SECOND))
    inbox.wait_for(CaptureStarted)
    recorder.carry_out(StopCapture(SECOND))
    return inbox.wait_for(Captured).clip


@pytest.mark.parametrize("breaks_at", ["read", "fault", "finish", "close"])
def test_a_microphone_that_breaks_our_loop_is_closed_and_what_was_said_is_kept(
    inbox: Inbox, breaks_at: str
) -> None:
    broken, fine = BrokenIntake(breaks_at), FakeIntake([tone(2, 400)])
    microphone = FakeMicrophone(broken, fine)
    recorder = Recorder(lambda: microphone, MemorySpool, inbox.post)
    with Kept(recorder, inbox):
        recorder.carry_out(start(FIRST))
        inbox.wait_for(CaptureStarted)
        if breaks_at in ("finish", "close"):
            recorder.carry_out(StopCapture(FIRST))
        kept = inbox.wait_for(CaptureDropped)
        assert inbox.wait_for(WorkerCrashed).worker == RECORDER
        assert broken.is_closed
        assert kept.turn == FIRST and kept.clip and kept.clip.duration_ms == 1000
        assert talk_again(recorder, inbox).duration_ms == 400
    assert fine.is_closed


@pytest.mark.parametrize("breaks_at", ["append", "finish"])
def test_a_recording_that_breaks_our_loop_leaves_no_microphone_open(inbox: Inbox, breaks_at: str) -> None:
    broken, spool = FakeIntake([tone(1, 1000), tone(1, 200)]), BrokenSpool()
    spool.breaks_at = breaks_at
    microphone = FakeMicrophone(broken, FakeIntake([tone(2, 400)]))
    recorder = Recorder(lambda: microphone, lambda: spool, inbox.post)
    with Kept(recorder, inbox):
        recorder.carry_out(start(FIRST))
        inbox.wait_for(CaptureStarted)
        recorder.carry_out(StopCapture(FIRST))
        kept = inbox.wait_for(CaptureDropped)
        assert inbox.wait_for(WorkerCrashed).worker == RECORDER
        assert broken.is_closed
        assert kept.clip and kept.clip.duration_ms in (1000, 1200)
        assert talk_again(recorder, inbox).duration_ms == 400


def test_a_recording_that_cannot_begin_leaves_no_microphone_open(inbox: Inbox) -> None:
    broken, spool = FakeIntake([]), BrokenSpool()
    spool.breaks_at = "begin"
    microphone = FakeMicrophone(broken, FakeIntake([tone(2, 400)]))
    recorder = Recorder(lambda: microphone, lambda: spool, inbox.post)
    with Kept(recorder, inbox):
        recorder.carry_out(start(FIRST))
        inbox.wait_for(WorkerCrashed)
        assert broken.is_closed
        recorder.carry_out(DropCapture(FIRST))
        assert talk_again(recorder, inbox).duration_ms == 400


def test_a_microphone_that_waits_for_the_next_press_is_closed_when_it_breaks_our_loop(inbox: Inbox) -> None:
    waiting = BrokenIntake("read")
    microphone = FakeMicrophone(waiting, FakeIntake([tone(2, 400)]), FakeIntake([]))
    recorder = Recorder(lambda: microphone, MemorySpool, inbox.post)
    with Kept(recorder, inbox):
        recorder.carry_out(ArmMicrophone(SoundSettings(preroll=True)))
        inbox.wait_for(WorkerCrashed)
        assert waiting.is_closed
        assert talk_again(recorder, inbox).duration_ms == 400


# The player


class BrokenOutlet(FakeOutlet):
    """Break as soon as sound comes."""

    def write(self, pcm: Pcm) -> Frames:
        raise ValueError


class BrokenSpeaker(FakeSpeaker):
    """Break while it is opened."""

    def open(self, device: str) -> FakeOutlet:
        raise ValueError


def speaker_after(first: FakeSpeaker) -> Callable[[], FakeSpeaker]:
    """Give the first speaker, and after a crash one that works."""
    speakers = [first, FakeSpeaker(FakeOutlet())]
    return lambda: speakers.pop(0)


@pytest.mark.parametrize(
    "first",
    [
        pytest.param(FakeSpeaker(BrokenOutlet()), id="while-playing"),
        pytest.param(BrokenSpeaker(FakeOutlet()), id="while-opening"),
    ],
)
def test_a_loudspeaker_that_breaks_our_loop_costs_one_answer_its_sound_and_no_other(
    inbox: Inbox, first: FakeSpeaker
) -> None:
    player = Player(speaker_after(first), inbox.post)
    with Kept(player, inbox):
        for _ in range(10):
            player.put(FIRST, tone(1, 100))
        player.finish(FIRST)
        assert inbox.wait_for(WorkerCrashed).worker == PLAYBACK
        player.carry_out(PrepareSpeaker(SECOND, SoundSettings()))
        player.put(SECOND, tone(2, 100))
        player.finish(SECOND)
        assert inbox.wait_for(SpeakingEnded).turn == SECOND
    assert sum(isinstance(event, WorkerCrashed) for event in inbox.seen) == 1


def test_a_loudspeaker_that_breaks_our_loop_is_closed(inbox: Inbox) -> None:
    outlet = BrokenOutlet()
    player = Player(speaker_after(FakeSpeaker(outlet)), inbox.post)
    with Kept(player, inbox):
        player.put(FIRST, tone(1, 100))
        inbox.wait_for(WorkerCrashed)
        wait_until(lambda: outlet.is_closed)


# The keeper


class FragileFile(FakeFile):
    """Break our loop when told to."""

    breaks = False

    def save(self, settings: Settings) -> Problem | None:
        if self.breaks:
            raise ValueError
        return super().save(settings)


class ForgetfulOffice(Office):
    """Whoever opens the store of keys again finds it empty."""

    def __init__(self) -> None:
        self.fragile = FragileFile()
        super().__init__(FakeKeys(), self.fragile)
        self.keeper._make_key_store = FakeKeys

    def crash(self) -> None:
        """Let the keeper crash, and wait until it works again."""
        self.fragile.breaks = True
        self.keeper.change_settings(self.keeper._settings)
        assert self.inbox.wait_for(WorkerCrashed).worker == KEEPER
        self.fragile.breaks = False


def test_a_key_that_lives_in_memory_alone_outlives_a_crash() -> None:
    office = ForgetfulOffice()
    with Kept(office.keeper, office.inbox):
        assert office.inbox.wait_for(ServiceChosen).practice
        office.keeper.enter_key("sk-for-this-session")
        assert not office.inbox.wait_for(ServiceChosen).practice
        office.crash()
        again = office.inbox.wait_for(ServiceChosen)
        assert (again.base_url, again.practice) == (DEFAULT_BASE_URL, False)
    assert office.door.chosen[-1] == (DEFAULT_BASE_URL, "sk-for-this-session")


def test_settings_that_could_not_be_stored_outlive_a_crash() -> None:
    office = ForgetfulOffice()
    elsewhere = "https://other.example/v1"
    with Kept(office.keeper, office.inbox):
        office.inbox.wait_for(ServiceChosen)
        office.keeper.change_settings(Settings(ServiceSettings(base_url=elsewhere)))
        office.inbox.wait_for(ServiceChosen)
        office.fragile.stored = Settings()
        office.crash()
        office.keeper.enter_key("sk-of-the-other")
        office.inbox.wait_for(ServiceChosen)
        chosen = office.inbox.wait_for(ServiceChosen)
        assert (chosen.base_url, chosen.practice) == (elsewhere, False)


def test_a_turn_that_talks_to_the_practice_service_outlives_a_crash_of_the_keeper() -> None:
    office = ForgetfulOffice()
    with Kept(office.keeper, office.inbox):
        office.inbox.wait_for(ServiceChosen)
        office.crash()
        office.inbox.wait_for(ServiceChosen)
        assert not office.practice.is_stopped
    assert office.practice.is_stopped


# What a crash is called


def test_a_crash_is_told_by_its_kind_and_place_and_never_by_its_message(inbox: Inbox) -> None:
    player = Player(speaker_after(FakeSpeaker(BrokenOutlet())), inbox.post)
    with Kept(player, inbox):
        player.put(FIRST, tone(1, 100))
        crash = inbox.wait_for(WorkerCrashed)
    assert crash.problem.kind is Kind.CRASHED
    assert "ValueError" in crash.problem.detail
