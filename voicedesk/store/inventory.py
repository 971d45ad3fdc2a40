"""Take stock of all files that the program keeps."""

from collections.abc import Iterable
from pathlib import Path

from voicedesk.core.inquiries import Holding, Stored
from voicedesk.core.problems import Trouble
from voicedesk.store.failures import not_saved
from voicedesk.store.places import Places


class Inventory:
    """Everything that lies in the program's folders, by kind."""

    def __init__(self, places: Places) -> None:
        self._places = places

    def measure(self) -> tuple[Holding, ...]:
        """Tell what lies where; a file that vanishes meanwhile counts nothing."""
        data, settings, log = self._places.data, self._places.settings_file, self._places.log_file
        return (
            Holding(Stored.CONVERSATIONS, data, _size(self._databases())),
            Holding(Stored.RECORDINGS, self._places.recordings, _size(self._places.recordings.glob("*"))),
            Holding(Stored.ANSWERS, self._places.answers, _size(self._places.answers.glob("*"))),
            Holding(Stored.TRANSCRIPTIONS, data, _size(data.glob("jobs*.db*"))),
            Holding(Stored.SETTINGS, settings.parent, _size(settings.parent.glob(f"{settings.stem}*"))),
            Holding(Stored.LOG, log.parent, _size(log.parent.glob(f"{log.name}*"))),
        )

    def clear_leftovers(self) -> None:
        """Delete pieces of transcriptions, and copies of the history from before an update or a damage."""
        kept = {path for path in self._databases() if path.name.startswith(f"{self._places.database.name}")}
        try:
            for path in {*self._databases(), *self._places.data.glob("jobs*.db*")} - kept:
                path.unlink(missing_ok=True)
        except OSError as fault:
            raise Trouble(not_saved(fault, self._places.data)) from fault

    def _databases(self) -> list[Path]:
        return list(self._places.data.glob(f"{self._places.database.stem}*.db*"))


def _size(files: Iterable[Path]) -> int:
    total = 0
    for path in files:
        try:
            total += path.stat().st_size
        except OSError:  # it is gone, or nobody may look
            continue
    return total
