"""An answer is heard whole and in order, or not at all any more."""

from pathlib import Path
from threading import Event as Signal

import pytest

from tests.engine.fakes import (
    PATIENCE_S,
    FakeOutlet,
    FakeSpeaker,
    HandAlarms,
    Inbox,
    Running,
    samples,
    tone,
    wait_until,
)
from voicedesk.core.commands import PrepareSpeaker, Replay, Silence
from voicedesk.core.events import SpeakingEnded, SpeakingFailed, SpeakingStarted
from voicedesk.core.inquiries import ListDevices, LoudspeakersListed
from voicedesk.core.problems import Kind, Problem
from voicedesk.core.settings import SoundSettings
from voicedesk.core.units import Milliseconds, TurnId
from voicedesk.engine.inflow import MOST_WAITING_BYTES, Inflow
from voicedesk.engine.jitter import FIRST_WAIT, LONGEST_WAIT, JitterBuffer
from voicedesk.engine.player import Player

FIRST, SECOND = TurnId(1), TurnId(2)


class SteppedClock:
    """Time that moves when the test says so."""

    def __init__(self) -> None:
        self.now_s = 0.0

    def __call__(self) -> float:
        return self.now_s


@pytest.fixture
def inbox() -> Inbox:
    return Inbox()


def prepare(turn: TurnId, loudspeaker: str = "") -> PrepareSpeaker:
    return PrepareSpeaker(turn, SoundSettings(loudspeaker=loudspeaker))


def test_an_answer_is_heard_whole_and_in_order(inbox: Inbox) -> None:
    outlet = FakeOutlet(capacity_frames=4_800)
    player = Player(lambda: FakeSpeaker(outlet), inbox.post)
    with Running(player):
        player.carry_out(prepare(FIRST))
        for level in (1, 2, 3):
            player.put(FIRST, tone(level, 300))
        player.finish(FIRST)
        inbox.wait_for(SpeakingStarted)
        ended = inbox.wait_for(SpeakingEnded)
    assert outlet.heard == tone(1, 300) + tone(2, 300) + tone(3, 300)
    assert outlet.ends > 0, "no tail is held back"
    assert ended.heard_ms == 900


def test_a_silenced_turn_is_not_heard_again_whatever_comes_late(inbox: Inbox) -> None:
    outlet = FakeOutlet()
    outlet.plays_by_itself = False
    player = Player(lambda: FakeSpeaker(outlet), inbox.post)
    with Running(player):
        player.carry_out(prepare(FIRST))
        player.put(FIRST, tone(1, 1000))
        wait_until(lambda: outlet.queued_frames() > 0)
        outlet.play(2_400)
        player.carry_out(Silence(FIRST))
        outlet.plays_by_itself = True
        player.put(FIRST, tone(1, 500))
        player.finish(FIRST)
        player.carry_out(prepare(SECOND))
        player.put(SECOND, tone(2, 500))
        player.finish(SECOND)
        assert inbox.wait_for(SpeakingEnded).turn == SECOND
    assert outlet.hushed_at == [2_400]
    assert outlet.dropped_at == [2_400]
    assert outlet.heard == tone(1, 100) + tone(2, 500)


def test_what_was_heard_can_be_asked_at_any_time(inbox: Inbox) -> None:
    outlet = FakeOutlet(latency_frames=240)
    outlet.plays_by_itself = False
    player = Player(lambda: FakeSpeaker(outlet), inbox.post)
    with Running(player):
        player.carry_out(prepare(FIRST))
        player.put(FIRST, tone(1, 1000))
        wait_until(lambda: outlet.queued_frames() > 0)
        outlet.play(2_640)
        wait_until(lambda: player.heard_ms == 100)
        player.carry_out(Silence(FIRST))
        wait_until(lambda: player.heard_ms == 0)


def test_after_a_starvation_sound_is_gathered_before_going_on(inbox: Inbox) -> None:
    """O3: underrun."""
    outlet = FakeOutlet()
    player = Player(lambda: FakeSpeaker(outlet), inbox.post)
    with Running(player):
        player.carry_out(prepare(FIRST))
        player.put(FIRST, tone(1, 100))
        wait_until(lambda: outlet.heard == tone(1, 100))
        wait_until(lambda: player._jitter.wait == FIRST_WAIT)
        player.put(FIRST, tone(2, 150))
        player.carry_out(ListDevices())
        inbox.wait_for(LoudspeakersListed)  # an order later, so that the sound was looked at
        assert (outlet.heard, outlet.queued_frames()) == (tone(1, 100), 0), "less than is waited for"
        player.put(FIRST, tone(3, 400))
        wait_until(lambda: outlet.heard == tone(1, 100) + tone(2, 150) + tone(3, 400))
        player.put(FIRST, tone(4, 100))
        player.finish(FIRST)
        inbox.wait_for(SpeakingEnded)
    assert outlet.heard.endswith(tone(4, 100)), "what comes last is not waited for"


