"""Put a question back into the composer, and ask again when it is sent."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QBoxLayout

from voicedesk.core.session import State
from voicedesk.core.units import ConversationId, TurnId
from voicedesk.gui.bridge import Bridge
from voicedesk.gui.messages.edit_note import EditNote
from voicedesk.gui.talk_bar import TalkBar


class Editing(QObject):
    """Sending makes a new turn at the end; what was asked and answered before is not rewritten."""

    def __init__(
        self,
        talk_bar: TalkBar,
        bridge: Bridge,
        delete: Callable[[TurnId], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._talk_bar = talk_bar
        self._bridge = bridge
        self._delete = delete
        self._note: EditNote | None = None
        self._turn: TurnId | None = None
        self._conversation: ConversationId | None = None
        talk_bar.field.submitted.connect(self._on_submitted)
        bridge.changed.connect(self._on_changed)

    @property
    def note(self) -> EditNote | None:
        """Give the line over the composer while a question is edited."""
        return self._note if self._turn is not None else None

    def begin(self, turn: TurnId) -> None:
        """Let the person write a question anew."""
        asked = self._bridge.state.conversation.find(turn)
        if asked is None:
            return
        self._turn, self._conversation = turn, asked.conversation
        if self._note is None:
            self._note = self._made_note()
        self._note.show_question(asked.asked)
        field = self._talk_bar.field
        field.setPlainText(asked.asked)
        field.selectAll()
        field.setFocus()

    def stop(self) -> None:
        """Forget about it; what is in the composer stays there."""
        self._turn = None
        if self._note:
            self._note.hide()

    def _made_note(self) -> EditNote:
        """Make the line when it is wanted for the first time, over the composer."""
        room = self._talk_bar.parentWidget()
        layout = room.layout() if room else None
        assert room
        assert isinstance(layout, QBoxLayout)
        note = EditNote(room)
        layout.insertWidget(layout.indexOf(self._talk_bar), note)
        note.closed.connect(self.stop)
        return note

    def _on_submitted(self) -> None:
        """Go on when the question was taken; while one speaks it is not, and stays in the field."""
        turn, note = self._turn, self._note
        if turn is None or note is None or not self._talk_bar.field.is_empty():
            return
        self.stop()
        if note.replaces:
            self._delete(turn)

    def _on_changed(self, state: State) -> None:
        if self._turn is not None and state.conversation.id != self._conversation:
            self.stop()
