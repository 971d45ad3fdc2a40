"""Cut a sound file of any length at its silences, with no more than one piece of it in memory."""

import hashlib
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from voicedesk.core.phrases import Phrase
from voicedesk.core.problems import Kind, trouble
from voicedesk.core.segments import STEP_MS, Piece, cut_points
from voicedesk.core.subtitles import Passage
from voicedesk.core.units import BYTES_PER_FRAME, RATE_HZ, Milliseconds, Pcm, frames_in

SHORTEST_MS = 200
"""Services refuse less than 100 ms. The end of a recording may be shorter; silence follows it then."""


@dataclass(frozen=True, slots=True)
class Recording:
    """A sound file with its identity, and the passages it is sent in."""

    path: Path
    sha256: str
    passages: tuple[Passage, ...]

    @property
    def duration_ms(self) -> Milliseconds:
        """Tell how long it plays."""
        return self.passages[-1].end_ms


@dataclass(frozen=True, slots=True)
class Upload:
    """A passage as it is sent."""

    passage: Passage
    content: bytes
    file_name: str


def measure(path: Path) -> Recording:
    """Read a sound file once to find where to cut it. Raises `Trouble` if it is none or holds no sound."""
    from voicedesk.audio.files import decode, levels_of

    sound = _Counted(decode(path))
    pieces = list(cut_points(levels_of(iter(sound))))
    if not pieces:
        raise trouble(Kind.BAD_FILE, file=path.name, reason=Phrase.HOLDS_NO_SOUND)
    with path.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    return Recording(path, sha256, tuple(_passage(piece, sound.duration_ms) for piece in pieces))


def uploads_of(
    recording: Recording, wanted: Collection[Passage], folder: Path, as_mp3: bool
) -> Iterator[Upload]:
    """Encode the wanted passages one after the other; `folder` is for drafts."""
    for passage, pcm in _sounds_of(recording):
        if passage in wanted:
            padded = pcm.ljust(frames_in(SHORTEST_MS) * BYTES_PER_FRAME, b"\0")
            mp3 = _mp3_of(padded, folder / "piece.mp3") if as_mp3 else None
            yield Upload(passage, mp3, "piece.mp3") if mp3 else Upload(passage, _wav_of(padded), "piece.wav")


class _Counted:
    """Pass sound on and count it."""

    def __init__(self, pieces: Iterable[Pcm]) -> None:
        self._pieces = pieces
        self._bytes = 0

    def __iter__(self) -> Iterator[Pcm]:
        for pcm in self._pieces:
            self._bytes += len(pcm)
            yield pcm

    @property
    def duration_ms(self) -> Milliseconds:
        """Give the length so far, rounded up so that no frame lies behind it."""
        return Milliseconds(-(-self._bytes * 1000 // (BYTES_PER_FRAME * RATE_HZ)))


def _passage(piece: Piece, duration_ms: Milliseconds) -> Passage:
    """Convert steps to time; the last step of a recording is rarely a whole one."""
    return Passage(Milliseconds(piece.start * STEP_MS), Milliseconds(min(piece.end * STEP_MS, duration_ms)))


def _sounds_of(recording: Recording) -> Iterator[tuple[Passage, Pcm]]:
    from voicedesk.audio.files import decode

    sound, rest = decode(recording.path), bytearray()
    for passage in recording.passages:
        size = frames_in(passage.end_ms - passage.start_ms) * BYTES_PER_FRAME
        while len(rest) < size and (pcm := next(sound, b"")):
            rest += pcm
        yield passage, bytes(rest[:size])
        del rest[:size]


def _mp3_of(pcm: Pcm, draft: Path) -> bytes | None:
    """Encode by way of a file; None where that fails, since there is WAV then."""
    from voicedesk.audio.encoder import EncodingFailed, Mp3Encoder

    try:
        encoder = Mp3Encoder(draft)
        encoder.append(pcm)
        encoder.finish()
        return draft.read_bytes()
    except (EncodingFailed, OSError):
        return None
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def _wav_of(pcm: Pcm) -> bytes:
    from voicedesk.audio.pcm import wav_of

    return wav_of(pcm)
