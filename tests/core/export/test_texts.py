"""Markdown and plain text say who said what and when, and nothing typed becomes markup."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tests.core.export.conversations import document, documents, spoken, typed
from voicedesk.core.conversation import Answer, Ending
from voicedesk.core.export.document import Document, Labels
from voicedesk.core.export.formats import Format, file_name, format_of
from voicedesk.core.export.markdown import escaped, markdown
from voicedesk.core.export.plain_text import plain_text
from voicedesk.core.export.texts import Write
from voicedesk.core.problems import Kind, Problem

DOGS = document(
    spoken(0, "Is it a good dog?", "Yes. **Very** patient."), typed(1, "1. Why?\n# Really", "Because.")
)


def test_markdown_quotes_the_questions_and_keeps_the_answers() -> None:
    assert markdown(DOGS) == (
        "# Golden retrievers\n\n"
        "2026-09-21 14:13 · gpt-audio-1.5\n\n"
        "**You** · 14:13 · 0:04\n\n"
        "> Is it a good dog?\n\n"
        "**VoiceDesk** · 0:12\n\n"
        "Yes. **Very** patient.\n\n"
        "**You** · 14:14\n\n"
        "> 1\\. Why?  \n> \\# Really\n\n"
        "**VoiceDesk**\n\n"
        "Because.\n"
    )


def test_plain_text_is_plain() -> None:
    assert plain_text(DOGS) == (
        "Golden retrievers\n2026-09-21\n\n"
        "[14:13] You:\nIs it a good dog?\n\n"
        "VoiceDesk:\nYes. **Very** patient.\n\n"
        "[14:14] You:\n1. Why?\n# Really\n\n"
        "VoiceDesk:\nBecause.\n"
    )


@given(
    st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"], include_characters=" "), min_size=1)
)
def test_no_typed_text_is_read_as_markup(text: str) -> None:
    words = " ".join(text.split()) or "x"
    tokens = MarkdownIt("commonmark").parse(escaped(words))
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    shown = "".join(child.content for child in tokens[1].children or [])
    assert shown == words


@pytest.mark.parametrize("write", [markdown, plain_text])
@given(documents)
def test_any_conversation_can_be_written(write: Write, any_document: Document) -> None:
    text = write(any_document, Labels())
    assert text.endswith("\n")
    assert text.count("VoiceDesk") >= sum(
        bool(turn.answer.text.strip()) for turn in any_document.conversation.turns
    )


@pytest.mark.parametrize("write", [markdown, plain_text])
def test_what_is_missing_is_said(write: Write) -> None:
    silent = replace(spoken(0, "", "Half of"), ending=Ending.INTERRUPTED)
    failed = replace(typed(1, "Why?", ""), problem=Problem(Kind.BUSY), ending=Ending.FAILED)
    text = write(document(silent, failed), Labels())
    assert "What was said here was not written down." in text
    assert "The answer was interrupted." in text
    assert text.index("Half of") < text.index("The answer was interrupted.")
    assert "Try again" in text or "try again" in text


@pytest.mark.parametrize("write", [markdown, plain_text])
def test_the_labels_are_those_of_the_reader(write: Write) -> None:
    text = write(document(spoken(0, "", ""), title=""), Labels(you="你", untitled="對話"))
    assert "你" in text
    assert "對話" in text
    assert "You" not in text


def test_an_answer_that_is_nothing_is_left_out() -> None:
    assert "VoiceDesk" not in plain_text(document(replace(typed(0, "Hm", ""), answer=Answer())))


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Golden retrievers", "Golden retrievers.md"),
        ("a/b\\c: d?\n", "a b c d.md"),
        ("", "VoiceDesk.md"),
        ("...", "VoiceDesk.md"),
        ("狗" * 200, "狗" * 60 + ".md"),
    ],
)
def test_a_title_becomes_a_name_that_every_system_allows(title: str, expected: str) -> None:
    assert file_name(title, Format.MARKDOWN) == expected


@pytest.mark.parametrize("wanted", list(Format))
def test_a_format_is_known_by_its_ending(wanted: Format) -> None:
    assert format_of(wanted.suffix.upper()) is wanted
    assert format_of(".doc") is None
