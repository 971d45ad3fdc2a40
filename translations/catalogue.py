"""Read and write a catalogue, the .ts file of Qt Linguist."""

import xml.etree.ElementTree as Xml
from collections.abc import Iterable, Mapping
from itertools import groupby
from pathlib import Path

from translations.sources import ROOT, Text

FOLDER = ROOT / "resources" / "translations"
HEAD = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'

Translations = Mapping[Text, str]


def catalogues() -> list[Path]:
    """Name the catalogues that there are; a new language begins with an empty `<TS/>`."""
    return sorted(FOLDER.glob("*.ts"))


def read(path: Path) -> Translations:
    """Give what is translated; an empty string is still to be done."""
    root = Xml.parse(path).getroot()  # noqa: S314  # our own file
    return {
        _text(context.findtext("name", ""), message): _translation(message)
        for context in root.iter("context")
        for message in context.iter("message")
    }


def merged(wanted: Iterable[Text], known: Translations) -> Translations:
    """Keep what is known of the wanted texts; what nobody asks for any more is dropped."""
    return {text: known.get(text, "") for text in sorted(wanted)}


def write(path: Path, translations: Translations) -> None:
    """Write a catalogue in an order that keeps differences small."""
    root = Xml.Element("TS", version="2.1", language=path.stem.partition("_")[2], sourcelanguage="en")
    for name, texts in groupby(translations, key=lambda text: text.context):
        context = Xml.SubElement(root, "context")
        Xml.SubElement(context, "name").text = name
        for text in texts:
            _add(context, text, translations[text])
    Xml.indent(root, "")
    path.write_text(HEAD + Xml.tostring(root, encoding="unicode") + "\n", encoding="utf-8", newline="\n")


def _text(context: str, message: Xml.Element) -> Text:
    source, comment = message.findtext("source", ""), message.findtext("comment", "")
    return Text(context, source, comment, counts=message.get("numerus") == "yes")


def _translation(message: Xml.Element) -> str:
    form = message.find("translation/numerusform")
    return (form.text or "") if form is not None else message.findtext("translation", "")


def _add(context: Xml.Element, text: Text, words: str) -> None:
    message = Xml.SubElement(context, "message", {"numerus": "yes"} if text.counts else {})
    Xml.SubElement(message, "source").text = text.source
    if text.comment:
        Xml.SubElement(message, "comment").text = text.comment
    translation = Xml.SubElement(message, "translation", {} if words else {"type": "unfinished"})
    (Xml.SubElement(translation, "numerusform") if text.counts else translation).text = words
