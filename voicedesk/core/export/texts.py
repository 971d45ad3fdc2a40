"""Choose how a conversation is written in each format of text."""

from collections.abc import Callable, Sequence

from voicedesk.core.export.captions import captions
from voicedesk.core.export.document import ENGLISH, Document, Labels
from voicedesk.core.export.formats import Format
from voicedesk.core.export.interchange import interchange
from voicedesk.core.export.markdown import markdown
from voicedesk.core.export.plain_text import plain_text
from voicedesk.core.export.utterances import Placed

Write = Callable[[Document, Labels], str]

_WRITE: dict[Format, Write] = {
    Format.MARKDOWN: markdown,
    Format.TEXT: plain_text,
    Format.JSON: interchange,
}


def text_of(wanted: Format, document: Document, timeline: Sequence[Placed], labels: Labels = ENGLISH) -> str:
    """Write a conversation; captions are made from the times at which its sounds are played."""
    if wanted is Format.SUBTITLES:
        return captions(timeline, labels)
    return _WRITE[wanted](document, labels)
