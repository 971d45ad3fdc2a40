"""Playing gives every sample once, and falls silent when it has to."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.audio.conftest import RAMP_FRAMES, noise
from tests.desktop.sound import SoundServer, wait_for
from voicedesk.audio.speaker import PortAudioOutlet, PortAudioSpeaker
from voicedesk.core.problems import Kind, Trouble

pytestmark = pytest.mark.desktop

Opening = Callable[..., PortAudioOutlet]


def play(outlet: PortAudioOutlet, sound: NDArray[np.int16]) -> None:
    """Write as the player does, until all was handed to the device."""
    rest = sound.tobytes()

    def is_played() -> bool:
        nonlocal rest
        rest = rest[2 * outlet.write(rest) :]
        return not outlet.queued_frames() and not rest

    wait_for(is_played, "the end of playing")


def settled(file: Path) -> NDArray[np.int16]:
    """Wait for 200 ms of silence, and give what was heard before it."""

    def heard() -> NDArray[np.int16]:
        data = file.read_bytes()
        return np.frombuffer(data[: len(data) & ~1], "<i2")

    def is_silent() -> bool:
        return bool(heard().any()) and not heard()[-4_800:].any()

    wait_for(is_silent, "silence")
    sounding = np.flatnonzero(heard())
    return heard()[sounding[0] : sounding[-1] + 1]


@pytest.fixture
def long_buffer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give the device the buffer that a busy computer ends up with, so that only our own gaps are found."""
    monkeypatch.setattr("voicedesk.audio.speaker._LATENCIES", (0.1,))


@pytest.mark.usefixtures("long_buffer")
def test_every_sample_is_heard_once(sound_server: SoundServer, open_speaker: Opening) -> None:
    said = noise(2)
    with sound_server.recording_speaker() as file:
        outlet = open_speaker()
        outlet.begin()
        play(outlet, said)
        assert outlet.played_frames() == len(said)
        outlet.close()
        heard = settled(file)
    whole = len(said) - RAMP_FRAMES
    assert heard[:whole].tobytes() == said[:whole].tobytes()
    assert len(said) - 2 <= len(heard) <= len(said)


@pytest.fixture
def held_interpreter() -> Iterator[None]:
    """Let another thread hold the interpreter for about 80 ms, again and again."""
    done = threading.Event()

    def hold() -> None:
        while not done.wait(0.005):
            sum(range(3_000_000))  # one call into C, which lets nobody in between

    thread = threading.Thread(target=hold)
    thread.start()
    yield
    done.set()
    thread.join()


@pytest.mark.usefixtures("long_buffer", "held_interpreter")
def test_a_held_interpreter_makes_no_gap(sound_server: SoundServer, open_speaker: Opening) -> None:
    said = noise(2)
    with sound_server.recording_speaker() as file:
        outlet = open_speaker()
        outlet.begin()
        play(outlet, said)
        outlet.close()
        heard = settled(file)
    whole = len(said) - RAMP_FRAMES
    assert heard[:whole].tobytes() == said[:whole].tobytes()
    assert len(said) - 2 <= len(heard) <= len(said)


@pytest.mark.usefixtures("long_buffer")
def test_the_tail_follows_at_once_when_the_end_is_told_and_nobody_looks(
    sound_server: SoundServer, open_speaker: Opening
) -> None:
    with sound_server.recording_speaker() as file:
        outlet = open_speaker()
        outlet.begin()
        outlet.write(np.full(12_000, 5_000, "<i2").tobytes())
        outlet.end()
        recorded = file.stat().st_size
        wait_for(lambda: file.stat().st_size > recorded + 2 * 24_000, "a second without a look")
        sounded = settled(file)
    heard = np.flatnonzero(sounded)
    assert heard[-1] - heard[0] + 1 == len(heard) >= 11_990


def test_the_tail_is_not_cut_off_by_closing(sound_server: SoundServer, open_speaker: Opening) -> None:
    said = noise(0.3)
    with sound_server.recording_speaker() as file:
        outlet = open_speaker()
        outlet.begin()
        play(outlet, said)
        outlet.close()
        assert len(settled(file)) >= len(said) - 2


