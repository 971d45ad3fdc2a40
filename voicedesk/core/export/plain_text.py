"""Write a conversation as plain text."""

from collections.abc import Iterator

from voicedesk.core.conversation import Turn
from voicedesk.core.export.document import ENGLISH, Document, Labels


def plain_text(document: Document, labels: Labels = ENGLISH) -> str:
    """Give the title, then every turn with its time, a blank line between."""
    return "\n".join([*_heading(document, labels), *_turns(document, labels)])


def _heading(document: Document, labels: Labels) -> Iterator[str]:
    yield document.title or labels.untitled
    if document.begun:
        yield f"{document.begun:%Y-%m-%d}"
    yield ""


def _turns(document: Document, labels: Labels) -> Iterator[str]:
    for turn in document.conversation.turns:
        yield f"[{document.time_of(turn.number):%H:%M}] {labels.you}:"
        yield turn.asked.strip() or labels.not_written_down
        yield ""
        yield from _answer(turn, labels)


def _answer(turn: Turn, labels: Labels) -> Iterator[str]:
    parts = [part for part in (turn.answer.text.strip(), labels.remark_on(turn)) if part]
    if parts:
        yield f"{labels.assistant}:"
        yield from parts
        yield ""
