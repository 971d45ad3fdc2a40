"""Connect the talk bar and the keys that talk with the bridge."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence

from voicedesk.core.commands import Notify
from voicedesk.core.conversation import Ending
from voicedesk.core.problems import Kind
from voicedesk.core.session import ANSWERING, Stage, State
from voicedesk.gui.bridge import Bridge
from voicedesk.gui.faces import Face
from voicedesk.gui.main_window import MainWindow

FACES = {
    Stage.IDLE: Face.READY,
    Stage.ARMING: Face.OPENING,
    Stage.LISTENING: Face.LISTENING,
    Stage.CLOSING: Face.FINISHING,
    Stage.THINKING: Face.THINKING,
    Stage.SPEAKING: Face.SPEAKING,
    Stage.REPLAYING: Face.REPLAYING,
    Stage.SAMPLING: Face.REPLAYING,
}
OFFLINE = frozenset({Kind.OFFLINE, Kind.UNREACHABLE, Kind.REFUSED, Kind.PROXY_SILENT})
"""The service could not be reached at all."""


class Talking(QObject):
    """What the person wants goes down, what goes on comes up as a face."""

    def __init__(self, window: MainWindow, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bar = window.talk_bar
        self._keys = window.talk_keys
        self._bridge = bridge
        self._before = bridge.state
        self._connect()
        self._use_key(bridge.settings.talk.key)
        self._bar.start(bridge.crew.level_dbfs, bridge.crew.voice_dbfs)

    def _connect(self) -> None:
        bar, keys, bridge = self._bar, self._keys, self._bridge
        bar.talk_wanted.connect(bridge.talk)
        bar.send_wanted.connect(bridge.finish_talking)
        bar.stop_wanted.connect(bridge.stop)
        bar.field.submitted.connect(self._on_submitted)
        keys.began.connect(bridge.talk)
        keys.ended.connect(bridge.finish_talking)
        bridge.changed.connect(self._on_changed)
        bridge.noticed.connect(self._on_noticed)

    def _on_submitted(self, text: str) -> None:
        """Empty the field only when the question was taken: while one speaks it is not."""
        if self._bridge.submit(text):
            self._bar.field.clear()

    def _on_changed(self, state: State) -> None:
        before, self._before = self._before, state
        if state.settings.talk.key != before.settings.talk.key:
            self._use_key(state.settings.talk.key)
        self._bar.show_face(face_of(state))
        if was_interrupted(before, state):
            self._bar.show_interrupted()

    def _use_key(self, text: str) -> None:
        self._keys.use(text)
        self._bar.show_keys(QKeySequence(text).toString(QKeySequence.SequenceFormat.NativeText))

    def _on_noticed(self, notify: Notify) -> None:
        if notify.problem.kind in OFFLINE:
            self._bar.show_offline()


def face_of(state: State) -> Face:
    """Give the face of a state; an answer that is being read and not heard is not waited for any more."""
    is_growing = state.live is not None and not state.live.answer.is_empty
    return Face.ANSWERING if state.stage is Stage.THINKING and is_growing else FACES[state.stage]


def was_interrupted(before: State, now: State) -> bool:
    """Tell whether an answer has just left the stage before its end, and nothing followed it."""
    if before.stage not in ANSWERING or now.stage is not Stage.IDLE or before.live is None:
        return False
    turn = now.conversation.find(before.live.number)
    return turn is not None and turn.ending in (Ending.INTERRUPTED, Ending.CANCELLED)
