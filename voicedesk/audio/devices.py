"""List the sound devices of this computer and find them again by name.

Where a PulseAudio server runs, PortAudio sees it as one device. The server's own microphones and
loudspeakers are listed beside it, so that a person can choose among them.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from voicedesk.audio import portaudio, pulse
from voicedesk.audio.failures import Direction, no_device
from voicedesk.core.problems import Kind, Trouble, trouble

_Opened = TypeVar("_Opened")

_SERVER_DEVICE = "pulse"  # the ALSA device by which PortAudio reaches the server


@dataclass(frozen=True, slots=True)
class Device:
    """A microphone or a loudspeaker; `index` is PortAudio's and valid until the next `refresh`.

    `endpoint` is the name by which the sound server knows it, for those that are behind one.
    """

    index: int
    name: str
    host_api: str
    channels: int
    rate_hz: int
    is_default: bool
    endpoint: str = ""

    @property
    def full_name(self) -> str:
        """Name it apart from its twins and from itself through another host API; this is what is stored."""
        return f"{self.name}, {self.endpoint or self.host_api}"


def devices(direction: Direction, refresh: bool = False) -> list[Device]:
    """List the devices, the default first; a computer without sound has none.

    With `refresh`, newly connected ones are found too, unless a stream is open.
    """
    if refresh:
        portaudio.refresh(direction)
    known = _portaudio_devices(direction)
    return known + _behind_server(direction, known)


def _portaudio_devices(direction: Direction) -> list[Device]:
    with portaudio.entered(direction) as sounddevice:
        host_apis = sounddevice.query_hostapis()
        default = _default_index(sounddevice, direction)
        found = [
            _device(index, info, host_apis[info["hostapi"]]["name"], direction, index == default)
            for index, info in enumerate(sounddevice.query_devices())
            if info[_channels_key(direction)] > 0
        ]
    return sorted(found, key=lambda device: not device.is_default)


def _behind_server(direction: Direction, known: list[Device]) -> list[Device]:
    """List what the sound server offers; a monitor is no microphone."""
    door = next((device for device in known if device.name == _SERVER_DEVICE), None)
    if door is None:
        return []
    with pulse.connected(direction) as server:
        endpoints = server.endpoints(direction) if server else []
    return [
        replace(
            door,
            name=one.title,
            host_api="PulseAudio",
            rate_hz=one.rate_hz or door.rate_hz,
            is_default=False,
            endpoint=one.name,
        )
        for one in endpoints
        if not one.is_monitor
    ]


def find_device(direction: Direction, name: str) -> Device:
    """Find the device of this name, or the default for an empty one."""
    known = devices(direction) if name else _portaudio_devices(direction)
    for device in known:
        if name in (device.full_name, device.name) or (not name and device.is_default):
            return device
    if name and known and direction is Direction.INPUT:
        raise trouble(Kind.MICROPHONE_ABSENT, device=name)
    raise no_device(direction, f"{len(known)} devices are there, none of them is “{name or 'default'}”.")


def open_by_name(direction: Direction, name: str, opening: Callable[[Device], _Opened]) -> _Opened:
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
