"""Share signals, comparisons and the virtual sound devices among the tests of sound."""

from collections.abc import Callable, Iterator

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.desktop.sound import SoundServer, sound_server, start_sound_server, wait_for
from voicedesk.audio.fades import Seams
from voicedesk.audio.microphone import PortAudioIntake, PortAudioMicrophone
from voicedesk.audio.speaker import PortAudioOutlet, PortAudioSpeaker

__all__ = ["SoundServer", "sound_server", "start_sound_server", "wait_for"]

RAMP_FRAMES = Seams().ramp_frames


def noise(seconds: float, seed: int = 1) -> NDArray[np.int16]:
    """Make sound in which every piece is unlike every other and no sample is zero."""
    samples = (np.random.default_rng(seed).standard_normal(round(24_000 * seconds)) * 3000).astype("<i2")
    samples[samples == 0] = 1
    return samples


@pytest.fixture
def open_microphone() -> Iterator[Callable[..., PortAudioIntake]]:
    """Open microphones that are closed after the test."""
    opened: list[PortAudioIntake] = []

    def open_one(microphone: PortAudioMicrophone | None = None, device: str = "") -> PortAudioIntake:
        opened.append((microphone or PortAudioMicrophone()).open(device))
        return opened[-1]

    yield open_one
    for intake in opened:
        intake.close()


@pytest.fixture
def open_speaker() -> Iterator[Callable[..., PortAudioOutlet]]:
    """Open loudspeakers that are closed after the test."""
    opened: list[PortAudioOutlet] = []

    def open_one(speaker: PortAudioSpeaker | None = None, device: str = "") -> PortAudioOutlet:
        opened.append((speaker or PortAudioSpeaker()).open(device))
        return opened[-1]

    yield open_one
    for outlet in opened:
        outlet.close()