def test_a_starvation_is_remembered_and_bounded() -> None:
    jitter = JitterBuffer()
    waits = [jitter.wait]
    for _ in range(6):
        jitter.starved()
        waits.append(jitter.wait)
    assert waits[:2] == [0, FIRST_WAIT]
    assert waits == sorted(waits)
    assert waits[-1] == LONGEST_WAIT


@pytest.mark.parametrize(
    "kind",
    [pytest.param(Kind.NO_LOUDSPEAKER, id="O1-no-loudspeaker")],
)
def test_a_loudspeaker_that_does_not_open_is_reported_once_and_the_next_turn_tries_again(
    inbox: Inbox, kind: Kind
) -> None:
    speaker = FakeSpeaker(Problem(kind))
    player = Player(lambda: speaker, inbox.post)
    with Running(player):
        player.carry_out(prepare(FIRST))
        failed = inbox.wait_for(SpeakingFailed)
        player.put(FIRST, tone(1, 100))
        player.finish(FIRST)
        speaker.outlet = FakeOutlet()
        player.carry_out(prepare(SECOND))
        player.put(SECOND, tone(2, 100))
        player.finish(SECOND)
        inbox.wait_for(SpeakingEnded)
    assert (failed.turn, failed.problem.kind) == (FIRST, kind)
    assert sum(isinstance(event, SpeakingFailed) for event in inbox.seen) == 1


def test_a_loudspeaker_that_is_removed_ends_the_sound_and_is_named(inbox: Inbox) -> None:
    """O2: unplugged while playing."""
    outlet = FakeOutlet()
    outlet.plays_by_itself = False
    player = Player(lambda: FakeSpeaker(outlet), inbox.post)
    with Running(player):
        player.carry_out(prepare(FIRST))
        player.put(FIRST, tone(1, 1000))
        wait_until(lambda: outlet.queued_frames() > 0)
        outlet.play(4_800)
        wait_until(lambda: player.heard_ms == 200)
        outlet.problem = Problem(Kind.LOUDSPEAKER_LOST)
        failed = inbox.wait_for(SpeakingFailed)
    assert failed.problem.kind is Kind.LOUDSPEAKER_LOST
    assert outlet.is_closed


class HangingOutlet(FakeOutlet):
    """A device whose closing comes back when the test lets it."""

    def __init__(self) -> None:
        super().__init__()
        self.let_go = Signal()

    def close(self) -> None:
        self.let_go.wait(PATIENCE_S)
        super().close()


def test_P8_a_loudspeaker_that_fails_is_named_before_it_hangs_too(inbox: Inbox) -> None:
    outlet = HangingOutlet()
    outlet.problem = Problem(Kind.LOUDSPEAKER_SILENT)
    player = Player(lambda: FakeSpeaker(outlet), inbox.post)
    with Running(player):
        player.carry_out(prepare(FIRST))
        assert inbox.wait_for(SpeakingFailed).problem == outlet.problem
        assert not outlet.is_closed
        outlet.let_go.set()
    assert outlet.is_closed


def test_a_loudspeaker_that_never_starts_is_given_up(inbox: Inbox) -> None:
    """O5: the sink never starts."""
    outlet, clock = FakeOutlet(), SteppedClock()
    outlet.plays_by_itself = False
    player = Player(lambda: FakeSpeaker(outlet), inbox.post, clock)
    with Running(player):
        player.carry_out(prepare(FIRST))
        player.put(FIRST, tone(1, 100))
        wait_until(lambda: outlet.queued_frames() > 0)
        clock.now_s = 3.5
        assert inbox.wait_for(SpeakingFailed).problem.kind is Kind.LOUDSPEAKER_SILENT


def test_another_loudspeaker_is_used_from_the_next_turn_on(inbox: Inbox) -> None:
    speaker = FakeSpeaker(FakeOutlet())
    player = Player(lambda: speaker, inbox.post)
    with Running(player):
        player.carry_out(prepare(FIRST, "desk"))
        player.carry_out(prepare(SECOND, "desk"))
        player.carry_out(prepare(TurnId(3), "headset"))
        wait_until(lambda: len(speaker.opened) == 2)
    assert speaker.opened == ["desk", "headset"]


def test_stored_sound_is_played_and_can_be_silenced(inbox: Inbox, tmp_path: Path) -> None:
    stored = tmp_path / "1.pcm"
    stored.write_bytes(tone(5, 2_000))
    outlet = FakeOutlet()
    player = Player(lambda: FakeSpeaker(outlet), inbox.post)
    with Running(player):
        player.carry_out(prepare(FIRST))
        player.carry_out(Replay(FIRST, stored))
        assert inbox.wait_for(SpeakingEnded).heard_ms == 2_000
        player.carry_out(Replay(SECOND, stored))
        inbox.wait_for(SpeakingStarted)
        player.carry_out(Silence(SECOND))
        wait_until(lambda: len(outlet.dropped_at) == 1)
    assert samples(outlet.heard) == {5}


