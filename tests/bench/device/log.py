"""Read the log of the virtual device: what left it, when, and what was missing in between."""

import mmap
import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise
from pathlib import Path

_HEADER = struct.Struct("<QQ")
_RECORD = struct.Struct("<qqiiii")
RECORDS = 2_000_000
"""Room for an hour of turns; the file is sparse, so unused room costs nothing."""


class Kind(IntEnum):
    """What a record tells; the numbers are those of device.c, which also says what the fields mean."""

    OPENED = 1
    STARTED = 2
    CHANGED = 3
    HANDED = 4
    LATE = 5
    OVERSLEPT = 6
    STOPPED = 7
    DROPPED = 8


@dataclass(frozen=True, slots=True)
class Record:
    """One line of the log; `at_ns` is CLOCK_MONOTONIC, comparable across processes."""

    at_ns: int
    frame: int
    kind: int
    value: int
    stream: int
    detail: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of equal samples; the last one of a stream that still runs has no end yet."""

    value: int
    start_ns: int
    end_ns: int
    frames: int


class DeviceLog:
    """The log of one child process, readable while it grows."""

    def __init__(self, path: Path) -> None:
        with path.open("wb") as file:
            file.truncate(_HEADER.size + RECORDS * _RECORD.size)
        with path.open("rb") as file:
            self._bytes = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)

    @property
    def count(self) -> int:
        """Tell how many records there are; what comes later is read from here on."""
        return int(_HEADER.unpack_from(self._bytes)[1])

    def records(self, since: int = 0) -> list[Record]:
        """Read the records from number `since` on."""
        places = range(since, self.count)
        return [Record(*_RECORD.unpack_from(self._bytes, _HEADER.size + at * _RECORD.size)) for at in places]

    def of_kind(self, kind: Kind, since: int = 0) -> list[Record]:
        """Read the records of one kind."""
        return [record for record in self.records(since) if record.kind == kind]

    @property
    def block_ms(self) -> float:
        """Tell how long a block of the newest output stream is."""
        opened = [record for record in self.of_kind(Kind.OPENED) if record.detail & 1]
        return 1_000 * opened[-1].value / opened[-1].frame

    def close(self) -> None:
        """Forget the log."""
        self._bytes.close()


def stretches(records: Sequence[Record]) -> list[Stretch]:
    """Turn the changes of one turn into runs of equal samples, silence included."""
    changes = [record for record in records if record.kind == Kind.CHANGED]
    return list(_between(changes))


def _between(changes: Sequence[Record]) -> Iterator[Stretch]:
    for this, following in pairwise(changes):
        if this.stream == following.stream:
            yield Stretch(this.value, this.at_ns, following.at_ns, following.frame - this.frame)
        elif this.value:
            yield Stretch(this.value, this.at_ns, this.at_ns, 0)
    if changes and changes[-1].value:
        yield Stretch(changes[-1].value, changes[-1].at_ns, changes[-1].at_ns, 0)


def first_sound_ns(records: Sequence[Record]) -> int | None:
    """Tell when the first sample that is not zero left the device."""
    return next((stretch.start_ns for stretch in stretches(records) if stretch.value), None)


def last_sound_ns(records: Sequence[Record]) -> int | None:
    """Tell when the last sample that is not zero had left the device."""
    return next((stretch.end_ns for stretch in reversed(stretches(records)) if stretch.value), None)


def sounds_on(records: Sequence[Record]) -> bool:
    """Tell whether the device still plays something."""
    values = [record.value for record in records if record.kind == Kind.CHANGED]
    return bool(values) and values[-1] != 0


def gaps(records: Sequence[Record]) -> list[Stretch]:
    """Give the silences inside the sound: those with sound before and after."""
    runs = stretches(records)
    sounding = [place for place, run in enumerate(runs) if run.value]
    return [run for run in runs[sounding[0] : sounding[-1]] if not run.value] if sounding else []
