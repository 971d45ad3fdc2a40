"""Decide how much sound must be at hand before playing starts or goes on."""

from voicedesk.core.units import NO_FRAMES, Frames, frames_in

FIRST_WAIT = frames_in(500)
"""More than one piece: the service sends 400 ms at a time, and less would be at hand with the first."""
LONGEST_WAIT = frames_in(1_200)


class JitterBuffer:
    """Start without waiting, and wait longer after each starvation.

    A fixed wait would cost every turn its length. What was learnt is kept as long as the program runs,
    because a network that starved one answer will starve the next.
    """

    def __init__(self) -> None:
        self._wait = NO_FRAMES

    @property
    def wait(self) -> Frames:
        """Tell how much must be at hand."""
        return self._wait

    def starved(self) -> None:
        """Learn that the loudspeaker ran dry in the middle of an answer."""
        self._wait = min(Frames(max(self._wait * 2, FIRST_WAIT)), LONGEST_WAIT)
