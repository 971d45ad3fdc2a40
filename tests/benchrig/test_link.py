"""The narrow line really is narrow, and it stamps the first sound."""

import socket
import threading
from collections.abc import Iterator
from time import monotonic

import pytest

from tests.bench.link import Link

FAST_BITS_PER_S = 40_000_000
PAYLOAD = bytes(200_000)


class Server:
    """Takes one connection after the other: reads to the end, then answers with what it was made with."""

    def __init__(self, answer: bytes) -> None:
        self._answer = answer
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self.received: list[int] = []
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            with connection:
                self.received.append(_bytes_to_the_end(connection))
                connection.sendall(self._answer)

    def close(self) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join(5)


def _bytes_to_the_end(connection: socket.socket) -> int:
    return sum(map(len, iter(lambda: connection.recv(65_536), b"")))


@pytest.fixture
def server() -> Iterator[Server]:
    listening = Server(b'{"audio":{"data":"AAAA"}}')
    yield listening
    listening.close()


@pytest.fixture
def link(server: Server) -> Iterator[Link]:
    linked = Link(server.port, FAST_BITS_PER_S)
    yield linked
    linked.close()


def seconds_for(link: Link, payload: bytes) -> float:
    begun = monotonic()
    with socket.create_connection(("127.0.0.1", link.port)) as client:
        client.sendall(payload)
        client.shutdown(socket.SHUT_WR)
        while client.recv(4_096):
            pass
    return monotonic() - begun


def test_half_the_rate_takes_at_least_the_time_of_the_line(server: Server, link: Link) -> None:
    """A lower bound only: a busy machine makes it longer, nothing makes it shorter."""
    least_s = len(PAYLOAD) * 8 / FAST_BITS_PER_S

    assert seconds_for(link, PAYLOAD) >= least_s
    link.up_bits_per_s = FAST_BITS_PER_S / 4
    assert seconds_for(link, PAYLOAD) >= 4 * least_s
    assert server.received == [len(PAYLOAD)] * 2


def test_two_connections_share_the_line(link: Link) -> None:
    least_s = 2 * len(PAYLOAD) * 8 / FAST_BITS_PER_S
    begun = monotonic()
    threads = [threading.Thread(target=seconds_for, args=(link, PAYLOAD)) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)

    assert monotonic() - begun >= least_s


def test_the_first_sound_of_each_expected_answer_is_stamped_once(link: Link) -> None:
    stamps = link.expect_answer()
    seconds_for(link, b"question")
    seconds_for(link, b"question that nobody waits for")

    assert len(link.first_sounds_ns) == stamps + 1
