"""Let the person change or remove what stands for the oldest messages of a conversation."""

from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Qt

from voicedesk.core.units import ConversationId, TurnId
from voicedesk.gui.bridge import Bridge
from voicedesk.gui.main_window import MainWindow

UNDO_S = 8


class Summarizing(QObject):
    """Change the summary of the conversation on screen."""

    def __init__(self, window: MainWindow, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._bridge = bridge

    def edit(self, until: TurnId) -> None:
        """Show the summary in a field of its own."""
        from voicedesk.gui.messages.summary_dialog import SummaryDialog

        conversation = self._bridge.state.conversation
        dialog = SummaryDialog(conversation.summary, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.stored.connect(partial(self._change, conversation.id))
        dialog.open()

    def remove(self, until: TurnId) -> None:
        """Take the summary away at once, and offer to bring it back."""
        conversation = self._bridge.state.conversation
        self._bridge.change_summary("")
        words = QCoreApplication.translate(
            "Conversation", "The summary is removed. New questions take along as many messages as fit."
        )
        undo = partial(self._change, conversation.id, conversation.summary)
        self._window.notices.show_undo(words, UNDO_S, undo)

    def _change(self, conversation: ConversationId, text: str) -> None:
        """Change it only where the person saw it."""
        if self._bridge.state.conversation.id == conversation:
            self._bridge.change_summary(text)
