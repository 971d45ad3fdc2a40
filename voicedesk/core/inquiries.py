"""Say what a page of the window wants to know, and what it is told: nothing that goes on depends on it."""

from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from pathlib import Path

from voicedesk.core.archive import Heading, Hit
from voicedesk.core.conversation import Clip
from voicedesk.core.months import Month
from voicedesk.core.problems import Problem
from voicedesk.core.spending import Bill


@dataclass(frozen=True, slots=True)
class ListModels:
    """Ask a service for its models, with the key in use; it costs nothing, so it tests the key as well."""

    base_url: str


@dataclass(frozen=True, slots=True)
class ListDevices:
    """Look which microphones and loudspeakers there are now.

    `anew` also finds what was connected since the start where the sound system does not tell by itself;
    that closes a microphone that is only held open, for a moment.
    """

    anew: bool = False


@dataclass(frozen=True, slots=True)
class MeasureStorage:
    """Find out what lies where, and how big it is."""


@dataclass(frozen=True, slots=True)
class ListConversations:
    """List the newest conversations now and after each change; `ConversationsListed` follows each time."""

    most: int


@dataclass(frozen=True, slots=True)
class SearchMessages:
    """Find turns with these words; `MessagesFound` follows, unless other words are asked for meanwhile."""

    typed: str
    most: int


@dataclass(frozen=True, slots=True)
class TotalSpending:
    """Add up what was spent on each day of a month, in the time zone of this machine."""

    month: Month


class Report:
    """An answer to one of the orders above."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class ModelsListed(Report):
    """The service named its models, or there is a problem: then the key is of no use there now."""

    base_url: str
    names: tuple[str, ...] = ()
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class MicrophonesListed(Report):
    """These microphones are there now."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LoudspeakersListed(Report):
    """These loudspeakers are there now."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DevicesChanged(Report):
    """A microphone or a loudspeaker came, went, or became the one that is used."""


@dataclass(frozen=True, slots=True)
class MicrophoneWatched(Report):
    """The microphone is held open to show its level, or cannot be."""

    problem: Problem | None = None


class Stored(Enum):
    """What the program keeps on disk, by kind."""

    CONVERSATIONS = auto()
    RECORDINGS = auto()
    ANSWERS = auto()
    TRANSCRIPTIONS = auto()
    SETTINGS = auto()
    LOG = auto()


@dataclass(frozen=True, slots=True)
class Holding:
    """How much of one kind lies in a folder."""

    kind: Stored
    folder: Path
    size_bytes: int


@dataclass(frozen=True, slots=True)
class StorageMeasured(Report):
    """What lies where now."""

    holdings: tuple[Holding, ...]


@dataclass(frozen=True, slots=True)
class AllForgotten(Report):
    """Everything that was said is deleted, or something could not be."""

    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class ConversationsListed(Report):
    """The newest conversations, pinned ones first; there are more than `most` if `has_more`."""

    headings: tuple[Heading, ...]
    has_more: bool


@dataclass(frozen=True, slots=True)
class MessagesFound(Report):
    """What a search for these words came to, the newest first."""

    typed: str
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class SpendingTotalled(Report):
    """What was spent on each day of a month on which something was."""

    month: Month
    days: tuple[tuple[date, Bill], ...]


@dataclass(frozen=True, slots=True)
class AutostartSeen(Report):
    """Whether the system starts the program with the session, or why that could not be changed."""

    is_on: bool
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class FileProgressed(Report):
    """So much of a sound file is read, from 0 to 1."""

    path: Path
    share: float


@dataclass(frozen=True, slots=True)
class FileTakenIn(Report):
    """A sound file is a recording now; its clip is there, or a problem tells why not."""

    path: Path
    clip: Clip | None = None
    problem: Problem | None = None
