"""Describe what is shown of stored conversations: headings in a list, and hits of a search."""

from dataclasses import dataclass

from voicedesk.core.units import ConversationId, TurnId


@dataclass(frozen=True, slots=True)
class Heading:
    """What a list shows of a conversation.

    `title` is what the person named it, empty until then; `opening` is what was asked first. `last` is the
    newest turn, and so the time at which something was said last.
    """

    id: ConversationId
    title: str
    opening: str
    turns: int
    last: TurnId
    pinned: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A turn that a search found.

    `marks` are the places of the words in the passage, each as beginning and end. `heading` names the
    conversation: its title, or else what was asked first.
    """

    turn: TurnId
    conversation: ConversationId
    passage: str
    marks: tuple[tuple[int, int], ...] = ()
    heading: str = ""
