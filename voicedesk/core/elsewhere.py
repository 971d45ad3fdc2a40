"""Remember turns that are not on screen any more, because facts about them may still arrive."""

from dataclasses import dataclass, replace

from voicedesk.core.conversation import Conversation, Turn
from voicedesk.core.units import ConversationId, TurnId

MOST_OF_ONE = 100
"""Turns of one conversation: nobody reports later than that many turns after."""
MOST_TURNS = 1_000
MOST_GIVEN_UP = 100


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The newest turns of conversations that were left, and turns whose recording was given up.

    A recording that was given up may still be handed over, and joins the conversation that it was spoken in.
    """

    turns: tuple[Turn, ...] = ()
    given_up: tuple[Turn, ...] = ()

    def find(self, number: TurnId) -> Turn | None:
        """Look a turn of a conversation up that was left."""
        return next((turn for turn in self.turns if turn.number == number), None)

    def home_of(self, number: TurnId) -> ConversationId | None:
        """Tell in which conversation a recording was made that was given up."""
        return next((turn.conversation for turn in self.given_up if turn.number == number), None)

    def put(self, turn: Turn) -> "Elsewhere":
        """Take a turn in as it is now."""
        others = tuple(other for other in self.turns if other.number != turn.number)
        return replace(self, turns=(*others, turn)[-MOST_TURNS:])

    def give_up(self, turn: Turn) -> "Elsewhere":
        """Expect that the recording of this turn may still be handed over."""
        return replace(self, given_up=(*self.given_up, turn)[-MOST_GIVEN_UP:])

    def with_left(self, conversation: Conversation) -> "Elsewhere":
        """Remember the newest turns of a conversation that leaves the screen."""
        others = self.without(conversation.id).turns
        return replace(self, turns=(*others, *conversation.turns[-MOST_OF_ONE:])[-MOST_TURNS:])

    def without(self, conversation: ConversationId) -> "Elsewhere":
        """Forget the turns of a conversation that is on screen now."""
        return replace(self, turns=tuple(turn for turn in self.turns if turn.conversation != conversation))

    def completed(self, conversation: Conversation) -> Conversation:
        """Add to a conversation that was read what arrived while it was read."""
        for turn in self.turns:
            if turn.conversation == conversation.id:
                conversation = conversation.put(turn)
        return conversation


NOTHING_ELSEWHERE = Elsewhere()
