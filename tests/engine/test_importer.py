"""A sound file becomes a recording like a spoken one, or nothing of it stays."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.engine.fakes import Inbox, MemorySpool, Running, tone, wait_until
from voicedesk.core.inquiries import FileProgressed, FileTakenIn
from voicedesk.core.phrases import Phrase
from voicedesk.core.problems import Kind, Problem, Trouble
from voicedesk.core.units import Milliseconds, Pcm, TurnId, frames_in
from voicedesk.engine.importer import LONGEST_MS, STEPS, Importer

FILE = Path("interview.mp3")


@dataclass
class Files:
    """Sound files that play as long as they are told, and say what they are told to say."""

    says_ms: int = 1_000
    pieces: list[Pcm] = field(default_factory=lambda: [tone(7, 10) for _ in range(100)])
    fault: Problem | None = None

    def length_of(self, path: Path) -> Milliseconds:
        if self.fault:
            raise Trouble(self.fault)
        return Milliseconds(self.says_ms)

    def decode(self, path: Path) -> Iterator[Pcm]:
        yield from self.pieces


def imported(files: Files, spool: MemorySpool | None = None) -> tuple[FileTakenIn, Inbox, MemorySpool]:
    inbox, spool = Inbox(), spool or MemorySpool()
    importer = Importer(files, lambda: spool, inbox.post)
    with Running(importer):
        importer.order(TurnId(7), FILE)
        return inbox.wait_for(FileTakenIn), inbox, spool


def test_all_of_a_file_becomes_a_clip_with_its_number() -> None:
    taken, inbox, spool = imported(Files())
    assert taken.clip and taken.clip.turn == 7
    assert taken.clip.duration_ms == 1_000
    assert spool.takes[0].pcm == tone(7, 1_000)
    shares = [event.share for event in inbox.seen if isinstance(event, FileProgressed)]
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    assert len(shares) <= STEPS


@pytest.mark.parametrize(
    ("files", "reason"),
    [
        pytest.param(Files(says_ms=LONGEST_MS + 1), Phrase.LONGER_THAN_AN_HOUR, id="too-long"),
        pytest.param(Files(pieces=[]), Phrase.HOLDS_NO_SOUND, id="empty"),
        pytest.param(
            Files(fault=Problem(Kind.BAD_FILE, {"file": FILE.name, "reason": Phrase.NOT_A_SOUND_FILE})),
            Phrase.NOT_A_SOUND_FILE,
            id="no-sound-file",
        ),
        pytest.param(
            Files(pieces=[b"\0" * 2 * frames_in(LONGEST_MS // 10)] * 12),
            Phrase.LONGER_THAN_AN_HOUR,
            id="longer-than-it-says",
        ),
    ],
)
def test_what_cannot_be_used_is_named_and_leaves_nothing(files: Files, reason: Phrase) -> None:
    taken, _, spool = imported(files)
    assert taken.problem == Problem(Kind.BAD_FILE, {"file": FILE.name, "reason": reason})
    assert all(take.is_discarded for take in spool.takes)


@pytest.mark.parametrize(
    ("full", "reason"),
    [
        pytest.param(Problem(Kind.DISK_FULL, {"seconds": "1"}), Phrase.DISK_IS_FULL, id="A15-full"),
        pytest.param(
            Problem(Kind.DISK_FAILED, {"seconds": "1", "reason": Phrase.DISK_ERROR}),
            Phrase.DISK_ERROR,
            id="A16-failed",
        ),
    ],
)
def test_what_does_not_fit_on_the_disk_is_not_said_to_be_kept(full: Problem, reason: Phrase) -> None:
    taken, _, spool = imported(Files(), MemorySpool(frames_in(500), full))
    assert taken.problem == Problem(Kind.BAD_FILE, {"file": FILE.name, "reason": reason})
    assert spool.takes[0].is_discarded


def test_a_file_that_is_left_leaves_nothing_and_the_next_one_is_read() -> None:
    inbox, spool = Inbox(), MemorySpool()
    files = Files()
    importer = Importer(files, lambda: spool, inbox.post)

    def endless() -> Iterator[Pcm]:
        importer.leave()
        while True:
            yield tone(7, 10)

    files.decode = lambda path: endless()  # type: ignore[method-assign]
    with Running(importer):
        importer.order(TurnId(7), FILE)
        wait_until(lambda: bool(spool.takes) and spool.takes[0].is_discarded)
        del files.decode
        importer.order(TurnId(8), FILE)
        taken = inbox.wait_for(FileTakenIn)
    assert taken.clip and taken.clip.turn == 8
