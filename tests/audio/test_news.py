"""A real sound server tells of devices that come and go, also after it was started anew."""

from threading import Thread

import pytest

from tests.desktop.sound import SoundServer, wait_for
from voicedesk.audio.news import DeviceNews


class Listener:
    """Wait for news in a thread and count it."""

    def __init__(self) -> None:
        self.heard = 0
        self.news = DeviceNews()
        self._thread = Thread(target=self._run)
        self._thread.start()

    def _run(self) -> None:
        while self.news.wait():
            self.heard += 1
        self.news.close()

    def end(self) -> None:
        self.news.stop()
        self._thread.join(5)
        assert not self._thread.is_alive()


def test_a_microphone_that_is_plugged_in_is_heard_of(sound_server: SoundServer) -> None:
    listener = Listener()
    try:
        wait_for(lambda: listener.news.is_listening, "the listener")
        sound_server.load_second_microphone("headset", 48_000)
        wait_for(lambda: listener.heard >= 1, "news of the headset")
        heard = listener.heard
        sound_server.unload("headset")
        wait_for(lambda: listener.heard > heard, "news of its end")
    finally:
        listener.end()


@pytest.mark.parametrize("time", range(5))
def test_the_waiting_ends_at_once_whenever_it_is_told_to(sound_server: SoundServer, time: int) -> None:
    Listener().end()


def test_without_a_server_nothing_is_heard_and_the_waiting_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PULSE_SERVER", "unix:/proc/nowhere")
    Listener().end()


def test_a_server_that_ends_is_news(sound_server: SoundServer) -> None:
    listener = Listener()
    try:
        wait_for(lambda: listener.news.is_listening, "the listener")
        sound_server.kill()
        wait_for(lambda: listener.heard == 1, "news of the end")
    finally:
        listener.end()
