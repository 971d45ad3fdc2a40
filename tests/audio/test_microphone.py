"""Recording keeps every sample, and says so when it cannot."""

import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.audio import recording_program
from tests.audio.conftest import noise
from tests.desktop.sound import SoundServer, wait_for
from voicedesk.audio.microphone import PortAudioIntake, PortAudioMicrophone
from voicedesk.audio.pcm import peak_of
from voicedesk.core.problems import Kind, Trouble

pytestmark = pytest.mark.desktop

Opening = Callable[..., PortAudioIntake]


def record(intake: PortAudioIntake, done: Callable[[bytes], bool]) -> bytes:
    """Read as the recorder does, until the sound so far is what the test waits for."""
    sound = bytearray()

    def is_done() -> bool:
        sound.extend(intake.read())
        assert intake.fault() is None
        return done(bytes(sound))

    wait_for(is_done, "the sound")
    return bytes(sound)


def record_playing(intake: PortAudioIntake, server: SoundServer, said: NDArray[np.int16]) -> bytes:
    """Record until a program has said something into the microphone, and a little longer."""
    first = record(intake, bool)
    player = server.play_into_microphone(said.tobytes())
    middle = record(intake, lambda _: player.poll() is not None)
    return first + middle + record(intake, lambda rest: len(rest) > 2 * 6_000) + intake.finish()


def fault_of(intake: PortAudioIntake) -> Kind:
    """Wait until the microphone says what is wrong with it."""

    def look() -> bool:
        intake.read()
        return intake.fault() is not None

    wait_for(look, "a fault")
    problem = intake.fault()
    assert problem is not None
    return problem.kind


def test_every_sample_arrives_unchanged(sound_server: SoundServer, open_microphone: Opening) -> None:
    said = noise(2)
    intake = open_microphone()
    assert said.tobytes() in record_playing(intake, sound_server, said)
    assert intake.lost_frames == 0


def correlation(heard: bytes, said: NDArray[np.int16]) -> list[float]:
    """Align two sounds as wholes, then compare them tenth by tenth of a second."""
    recorded = np.frombuffer(heard, "<i2").astype(float)
    wanted = said.astype(float)
    size = len(recorded) + len(wanted)
    spectrum = np.fft.rfft(recorded, size) * np.conj(np.fft.rfft(wanted, size))
    shift = int(np.argmax(np.fft.irfft(spectrum, size)))
    part = recorded[shift : shift + len(wanted)]
    return [
        float(np.corrcoef(part[at : at + 2400], wanted[at : at + 2400])[0, 1])
        for at in range(0, len(part) - 2400, 2400)
    ]


def low_noise(seconds: float) -> NDArray[np.int16]:
    """Make noise that fits a telephone's band, so that every rate can carry it."""
    spectrum = np.fft.rfft(noise(seconds).astype(float))
    hertz = np.fft.rfftfreq(round(24_000 * seconds), 1 / 24_000)
    spectrum[(hertz < 300) | (hertz > 3000)] = 0
    return np.fft.irfft(spectrum).astype("<i2")


_FORMATS = [(8_000, 1), (16_000, 1), (32_000, 2), (44_100, 2), (48_000, 2), (96_000, 6), (192_000, 1)]


@pytest.mark.parametrize(
    ("rate_hz", "channels"), _FORMATS, ids=[f"A8-{rate}x{channels}" for rate, channels in _FORMATS]
)
def test_a_device_is_recorded_at_its_own_rate(
    rate_hz: int, channels: int, start_sound_server: Callable[..., SoundServer], open_microphone: Opening
) -> None:
    server = start_sound_server(rate_hz, channels)
    said = low_noise(1.5)
    intake = open_microphone()
    assert intake._stream.rate_hz == rate_hz
    alike = correlation(record_playing(intake, server, said), said)
    assert len(alike) >= 13
    assert min(alike) > 0.95
    assert intake.lost_frames == 0