def test_a_missing_recording_is_named(inbox: Inbox, tmp_path: Path) -> None:
    player = Player(lambda: FakeSpeaker(FakeOutlet()), inbox.post)
    with Running(player):
        player.carry_out(Replay(FIRST, tmp_path / "gone.pcm"))
        assert inbox.wait_for(SpeakingFailed).problem.kind is Kind.RECORDING_MISSING


def test_stored_sound_is_played_from_any_point(inbox: Inbox, tmp_path: Path) -> None:
    stored = tmp_path / "1.pcm"
    stored.write_bytes(tone(5, 2_000) + tone(6, 1_000))
    outlet = FakeOutlet()
    player = Player(lambda: FakeSpeaker(outlet), inbox.post)
    with Running(player):
        player.carry_out(prepare(FIRST))
        player.carry_out(Replay(FIRST, stored, Milliseconds(1_500)))
        assert inbox.wait_for(SpeakingEnded).heard_ms == 1_500
    assert outlet.heard == tone(5, 500) + tone(6, 1_000)


class HangingSpeaker(FakeSpeaker):
    """Hang in opening until it is let go."""

    def __init__(self, outlet: FakeOutlet) -> None:
        super().__init__(outlet)
        self.let_go = Signal()

    def open(self, device: str) -> FakeOutlet:
        self.let_go.wait(PATIENCE_S)
        return super().open(device)


def test_P8_sound_for_a_loudspeaker_that_hangs_is_limited_and_the_answer_goes_on_in_writing(
    inbox: Inbox,
) -> None:
    outlet = FakeOutlet()
    speaker = HangingSpeaker(outlet)
    player = Player(lambda: speaker, inbox.post)
    a_minute = tone(1, 60_000)
    with Running(player):
        player.carry_out(prepare(FIRST))
        for _ in range(100):
            player.put(FIRST, a_minute)
        player.finish(FIRST)
        assert player._orders.qsize() * len(a_minute) < MOST_WAITING_BYTES * 2
        failed = inbox.wait_for(SpeakingFailed)
        speaker.let_go.set()
        wait_until(player._orders.empty)
        player.carry_out(prepare(SECOND))
        player.put(SECOND, tone(2, 500))
        player.finish(SECOND)
        assert inbox.wait_for(SpeakingEnded).turn == SECOND
    assert (failed.turn, failed.problem.kind) == (FIRST, Kind.LOUDSPEAKER_SILENT)
    assert sum(isinstance(event, SpeakingFailed) for event in inbox.seen) == 1
    assert samples(outlet.heard) == {2}


def test_P8_a_short_answer_goes_on_in_writing_when_its_loudspeaker_hangs_while_it_opens(
    inbox: Inbox,
) -> None:
    outlet, alarms = FakeOutlet(), HandAlarms()
    speaker = HangingSpeaker(outlet)
    player = Player(lambda: speaker, inbox.post, set_alarm=alarms.set)
    with Running(player):
        player.carry_out(prepare(FIRST))
        player.put(FIRST, tone(1, 500))
        player.finish(FIRST)
        alarms.ring()
        failed = inbox.wait_for(SpeakingFailed)
        player.carry_out(prepare(SECOND))
        speaker.let_go.set()
        player.put(SECOND, tone(2, 500))
        player.finish(SECOND)
        assert inbox.wait_for(SpeakingEnded).turn == SECOND
    assert (failed.turn, failed.problem.kind) == (FIRST, Kind.LOUDSPEAKER_SILENT)
    assert samples(outlet.heard) == {2}
    assert not alarms.waiting


def test_P8_a_loudspeaker_that_hangs_is_not_named_to_who_has_stopped_already(inbox: Inbox) -> None:
    alarms, speaker = HandAlarms(), HangingSpeaker(FakeOutlet())
    player = Player(lambda: speaker, inbox.post, set_alarm=alarms.set)
    with Running(player):
        player.carry_out(prepare(FIRST))
        player.carry_out(Silence(FIRST))
        player.finish(FIRST)
        alarms.ring()
        speaker.let_go.set()
    assert inbox.drain() == []


def test_P8_a_loudspeaker_that_answers_is_waited_for_no_longer(inbox: Inbox) -> None:
    alarms, outlet = HandAlarms(), FakeOutlet()
    outlet.plays_by_itself = False
    player = Player(lambda: FakeSpeaker(outlet), inbox.post, set_alarm=alarms.set)
    with Running(player):
        player.carry_out(prepare(FIRST))
        player.put(FIRST, tone(1, 500))
        wait_until(lambda: outlet.queued_frames() > 0 and not alarms.waiting)
        player.finish(FIRST)
        wait_until(lambda: not alarms.waiting)
        alarms.ring()
        outlet.plays_by_itself = True
        inbox.wait_for(SpeakingEnded)
    assert not [event for event in inbox.seen if isinstance(event, SpeakingFailed)]


def test_P8_what_was_taken_makes_room_for_more() -> None:
    inflow = Inflow(most_bytes=100)
    assert [inflow.admits(bytes(60)), inflow.admits(bytes(60))] == [True, False]
    inflow.took(bytes(60))
    assert inflow.admits(bytes(60))
