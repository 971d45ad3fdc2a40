"""The parts of this package are what the engine asks for; the type checker proves it, the test runs it."""

from pathlib import Path

import pytest

from tests.desktop.sound import SoundServer
from voicedesk.audio.microphone import PortAudioMicrophone
from voicedesk.audio.speaker import PortAudioSpeaker
from voicedesk.audio.spool import DiskSpool
from voicedesk.core.units import Frames, TurnId
from voicedesk.engine.ports import Microphone, Speaker, Spool


def record(microphone: Microphone, spool: Spool) -> int:
    """Take one recording with nothing but the ports."""
    intake = microphone.open("")
    take = spool.begin(TurnId(1), make_mp3=True)
    while not take.frames:
        take.append(intake.read())
    take.append(intake.finish())
    clip = take.finish(Frames(0), intake.lost_frames)
    spool.discard(clip)
    return clip.frames


def play(speaker: Speaker) -> int:
    """Play a little with nothing but the ports."""
    outlet = speaker.open("")
    outlet.begin()
    outlet.write(bytes(9_600))
    while outlet.queued_frames():
        assert outlet.fault() is None
    played = outlet.played_frames()
    outlet.close()
    return played


@pytest.mark.desktop
def test_the_ports_are_enough_to_record_and_to_play(sound_server: SoundServer, tmp_path: Path) -> None:
    assert record(PortAudioMicrophone(), DiskSpool(tmp_path)) > 0
    assert play(PortAudioSpeaker()) == 4_800
