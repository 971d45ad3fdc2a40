"""Look out for devices that come and go."""

from collections.abc import Callable
from typing import Protocol

from voicedesk.core.inquiries import DevicesChanged


class DeviceNews(Protocol):
    """What hears of devices, used by the lookout's thread, except for `stop`."""

    def wait(self) -> bool:
        """Wait until something has changed; false when there will be no more news."""

    def stop(self) -> None:
        """End the waiting, from any thread."""

    def close(self) -> None:
        """Disconnect."""


class Lookout:
    """Report changes; `run` is the body of its thread, which sleeps in between."""

    name = "lookout"

    def __init__(self, make_news: Callable[[], DeviceNews], post: Callable[[DevicesChanged], None]) -> None:
        self._make_news = make_news
        self._post = post
        self._news: DeviceNews | None = None
        self._leaves = False

    def stop(self) -> None:
        """Ask the loop to end; from any thread."""
        self._leaves = True
        news = self._news
        if news:
            news.stop()

    def run(self) -> None:
        """Report until asked to leave."""
        self._news = news = self._make_news()
        try:
            while not self._leaves and news.wait():
                self._post(DevicesChanged())
        finally:
            self._news = None
            news.close()
