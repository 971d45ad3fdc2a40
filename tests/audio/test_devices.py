"""Devices are listed as they are now, and found by the name under which they were stored."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from tests.audio.conftest import noise
from tests.desktop.sound import SoundServer, wait_for
from voicedesk.audio import portaudio
from voicedesk.audio.devices import devices, find_device
from voicedesk.audio.failures import Direction
from voicedesk.audio.microphone import PortAudioIntake
from voicedesk.audio.speaker import PortAudioOutlet
from voicedesk.core.problems import Kind

pytestmark = pytest.mark.desktop


@pytest.mark.parametrize("direction", list(Direction))
def test_the_default_comes_first(direction: Direction, sound_server: SoundServer) -> None:
    first, *others = devices(direction)
    assert first.is_default
    assert not any(device.is_default for device in others)
    assert first.channels > 0
    assert find_device(direction, "") == first


@pytest.mark.parametrize("direction", list(Direction))
def test_a_device_is_found_by_either_name(direction: Direction, sound_server: SoundServer) -> None:
    for device in devices(direction):
        assert find_device(direction, device.full_name) == device
        assert find_device(direction, device.name) == device


def test_the_servers_own_microphones_can_be_chosen(
    sound_server: SoundServer, open_microphone: Callable[..., PortAudioIntake]
) -> None:
    sound_server.load_second_microphone("headset", rate_hz=16_000)
    names = {device.endpoint: device.full_name for device in devices(Direction.INPUT)}
    assert set(names) == {"", "virtmic", "headset"}
    intake = open_microphone(device=names["headset"])
    assert intake._stream.rate_hz == 16_000
    assert sound_server.recorded_sources() == {"headset"}
    wait_for(lambda: intake.read(), "sound")
    sound_server.unload("headset")
    wait_for(lambda: intake.fault(), "a fault")
    problem = intake.fault()
    assert problem is not None
    assert problem.kind is Kind.MICROPHONE_LOST


def sound_in(file: Path) -> int:
    """Count the bytes that are not silence."""
    return len(file.read_bytes().replace(b"\0", b""))


def has_grown(file: Path, size: int) -> bool:
    """Tell whether there is more sound than this."""
    return sound_in(file) > size


def test_the_servers_own_loudspeakers_can_be_chosen_and_stay_chosen(
    sound_server: SoundServer, open_speaker: Callable[..., PortAudioOutlet], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("voicedesk.audio.speaker._LATENCIES", (0.1,))
    sound_server.load_speaker("headphones")
    names = {device.endpoint: device.full_name for device in devices(Direction.OUTPUT)}
    outlet = open_speaker(device=names["headphones"])
    with sound_server.recording_speaker("headphones.monitor") as file:
        for _ in range(2):
            outlet.begin()
            heard_before = sound_in(file)
            outlet.write(noise(1).tobytes())
            wait_for(lambda: outlet.played_frames() > 4_800, "playing")
            wait_for(partial(has_grown, file, heard_before + 2_000), "sound")
            outlet.drop()


def test_a_computer_without_sound_lists_nothing(sound_server: SoundServer) -> None:
    sound_server.kill()
    assert devices(Direction.INPUT, refresh=True) == []
    assert devices(Direction.OUTPUT) == []


def test_the_list_is_not_renewed_under_an_open_stream(
    sound_server: SoundServer, open_microphone: Callable[..., PortAudioIntake]
) -> None:
    intake = open_microphone()
    assert not portaudio.refresh(Direction.INPUT)
    intake.close()
    assert portaudio.refresh(Direction.INPUT)
