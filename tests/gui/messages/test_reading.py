"""A text is read as it grows, and what is closed is never read again."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from voicedesk.gui.messages import markdown, reading
from voicedesk.gui.messages.prose import LINE_BREAK, Prose, Shape
from voicedesk.gui.messages.reading import Reader, shown_text

PIECES = st.sampled_from(
    [
        *(
            "word ",
            "**b",
            "**",
            "\n",
            "\n\n",
            "- item\n",
            "  - in\n",
            "1. one\n",
            "> q\n",
            "# h\n",
            "`c`",
            "|a|b|\n",
        ),
        *(
            "|-|-|\n",
            "```\n",
            "~~~py\n",
            "code line\n",
            "---\n",
            "===\n",
            "🙂",
            "漢字",
            "    four\n",
            "[x](https://a.b)",
        ),
    ]
)


def whole(text: str) -> Reader:
    reader = Reader()
    reader.read(text)
    while not reader.is_complete:
        reader.read(text)
    return reader


def look(prose: Prose) -> tuple[object, ...]:
    return prose.shape, prose.text, prose.spans, prose.level, prose.depth, prose.quotes, prose.marker


@settings(deadline=None, max_examples=60)
@given(st.lists(PIECES, max_size=40))
def test_a_text_that_grew_reads_like_one_that_came_at_once(pieces: list[str]) -> None:
    reader, text = Reader(), ""
    for piece in pieces:
        text += piece
        reader.read(text)
    at_once = [look(prose) for block in markdown.blocks_of(text) for prose in block]
    assert [look(prose) for prose in (*reader.closed, *reader.open)] == at_once


@settings(deadline=None, max_examples=20)
@given(st.lists(PIECES, max_size=40), st.data())
def test_what_is_closed_stays(pieces: list[str], data: st.DataObject) -> None:
    reader, text = Reader(), ""
    closed: list[Prose] = []
    for piece in pieces:
        text += piece
        reader.read(text)
        assert reader.closed[: len(closed)] == closed
        closed = list(reader.closed)


def test_another_text_is_read_from_its_beginning() -> None:
    reader = whole("One\n\nTwo")
    reader.read("Three")
    assert [prose.text for prose in (*reader.closed, *reader.open)] == ["Three"]


@pytest.mark.parametrize("language", ["", "python"])
def test_a_long_code_block_is_read_once_and_stays_one(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [f"line {number}" for number in range(5_000)]
    text = f"Before\n\n```{language}\n" + "\n".join(lines) + "\n```\n\nAfter"
    read = 0
    blocks_of = markdown.blocks_of

    def counted(part: str, start: int = 0) -> list[list[Prose]]:
        nonlocal read
        read += len(part)
        return blocks_of(part, start)

    monkeypatch.setattr(markdown, "blocks_of", counted)
    reader = whole(text)
    code = [prose for prose in (*reader.closed, *reader.open) if prose.shape is Shape.CODE]
    assert LINE_BREAK.join(piece.text for piece in code).split(LINE_BREAK) == lines
    assert len({piece.whole for piece in code}) == 1
    assert {piece.language for piece in code} == {language}
    assert [piece.continues for piece in code] == [False] + [True] * (len(code) - 1)
    assert reader.open[-1].text == "After"
    assert read < 2 * len(text)


@pytest.mark.parametrize(
    "line", ["- item **b**\n", "> quote\n", "verse *of* it\n", "1. one\n   - two\n", "word " * 50 + "\n"]
)
def test_a_text_of_many_lines_is_read_in_steps_whose_cost_does_not_grow(
    line: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    parts: list[int] = []
    blocks_of = markdown.blocks_of

    def counted(part: str, start: int = 0) -> list[list[Prose]]:
        parts.append(len(part))
        return blocks_of(part, start)

    monkeypatch.setattr(markdown, "blocks_of", counted)
    whole(line * (400_000 // len(line)))
    assert max(parts, default=0) < reading.LONGEST_OPEN + 2 * reading.STEP


def test_until_the_library_is_there_text_is_shown_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markdown, "is_loaded", lambda: False)
    reader = whole("# Title\n\n**b**")
    assert [prose.text for prose in (*reader.closed, *reader.open)] == ["# Title", "**b**"]


def test_a_text_is_heard_as_it_is_shown() -> None:
    assert shown_text("# Title\n\n- **one**\n- `two`\n\nthree\nfour") == "Title\n• one\n• two\nthree\nfour"