def test_nothing_is_lost_while_nobody_reads_for_two_seconds(
    sound_server: SoundServer, open_microphone: Opening
) -> None:
    intake = open_microphone()
    first = record(intake, bool)
    said = noise(2)
    player = sound_server.play_into_microphone(said.tobytes())
    wait_for(lambda: player.poll() is not None, "the end of speaking")
    assert said.tobytes() in first + intake.finish()
    assert intake.lost_frames == 0


def test_a_gap_is_counted_to_the_frame(
    sound_server: SoundServer, open_microphone: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("voicedesk.audio.microphone._RING_SECONDS", 0.2)
    intake = open_microphone()
    said = noise(3)
    player = sound_server.play_into_microphone(said.tobytes())
    marker = said[2_400:2_500].tobytes()
    before = record(intake, lambda sound: marker in sound)
    passed = intake._stream.blocks
    wait_for(lambda: intake._stream.blocks > passed + 40, "a full ring")
    after = record(intake, lambda sound: len(sound) > 2 * 24_000)
    player.wait(5)
    whole = said.tobytes()
    gap_start = before.find(marker) - whole.find(marker) + 0
    known_end = after[-200:]
    real_position = whole.find(known_end)
    assert real_position > 0
    recorded_position = len(before) + after.find(known_end) - gap_start
    assert intake.lost_frames > 0
    assert intake.lost_frames == (real_position - recorded_position) // 2


@pytest.mark.parametrize("row", ["A3-unplugged"])
def test_an_unplugged_microphone_is_noticed_though_the_stream_goes_on(
    row: str, sound_server: SoundServer, open_microphone: Opening
) -> None:
    intake = open_microphone()
    kept = record(intake, lambda sound: len(sound) > 4_800)
    sound_server.unload("virtmic")
    assert fault_of(intake) is Kind.MICROPHONE_LOST
    assert len(kept) > 4_800
    intake.finish()
    intake.close()
    assert intake.fault() is not None


@pytest.mark.parametrize("row", ["A4-moved-to-a-monitor"])
def test_recording_stops_being_trusted_when_it_hears_the_loudspeaker(
    row: str, sound_server: SoundServer, open_microphone: Opening
) -> None:
    intake = open_microphone()
    record(intake, lambda sound: len(sound) > 4_800)
    sound_server.move_recording_to("vspk.monitor")
    assert fault_of(intake) is Kind.MICROPHONE_MOVED
    problem = intake.fault()
    assert problem is not None
    assert "Monitor" in problem.values["source"]


@pytest.mark.parametrize("row", ["A3-server-gone"])
def test_a_vanished_sound_server_ends_the_recording(
    row: str, sound_server: SoundServer, open_microphone: Opening
) -> None:
    intake = open_microphone()
    record(intake, bool)
    sound_server.kill()
    assert fault_of(intake) is Kind.MICROPHONE_LOST
    intake.finish()


@pytest.mark.parametrize("row", ["A6-muted"])
def test_a_muted_microphone_gives_exact_zeros(
    row: str, sound_server: SoundServer, open_microphone: Opening
) -> None:
    sound_server.mute_microphone()
    sound = record_playing(open_microphone(), sound_server, noise(0.5))
    assert len(sound) > 24_000
    assert peak_of(sound) == 0


@pytest.mark.parametrize("row", ["A10-stalled"])
def test_a_microphone_that_stops_sending_is_noticed(
    row: str, sound_server: SoundServer, open_microphone: Opening
) -> None:
    intake = open_microphone()
    record(intake, lambda sound: len(sound) > 4_800)
    sound_server.suspend_microphone()
    assert fault_of(intake) is Kind.MICROPHONE_STALLED


@pytest.mark.parametrize("row", ["A21-profile-changed"])
def test_a_microphone_that_comes_back_with_another_rate_is_recorded_again(
    row: str, sound_server: SoundServer, open_microphone: Opening
) -> None:
    intake = open_microphone()
    record(intake, bool)
    sound_server.unload("virtmic")
    assert fault_of(intake) is Kind.MICROPHONE_LOST, intake.fault()
    intake.finish()
    sound_server.unload("vmic")
    sound_server.load_microphone(rate_hz=8_000)
    again = open_microphone()
    assert again._stream.rate_hz == 8_000
    said = low_noise(1)
    assert min(correlation(record_playing(again, sound_server, said), said)) > 0.95


@pytest.mark.parametrize("row", ["A1-only-a-monitor"])
def test_a_monitor_is_not_taken_for_a_microphone(
    row: str, start_sound_server: Callable[..., SoundServer]
) -> None:
    start_sound_server(microphone=False)
    with pytest.raises(Trouble) as raised:
        PortAudioMicrophone().open("")
    assert raised.value.problem.kind is Kind.NO_MICROPHONE


@pytest.mark.parametrize("row", ["A1-no-device"])
def test_a_server_without_devices_has_no_microphone(
    row: str, start_sound_server: Callable[..., SoundServer]
) -> None:
    start_sound_server(microphone=False, speaker=False)
    with pytest.raises(Trouble) as raised:
        PortAudioMicrophone().open("")
    assert raised.value.problem.kind is Kind.NO_MICROPHONE


@pytest.mark.parametrize("row", ["A2-no-server"])
def test_without_a_sound_server_there_is_no_microphone(row: str, sound_server: SoundServer) -> None:
    sound_server.kill()
    with pytest.raises(Trouble) as raised:
        PortAudioMicrophone().open("")
    assert raised.value.problem.kind is Kind.NO_MICROPHONE


def test_a_microphone_is_found_again_after_the_server_came_back(
    start_sound_server: Callable[..., SoundServer], open_microphone: Opening
) -> None:
    start_sound_server().kill()
    with pytest.raises(Trouble):
        PortAudioMicrophone().open("")
    start_sound_server()
    assert record(open_microphone(), bool)


def test_recording_works_where_the_server_cannot_be_asked(
    sound_server: SoundServer, open_microphone: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pulsectl", None)
    said = noise(0.5)
    assert min(correlation(record_playing(open_microphone(), sound_server, said), said)) > 0.9


def test_an_unknown_device_is_named(sound_server: SoundServer) -> None:
    with pytest.raises(Trouble) as raised:
        PortAudioMicrophone().open("Studio 3000")
    assert raised.value.problem.kind is Kind.MICROPHONE_ABSENT
    assert raised.value.problem.values["device"] == "Studio 3000"


def test_closing_twice_and_reading_after_the_end_are_harmless(
    sound_server: SoundServer, open_microphone: Opening
) -> None:
    intake = open_microphone()
    record(intake, bool)
    intake.finish()
    intake.close()
    assert intake.read() == b""
    assert intake.finish() == b""
    assert intake.fault() is None


@pytest.mark.parametrize("row", ["A11-stopped-for-a-second"])
def test_a_process_that_was_stopped_for_a_second_loses_nothing(
    row: str, sound_server: SoundServer, tmp_path: Path
) -> None:
    out, said = tmp_path / "sound", noise(3)
    command = [sys.executable, "-m", recording_program.__name__, str(out)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdin is not None
        assert program.stdout is not None
        assert program.stdout.readline() == "recording\n"
        player = sound_server.play_into_microphone(said.tobytes())
        wait_for(lambda: sound_server.control.sink_input_list(), "the beginning of speaking")
        program.send_signal(signal.SIGSTOP)
        started = time.monotonic()
        wait_for(lambda: time.monotonic() > started + 1, "a second")
        program.send_signal(signal.SIGCONT)
        player.wait(10)
        program.stdin.close()
        lost, fault = program.stdout.readline().split(" ", 1)
    assert fault == "None\n"
    heard = out.read_bytes()
    assert said.tobytes() in heard
    assert lost == "0"
