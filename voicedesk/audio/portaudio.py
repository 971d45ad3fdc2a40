"""Open the one door to PortAudio: loaded late, shared by the whole process, and perhaps missing.

PortAudio must not be entered by two threads while streams are opened or closed, and it learns of new
devices only when it is initialised anew, which would end every open stream. Both are guarded here.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from voicedesk.audio.failures import Direction, missing_library

_door = threading.RLock()
_open_streams = 0


@contextmanager
def entered(direction: Direction) -> Iterator[Any]:
    """Give sounddevice to one thread at a time; raise the problem of a missing device when it cannot load."""
    with _door:
        try:
            import sounddevice
        except Exception as error:  # the class of PortAudio's errors is in what failed to load
            raise missing_library(direction, error) from error
        yield sounddevice


def refresh(direction: Direction) -> bool:
    """Look for devices anew; tell whether that was possible, which it is only while no stream is open."""
    with entered(direction) as sounddevice:
        if _open_streams:
            return False
        sounddevice._terminate()  # the documented way; there is no public one
        sounddevice._initialize()
        return True


def count_stream(change: int) -> None:
    """Note that a stream was opened (1) or closed (-1); call it while entered."""
    global _open_streams
    _open_streams += change
