"""Keep what a bare recording cannot say about itself in a small JSON file beside it."""

import json
import math
import os
from dataclasses import asdict, dataclass
from pathlib import Path

from voicedesk.core.levels import SILENT_DBFS
from voicedesk.core.units import RATE_HZ


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known about a recording; `is_finished` tells a stopped recording from a broken-off one."""

    is_finished: bool = False
    preroll_frames: int = 0
    lost_frames: int = 0
    peak_dbfs: float = SILENT_DBFS
    has_mp3: bool = False


def write_facts(recording: Path, facts: Facts) -> None:
    """Replace the facts in one step, so that a reader finds the old ones or the new ones.

    Not forced to the disk: if a power cut damages them, the recording is offered again, which is right.
    """
    content = asdict(facts) | {"rate_hz": RATE_HZ, "format": "mono s16le"}
    if not math.isfinite(facts.peak_dbfs):
        content["peak_dbfs"] = None  # JSON has no infinity
    new = recording.with_suffix(".json.new")
    descriptor = os.open(new, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        json.dump(content, file)
    new.replace(recording.with_suffix(".json"))


def read_facts(recording: Path) -> Facts | None:
    """Read the facts; None when they are missing or damaged."""
    try:
        content = json.loads(recording.with_suffix(".json").read_bytes())
        return Facts(
            is_finished=content["is_finished"] is True,
            preroll_frames=int(content["preroll_frames"]),
            lost_frames=int(content["lost_frames"]),
            peak_dbfs=SILENT_DBFS if content["peak_dbfs"] is None else float(content["peak_dbfs"]),
            has_mp3=content["has_mp3"] is True,
        )
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def files_beside(recording: Path) -> tuple[Path, ...]:
    """List the files that belong to a recording and go when it goes."""
    return tuple(recording.with_suffix(suffix) for suffix in (".mp3", ".json", ".json.new"))
