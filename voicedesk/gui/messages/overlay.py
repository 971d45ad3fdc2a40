"""Hold what is shown besides the rows themselves."""

from dataclasses import dataclass, field

from voicedesk.core.peaks import Peaks
from voicedesk.gui.messages.selection import Selection
from voicedesk.gui.messages.sound import Sounding


@dataclass(slots=True)
class Overlay:
    """What is marked, found, heard and pointed at; none of it needs a row to be laid out again."""

    selection: Selection = field(default_factory=Selection)
    sounding: Sounding | None = None
    peaks: dict[object, Peaks] = field(default_factory=dict)
    found_key: object = None
    found_words: tuple[str, ...] = ()
    flash: float = 0.0
    pointed_key: object = None
    """The row that real controls stand over."""
    shows_focus: bool = False
    """Whether the current row is framed: after a key it is, after a click the person knows."""

    def sounding_of(self, key: object) -> Sounding | None:
        """Give what is heard if it is this row."""
        return self.sounding if self.sounding and self.sounding.key == key else None
