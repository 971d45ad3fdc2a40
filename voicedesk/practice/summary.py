"""Answer a request for a summary honestly: practice mode cannot, so it lists how each message begins."""

from collections.abc import Iterator

from voicedesk.core.summary import SUMMARY_INSTRUCTIONS
from voicedesk.practice.chat_request import ChatRequest, Message

HEADING = "Practice mode cannot sum up. This is how the messages begin:"
_WORDS = 8
_MOST_CHARACTERS = 2_000
_MARK = "– "
_WHO = {"user": "You", "assistant": "Answer"}


def is_about_summary(asked: ChatRequest) -> bool:
    """Tell whether the program asks for the notes of a conversation."""
    return any(each.role == "system" and each.text == SUMMARY_INSTRUCTIONS for each in asked.messages)


def listed(asked: ChatRequest) -> str:
    """List the first words of each message but the request itself; what no longer fits goes from the top."""
    lines = [line for message in asked.messages[:-1] for line in _lines_of(message)]
    while sum(map(len, lines)) > _MOST_CHARACTERS:
        del lines[0]
    return "\n".join((HEADING, *lines))


def _lines_of(message: Message) -> Iterator[str]:
    """Give one line for a message, and those of an earlier list again."""
    if HEADING in message.text:
        yield from (line for line in message.text.splitlines() if line.startswith(_MARK))
    elif message.role in _WHO and message.text.strip():
        yield f"{_MARK}{_WHO[message.role]}: {_beginning(message.text)}"


def _beginning(text: str) -> str:
    words = text.split()
    beginning = " ".join(words[:_WORDS])[:80]
    return beginning if beginning == " ".join(words) else f"{beginning}…"
