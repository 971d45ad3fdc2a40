"""Hear of microphones and loudspeakers that come and go, where a sound server tells of them."""

from threading import Event, Lock, Thread

from voicedesk.audio.pulse import ServerGone, SoundServer, connect

SETTLE_S = 0.3
"""A headset brings several devices, one after the other."""
AGAIN_S = 5.0
"""How often a server that is not there is looked for."""
WAKE_EVERY_S = 0.01
WAKES = 200


class DeviceNews:
    """Wait for changes without waking up in between; used by one thread, except for `stop`."""

    def __init__(self) -> None:
        self._server: SoundServer | None = None
        self._door = Lock()
        self._stopped = Event()
        self._ended = Event()

    @property
    def is_listening(self) -> bool:
        """Tell whether a sound server is there and would be heard; from any thread."""
        return self._server is not None

    def wait(self) -> bool:
        """Wait until something has changed and settled; false when there will be no more news."""
        while not self._stopped.is_set():
            if self._server is None and not self._find_server():
                return False
            if self._server and self._has_news(self._server):
                return not self._stopped.is_set()
        return False

    def stop(self) -> None:
        """End the waiting, from any thread, without a wait here.

        A wake-up that comes just before the waiting begins has no effect, so somebody has to repeat it.
        """
        self._stopped.set()
        Thread(target=self._wake, name="wake lookout", daemon=True).start()

    def close(self) -> None:
        """Disconnect."""
        self._ended.set()
        self._leave_server()

    def _wake(self) -> None:
        for _ in range(WAKES):
            with self._door:
                if self._server:
                    self._server.wake()
            if self._ended.wait(WAKE_EVERY_S):
                return

    def _leave_server(self) -> None:
        with self._door:
            server, self._server = self._server, None
            if server:
                server.close()

    def _find_server(self) -> bool:
        """Connect, or wait for a while; a system without such a server never has one."""
        server = connect()
        if server is None:
            return not self._stopped.wait(AGAIN_S)
        try:
            server.listen(streams=False)
        except ServerGone:
            server.close()
        else:
            self._server = server
        return True

    def _has_news(self, server: SoundServer) -> bool:
        """Tell of a change; a server that ended has changed everything."""
        try:
            if not server.wait(None):
                return False
            while server.wait(SETTLE_S):
                pass
        except ServerGone:
            self._leave_server()
        return True
