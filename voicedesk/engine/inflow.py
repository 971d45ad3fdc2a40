"""Limit the sound that waits for a thread which a device may hold up."""

from voicedesk.core.units import BYTES_PER_FRAME, Pcm, frames_in

MOST_WAITING_BYTES = frames_in(5 * 60_000) * BYTES_PER_FRAME
"""The player takes sound within milliseconds. Only while a device hangs in opening does so much gather."""


class Inflow:
    """Count the bytes on their way from one thread to another.

    Each of the two counts is written by one thread only, so that neither ever waits for a lock.
    """

    def __init__(self, most_bytes: int = MOST_WAITING_BYTES) -> None:
        self._most_bytes = most_bytes
        self._put_bytes = 0
        self._taken_bytes = 0

    def admits(self, pcm: Pcm) -> bool:
        """Count sound that is handed over, if there is room for it."""
        if self._put_bytes - self._taken_bytes + len(pcm) > self._most_bytes:
            return False
        self._put_bytes += len(pcm)
        return True

    def took(self, pcm: Pcm) -> None:
        """Count sound that was taken."""
        self._taken_bytes += len(pcm)
