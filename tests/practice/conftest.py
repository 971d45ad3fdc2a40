"""Start practice services for the tests of this folder, and stop them."""

from collections.abc import Callable, Iterator

import pytest

from tests.practice.calling import Caller
from voicedesk.practice.options import PracticeOptions, Script
from voicedesk.practice.service import PracticeService

AT_ONCE = Script(first_token_ms=0, pace=0)

Start = Callable[[PracticeOptions], Caller]


@pytest.fixture
def start() -> Iterator[Start]:
    """Start services as a test asks for them."""
    services: list[PracticeService] = []

    def started(options: PracticeOptions) -> Caller:
        services.append(PracticeService(options))
        return Caller(services[-1].start(), services[-1])

    yield started
    for service in services:
        service.stop()


@pytest.fixture
def caller(start: Start) -> Caller:
    """A service that answers as fast as it can."""
    return start(PracticeOptions(script=AT_ONCE, records_requests=True))