@pytest.mark.usefixtures("long_buffer")
@pytest.mark.parametrize("row", ["O3-late-sound"])
def test_sound_that_comes_late_makes_a_gap_and_no_click(
    row: str, sound_server: SoundServer, open_speaker: Opening
) -> None:
    said = noise(0.5)
    with sound_server.recording_speaker() as file:
        outlet = open_speaker()
        outlet.begin()
        play(outlet, said)
        silent_from = outlet._stream.blocks
        wait_for(lambda: outlet._stream.blocks > silent_from + 10, "a gap")
        play(outlet, said)
        outlet.close()
        heard = settled(file)
    steady = len(said) - RAMP_FRAMES
    assert heard[:steady].tobytes() == said[:steady].tobytes()
    again = heard.tobytes().rfind(said[RAMP_FRAMES:steady].tobytes()) // 2
    assert again > len(said) + 2_000
    fading, rising = heard[steady : len(said)], heard[again - RAMP_FRAMES : again]
    assert abs(int(fading[-1])) < 150
    assert abs(int(rising[1])) < 150
    assert not heard[len(said) : again - RAMP_FRAMES].any()


@pytest.mark.parametrize("row", ["O4-interrupted"])
def test_dropping_silences_within_one_block_of_what_the_device_holds(
    row: str, sound_server: SoundServer, open_speaker: Opening
) -> None:
    with sound_server.recording_speaker() as file:
        outlet = open_speaker()
        outlet.begin()
        outlet.write(noise(2).tobytes())
        wait_for(lambda: outlet.played_frames() > 12_000, "half a second")
        heard = outlet.drop()
        sounded = settled(file)
    assert outlet.played_frames() == 0
    assert heard > 11_000
    assert abs(np.count_nonzero(sounded) - heard) <= outlet.latency_frames + 240


def test_a_hush_from_another_thread_silences_while_the_owner_is_busy(
    sound_server: SoundServer, open_speaker: Opening
) -> None:
    """O4: the owner goes on to feed and to look, as it does until it sees the order."""
    with sound_server.recording_speaker() as file:
        outlet = open_speaker()
        outlet.begin()
        outlet.write(noise(2).tobytes())
        wait_for(lambda: outlet.played_frames() > 12_000, "half a second")
        hushing = Thread(target=outlet.hush)
        hushing.start()
        hushing.join()
        at_hush, recorded = outlet.played_frames(), file.stat().st_size
        outlet.write(noise(1).tobytes())
        wait_for(lambda: outlet.queued_frames() and file.stat().st_size > recorded + 9_600, "0.2 s more")
        outlet.drop()
        sounded = settled(file)
    assert np.count_nonzero(sounded) <= at_hush + outlet.latency_frames + 480


def test_dropping_silences_a_device_with_a_long_buffer_just_as_fast(
    sound_server: SoundServer, open_speaker: Opening, long_buffer: None
) -> None:
    with sound_server.recording_speaker() as file:
        outlet = open_speaker()
        assert outlet.latency_frames > 2_000
        outlet.begin()
        outlet.write(noise(2).tobytes())
        wait_for(lambda: outlet.played_frames() > 12_000, "half a second")
        handed = outlet.played_frames()
        outlet.drop()
        sounded = settled(file)
    assert 9_000 < np.count_nonzero(sounded) < handed - 240


