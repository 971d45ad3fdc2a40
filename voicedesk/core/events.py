"""Say what happened: frozen facts, each with the number of its turn."""

from dataclasses import dataclass
from pathlib import Path

from voicedesk.core.cap import MonthSoFar
from voicedesk.core.conversation import Answer, Clip, Conversation, Ending
from voicedesk.core.peaks import Peaks
from voicedesk.core.problems import Problem
from voicedesk.core.secret import KeySource
from voicedesk.core.settings import ServiceSettings, Settings
from voicedesk.core.spending import Spending
from voicedesk.core.units import NO_TIME, ConversationId, Milliseconds, TurnId


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened in a turn."""

    turn: TurnId


# What the person did. The front end makes the number of the turn that may begin, and tells how much of the
# answer on stage has been heard by then.


@dataclass(frozen=True, slots=True)
class TalkPressed(Event):
    """The talk key went down."""

    heard_ms: Milliseconds = NO_TIME


@dataclass(frozen=True, slots=True)
class TextSubmitted(Event):
    """A typed question was sent."""

    text: str
    heard_ms: Milliseconds = NO_TIME


@dataclass(frozen=True, slots=True)
class ClipSubmitted(Event):
    """A recording that lies on disk was sent: a recovered or a repeated one, or a file."""

    clip: Clip
    heard_ms: Milliseconds = NO_TIME


@dataclass(frozen=True, slots=True)
class ListenPressed(Event):
    """A stored sound shall be heard from `start_ms` on: a recording or an answer, as bare `Pcm` in a file."""

    path: Path
    heard_ms: Milliseconds = NO_TIME
    start_ms: Milliseconds = NO_TIME


@dataclass(frozen=True, slots=True)
class SamplePressed(Event):
    """A voice shall be heard with this text, as `service` describes it apart from the address."""

    text: str
    service: ServiceSettings
    heard_ms: Milliseconds = NO_TIME


@dataclass(frozen=True, slots=True)
class CheckPressed(Event):
    """The microphone shall be tried: what is recorded until `TalkReleased` is played back and deleted."""

    heard_ms: Milliseconds = NO_TIME


@dataclass(frozen=True, slots=True)
class LevelWatched:
    """The level of the microphone is looked at, or not any more."""

    is_watched: bool


@dataclass(frozen=True, slots=True)
class AllDeleted:
    """Everything that was ever said shall be forgotten; an empty conversation begins."""

    conversation: ConversationId


@dataclass(frozen=True, slots=True)
class TalkReleased:
    """The talk key came up."""


@dataclass(frozen=True, slots=True)
class StopPressed:
    """Everything shall stop."""

    heard_ms: Milliseconds = NO_TIME


@dataclass(frozen=True, slots=True)
class TurnDeleted(Event):
    """A turn and its recording shall be forgotten."""


@dataclass(frozen=True, slots=True)
class SettingsChanged:
    """The settings are different from now on."""

    settings: Settings


@dataclass(frozen=True, slots=True)
class ConversationBegun:
    """A new conversation shall be on screen, and what goes on shall stop."""

    conversation: ConversationId
    heard_ms: Milliseconds = NO_TIME


@dataclass(frozen=True, slots=True)
class ConversationChosen:
    """A stored conversation shall be on screen, and what goes on shall stop."""

    conversation: ConversationId
    heard_ms: Milliseconds = NO_TIME


@dataclass(frozen=True, slots=True)
class ConversationRenamed:
    """The person chose a title; an empty one brings the first words back."""

    conversation: ConversationId
    title: str


@dataclass(frozen=True, slots=True)
class ConversationDeleted:
    """A conversation shall go; if it is on screen, what goes on stops, and an empty one takes its place."""

    conversation: ConversationId
    successor: ConversationId
    heard_ms: Milliseconds = NO_TIME


# What the archivist reports.


@dataclass(frozen=True, slots=True)
class ConversationOpened:
    """A conversation was read: the one that was chosen, or at the start the newest."""

    conversation: Conversation


# What the recorder reports.


@dataclass(frozen=True, slots=True)
class CaptureStarted(Event):
    """The first block of sound arrived: the microphone is open now, not before."""


@dataclass(frozen=True, slots=True)
class CaptureRemarked(Event):
    """Recording goes on, but the person should know something."""

    problem: Problem


@dataclass(frozen=True, slots=True)
class Captured(Event):
    """The recording is complete and on disk."""

    clip: Clip


@dataclass(frozen=True, slots=True)
class CaptureFailed(Event):
    """Recording ended against the person's will; what was said until then is in the clip."""

    problem: Problem
    clip: Clip | None


@dataclass(frozen=True, slots=True)
class CaptureDropped(Event):
    """A recording was given up; it is kept as long as it holds more than a tap."""

    clip: Clip | None


# What the turn worker reports.


@dataclass(frozen=True, slots=True)
class WordsHeard(Event):
    """The person's own words were written down."""

    text: str


@dataclass(frozen=True, slots=True)
class AnswerGrown(Event):
    """More of the answer was received."""

    answer: Answer


@dataclass(frozen=True, slots=True)
class AnswerEnded(Event):
    """Nothing more will be received in this turn."""

    answer: Answer
    ending: Ending
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class TurnRemarked(Event):
    """The turn goes on, but the person should know something."""

    problem: Problem


@dataclass(frozen=True, slots=True)
class Spent(Event):
    """A request used something up; it is told once for each, also when its answer was cut off."""

    spending: Spending


# What the player reports.


@dataclass(frozen=True, slots=True)
class SpeakingStarted(Event):
    """The first sound of the answer went to the loudspeaker."""


@dataclass(frozen=True, slots=True)
class SpeakingEnded(Event):
    """All sound of the answer was played."""

    heard_ms: Milliseconds


@dataclass(frozen=True, slots=True)
class SpeakingFailed(Event):
    """The rest of the answer cannot be played; its text is on screen all the same."""

    problem: Problem


# What the surveyor reports.


@dataclass(frozen=True, slots=True)
class PeaksMeasured:
    """The bars of a stored sound are known; a file that cannot be read has none. No state depends on it."""

    path: Path
    peaks: Peaks


# What goes beyond one turn.


@dataclass(frozen=True, slots=True)
class MonthTotalled:
    """What was spent in a month so far was added up; what could not be read is missing in it."""

    month: MonthSoFar


@dataclass(frozen=True, slots=True)
class Summarized:
    """A conversation was summed up as far as `until`, or there is a problem; both may have cost something."""

    conversation: ConversationId
    until: TurnId
    text: str
    spending: Spending | None = None
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class SummaryChanged:
    """The person wrote the summary of the conversation on screen anew; an empty one is none."""

    text: str


@dataclass(frozen=True, slots=True)
class Remarked:
    """Something outside of any turn should be known: storage, key, settings."""

    problem: Problem


@dataclass(frozen=True, slots=True)
class WorkerCrashed:
    """A worker, or another part of the program, met a fault of our own; workers are named in `workers`."""

    worker: str
    problem: Problem


@dataclass(frozen=True, slots=True)
class ServiceChosen:
    """Requests go to this service from now on: the real one, or the practice service inside the program.

    `source` tells where the key of the real one was found; `was_wished` that practice was asked for, and is
    not for want of a key.
    """

    base_url: str
    practice: bool
    source: KeySource | None = None
    was_wished: bool = False
