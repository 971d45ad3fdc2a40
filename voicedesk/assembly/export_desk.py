"""What the exporter works with."""

from collections.abc import Iterable
from contextlib import AbstractContextManager
from pathlib import Path

from voicedesk.assembly.home import Home
from voicedesk.core.export.formats import Format
from voicedesk.core.export.utterances import Placed
from voicedesk.core.units import Milliseconds, TurnId, frames_in


class ExportDesk:
    """Measure and join sound, and write files, for the exporter."""

    def __init__(self, home: Home) -> None:
        self._home = home

    def answer_path(self, turn: TurnId) -> Path:
        """Name the file with the sound of an answer."""
        return self._home.places.answers / f"{turn}.pcm"

    def length_of(self, sound: Path) -> Milliseconds | None:
        """Measure a stored sound; None if it is not there."""
        from voicedesk.audio.joining import length_of

        return length_of(sound)

    def delivered(self, target: Path, may_replace: bool) -> AbstractContextManager[Path]:
        """Give a draft to write, which becomes the target when the block ends well."""
        from voicedesk.store.delivery import delivered

        return delivered(target, may_replace)

    def write_text(self, draft: Path, text: str) -> None:
        """Write a text file."""
        from voicedesk.store.delivery import write_text

        write_text(draft, text)

    def write_sound(
        self, draft: Path, wanted: Format, timeline: Iterable[Placed], length_ms: Milliseconds
    ) -> None:
        """Join sounds into one file of this length."""
        from voicedesk.audio.joining import write_mp3, write_wav

        if wanted is Format.MP3:
            write_mp3(draft, timeline)
        else:
            write_wav(draft, timeline, frames_in(length_ms))