def test_nothing_of_a_dropped_turn_is_heard_in_the_next(
    sound_server: SoundServer, open_speaker: Opening
) -> None:
    outlet = open_speaker()
    with sound_server.recording_speaker() as file:
        for turn in range(1, 16):
            outlet.begin()
            outlet.write(np.full(24_000, turn * 1000, "<i2").tobytes())
            wait_for(lambda: outlet.played_frames() > 1_000, "the beginning of a turn")
            outlet.drop()
        heard = settled(file)
    turns = [int(value) // 1000 for value in heard if value % 1000 == 0 and value > 0]
    assert turns == sorted(turns)
    assert set(turns) == set(range(1, 16))


@pytest.mark.parametrize("row", ["O1-no-device"])
def test_a_server_without_a_sink_has_no_loudspeaker(
    row: str, start_sound_server: Callable[..., SoundServer]
) -> None:
    start_sound_server(microphone=False, speaker=False)
    with pytest.raises(Trouble) as raised:
        PortAudioSpeaker().open("")
    assert raised.value.problem.kind is Kind.NO_LOUDSPEAKER


@pytest.mark.parametrize("row", ["O1-no-server"])
def test_without_a_sound_server_there_is_no_loudspeaker(row: str, sound_server: SoundServer) -> None:
    sound_server.kill()
    with pytest.raises(Trouble) as raised:
        PortAudioSpeaker().open("")
    assert raised.value.problem.kind is Kind.NO_LOUDSPEAKER


def fault_of(outlet: PortAudioOutlet) -> Kind:
    """Wait until the loudspeaker says what is wrong with it."""
    wait_for(lambda: outlet.fault() is not None, "a fault")
    problem = outlet.fault()
    assert problem is not None
    return problem.kind


@pytest.mark.parametrize("row", ["O2-unplugged"])
def test_an_unplugged_loudspeaker_is_noticed_though_another_took_over(
    row: str, sound_server: SoundServer, open_speaker: Opening
) -> None:
    outlet = open_speaker()
    outlet.begin()
    outlet.write(noise(2).tobytes())
    wait_for(lambda: outlet.played_frames() > 2_400, "sound")
    sound_server.unload("vspk")
    assert fault_of(outlet) is Kind.LOUDSPEAKER_LOST
    outlet.drop()
    outlet.close()


@pytest.mark.parametrize("row", ["O2-server-gone"])
def test_a_vanished_sound_server_is_noticed(
    row: str, sound_server: SoundServer, open_speaker: Opening
) -> None:
    outlet = open_speaker()
    outlet.begin()
    outlet.write(noise(2).tobytes())
    wait_for(lambda: outlet.played_frames() > 2_400, "sound")
    sound_server.kill()
    assert fault_of(outlet) is Kind.LOUDSPEAKER_LOST
    outlet.drop()
    outlet.close()


def test_sound_may_move_to_headphones(sound_server: SoundServer, open_speaker: Opening) -> None:
    sound_server.load_speaker("headphones")
    outlet = open_speaker()
    outlet.begin()
    outlet.write(noise(2).tobytes())
    wait_for(lambda: outlet.played_frames() > 2_400, "sound")
    with sound_server.recording_speaker("headphones.monitor") as file:
        sound_server.move_playing_to("headphones")
        wait_for(lambda: np.frombuffer(file.read_bytes()[:-1][::2], "i1").any(), "sound in the headphones")
        assert outlet.fault() is None


class ManualClock:
    """A clock that moves when it is told to."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


@pytest.mark.parametrize("row", ["O5-never-starts"])
def test_a_loudspeaker_that_takes_nothing_is_given_up_after_three_seconds(
    row: str, sound_server: SoundServer, open_speaker: Opening
) -> None:
    sound_server.suspend_speaker()
    clock = ManualClock()
    outlet = open_speaker(PortAudioSpeaker(clock))
    outlet.begin()
    outlet.write(noise(2).tobytes())
    waited = 0
    while outlet.fault() is None and waited < 100:
        clock.seconds += 0.05
        waited += 1
    problem = outlet.fault()
    assert problem is not None
    assert problem.kind is Kind.LOUDSPEAKER_SILENT
    assert 60 <= waited <= 62


@pytest.mark.parametrize("row", ["O5-interrupted-again-and-again"])
def test_a_loudspeaker_that_stands_still_is_a_problem_and_not_a_crash(
    row: str, sound_server: SoundServer, open_speaker: Opening
) -> None:
    sound_server.suspend_speaker()
    outlet = open_speaker()
    for _ in range(200):
        outlet.begin()
        outlet.write(noise(0.1).tobytes())
    problem = outlet.fault()
    assert problem is not None
    assert problem.kind is Kind.LOUDSPEAKER_SILENT


def test_a_buffer_that_ran_dry_is_longer_for_the_rest_of_the_session(
    sound_server: SoundServer, open_speaker: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    speaker = PortAudioSpeaker()
    outlet = open_speaker(speaker)
    short = outlet.latency_frames
    monkeypatch.setattr("voicedesk.audio.playing.Playing.underflows", 2)
    outlet.begin()
    monkeypatch.undo()
    assert outlet.latency_frames > short
    outlet.close()
    sound_server.use(monkeypatch)
    assert open_speaker(speaker).latency_frames > short


def test_closing_twice_and_writing_after_the_end_are_harmless(
    sound_server: SoundServer, open_speaker: Opening
) -> None:
    outlet = open_speaker()
    outlet.close()
    outlet.close()
    assert outlet.write(noise(0.1).tobytes()) == 0
    assert outlet.queued_frames() == 0
    assert outlet.drop() == 0
    assert outlet.fault() is None
