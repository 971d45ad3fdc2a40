"""A cue is played to its end, a broken loudspeaker is not waited for, and recording begins only after it."""

from math import inf

from tests.engine.fakes import FakeIntake, FakeMicrophone, Inbox, MemorySpool, Running, tone, wait_until
from voicedesk.core.commands import StartCapture
from voicedesk.core.cues import Cue, sound_of
from voicedesk.core.events import CaptureStarted
from voicedesk.core.problems import Kind, Trouble, trouble
from voicedesk.core.settings import SoundSettings
from voicedesk.core.units import NO_FRAMES, Frames, Pcm, TurnId
from voicedesk.engine.cuer import Cuer
from voicedesk.engine.muted import MutedOutlet
from voicedesk.engine.recorder import Recorder


class Loudspeaker:
    """Opens outlets that keep what was written, or none."""

    def __init__(self, fault: Trouble | None = None, plays: bool = True) -> None:
        self.fault = fault
        self.plays = plays
        self.outlets: list[Outlet] = []
        self.devices: list[str] = []

    def device_names(self, anew: bool = False) -> tuple[str, ...]:
        return ()

    def open(self, device: str) -> "Outlet":
        if self.fault:
            raise self.fault
        self.devices.append(device)
        self.outlets.append(Outlet(self.plays))
        return self.outlets[-1]


class Outlet(MutedOutlet):
    """Keeps what is written; played at once, or never."""

    def __init__(self, plays: bool) -> None:
        super().__init__()
        self.heard = b""
        self.is_closed = False
        self._plays = plays

    def write(self, pcm: Pcm) -> Frames:
        self.heard += pcm
        return super().write(pcm)

    def played_frames(self) -> Frames:
        return super().played_frames() if self._plays else NO_FRAMES

    def close(self) -> None:
        self.is_closed = True


def test_a_cue_is_played_whole_on_the_chosen_loudspeaker() -> None:
    loudspeaker = Loudspeaker()
    cuer = Cuer(lambda: loudspeaker)
    with Running(cuer):
        cuer.play(Cue.SENT, "Headphones")
        wait_until(lambda: bool(loudspeaker.outlets) and loudspeaker.outlets[0].is_closed)
    assert loudspeaker.devices == ["Headphones"]
    assert loudspeaker.outlets[0].heard == sound_of(Cue.SENT)


def test_a_loudspeaker_that_is_missing_or_hangs_is_not_waited_for() -> None:
    Cuer(lambda: Loudspeaker(trouble(Kind.NO_LOUDSPEAKER))).sound(Cue.START, "")
    hanging = Loudspeaker(plays=False)
    Cuer(lambda: hanging, clock=iter([0.0, inf]).__next__).sound(Cue.START, "")
    assert hanging.outlets[0].is_closed


def test_the_microphone_opens_when_the_cue_is_over() -> None:
    happened: list[str] = []
    microphone = FakeMicrophone(FakeIntake([tone(1, 400)]))
    inbox = Inbox()
    open_it = microphone.open

    def opened(device: str) -> object:
        happened.append("microphone")
        return open_it(device)

    microphone.open = opened  # type: ignore[method-assign,assignment]
    recorder = Recorder(
        lambda: microphone,
        MemorySpool,
        inbox.post,
        sound_cue=lambda cue, device: happened.append(f"{cue.name} on {device}"),
    )
    with Running(recorder):
        sound = SoundSettings(loudspeaker="Headphones")
        recorder.carry_out(StartCapture(TurnId(1), sound, make_mp3=False, shortest_ms=300, cue=True))
        inbox.wait_for(CaptureStarted)
    assert happened == ["START on Headphones", "microphone"]
