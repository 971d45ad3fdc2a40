"""Devices that come and go are reported, and the thread ends when it is asked to."""

from threading import Event

import pytest

from tests.engine.fakes import Inbox, Running
from voicedesk.core.inquiries import DevicesChanged
from voicedesk.engine.lookout import Lookout


class News:
    """A sound server with so many changes to tell."""

    def __init__(self, changes: int) -> None:
        self._changes = changes
        self._stopped = Event()
        self.is_closed = False

    def wait(self) -> bool:
        if self._changes:
            self._changes -= 1
            return True
        self._stopped.wait()
        return False

    def stop(self) -> None:
        self._stopped.set()

    def close(self) -> None:
        self.is_closed = True


@pytest.mark.parametrize("changes", [0, 1, 3])
def test_each_change_is_reported(changes: int) -> None:
    inbox, news = Inbox(), News(changes)
    with Running(Lookout(lambda: news, inbox.post)):
        for _ in range(changes):
            inbox.wait_for(DevicesChanged)
    assert news.is_closed
