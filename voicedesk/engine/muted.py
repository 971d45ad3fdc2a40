"""Stand in for a loudspeaker where an answer is only kept and not played."""

from voicedesk.core.problems import Problem
from voicedesk.core.units import NO_FRAMES, Frames, Pcm, frames_of


class MutedSpeaker:
    """Open nothing, for any name."""

    def device_names(self, anew: bool = False) -> tuple[str, ...]:
        """There is nothing to choose from."""
        return ()

    def open(self, device: str) -> "MutedOutlet":
        """Give an outlet that swallows sound at once."""
        return MutedOutlet()


class MutedOutlet:
    """Take all sound and count it as played."""

    latency_frames = NO_FRAMES

    def __init__(self) -> None:
        self._swallowed = NO_FRAMES

    def begin(self) -> None:
        """Count from the start."""
        self._swallowed = NO_FRAMES

    def write(self, pcm: Pcm) -> Frames:
        """Swallow it."""
        self._swallowed = Frames(self._swallowed + frames_of(pcm))
        return frames_of(pcm)

    def end(self) -> None:
        """Nothing is held back."""

    def queued_frames(self) -> Frames:
        """Nothing waits."""
        return NO_FRAMES

    def played_frames(self) -> Frames:
        """Count what was swallowed."""
        return self._swallowed

    def hush(self) -> None:
        """There is nothing to silence."""

    def drop(self) -> Frames:
        """Count what was swallowed; there is nothing to silence."""
        return self._swallowed

    def fault(self) -> Problem | None:
        """Nothing can fail here."""
        return None

    def close(self) -> None:
        """There is nothing to release."""
