"""Write a conversation as Markdown."""

import re
from collections.abc import Iterator

from voicedesk.core.conversation import Turn
from voicedesk.core.export.document import ENGLISH, Document, Labels, clock_of
from voicedesk.core.units import Milliseconds, milliseconds_of

_INSIDE = re.compile(r"([\\`*_\[\]<>~|&])")
_AT_START = re.compile(r"^(\d*)([#+\-=.)])")
_INDENT = re.compile(r"^[ \t]+")


def markdown(document: Document, labels: Labels = ENGLISH) -> str:
    """Quote the questions and give the answers as they came, since those are Markdown already."""
    parts = [*_heading(document, labels)]
    for turn in document.conversation.turns:
        parts += [*_question(document, turn, labels), *_answer(turn, labels)]
    return "\n\n".join(parts) + "\n"


def _heading(document: Document, labels: Labels) -> Iterator[str]:
    yield f"# {escaped(_on_one_line(document.title or labels.untitled))}"
    models = sorted({turn.answer.model for turn in document.conversation.turns if turn.answer.model})
    facts = [f"{document.begun:%Y-%m-%d %H:%M}" if document.begun else "", *models]
    if line := " · ".join(filter(None, facts)):
        yield line


def _question(document: Document, turn: Turn, labels: Labels) -> Iterator[str]:
    length = clock_of(turn.clip.duration_ms) if turn.clip else ""
    yield _speaker(labels.you, f"{document.time_of(turn.number):%H:%M}", length)
    words = turn.asked.strip()
    yield _quoted(escaped(words)) if words else _quoted(f"*{escaped(labels.not_written_down)}*")


def _answer(turn: Turn, labels: Labels) -> Iterator[str]:
    remark = labels.remark_on(turn)
    if not turn.answer.text and not remark:
        return
    length_ms = milliseconds_of(turn.answer.frames)
    yield _speaker(labels.assistant, clock_of(length_ms) if length_ms > Milliseconds(0) else "")
    if turn.answer.text:
        yield turn.answer.text.strip()
    if remark:
        yield f"*{escaped(remark)}*"


def _speaker(name: str, *facts: str) -> str:
    return " · ".join([f"**{escaped(name)}**", *filter(None, facts)])


def _quoted(text: str) -> str:
    """Quote a text so that each of its lines stays one: two spaces at the end break it in Markdown."""
    return "  \n".join(f"> {line}".rstrip(" ") for line in text.splitlines())


def escaped(text: str) -> str:
    """Keep what was typed from being read as Markdown."""
    return "\n".join(_escaped_line(line) for line in text.splitlines())


def _escaped_line(line: str) -> str:
    """Escape marks, and keep the indent by spaces that do not make it a block of code."""
    marked = _AT_START.sub(r"\1\\\2", _INSIDE.sub(r"\\\1", line.lstrip(" \t")))
    indent = _INDENT.match(line)
    return "\u00a0" * (len(indent[0].expandtabs(4)) if indent else 0) + marked


def _on_one_line(text: str) -> str:
    return " ".join(text.split())
