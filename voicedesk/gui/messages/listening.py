"""Let messages be heard from any point, and show on screen where the voice is."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from voicedesk.core.events import PeaksMeasured
from voicedesk.core.session import Stage, State
from voicedesk.core.units import NO_TIME, Milliseconds, TurnId, milliseconds_of
from voicedesk.gui.bridge import Bridge
from voicedesk.gui.conversation_view import ConversationView
from voicedesk.gui.messages.sound import Sounding
from voicedesk.gui.rows import Row, Voice

POLL_MS = 33
END_MS = 150
"""A sound that stopped this near to its end was heard whole, and begins anew the next time."""


class Listening(QObject):
    """Play and pause rows, follow what is heard, and fetch waveforms."""

    def __init__(self, view: ConversationView, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._bridge = bridge
        self._replay: TurnId | None = None
        self._from_ms = NO_TIME
        self._asked: dict[Path, object] = {}
        self._poll = QTimer(self, interval=POLL_MS)
        self._poll.timeout.connect(self._on_poll)
        view.toggle_wanted.connect(self.toggle)
        view.seek_wanted.connect(self.play)
        view.peaks_wanted.connect(self._on_peaks_wanted)
        bridge.measured.connect(self._on_measured)
        bridge.changed.connect(self._on_changed)

    def toggle(self, row: Row) -> None:
        """Pause what plays; play what does not, from where it was paused."""
        heard = self._view.sounding
        if heard is None or heard.key != _heard_key(row):
            self.play(row, 0)
        elif heard.is_playing:
            self._bridge.stop()
        else:
            self.play(row, heard.place_ms)

    def play(self, row: Row, place_ms: int) -> None:
        """Play a row from a place on."""
        start_ms = Milliseconds(place_ms)
        listen = self._bridge.listen_to_answer if row.voice is Voice.SERVICE else self._bridge.listen
        listen(row.turn, start_ms)
        live, is_replaying = self._bridge.state.live, self._bridge.state.stage is Stage.REPLAYING
        if live and is_replaying:
            self._replay, self._from_ms = live.number, start_ms
            self._show(_heard_key(row), start_ms, row.sound_ms or NO_TIME)
            self._poll.start()

    def _on_changed(self, state: State) -> None:
        if state.stage is Stage.SPEAKING or self._is_ours(state):
            self._poll.start()
        elif self._poll.isActive():
            self._poll.stop()
            self._rest()

    def _is_ours(self, state: State) -> bool:
        return state.stage is Stage.REPLAYING and state.live is not None and state.live.number == self._replay

    def _on_poll(self) -> None:
        state, heard_ms = self._bridge.state, self._bridge.crew.heard_ms()
        shown = self._view.sounding
        if self._is_ours(state) and shown:
            self._show(shown.key, Milliseconds(self._from_ms + heard_ms), shown.length_ms)
        elif state.live and state.stage is Stage.SPEAKING:
            received_ms = milliseconds_of(state.live.answer.frames)
            self._show((state.live.number, Voice.SERVICE), heard_ms, received_ms)

    def _show(self, key: tuple[TurnId, Voice], place_ms: Milliseconds, length_ms: Milliseconds) -> None:
        self._view.show_sound(Sounding(key, min(place_ms, length_ms), length_ms, is_playing=True))

    def _rest(self) -> None:
        """Keep the place of what was paused; what was heard whole, or barged in on, is over."""
        shown = self._view.sounding
        was_replayed, self._replay = self._replay is not None, None
        if shown is None or not was_replayed or shown.place_ms > shown.length_ms - END_MS:
            self._view.show_sound(None)
        else:
            paused = Sounding(shown.key, shown.place_ms, shown.length_ms, is_playing=False)
            self._view.show_sound(paused)

    def _on_peaks_wanted(self, row: Row) -> None:
        path = self._path_of(row)
        if path:
            self._asked[path] = row.key
            self._bridge.crew.measure_peaks(path)

    def _path_of(self, row: Row) -> Path | None:
        if row.voice is Voice.SERVICE:
            return self._bridge.crew.answer_path(row.turn)
        turn = self._bridge.state.conversation.find(row.turn)
        return turn.clip.path if turn and turn.clip else None

    def _on_measured(self, measured: PeaksMeasured) -> None:
        key = self._asked.pop(measured.path, None)
        if key is not None:
            self._view.show_peaks(key, measured.peaks)


def _heard_key(row: Row) -> tuple[TurnId, Voice]:
    """Name the row that is marked: a note offers the recording of the question."""
    return row.turn, Voice.SERVICE if row.voice is Voice.SERVICE else Voice.PERSON
