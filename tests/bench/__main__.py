"""Run the benchmark: `python -m tests.bench [ROW ...] [--quick] [--markdown FILE]`."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from tests.bench.child import ChildSilent
from tests.bench.device.build import NotMeasurable
from tests.bench.report import Report, Row
from tests.bench.rows import (
    barge_in,
    event_loop,
    first_sound,
    holding,
    idle,
    long_conversation,
    long_recording,
    searching,
    start_up,
    upload,
)
from tests.bench.scope import Scope

Measure = Callable[[Scope], Row]
ROWS: dict[int, tuple[str, Measure]] = {
    1: ("key-up to request", upload.measure),
    2: ("first delta to device", first_sound.measure),
    3: ("playback holds", holding.measure),
    4: ("barge-in", barge_in.measure),
    7: ("cold start", start_up.measure),
    8: ("idle", idle.measure),
    9: ("event loop", event_loop.measure),
    10: ("history search", searching.measure),
    11: ("one hour of recording", long_recording.measure),
    12: ("long conversation", long_conversation.measure),
}


def main(arguments: Sequence[str]) -> int:
    """Measure the rows that were asked for, print the table, and give the exit code."""
    asked = _parser().parse_args(arguments)
    scope, load = Scope(asked.quick), os.getloadavg()[0]
    rows = [_measured(number, scope) for number in asked.rows or ROWS]
    report = Report(rows, asked.quick, f"{datetime.now(UTC):%Y-%m-%d}", load)
    print(report.markdown())
    if asked.markdown:
        asked.markdown.write_text(report.markdown(), encoding="utf-8")
    return report.exit_code


def _row(typed: str) -> int:
    number = int(typed)
    if number not in ROWS:
        raise argparse.ArgumentTypeError(f"there is no row {number}")
    return number


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bench", description="Measure VoiceDesk against its peers.")
    # Without `choices`, which some versions of argparse also hold the empty list against.
    parser.add_argument("rows", nargs="*", type=_row, metavar="ROW", help=f"which of {[*ROWS]}; all without")
    parser.add_argument("--quick", action="store_true", help="a short run whose figures are rough")
    parser.add_argument("--markdown", type=Path, metavar="FILE", help="write the table to a file, too")
    return parser


def _measured(number: int, scope: Scope) -> Row:
    title, measure = ROWS[number]
    print(f"row {number}: {title} ...", file=sys.stderr, flush=True)
    try:
        return measure(scope)
    except (NotMeasurable, ChildSilent) as reason:
        return Row(number, title, not_measured=str(reason))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
