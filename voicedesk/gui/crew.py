"""Name what the window needs of those who do the work."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from voicedesk.core.commands import Command
from voicedesk.core.cues import Cue
from voicedesk.core.export.order import ExportOrder
from voicedesk.core.problem_texts import Translate
from voicedesk.core.settings import Settings
from voicedesk.core.units import Milliseconds, TurnId
from voicedesk.engine.bodies import Body

Post = Callable[[object], None]
"""Hand an event to the front end; called from any thread, never waits."""


class Crew(Protocol):
    """Everybody who carries commands out. No method waits for a disk, a device, the network or a keyring."""

    @property
    def bodies(self) -> tuple[Body, ...]:
        """Give the loops in the order to start them; they are stopped in reverse."""

    def carry_out(self, command: Command) -> None:
        """Pass a command to whom it concerns."""

    def level_dbfs(self) -> float:
        """Tell how loud the microphone is now."""

    def voice_dbfs(self) -> float:
        """Tell how loud the answer is that is heard now."""

    def play_cue(self, cue: Cue, device: str) -> None:
        """Sound a cue on this loudspeaker."""

    def heard_ms(self) -> Milliseconds:
        """Tell how much of the answer on stage has been heard."""

    def answer_path(self, turn: TurnId) -> Path:
        """Name the file with the sound of an answer."""

    def measure_peaks(self, path: Path) -> None:
        """Measure the bars that are drawn of a stored sound; `PeaksMeasured` follows."""

    def take_in_file(self, turn: TurnId, path: Path) -> None:
        """Make a recording with this number of a sound file; `FileProgressed` and `FileTakenIn` follow."""

    def leave_file(self) -> None:
        """Stop reading the file; nothing of it stays."""

    def export(self, order: ExportOrder) -> None:
        """Write a conversation into a file; `Exported` follows, or a remark on what went wrong."""

    def examine(self, tr: Translate, translate_problem: Translate) -> None:
        """Look at everything that the program needs; `Examined` follows after each look."""

    def device_names(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Name the microphones and the loudspeakers that were last seen."""

    def change_settings(self, settings: Settings) -> None:
        """Store the settings."""

    def switch_autostart(self, wish: bool | None) -> None:
        """Let the system start the program or not; None only looks. `AutostartSeen` follows."""

    def enter_key(self, key: str) -> None:
        """Store the key and use it from now on."""

    def forget_key(self) -> None:
        """Remove the key from where it is stored."""
