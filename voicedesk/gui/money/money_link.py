"""Keep what a conversation cost in sight: in its rows, and in the header."""

from PySide6.QtCore import QObject

from voicedesk.core.context import room_used
from voicedesk.core.conversation import Conversation
from voicedesk.core.costs import cost_of
from voicedesk.core.session import State
from voicedesk.core.settings import MoneySettings, Settings
from voicedesk.gui.bridge import Bridge
from voicedesk.gui.main_window import MainWindow
from voicedesk.gui.money.words import cost_words


class MoneyLink(QObject):
    """Connect window and bridge. Sums are made when something ended, not while an answer grows."""

    def __init__(self, window: MainWindow, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._seen: tuple[object, ...] = ()
        bridge.changed.connect(self._on_changed)
        bridge.settings_changed.connect(self._on_settings_changed)

    def _on_changed(self, state: State) -> None:
        conversation, money = state.conversation, state.settings.money
        seen = (conversation.id, conversation.spent, conversation.summary, money, state.live is None)
        if seen != self._seen:
            self._seen = seen
            self._show(conversation, money)

    def _show(self, conversation: Conversation, money: MoneySettings) -> None:
        cost = cost_of(conversation.spent, money.estimate_percent)
        share = room_used(conversation, money.history_tokens)
        self._window.header.gauge.show_total(cost_words(cost), share)

    def _on_settings_changed(self, settings: Settings) -> None:
        self._window.conversation.price_by(settings.money.estimate_percent)
