"""Look at the folder of recordings as a whole, for whoever keeps house."""

from pathlib import Path

from voicedesk.audio.private_files import is_in_use
from voicedesk.audio.spool import delete_recording
from voicedesk.core.units import TurnId


class Recordings:
    """What was spoken to the program, one recording a turn."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def turns(self) -> tuple[TurnId, ...]:
        """Name the turns whose recording lies here, apart from those that are being made."""
        return tuple(
            TurnId(int(path.stem))
            for path in self._folder.glob("*.pcm")
            if path.stem.isdecimal() and not is_in_use(path)
        )

    def discard(self, turn: TurnId) -> None:
        """Delete a recording with all that belongs to it; an absent one is fine."""
        delete_recording(self._folder / f"{turn}.pcm")
