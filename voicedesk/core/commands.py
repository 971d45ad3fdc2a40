"""Say what shall be done: frozen orders that contain everything their worker needs."""

from dataclasses import dataclass
from pathlib import Path

from voicedesk.core.context import Message
from voicedesk.core.conversation import Clip, Turn
from voicedesk.core.inquiries import (
    ListConversations,
    ListDevices,
    ListModels,
    MeasureStorage,
    SearchMessages,
    TotalSpending,
)
from voicedesk.core.problems import Problem
from voicedesk.core.settings import ServiceSettings, SoundSettings
from voicedesk.core.spending import Spending
from voicedesk.core.units import NO_TIME, ConversationId, Milliseconds, TurnId


@dataclass(frozen=True, slots=True)
class StartCapture:
    """Open the microphone and record for this turn; with a `cue`, when its sound is over."""

    turn: TurnId
    sound: SoundSettings
    make_mp3: bool
    shortest_ms: int
    cue: bool = False


@dataclass(frozen=True, slots=True)
class StopCapture:
    """Finish the recording and hand it over."""

    turn: TurnId


@dataclass(frozen=True, slots=True)
class DropCapture:
    """Give the recording up."""

    turn: TurnId


@dataclass(frozen=True, slots=True)
class DiscardClip:
    """Delete a recording that holds nothing but a tap."""

    clip: Clip


@dataclass(frozen=True, slots=True)
class PrepareService:
    """Do what the first request would otherwise do first, apart from the network."""

    base_url: str


@dataclass(frozen=True, slots=True)
class HangUp:
    """Close all connections to the service: after a sleep they look alive and are dead."""


@dataclass(frozen=True, slots=True)
class WarmUp:
    """Make the connection to the service ready while the person still speaks."""

    base_url: str


@dataclass(frozen=True, slots=True)
class ArmMicrophone:
    """Keep the microphone open for the pre-roll, or because its level is `watched`; close it if neither."""

    sound: SoundSettings
    watched: bool = False


@dataclass(frozen=True, slots=True)
class RunTurn:
    """Ask the service and stream its answer.

    Exactly one of `clip` and `text` is the question; `spoken` tells whether the answer shall be heard, and
    `practice` that nothing of it has to be paid.
    """

    turn: TurnId
    clip: Clip | None
    text: str
    spoken: bool
    history: tuple[Message, ...]
    service: ServiceSettings
    practice: bool = False

    @property
    def model(self) -> str:
        """Name the model that answers; an audio model refuses a request with sound on neither side."""
        return self.service.talk_model if self.clip or self.spoken else self.service.text_model


@dataclass(frozen=True, slots=True)
class CancelTurn:
    """Stop asking; what was received is kept."""

    turn: TurnId


@dataclass(frozen=True, slots=True)
class PrepareSpeaker:
    """Open the loudspeaker for the answer to come."""

    turn: TurnId
    sound: SoundSettings


@dataclass(frozen=True, slots=True)
class Replay:
    """Play bare `Pcm` from a place in a file, numbered like a turn so that it can be silenced like one."""

    turn: TurnId
    path: Path
    start_ms: Milliseconds = NO_TIME


@dataclass(frozen=True, slots=True)
class SpeakSample:
    """Have a text spoken and play it, numbered like a turn so that it can be silenced and cancelled too."""

    turn: TurnId
    text: str
    service: ServiceSettings
    practice: bool = False


@dataclass(frozen=True, slots=True)
class Silence:
    """Silence the loudspeaker at once and refuse what still comes for this turn or an older one."""

    turn: TurnId


@dataclass(frozen=True, slots=True)
class SaveTurn:
    """Store the turn as it is now."""

    turn: Turn


@dataclass(frozen=True, slots=True)
class ForgetTurn:
    """Remove a turn from what is stored."""

    turn: TurnId


@dataclass(frozen=True, slots=True)
class ForgetAll:
    """Remove everything that was ever said or answered, sent or not."""


@dataclass(frozen=True, slots=True)
class KeepSound:
    """Delete the sound of finished turns when it is older than so many days; 0 keeps it for ever."""

    days: int


@dataclass(frozen=True, slots=True)
class OpenConversation:
    """Read a conversation; `ConversationOpened` follows."""

    conversation: ConversationId


@dataclass(frozen=True, slots=True)
class RenameConversation:
    """Store the title that the person chose; an empty one brings the first words back."""

    conversation: ConversationId
    title: str


@dataclass(frozen=True, slots=True)
class PinConversation:
    """Keep a conversation at the top of the list, or no longer."""

    conversation: ConversationId
    pinned: bool


@dataclass(frozen=True, slots=True)
class DeleteConversation:
    """Take a conversation out of list and search; it can be restored until it is purged."""

    conversation: ConversationId


@dataclass(frozen=True, slots=True)
class RestoreConversation:
    """Take a deletion back."""

    conversation: ConversationId


@dataclass(frozen=True, slots=True)
class PurgeConversation:
    """Destroy a deleted conversation with all its sound."""

    conversation: ConversationId


@dataclass(frozen=True, slots=True)
class BookSpending:
    """Keep what a request used up at a time; it is shown with the turn and the conversation it was for."""

    at: TurnId
    spending: Spending
    conversation: ConversationId | None = None
    turn: TurnId | None = None


@dataclass(frozen=True, slots=True)
class TotalMonth:
    """Add up what was spent in the month of this turn; `MonthTotalled` follows."""

    turn: TurnId


@dataclass(frozen=True, slots=True)
class Summarize:
    """Sum up a conversation as far as `until`, beside everything else; `Summarized` follows."""

    conversation: ConversationId
    until: TurnId
    request: RunTurn


@dataclass(frozen=True, slots=True)
class KeepSummary:
    """Store what stands for the turns up to `until` when a long conversation is sent."""

    conversation: ConversationId
    summary: str
    until: TurnId | None


@dataclass(frozen=True, slots=True)
class Notify:
    """Show a problem to the person."""

    problem: Problem
    turn: TurnId | None = None


Command = (
    StartCapture
    | StopCapture
    | DropCapture
    | DiscardClip
    | PrepareService
    | WarmUp
    | HangUp
    | ArmMicrophone
    | RunTurn
    | CancelTurn
    | PrepareSpeaker
    | Replay
    | SpeakSample
    | Silence
    | SaveTurn
    | ForgetTurn
    | BookSpending
    | TotalMonth
    | Summarize
    | ForgetAll
    | KeepSound
    | OpenConversation
    | RenameConversation
    | PinConversation
    | DeleteConversation
    | RestoreConversation
    | PurgeConversation
    | KeepSummary
    | Notify
    | ListModels
    | ListDevices
    | MeasureStorage
    | TotalSpending
    | ListConversations
    | SearchMessages
)
