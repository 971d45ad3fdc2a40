"""Stop in order when the computer sleeps or is locked, and be ready again afterwards."""

from PySide6.QtCore import QObject

from voicedesk.core.commands import HangUp, Notify
from voicedesk.core.inquiries import DevicesChanged, ListDevices, Report
from voicedesk.core.phrases import Phrase
from voicedesk.core.problems import Kind, Problem
from voicedesk.core.session import ANSWERING, CAPTURING, Stage
from voicedesk.gui.bridge import Bridge
from voicedesk.gui.desktop_news import DesktopNews


class Breaks(QObject):
    """What is being said is kept and not sent; a microphone never stays open where nobody sees it."""

    def __init__(self, news: DesktopNews, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        news.falls_asleep.connect(self._on_falls_asleep)
        news.woke.connect(self._on_woke)
        news.locked.connect(self._on_locked)
        bridge.reported.connect(self._on_reported)

    def _on_falls_asleep(self) -> None:
        self._halt(Phrase.COMPUTER_SLEPT)

    def _on_woke(self) -> None:
        """Stop what nobody stopped before, and trust neither connections nor devices of before."""
        self._halt(Phrase.COMPUTER_SLEPT)
        self._bridge.crew.carry_out(HangUp())
        self._bridge.crew.carry_out(ListDevices(anew=True))

    def _on_locked(self) -> None:
        """Whoever locked the screen does not want to be heard; an answer may be heard to its end."""
        if self._bridge.state.stage in CAPTURING:
            self._halt(Phrase.SCREEN_WAS_LOCKED)

    def _on_reported(self, report: Report) -> None:
        if isinstance(report, DevicesChanged):
            self._bridge.crew.carry_out(ListDevices())

    def _halt(self, reason: Phrase) -> None:
        state = self._bridge.state
        if state.stage is Stage.IDLE or state.live is None:
            return
        turn, was_heard = state.live.number, state.stage in CAPTURING
        self._bridge.stop()
        if was_heard or state.stage in ANSWERING:
            kind = Kind.RECORDING_HALTED if was_heard else Kind.ANSWER_HALTED
            self._bridge.noticed.emit(Notify(Problem(kind, {"reason": reason}), turn))
