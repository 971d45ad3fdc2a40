"""Devices are listed as they are now, and found by the name under which they were stored."""

from collections.abc import Callable

import pytest

from tests.desktop.sound import SoundServer
from voicedesk.audio import portaudio
from voicedesk.audio.devices import devices, find_device
from voicedesk.audio.failures import Direction
from voicedesk.audio.microphone import PortAudioIntake

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
