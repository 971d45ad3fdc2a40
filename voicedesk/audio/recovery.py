"""Find recordings that were never finished, or that nobody remembers."""

from collections.abc import Callable, Iterator
from pathlib import Path

from voicedesk.audio.pcm import dbfs, peak_of
from voicedesk.audio.private_files import is_in_use
from voicedesk.audio.sidecar import Facts, read_facts, write_facts
from voicedesk.core.conversation import Clip
from voicedesk.core.units import BYTES_PER_FRAME, Frames, TurnId

_PIECE_BYTES = 1 << 20


def recovered(folder: Path, known: Callable[[TurnId], bool]) -> list[Clip]:
    """Describe every recording that is broken off or unknown; oldest first.

    Whatever lies beside it, the samples count: a recording without facts, or with damaged ones, is raw sound.
    From now on it counts as finished, so that it is offered until it is known or deleted.
    """
    clips = (_clip(path, turn, known) for turn, path in sorted(_recordings(folder)))
    return [clip for clip in clips if clip is not None]


def _recordings(folder: Path) -> Iterator[tuple[TurnId, Path]]:
    for path in folder.glob("*.pcm"):
        if path.stem.isdecimal():
            yield TurnId(int(path.stem)), path


def _clip(path: Path, turn: TurnId, known: Callable[[TurnId], bool]) -> Clip | None:
    try:
        facts = read_facts(path)
        if (facts and facts.is_finished and known(turn)) or is_in_use(path):
            return None
        frames = path.stat().st_size // BYTES_PER_FRAME
        return _describe(path, turn, Frames(frames), _finished(path, facts)) if frames else None
    except OSError:
        return None  # it vanished, or cannot be read now; the next start looks again


def _finished(path: Path, facts: Facts | None) -> Facts:
    """Complete the facts; an unfinished MP3 lacks its end and is not used."""
    if facts is not None and facts.is_finished:
        return facts
    complete = Facts(is_finished=True, peak_dbfs=_peak_dbfs(path))
    write_facts(path, complete)
    return complete


def _describe(path: Path, turn: TurnId, frames: Frames, facts: Facts) -> Clip:
    mp3 = path.with_suffix(".mp3")
    return Clip(
        turn,
        path,
        frames,
        upload=mp3 if facts.has_mp3 and mp3.exists() else None,
        preroll_frames=Frames(facts.preroll_frames),
        lost_frames=Frames(facts.lost_frames),
        peak_dbfs=facts.peak_dbfs,
    )


def _peak_dbfs(path: Path) -> float:
    """Measure the whole recording in pieces, for it may be an hour long."""
    peak = 0
    with path.open("rb") as file:
        while piece := file.read(_PIECE_BYTES):
            peak = max(peak, peak_of(piece[: len(piece) - len(piece) % BYTES_PER_FRAME]))
    return dbfs(peak)
