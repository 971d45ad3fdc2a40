"""List the sound devices of this computer and find them again by name."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from voicedesk.audio import portaudio
from voicedesk.audio.failures import Direction, no_device
from voicedesk.audio.streams import Stream
from voicedesk.core.problems import Kind, Trouble, trouble


@dataclass(frozen=True, slots=True)
class Device:
    """A microphone or a loudspeaker as PortAudio names it; `index` is valid until the next `refresh`."""

    index: int
    name: str
    host_api: str
    channels: int
    rate_hz: int
    is_default: bool

    @property
    def full_name(self) -> str:
        """Name it apart from the same device seen through another host API; this is what is stored."""
        return f"{self.name}, {self.host_api}"


def devices(direction: Direction, refresh: bool = False) -> list[Device]:
    """List the devices, the default first; a computer without sound has none.

    With `refresh`, newly connected ones are found too, unless a stream is open.
    """
    if refresh:
        portaudio.refresh(direction)
    with portaudio.entered(direction) as sounddevice:
        host_apis = sounddevice.query_hostapis()
        default = _default_index(sounddevice, direction)
        found = [
            _device(index, info, host_apis[info["hostapi"]]["name"], direction, index == default)
            for index, info in enumerate(sounddevice.query_devices())
            if info[_channels_key(direction)] > 0
        ]
    return sorted(found, key=lambda device: not device.is_default)


def find_device(direction: Direction, name: str) -> Device:
    """Find the device of this name, or the default for an empty one."""
    known = devices(direction)
    for device in known:
        if name in (device.full_name, device.name) or (not name and device.is_default):
            return device
    if name and known and direction is Direction.INPUT:
        raise trouble(Kind.MICROPHONE_UNUSABLE, "It is not connected.", device=name)
    raise no_device(direction, f"{len(known)} devices are there, none of them is “{name or 'default'}”.")


def open_by_name(direction: Direction, name: str, opening: Callable[[Device], Stream]) -> Stream:
    """Open the device of this name; before giving up, look once for devices that came since the last look."""
    try:
        return opening(find_device(direction, name))
    except Trouble:
        if not portaudio.refresh(direction):
            raise
        return opening(find_device(direction, name))


def _device(index: int, info: Any, host_api: str, direction: Direction, is_default: bool) -> Device:
    channels, rate_hz = int(info[_channels_key(direction)]), int(info["default_samplerate"])
    return Device(index, info["name"], host_api, channels, rate_hz, is_default)


def _default_index(sounddevice: Any, direction: Direction) -> int:
    return int(sounddevice.default.device[direction is Direction.OUTPUT])


def _channels_key(direction: Direction) -> str:
    return f"max_{direction.value}_channels"
