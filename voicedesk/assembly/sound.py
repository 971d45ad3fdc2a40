"""Sound, by libraries that are loaded when they are first needed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from voicedesk.core.units import Milliseconds, Pcm
from voicedesk.engine.lookout import DeviceNews

if TYPE_CHECKING:
    from voicedesk.engine.ports import Microphone


def make_microphone() -> Microphone:
    from voicedesk.audio.microphone import PortAudioMicrophone

    return PortAudioMicrophone()


def make_device_news() -> DeviceNews:
    from voicedesk.audio import news

    return news.DeviceNews()


class SoundFiles:
    """Read sound files by a library that is loaded with the first of them."""

    def length_of(self, path: Path) -> Milliseconds:
        """Tell how long a file plays."""
        from voicedesk.audio.files import duration_of

        return duration_of(path)

    def decode(self, path: Path) -> Iterator[Pcm]:
        """Give the sound of a file piece by piece."""
        from voicedesk.audio.files import decode

        return decode(path)
