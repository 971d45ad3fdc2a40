"""A sound server that ends is noticed at whatever moment it does so."""

from collections.abc import Callable

import pulsectl
import pytest
from pulsectl._pulsectl import LibPulse

from tests.desktop.sound import SoundServer
from voicedesk.audio import pulse
from voicedesk.audio.failures import Direction

_QUESTIONS: list[Callable[[pulse.SoundServer], object]] = [
    lambda server: server.default(Direction.INPUT),
    lambda server: server.endpoints(Direction.OUTPUT),
    lambda server: server.own_streams(Direction.INPUT),
    lambda server: server.listen(),
]


@pytest.mark.desktop
@pytest.mark.parametrize("question", _QUESTIONS, ids=["default", "endpoints", "streams", "listen"])
def test_asking_a_server_that_ended_says_so(
    question: Callable[[pulse.SoundServer], object], sound_server: SoundServer
) -> None:
    server = pulse.connect()
    assert server is not None
    sound_server.kill()
    with pytest.raises(pulse.ServerGone):
        question(server)
    server.close()


class DyingPulse:
    """Fail as pulsectl does when the server ends at different moments of a question."""

    def __init__(self, error: Exception) -> None:
        self.error = error

    def source_output_list(self) -> list[object]:
        """Fail."""
        raise self.error


@pytest.mark.parametrize(
    "error", [LibPulse.CallError(), pulsectl.PulseError(), pulsectl.PulseDisconnected()], ids=repr
)
def test_every_way_in_which_a_question_breaks_off_is_the_end_of_the_server(error: Exception) -> None:
    with pytest.raises(pulse.ServerGone):
        pulse.SoundServer(DyingPulse(error)).own_streams(Direction.INPUT)


@pytest.mark.desktop
def test_without_a_server_nobody_is_connected(sound_server: SoundServer) -> None:
    sound_server.kill()
    assert pulse.connect() is None
