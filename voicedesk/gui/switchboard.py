"""Connect window and bridge: what the person wants goes down, what happened comes up."""

from PySide6.QtCore import QObject

from voicedesk.core.commands import Notify
from voicedesk.core.events import ServiceChosen
from voicedesk.core.problems import Action, Kind
from voicedesk.core.session import State
from voicedesk.gui.bridge import Bridge
from voicedesk.gui.main_window import MainWindow
from voicedesk.gui.notice import Notice, notice_of, recovered_notice
from voicedesk.gui.rows import problem_sentence

HINTS = frozenset({Kind.TOO_SHORT, Kind.TOO_QUIET, Kind.TOO_LOUD})
"""What belongs into the status line and not into a banner."""


class Switchboard(QObject):
    """Every connection between the two is made here, once."""

    def __init__(self, window: MainWindow, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._bridge = bridge
        self._recovered = 0
        self._connect_downwards()
        self._connect_upwards()

    def _connect_downwards(self) -> None:
        window, bridge = self._window, self._bridge
        window.welcome.chosen.connect(bridge.submit)
        window.notices.acted.connect(self._on_notice_acted)

    def _connect_upwards(self) -> None:
        self._bridge.changed.connect(self._on_changed)
        self._bridge.noticed.connect(self._on_noticed)
        self._bridge.service_chosen.connect(self._on_service_chosen)

    def _on_notice_acted(self, notice: Notice) -> None:
        if notice.action in (Action.REPEAT, Action.SEND_RECORDING) and notice.turn is not None:
            self._bridge.repeat(notice.turn)

    def _on_changed(self, state: State) -> None:
        self._window.show_begun(bool(state.conversation.turns))
        self._window.conversation.show_conversation(state.conversation)
        if state.live and any(state.live.number != turn for turn in self._window.notices.turns):
            self._window.notices.drop_those_of_turns()

    def _on_noticed(self, notify: Notify) -> None:
        problem = notify.problem
        if problem.kind in HINTS:
            self._window.talk_bar.show_hint(problem_sentence(problem))
            return
        self._window.notices.show_notice(self._notice_of(notify))

    def _notice_of(self, notify: Notify) -> Notice:
        """Gather recovered recordings in one banner: they come one by one, and there may be many."""
        if notify.problem.kind is not Kind.RECORDING_RECOVERED:
            return notice_of(notify)
        self._recovered += 1
        return recovered_notice(self._recovered)

    def _on_service_chosen(self, service: ServiceChosen) -> None:
        self._window.show_practice(service.practice)
