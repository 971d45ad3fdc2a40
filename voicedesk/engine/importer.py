"""Import: from a sound file of any usual format to a recording like one that was spoken."""

from collections.abc import Callable, Iterator
from pathlib import Path
from queue import SimpleQueue
from threading import Event
from typing import Protocol

from voicedesk.core.conversation import Clip
from voicedesk.core.inquiries import FileProgressed, FileTakenIn
from voicedesk.core.phrases import Phrase
from voicedesk.core.problems import Kind, Problem, Trouble, trouble
from voicedesk.core.units import NO_FRAMES, Milliseconds, Pcm, TurnId, frames_in
from voicedesk.engine.ports import Spool, Take

LONGEST_MS = Milliseconds(60 * 60_000)
DISK_FAULTS = frozenset({Kind.DISK_FULL, Kind.DISK_FAILED})
STEPS = 50
"""How often the progress of one file is told at most."""

Post = Callable[[FileProgressed | FileTakenIn], None]
Tell = Callable[[float], None]


class SoundFiles(Protocol):
    """What reads sound files; every method raises `Trouble` for one that cannot be read."""

    def length_of(self, path: Path) -> Milliseconds:
        """Tell how long a file plays, by what it says itself."""

    def decode(self, path: Path) -> Iterator[Pcm]:
        """Give the sound of a file piece by piece."""


class Left(Exception):
    """The file is not wanted any more."""


class Importer:
    """Read one file after the other; `run` is the body of its thread."""

    name = "importer"

    def __init__(self, files: SoundFiles, make_spool: Callable[[], Spool], post: Post) -> None:
        self._files = files
        self._make_spool = make_spool
        self._post = post
        self._orders: SimpleQueue[tuple[TurnId, Path] | None] = SimpleQueue()
        self._is_unwanted = Event()

    def order(self, turn: TurnId, path: Path) -> None:
        """Take a file in; from any thread, never waits."""
        self._is_unwanted.clear()
        self._orders.put((turn, path))

    def leave(self) -> None:
        """Stop reading; from any thread."""
        self._is_unwanted.set()

    def stop(self) -> None:
        """Ask the loop to end; half a file is not kept."""
        self._is_unwanted.set()
        self._orders.put(None)

    def run(self) -> None:
        """Read until asked to leave."""
        while order := self._orders.get():
            self._read(*order)

    def take_in(self, turn: TurnId, path: Path, tell: Tell = lambda share: None) -> Clip:
        """Make a recording of a file, in the caller's thread. Raises `Trouble` if it cannot be read."""
        length = frames_in(self._checked_length(path))
        take = self._make_spool().begin(turn, make_mp3=True)
        try:
            for pcm in self._files.decode(path):
                self._append(take, pcm, path.name)
                tell(min(1.0, take.frames / length))
            if not take.frames:
                raise trouble(Kind.BAD_FILE, file=path.name, reason=Phrase.HOLDS_NO_SOUND)
        except BaseException as fault:  # Ctrl-C too: half a file is not to be offered as a recording
            take.discard()
            if isinstance(fault, Trouble) and fault.problem.kind in DISK_FAULTS:
                raise _without_room(path.name, fault.problem) from fault
            raise
        return take.finish(NO_FRAMES, NO_FRAMES)

    def _read(self, turn: TurnId, path: Path) -> None:
        try:
            clip = self.take_in(turn, path, _Steps(path, self._post).tell)
        except Trouble as found:
            self._post(FileTakenIn(path, problem=found.problem))
        except Left:
            return
        else:
            self._post(FileTakenIn(path, clip))

    def _append(self, take: Take, pcm: Pcm, file: str) -> None:
        """Add a piece; a file that says it is short and is not ends here."""
        if self._is_unwanted.is_set():
            raise Left
        take.append(pcm)
        if take.frames > frames_in(LONGEST_MS + 60_000):
            raise _too_long(file)

    def _checked_length(self, path: Path) -> Milliseconds:
        length_ms = self._files.length_of(path)
        if length_ms > LONGEST_MS:
            raise _too_long(path.name)
        return Milliseconds(max(1, length_ms))


def _without_room(file: str, problem: Problem) -> Trouble:
    """Say it about the file: of a recording that somebody speaks something would be kept."""
    reason = problem.values.get("reason", Phrase.DISK_IS_FULL)
    return trouble(Kind.BAD_FILE, problem.detail, file=file, reason=reason)


class _Steps:
    """Tell progress in steps that can be seen, and not for each piece."""

    def __init__(self, path: Path, post: Post) -> None:
        self._path = path
        self._post = post
        self._told = 0

    def tell(self, share: float) -> None:
        if int(share * STEPS) > self._told:
            self._told = int(share * STEPS)
            self._post(FileProgressed(self._path, share))


def _too_long(file: str) -> Trouble:
    return trouble(Kind.BAD_FILE, file=file, reason=Phrase.LONGER_THAN_AN_HOUR)
