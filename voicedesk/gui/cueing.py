"""Let a short sound tell what happened, where the person wants that."""

from PySide6.QtCore import QObject

from voicedesk.core.cues import cue_between
from voicedesk.core.session import State
from voicedesk.gui.bridge import Bridge


class Cueing(QObject):
    """Compare each state with the one before."""

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._before = bridge.state
        bridge.changed.connect(self._on_changed)

    def _on_changed(self, state: State) -> None:
        before, self._before = self._before, state
        if cue := cue_between(before, state):
            self._bridge.crew.play_cue(cue, state.settings.sound.loudspeaker)
