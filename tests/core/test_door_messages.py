"""What starts of the program say to each other stays readable, and anything else is not taken for it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voicedesk.core.door_messages import (
    LONGEST_LINE,
    PROTOCOL,
    Outcome,
    Request,
    outcome_in,
    outcome_line,
    request_in,
    request_line,
)

NAMES = st.text(max_size=20).filter(lambda name: name not in ("voicedesk", "verb"))


@given(st.text(min_size=1, max_size=20), st.dictionaries(NAMES, st.text(max_size=40), max_size=4))
def test_a_request_arrives_as_it_was_sent_on_one_line(verb: str, values: dict[str, str]) -> None:
    request = Request(verb, values)
    line = request_line(request)
    assert line.count(b"\n") == 1
    assert request_in(line) == request


@pytest.mark.parametrize("outcome", Outcome)
def test_an_outcome_arrives_as_it_was_sent(outcome: Outcome) -> None:
    assert outcome_in(outcome_line(outcome)) is outcome


@given(st.binary(max_size=200))
def test_rubbish_is_no_request_and_no_outcome(line: bytes) -> None:
    assert request_in(line) is None
    assert outcome_in(line) is None


@pytest.mark.parametrize(
    "told",
    [
        {"verb": "show"},
        {"voicedesk": PROTOCOL + 1, "verb": "show"},
        {"voicedesk": PROTOCOL, "verb": 7},
        {"voicedesk": PROTOCOL, "verb": "show", "token": "x" * LONGEST_LINE},
        ["show"],
    ],
    ids=["no-version", "other-version", "no-text", "too-long", "no-object"],
)
def test_what_is_not_of_this_protocol_is_refused(told: object) -> None:
    assert request_in(json.dumps(told).encode()) is None


def test_values_of_a_later_version_are_left_out() -> None:
    line = json.dumps({"voicedesk": PROTOCOL, "verb": "show", "token": "t", "screens": [1, 2]}).encode()
    assert request_in(line) == Request("show", {"token": "t"})
