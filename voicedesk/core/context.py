"""Choose what of a conversation goes along with the next request.

History goes as text, because replayed audio costs over ten times as much; the newest answer may also be
named by its audio id, since an all-text history draws the model into answering without sound.
"""

from dataclasses import dataclass
from enum import Enum

from voicedesk.core.conversation import Conversation, Turn, heard_text
from voicedesk.core.units import TurnId, frames_in

CHARACTERS_PER_TOKEN = 3.5
TOKENS_PER_MESSAGE = 6
LONGEST_REPLAY = frames_in(10_000)
HISTORY_BUDGET_TOKENS = 24_000
"""Fits the smallest rate tier seen for audio models (30,000 tokens a minute) with room for the new turn."""


class Role(Enum):
    """Who speaks in a message to the model."""

    USER = "user"
    ASSISTANT = "assistant"


@dataclass(frozen=True, slots=True)
class Message:
    """One message of the history; an audio id stands for `text` until it expires."""

    role: Role
    text: str
    audio_id: str | None = None
    expires_at: int | None = None


def history_before(conversation: Conversation, turn: TurnId) -> tuple[Message, ...]:
    """Collect the messages that precede a turn, newest kept first when they exceed the budget."""
    kept: list[Message] = []
    left = HISTORY_BUDGET_TOKENS
    earlier = [old for old in conversation.turns if old.number < turn]
    newest = next((old for old in reversed(earlier) if heard_text(old)), None)
    for old in reversed(earlier):
        messages = _messages_of(old, newest=old is newest)
        left -= sum(tokens_of(message.text) for message in messages)
        if left < 0:
            break
        kept[:0] = messages
    return tuple(kept)


def tokens_of(text: str) -> int:
    """Estimate the tokens of a message."""
    return round(len(text) / CHARACTERS_PER_TOKEN) + TOKENS_PER_MESSAGE


def _messages_of(turn: Turn, newest: bool) -> list[Message]:
    answered = heard_text(turn)
    messages = [Message(Role.USER, turn.asked)] if turn.asked else []
    if answered:
        messages.append(_answer_message(turn, answered, newest))
    return messages


def _answer_message(turn: Turn, heard: str, newest: bool) -> Message:
    """Name the sound of the newest answer only if all of it was heard: the id stands for the whole answer.

    A long one goes as text all the same, since each replay is charged like 20 new tokens a second.
    """
    if newest and heard == turn.answer.text and turn.answer.frames <= LONGEST_REPLAY:
        return Message(Role.ASSISTANT, heard, turn.answer.audio_id, turn.answer.expires_at)
    return Message(Role.ASSISTANT, heard)
