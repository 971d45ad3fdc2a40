"""VoiceDesk's window with a conversation of any length in it, without the workers behind it."""

import sys

from PySide6.QtWidgets import QAbstractScrollArea

from tests.bench.parties.painted import watched_application
from tests.bench.parties.reading import ANSWER, QUESTION, Reading
from voicedesk.core.conversation import Answer, Conversation, Ending, Turn
from voicedesk.core.units import ConversationId, Frames, TurnId
from voicedesk.gui.main_window import MainWindow
from voicedesk.gui.messages import markdown
from voicedesk.gui.style import dress

FIRST_US = 1_000_000_000_000_000
BETWEEN_US = 1_000_000


class Messages:
    """Conversations in the window's own view."""

    def __init__(self) -> None:
        markdown.preload()  # the program does so in a thread, long before anybody opens a conversation
        self.window = MainWindow()
        self.window.show_begun(True)
        self._shown = Conversation(ConversationId(0))
        self._number = 0

    @property
    def area(self) -> QAbstractScrollArea:
        """Give the part that scrolls."""
        return self.window.conversation

    def prepare(self, messages: int) -> None:
        """Have other turns at hand: nothing that was laid out before can be used again."""
        self._number += 1
        self._shown = _conversation(ConversationId(self._number), messages)

    def open(self) -> None:
        """Show what was prepared."""
        self.window.conversation.show_conversation(self._shown)

    def grow(self, text: str) -> None:
        """Show this as the newest answer so far."""
        number = TurnId(FIRST_US + 1_000_000_000 * BETWEEN_US)
        self._shown = self._shown.put(Turn(number, self._shown.id, "Go on", True, answer=Answer(text)))
        self.window.conversation.show_conversation(self._shown)


def _conversation(number: ConversationId, messages: int) -> Conversation:
    first = FIRST_US + number * 1_000_000 * BETWEEN_US
    turns = [
        Turn(
            TurnId(first + place * BETWEEN_US),
            number,
            QUESTION.format(number=place),
            True,
            answer=Answer(ANSWER.format(number=place), Frames(12 * 24_000)),
            ending=Ending.DONE,
        )
        for place in range(messages // 2)
    ]
    return Conversation(number, tuple(turns))


if __name__ == "__main__":
    reading = Reading()
    application = watched_application(reading.take)(sys.argv)
    application.setStyle("Fusion")
    dress(application)
    messages = Messages()
    reading.begin(messages)
    messages.window.show()
    sys.exit(application.exec())
