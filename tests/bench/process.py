"""Read from outside what a process holds and how often it wakes up."""

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Activity:
    """What a process has done since it began."""

    wake_ups: int
    cpu_s: float

    def since(self, before: "Activity") -> "Activity":
        """Give what it did in between."""
        return Activity(self.wake_ups - before.wake_ups, self.cpu_s - before.cpu_s)


def activity_of(pid: int) -> Activity:
    """Count the times that any thread went on after it had waited, and the seconds of CPU."""
    wake_ups = sum(_waits(thread) for thread in _process(pid, "task").iterdir())
    fields = _process(pid, "stat").read_text().rpartition(") ")[2].split()
    return Activity(wake_ups, (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK"))


def pss_mib(pid: int) -> float:
    """Give the memory that is the process's own, with its share of what others use, too."""
    for line in _process(pid, "smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    raise OSError("the system does not tell")


def _waits(thread: Path) -> int:
    for line in (thread / "status").read_text().splitlines():
        if line.startswith("voluntary_ctxt_switches:"):
            return int(line.split()[1])
    return 0


def _process(pid: int, name: str) -> Path:
    return Path("/proc", str(pid), name)
