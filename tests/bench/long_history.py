"""Fill a history with so many messages as somebody has after years."""

from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from random import Random
from string import ascii_lowercase

from voicedesk.core.conversation import Answer, Ending, Turn
from voicedesk.core.units import ConversationId, TurnId
from voicedesk.store import history
from voicedesk.store.connection import connect
from voicedesk.store.rows import row_of

MESSAGES_A_TURN = 2
WORDS = 30_000
ASKED_WORDS, ANSWERED_WORDS = 20, 60
TURNS_A_CONVERSATION = 100
RARE = "quetzalcoatl"
"""Said once in a thousand turns."""


class Speech:
    """Make sentences in which words are as often as in a language: the second half as often as the first."""

    def __init__(self, seed: int) -> None:
        self._chance = Random(seed)
        self.words = ["".join(self._letters()) for _ in range(WORDS)]
        self._weights = list(accumulate(1 / (place + 1) for place in range(WORDS)))

    def turns(self, count: int) -> Iterator[Turn]:
        """Give finished turns in conversations."""
        for number in range(1, count + 1):
            rare = f" {RARE}" if number % 1_000 == 0 else ""
            home = ConversationId(1 + number // TURNS_A_CONVERSATION)
            asked, answered = self._said(ASKED_WORDS), self._said(ANSWERED_WORDS) + rare
            yield Turn(TurnId(number), home, asked, True, answer=Answer(answered), ending=Ending.DONE)

    def _said(self, count: int) -> str:
        return " ".join(self._chance.choices(self.words, cum_weights=self._weights, k=count))

    def _letters(self) -> list[str]:
        return self._chance.choices(ascii_lowercase, k=self._chance.randint(2, 9))


def fill(file: Path, speech: Speech, messages: int) -> None:
    """Write all turns in one transaction, as nobody speaks them."""
    history.History(file).close()
    connection = connect(file, lambda: 0.0)
    with connection:
        for turn in speech.turns(messages // MESSAGES_A_TURN):
            connection.execute(history._ADD_CONVERSATION, (turn.conversation,))
            connection.execute(history._SAVE, row_of(turn, file.parent))
    connection.close()
