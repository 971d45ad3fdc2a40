"""Markdown becomes blocks of plain text with styled spans, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voicedesk.gui.messages.markdown import blocks_of
from voicedesk.gui.messages.plain import has_marks, paragraphs_of
from voicedesk.gui.messages.prose import LINE_BREAK, LONGEST_BLOCK, Prose, Shape, Style


def read(text: str) -> list[Prose]:
    return [piece for block in blocks_of(text) for piece in block]


def styles(prose: Prose) -> list[tuple[str, Style]]:
    return [(prose.text[span.start : span.start + span.length], span.style) for span in prose.spans]


@pytest.mark.parametrize(
    ("text", "shown", "expected"),
    [
        ("a **b** c", "a b c", [("b", Style.STRONG)]),
        ("*a* _b_", "a b", [("a", Style.EMPHASIS), ("b", Style.EMPHASIS)]),
        ("***a***", "a", [("a", Style.EMPHASIS | Style.STRONG)]),
        ("~~a~~", "a", [("a", Style.STRUCK)]),
        ("`a*b*`", "a*b*", [("a*b*", Style.CODE)]),
        ("**a `b`**", "a b", [("a ", Style.STRONG), ("b", Style.STRONG | Style.CODE)]),
        (r"\*a\*", "*a*", []),
        ("a &amp; b", "a & b", []),
        ("2 * 3 * 4", "2 * 3 * 4", []),
        ("👩‍👩‍👧‍👦 **b**", "👩‍👩‍👧‍👦 b", [("b", Style.STRONG)]),
        ("one\ntwo  \nthree", f"one{LINE_BREAK}two{LINE_BREAK}three", []),
        ("<b>x</b> <!-- y -->", "<b>x</b> <!-- y -->", []),
    ],
)
def test_marks_inside_a_paragraph(text: str, shown: str, expected: list[tuple[str, Style]]) -> None:
    (prose,) = read(text)
    assert prose.text == shown
    assert styles(prose) == expected


@pytest.mark.parametrize("level", range(1, 7))
def test_headings_have_levels(level: int) -> None:
    (prose,) = read(f"{'#' * level} Title")
    assert (prose.shape, prose.text, prose.level) == (Shape.HEADING, "Title", level)


def test_lists_have_markers_and_depth() -> None:
    prose = read("3. three\n   - inner\n\n     more\n4. four\n\n- \n* other")
    assert [(block.marker, block.depth, block.text) for block in prose] == [
        ("3.", 1, "three"),
        ("•", 2, "inner"),
        ("", 2, "more"),
        ("4.", 1, "four"),
        ("•", 1, ""),
        ("•", 1, "other"),
    ]


def test_quotations_can_hold_anything() -> None:
    prose = read("> # Title\n> - item\n>\n> > deep")
    assert [(block.shape, block.quotes, block.text) for block in prose] == [
        (Shape.HEADING, 1, "Title"),
        (Shape.PARAGRAPH, 1, "item"),
        (Shape.PARAGRAPH, 2, "deep"),
    ]


def test_code_keeps_every_space_and_names_its_language() -> None:
    (prose,) = read("```python title=x\ndef f():\n\n    return  1\n```")
    assert prose.shape is Shape.CODE
    assert prose.language == "python"
    assert prose.text.split(LINE_BREAK) == ["def f():", "", "    return  1"]


def test_four_spaces_are_no_code() -> None:
    (prose,) = read("    indented **words**")
    assert (prose.shape, prose.text) == (Shape.PARAGRAPH, "indented words")


def test_tables_become_cells() -> None:
    prose = read("| a | b |\n|---|:-:|\n| *1* | 2222 |\n| 3 |")
    places = [(block.text, block.cell.row, block.cell.column) for block in prose if block.cell]
    assert places == [("a", 0, 0), ("b", 0, 1), ("1", 1, 0), ("2222", 1, 1), ("3", 2, 0), ("", 2, 1)]
    assert {block.cell.wishes for block in prose if block.cell} == {(1, 4)}
    assert len({block.whole for block in prose}) == 1


def test_a_rule_is_a_rule() -> None:
    assert [block.shape for block in read("a\n\n---\n\nb")] == [Shape.PARAGRAPH, Shape.RULE, Shape.PARAGRAPH]


@pytest.mark.parametrize(
    ("text", "shown", "link"),
    [
        ("[docs](https://docs.example/a)", "docs (docs.example)", "https://docs.example/a"),
        ("[https://docs.example](https://docs.example/a)", "https://docs.example", "https://docs.example/a"),
        (
            "[https://bank.example](https://evil.example)",
            "https://bank.example (evil.example)",
            "https://evil.example",
        ),
        ("[bаnk.example](https://bank.example)", "bаnk.example (bank.example)", "https://bank.example"),
        ("<https://a.example/b>", "https://a.example/b", "https://a.example/b"),
        ("see https://a.example/b.", "see https://a.example/b.", "https://a.example/b"),
        ("[me](mailto:me@a.example)", "me (me@a.example)", "mailto:me@a.example"),
        ("[x](https://exämple.org)", "x (xn--exmple-cua.org)", "https://xn--exmple-cua.org"),
    ],
)
def test_links_show_where_they_lead(text: str, shown: str, link: str) -> None:
    (prose,) = read(text)
    assert prose.text == shown
    assert {span.link for span in prose.spans if span.link} == {link}


@pytest.mark.parametrize(
    "text",
    [
        "[x](file:///etc/passwd)",
        "[x](smb://host/share)",
        "[x](javascript:alert(1))",
        "[x](ms-msdt:/id)",
        "<vbscript:x>",
        "[x](//evil.example)",
        "[x](/etc/passwd)",
        "[x](https://me@evil.example)",
    ],
)
def test_a_link_that_may_not_be_opened_is_text_as_it_is_written(text: str) -> None:
    (prose,) = read(text)
    assert prose.text == text
    assert not any(span.link for span in prose.spans)


def test_an_image_is_at_most_a_link() -> None:
    (prose,) = read("![cat](https://a.example/cat.png) ![local](file:///tmp/cat.png)")
    assert prose.text == "!cat (a.example) ![local](file:///tmp/cat.png)"


def test_too_many_marks_are_left_as_text() -> None:
    text = "[" * 50_000
    pieces = read(text)
    assert "".join(piece.text for piece in pieces) == text
    assert max(len(piece.text) for piece in pieces) == LONGEST_BLOCK


@given(st.text(alphabet="ab .,!?\n\té漢🙂", max_size=300))
def test_a_text_without_marks_reads_the_same_either_way(text: str) -> None:
    assert has_marks(text) or paragraphs_of(text) == blocks_of(text)


@given(st.text(alphabet="ab*_`[](){}<>#|-+1.:>!~\\&;\n ", max_size=400))
def test_any_text_can_be_read_and_spans_lie_inside_it(text: str) -> None:
    for prose in read(text):
        assert all(0 <= span.start < span.start + span.length <= len(prose.text) for span in prose.spans)
        assert "\n" not in prose.text
        assert 0 <= prose.source.start <= prose.source.end <= len(text)


@pytest.mark.parametrize(
    ("line", "depth"),
    [("- item {}", 200), ("1. item {}", 100), ("> item {}", 30)],
    ids=["R18-lists", "R18-numbered-lists", "R18-quotations"],
)
def test_what_lies_too_deep_is_shown_as_it_is_written(line: str, depth: int) -> None:
    mark = line.removesuffix("item {}")
    is_quote = mark.startswith(">")
    lines = [
        (mark * (at + 1) if is_quote else " " * len(mark) * at + mark) + f"item {at} is here"
        for at in range(depth)
    ]
    shown = LINE_BREAK.join(prose.text for prose in read("\n".join([*lines, "", "After"])))
    assert [at for at in range(depth) if f"item {at} is here" not in shown] == []
    assert shown.endswith("After")
