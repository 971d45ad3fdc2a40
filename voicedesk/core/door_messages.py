"""Say what one start of the program asks of another, as one line of text each way."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

PROTOCOL = 1
"""Goes up when an older program would misread a newer line; a new verb or value needs no new number."""
LONGEST_LINE = 4_096
SHOW = "show"
"""Bring the window to the front; the value `token` is the desktop's permission to take the focus."""

STAY = "stay"
"""Be there and nothing more: a start that is to be hidden wants no window."""


@dataclass(frozen=True, slots=True)
class Request:
    """What the one who knocks wants."""

    verb: str
    values: Mapping[str, str] = field(default_factory=dict)


class Outcome(Enum):
    """What became of a request."""

    DONE = "done"
    UNKNOWN = "unknown"
    """This program has no such verb: it is older, or the caller made it up."""
    UNREADABLE = "unreadable"


def request_line(request: Request) -> bytes:
    """Write a request down."""
    return _line({"verb": request.verb, **request.values})


def request_in(line: bytes) -> Request | None:
    """Read a request; None for anything else."""
    values = _values_in(line)
    verb = values.pop("verb", "")
    return Request(verb, values) if verb else None


def outcome_line(outcome: Outcome) -> bytes:
    """Write an answer down."""
    return _line({"outcome": outcome.value})


def outcome_in(line: bytes) -> Outcome | None:
    """Read an answer; None for anything else."""
    value = _values_in(line).get("outcome")
    return next((outcome for outcome in Outcome if outcome.value == value), None)


def _line(values: Mapping[str, str]) -> bytes:
    return json.dumps({"voicedesk": PROTOCOL, **values}).encode() + b"\n"


def _values_in(line: bytes) -> dict[str, str]:
    """Give the texts of a line of this protocol; other kinds of values are left for later versions."""
    if len(line) > LONGEST_LINE:
        return {}
    try:
        told = json.loads(line)
    except (ValueError, RecursionError):
        return {}
    if not isinstance(told, dict) or told.get("voicedesk") != PROTOCOL:
        return {}
    return {name: value for name, value in told.items() if isinstance(value, str)}
