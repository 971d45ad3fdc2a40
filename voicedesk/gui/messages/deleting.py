"""Delete a turn so that it can be taken back for some seconds."""

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from voicedesk.core.session import Stage, State
from voicedesk.core.units import ConversationId, TurnId
from voicedesk.gui.bridge import Bridge
from voicedesk.gui.conversation_view import ConversationView
from voicedesk.gui.notice import Notice
from voicedesk.gui.notices import Notices

UNDO_S = 8
RESTING = frozenset({Stage.IDLE, Stage.REPLAYING, Stage.SAMPLING})


class Deleting(QObject):
    """Take a turn off the screen at once, and delete it when nobody wants it back any more.

    Until then it is stored: whoever pulls the plug in these seconds finds it again. A new turn ends them,
    because what the person deleted must not be told to the service.
    """

    def __init__(
        self, view: ConversationView, notices: Notices, bridge: Bridge, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._view = view
        self._notices = notices
        self._bridge = bridge
        self._turn: TurnId | None = None
        self._conversation: ConversationId | None = None
        self._notice: Notice | None = None
        notices.changed.connect(self._on_notices_changed)
        bridge.changed.connect(self._on_changed)

    def delete(self, turn: TurnId) -> None:
        """Delete a turn, and offer to take it back."""
        self.finish()
        self._view.hide_turns(frozenset({turn}))
        words = QCoreApplication.translate("Conversation", "Question and answer deleted.")
        self._notices.show_undo(words, UNDO_S, self.undo)
        self._notice = self._notices.shown[-1]
        self._turn, self._conversation = turn, self._bridge.state.conversation.id

    def undo(self) -> None:
        """Show the turn again."""
        self._turn = None
        self._view.hide_turns(frozenset())

    def finish(self) -> None:
        """Delete now what waits."""
        turn, self._turn = self._turn, None
        if turn is not None:
            self._bridge.delete(turn)
            self._view.hide_turns(frozenset())

    def _on_notices_changed(self) -> None:
        """Go on when the offer is gone; whether it was taken up is told right after that."""
        if self._turn is not None and not any(shown is self._notice for shown in self._notices.shown):
            QTimer.singleShot(0, self, self.finish)

    def _on_changed(self, state: State) -> None:
        if self._turn is None:
            return
        if state.stage not in RESTING or state.conversation.id != self._conversation:
            self.finish()
