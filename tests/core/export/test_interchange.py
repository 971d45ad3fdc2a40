"""JSON loses nothing, and holds what its description says."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

from hypothesis import given

from tests.core.export.conversations import FOLDER, document, documents, spoken
from tests.core.export.reading_back import read_back
from tests.store.turns import full_turn
from voicedesk.core.export.document import Document
from voicedesk.core.export.interchange import interchange

DESCRIPTION = Path(__file__).parents[3] / "resources" / "export" / "conversation-1.md"


@given(documents)
def test_what_is_written_is_read_back_unchanged(written: Document) -> None:
    text = interchange(written).encode("utf-8", "surrogatepass").decode("utf-8", "surrogatepass")
    assert read_back(text, FOLDER) == (written.title, written.conversation)


def test_the_time_of_a_turn_can_be_read() -> None:
    assert json.loads(interchange(document(spoken(1, "", ""))))["turns"][0]["time"] == (
        "2026-09-21T14:14:20.000+00:00"
    )


def test_no_folder_of_this_computer_is_named() -> None:
    assert "/home/ada" not in interchange(document(full_turn(Path("/home/ada"))))


def test_every_name_is_described_and_every_described_name_is_there() -> None:
    described = re.findall(r"^\| (`\w+`(?:, `\w+`)*) \|", DESCRIPTION.read_text(), re.MULTILINE)
    names = {name for group in described for name in re.findall(r"`(\w+)`", group)}
    inner = {"kind", "values", "detail", "text_in", "audio_in", "text_out", "audio_out", "cached_in"}
    assert set(names_in(json.loads(interchange(document(full_turn(FOLDER)))))) == names | inner


def names_in(value: object, under: str = "") -> Iterator[str]:
    """Give every name; below `values` stand those of a problem, which are nobody's promise."""
    if isinstance(value, list):
        for each in value:
            yield from names_in(each)
    elif isinstance(value, dict) and under != "values":
        for name, inner in value.items():
            yield name
            yield from names_in(inner, name)
