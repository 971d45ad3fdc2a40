"""Tell a screen reader each answer once, when it is complete; what goes on is told by the status line."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from voicedesk.core.conversation import Ending, Turn
from voicedesk.core.sentences import pieces_of
from voicedesk.core.session import State
from voicedesk.core.units import TurnId
from voicedesk.gui.announcement import announce
from voicedesk.gui.bridge import Bridge
from voicedesk.gui.messages.reading import shown_text
from voicedesk.gui.plain_text import presentable

LONGEST_PIECE = 400
"""Characters in one announcement: a screen reader that is interrupted goes on with the next."""


class Announcing(QObject):
    """Follow the turn that is on stage.

    An answer is not told while it grows: the voice is heard then, and the reader would speak over it.
    """

    def __init__(self, widget: QWidget, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._widget = widget
        self._live: TurnId | None = None
        bridge.changed.connect(self._on_changed)

    def _on_changed(self, state: State) -> None:
        before, self._live = self._live, state.live.number if state.live else None
        if before is None or before == self._live:
            return
        turn = state.conversation.find(before)
        if turn and is_worth_telling(turn) and state.settings.talk.announce_answers:
            self._tell(turn)

    def _tell(self, turn: Turn) -> None:
        for piece in pieces_of(shown_text(presentable(turn.answer.text)), LONGEST_PIECE):
            announce(self._widget, piece)


def is_worth_telling(turn: Turn) -> bool:
    """Tell whether an answer is whole; what broke off or was cut short has had its own message."""
    return turn.ending is Ending.DONE and bool(turn.answer.text)
