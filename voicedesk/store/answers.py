"""Keep the sound of answers as bare PCM, one file a turn."""

import os
from pathlib import Path

from voicedesk.core.problems import Trouble
from voicedesk.core.units import Pcm, TurnId
from voicedesk.store.failures import not_saved
from voicedesk.store.private import Write, make_folder, open_private, write_whole


class Answers:
    """The folder of answers; used by one thread. At most one file is open: that of the last turn."""

    def __init__(self, folder: Path, write: Write = os.write) -> None:
        self._folder = folder
        self._write = write
        self._turn: TurnId | None = None
        self._descriptor = -1

    def path_of(self, turn: TurnId) -> Path:
        """Name the file of a turn, whether it exists or not."""
        return self._folder / f"{turn}.pcm"

    def turns(self) -> tuple[TurnId, ...]:
        """Name the turns whose answer lies here."""
        stems = (path.stem for path in self._folder.glob("*.pcm"))
        return tuple(TurnId(int(stem)) for stem in stems if stem.isdecimal())

    def append(self, turn: TurnId, pcm: Pcm) -> None:
        """Add sound to the answer of a turn: all of it, or none and `Trouble`, and may be repeated then."""
        try:
            self._turn_to(turn)
            self._append_all_or_nothing(pcm)
        except OSError as fault:
            self.close()
            raise Trouble(not_saved(fault, self._folder)) from fault

    def discard(self, turn: TurnId) -> None:
        """Delete the sound of a turn; an absent one is fine."""
        if turn == self._turn:
            self.close()
        try:
            self.path_of(turn).unlink(missing_ok=True)
        except OSError as fault:
            raise Trouble(not_saved(fault, self._folder)) from fault

    def close(self) -> None:
        """Close the open file; harmless when repeated."""
        descriptor, self._descriptor, self._turn = self._descriptor, -1, None
        if descriptor >= 0:
            os.close(descriptor)

    def _turn_to(self, turn: TurnId) -> None:
        if turn == self._turn:
            return
        self.close()
        make_folder(self._folder)
        self._descriptor = open_private(str(self.path_of(turn)), os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        self._turn = turn

    def _append_all_or_nothing(self, pcm: Pcm) -> None:
        """Take back what a full disk let in of a piece, so that the piece can be repeated."""
        before = os.fstat(self._descriptor).st_size
        try:
            write_whole(self._descriptor, pcm, self._write)
        except OSError:
            os.ftruncate(self._descriptor, before)
            raise
