"""The catalogues say in every language what the program says, place for place and key for key."""

import re
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

from translations.catalogue import catalogues, merged, read, write
from translations.sources import Text, collect, scan
from voicedesk.core.language import OWN_NAMES, Language

PLACES = r"\{\w*\}|%n|%\(\w+\)[rs]|%[rs]|…(?=$)|&(?=\w)"
"""What is filled in, the dots of what goes on, and the letter that Alt is pressed with."""
KEYS = (
    r"\b(?:Ctrl|Alt|Shift|F\d+|Esc)\b(?:\+\S)*|https?://(?:[\w./:-]*[\w/])?|(?<=[“「])voicedesk [a-z ]+|--\w+"
)
"""What is typed, and addresses."""
EVERY_CATALOGUE = pytest.mark.parametrize("path", catalogues(), ids=lambda path: path.stem)


def done(path: Path) -> dict[Text, str]:
    """Give what is translated already."""
    return {text: words for text, words in read(path).items() if words}


def test_there_is_a_catalogue_for_each_language_but_english() -> None:
    languages = {path.stem.partition("_")[2] for path in catalogues()}
    assert languages == {language.value for language in OWN_NAMES} - {Language.ENGLISH.value}


@EVERY_CATALOGUE
def test_every_text_of_the_program_is_translated(path: Path) -> None:
    missing = collect() - done(path).keys()
    assert not missing, "python3 run.py translations adds these; then translate them in the .ts"


@EVERY_CATALOGUE
def test_nothing_is_kept_that_the_program_no_longer_says(path: Path) -> None:
    assert read(path).keys() - collect() == set()


@EVERY_CATALOGUE
def test_what_was_compiled_says_the_same(path: Path) -> None:
    translator = QTranslator()
    assert translator.load(str(path.with_suffix(".qm")))
    told = {
        text: translator.translate(text.context, text.source, text.comment, 2 if text.counts else -1)
        for text in done(path)
    }
    assert {text: words for text, words in told.items() if words} == done(path)


@EVERY_CATALOGUE
@pytest.mark.parametrize("kept", [PLACES, KEYS], ids=["places", "keys"])
def test_what_is_not_translated_stays_as_it_is(path: Path, kept: str) -> None:
    changed = {
        text.source: words
        for text, words in done(path).items()
        if Counter(re.findall(kept, text.source)) != Counter(re.findall(kept, words))
    }
    assert changed == {}


def scanned(folder: Path, source: str) -> set[Text]:
    path = folder / "widget.py"
    path.write_text(source)
    return set(scan(path))


def test_the_ways_to_translate_are_found(tmp_path: Path) -> None:
    source = """
class Bar:
    def words(self):
        return self.tr("Stop"), self.tr("%n messages", "", 3), self.tr("Read", "verb")

translate("Talk", "no translator")
QCoreApplication.translate("Talk", "Ready")
QCoreApplication.translate("Problem", text)
tr("You: ")
"""
    assert scanned(tmp_path, source) == {
        Text("Bar", "Stop"),
        Text("Bar", "%n messages", counts=True),
        Text("Bar", "Read", "verb"),
        Text("Talk", "Ready"),
        Text("Terminal", "You: "),
    }


def test_the_help_of_the_command_line_is_found(tmp_path: Path) -> None:
    (tmp_path / "cli").mkdir()
    found = scanned(tmp_path / "cli", 'parser.add_argument("--play", help="play the answer")')
    assert found == {Text("Terminal", "play the answer")}


def test_what_cannot_be_found_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SyntaxError, match="literal"):
        scanned(tmp_path, 'self.tr(f"Hello {name}")')


def test_a_catalogue_comes_back_as_it_was_written(tmp_path: Path) -> None:
    translations = {
        Text("Bar", "<b> & “quotes”"): "引號 <b> &",
        Text("Bar", "Read", "verb"): "朗讀",
        Text("Foo", "%n messages", counts=True): "%n 則訊息",
        Text("Foo", "two\nlines"): "",
    }
    write(tmp_path / "voicedesk_zh_TW.ts", translations)
    assert read(tmp_path / "voicedesk_zh_TW.ts") == translations


def test_bringing_up_to_date_keeps_adds_and_drops() -> None:
    kept, new, gone = Text("Bar", "Stop"), Text("Bar", "Go"), Text("Bar", "Wait")
    assert merged({kept, new}, {kept: "停止", gone: "等待"}) == {kept: "停止", new: ""}
