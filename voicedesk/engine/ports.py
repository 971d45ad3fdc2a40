"""Name what the engine needs of the outside world.

Every method raises `Trouble` for what a person should know; no other exception is expected.
"""

from collections.abc import AsyncGenerator, Callable
from typing import Protocol

from voicedesk.core.conversation import Clip
from voicedesk.core.exchange import AnswerPart, Question, Transcript, TranscriptionWish
from voicedesk.core.problems import Problem
from voicedesk.core.settings import ServiceSettings
from voicedesk.core.units import Frames, Pcm, TurnId

Clock = Callable[[], float]
"""Seconds that only ever grow."""


class Intake(Protocol):
    """An open microphone, used by the recorder's thread only."""

    def read(self) -> Pcm:
        """Take all sound that has arrived since the last call, without waiting."""

    def finish(self) -> Pcm:
        """Stop, and give what was still under way in the resampler and the ring."""

    def fault(self) -> Problem | None:
        """Tell why this microphone can no longer be trusted: lost, moved, stalled."""

    @property
    def lost_frames(self) -> Frames:
        """Count the frames that could not be kept because nobody read in time."""

    def close(self) -> None:
        """Release the device; harmless when repeated or when the device is gone."""


class Microphone(Protocol):
    """The door to input devices."""

    def device_names(self, anew: bool = False) -> tuple[str, ...]:
        """Name the devices that can be opened; `anew` finds new ones too, unless one is open."""

    def open(self, device: str) -> Intake:
        """Open the named device, or the system's default for an empty name."""


class Outlet(Protocol):
    """An open loudspeaker, used by the player's thread only. Sound belongs to lanes, one a turn."""

    @property
    def latency_frames(self) -> Frames:
        """Tell how long a frame is under way after it was handed over."""

    def begin(self) -> None:
        """Start a new, empty lane."""

    def write(self, pcm: Pcm) -> Frames:
        """Queue sound on the lane; tell how much fitted."""

    def end(self) -> None:
        """Say that nothing more is to be written, so that no tail is held back; harmless when repeated."""

    def queued_frames(self) -> Frames:
        """Count what waits on the lane."""

    def played_frames(self) -> Frames:
        """Count what of the lane was handed to the device."""

    def hush(self) -> None:
        """Make the lane silent from the next block on; from any thread, never waits. `drop` follows."""

    def drop(self) -> Frames:
        """Silence the lane within one block, forget the rest, and tell how much of it was heard."""

    def fault(self) -> Problem | None:
        """Tell why nothing can be heard any more."""

    def close(self) -> None:
        """Release the device; harmless when repeated or when the device is gone."""


class Speaker(Protocol):
    """The door to output devices."""

    def device_names(self, anew: bool = False) -> tuple[str, ...]:
        """Name the devices that can be opened; `anew` finds new ones too, unless one is open."""

    def open(self, device: str) -> Outlet:
        """Open the named device, or the system's default for an empty name."""


class Take(Protocol):
    """A recording that grows on disk."""

    def append(self, pcm: Pcm) -> None:
        """Put sound on disk; it survives the death of the process as soon as this returns."""

    @property
    def frames(self) -> Frames:
        """Count what is on disk."""

    def finish(self, preroll: Frames, lost: Frames) -> Clip:
        """Close the recording and describe it."""

    def discard(self) -> None:
        """Delete the recording."""


class Spool(Protocol):
    """The folder of recordings."""

    def begin(self, turn: TurnId, make_mp3: bool) -> Take:
        """Start a recording."""

    def discard(self, clip: Clip) -> None:
        """Delete a finished recording."""


class Service(Protocol):
    """The voice service, used on the loop of the turn worker only."""

    async def prepare(self, base_url: str) -> None:
        """Do what the first request would do first, apart from the network; silent about failures."""

    async def warm_up(self, base_url: str) -> None:
        """Make a connection ready; a failure here is silent, since the request will meet it again."""

    def answer(self, question: Question) -> AsyncGenerator[AnswerPart, None]:
        """Ask and stream the answer; the last part is an `AnswerClosed`, unless `Trouble` is raised.

        What arrived before a `Trouble` remains valid. Ending the iteration early cancels the request.
        """

    async def transcribe(self, clip: Clip, wish: TranscriptionWish, base_url: str) -> Transcript:
        """Write a recording down."""

    def speak(self, text: str, service: ServiceSettings) -> AsyncGenerator[Pcm, None]:
        """Voice a text by the speech model."""

    async def list_models(self, base_url: str) -> list[str]:
        """Name the models offered at an address; it costs nothing, so it also checks the key."""

    async def close(self) -> None:
        """Close all connections."""


class AnswerStore(Protocol):
    """Where the sound of answers is kept; called from the turn worker, never waits."""

    def append_answer(self, turn: TurnId, pcm: Pcm) -> None:
        """Keep more sound of this turn's answer."""


class SoundSink(Protocol):
    """Where the sound of an answer goes to be heard; called from the turn worker, never waits."""

    def put(self, turn: TurnId, pcm: Pcm) -> None:
        """Play this after what was put before; sound of a silenced turn is ignored."""

    def finish(self, turn: TurnId) -> None:
        """Say that all sound of the turn was put."""
