"""Say what was measured: gates, verdicts, and the table."""

import os
import platform
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path


class Verdict(Enum):
    """What a row came to."""

    MET = "met"
    MISSED = "missed"
    VOID = "void"
    NOT_MEASURED = "not measured"

    @property
    def passes(self) -> bool:
        """Tell whether the run may end well."""
        return self is Verdict.MET


@dataclass(frozen=True, slots=True)
class Gate:
    """One goal with what it was measured against; `peer` and `ratio` are empty where a count is the goal."""

    what: str
    measured: str
    goal: str
    met: bool
    peer: str = ""
    ratio: str = ""


@dataclass(frozen=True, slots=True)
class Control:
    """The naive way under the same load: if it does not fail, the load proves nothing and the row is void."""

    what: str
    failed: bool


@dataclass(frozen=True, slots=True)
class Row:
    """The result of one row of the suite; `not_measured` says in one line what was missing."""

    number: int
    title: str
    gates: tuple[Gate, ...] = ()
    controls: tuple[Control, ...] = ()
    not_measured: str = ""
    remarks: tuple[str, ...] = ()

    def verdict(self, gate: Gate) -> Verdict:
        """Judge one gate; a miss counts even where the row is void."""
        if not gate.met:
            return Verdict.MISSED
        return Verdict.VOID if self.void_because else Verdict.MET

    @property
    def void_because(self) -> str:
        """Name the controls that held although they had to fail."""
        return "; ".join(control.what for control in self.controls if not control.failed)

    @property
    def passes(self) -> bool:
        """Tell whether every gate is met by a row that means something."""
        judged = [self.verdict(gate).passes for gate in self.gates]
        return bool(judged) and all(judged) and not self.not_measured


@dataclass(frozen=True, slots=True)
class Report:
    """All rows of a run."""

    rows: Sequence[Row]
    is_quick: bool
    when: str
    load_at_start: float = field(default=0.0)

    @property
    def exit_code(self) -> int:
        """Give 0 if everything is met."""
        return 0 if self.rows and all(row.passes for row in self.rows) else 1

    def markdown(self) -> str:
        """Write the table with the machine above and the remarks below."""
        head = "| row | measured | peer, same run | ratio | goal | verdict |"
        lines = [line for row in self.rows for line in _lines(row)]
        return (
            "\n".join(
                [self._about(), "", head, "|---|---|---|---|---|---|", *lines, "", *self._remarks()]
            ).rstrip()
            + "\n"
        )

    def _about(self) -> str:
        length = "short run" if self.is_quick else "full run"
        busy = " The machine was busy: latencies are upper bounds." if self.load_at_start > _cores() else ""
        return f"{machine()}; {length} of {self.when}, load {self.load_at_start:.1f} at its start.{busy}"

    def _remarks(self) -> list[str]:
        return [f"- Row {row.number}: {remark}" for row in self.rows for remark in _remarks(row)]


def _lines(row: Row) -> list[str]:
    title = f"{row.number} {row.title}"
    if row.not_measured:
        return [f"| {title} | {row.not_measured} | | | | **not measured** |"]
    return [_line(f"{title}: {gate.what}", gate, row.verdict(gate)) for gate in row.gates]


def _line(what: str, gate: Gate, verdict: Verdict) -> str:
    shown = verdict.value if verdict.passes else f"**{verdict.value}**"
    return f"| {what} | {gate.measured} | {gate.peer} | {gate.ratio} | {gate.goal} | {shown} |"


def _remarks(row: Row) -> list[str]:
    void = (f"void, because this had to fail and did not: {row.void_because}.",) if row.void_because else ()
    held = tuple(f"failed as it must: {control.what}." for control in row.controls if control.failed)
    return [*void, *held, *row.remarks]


def machine() -> str:
    """Name the machine without naming its place."""
    return f"{_processor()}, {_cores()} cores, {platform.system()}, Python {platform.python_version()}"


def _processor() -> str:
    try:
        about = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        about = []
    names = [line.partition(":")[2].strip() for line in about if line.startswith("model name")]
    return names[0] if names else platform.machine()


def _cores() -> int:
    return os.cpu_count() or 1
