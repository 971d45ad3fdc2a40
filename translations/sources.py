"""Collect every text that a person reads, from the source and from the tables that a scanner cannot see."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from voicedesk.cli.parser import ARGPARSE
from voicedesk.core.phrases import Phrase
from voicedesk.core.problem_texts import WORDS

ROOT = Path(__file__).resolve().parents[1]
TERMINAL = "Terminal"
"""The context of all that the command line says."""
ARGPARSE_TEXTS = {"help", "description"}


@dataclass(frozen=True, slots=True, order=True)
class Text:
    """An English text: where it belongs, what sets it apart from a twin, and whether it counts something."""

    context: str
    source: str
    comment: str = ""
    counts: bool = False


def collect(package: Path = ROOT / "voicedesk") -> set[Text]:
    """Give every text of the program."""
    scanned = {text for path in sorted(package.rglob("*.py")) for text in scan(path)}
    return scanned | set(tables())


def tables() -> Iterator[Text]:
    """Give the texts that stand in tables and are translated where they are shown."""
    for words in WORDS.values():
        yield from (Text("Problem", words.title), Text("Problem", words.advice))
    yield from (Text("Problem", phrase.value) for phrase in Phrase)
    yield from (Text(TERMINAL, message) for message in ARGPARSE)


def scan(path: Path) -> Iterator[Text]:
    """Find the calls in a file that translate a literal."""
    tree = ast.parse(path.read_text(encoding="utf-8"), str(path))
    is_terminal = "cli" in path.parts
    for owner, call in _calls(tree, ""):
        yield from _text_of(call, owner)
        if is_terminal:
            yield from _argparse_texts(call)


def _calls(node: ast.AST, owner: str) -> Iterator[tuple[str, ast.Call]]:
    """Walk through the calls, each with the class it stands in."""
    for child in ast.iter_child_nodes(node):
        inside = child.name if isinstance(child, ast.ClassDef) else owner
        if isinstance(child, ast.Call):
            yield inside, child
        yield from _calls(child, inside)


def _text_of(call: ast.Call, owner: str) -> Iterator[Text]:
    match call.func:
        case ast.Attribute(value=ast.Name(id="self"), attr="tr"):
            yield _text(owner, call.args, call)
        case ast.Attribute(attr="translate") if len(call.args) >= 2 and _is_literal(call.args[0]):
            context, *rest = call.args
            if _is_literal(rest[0]):  # a variable stands for the entries of a table
                yield _text(_literal(context), rest, call)
        case ast.Name(id="tr"):
            yield _text(TERMINAL, call.args, call)


def _text(context: str, arguments: list[ast.expr], call: ast.Call) -> Text:
    if not arguments or not all(map(_is_literal, arguments[:2])):
        raise SyntaxError(f"line {call.lineno}: only a literal can be found and translated")
    source, comment = (*map(_literal, arguments[:2]), "")[:2]
    return Text(context, source, comment, counts=len(arguments) > 2)


def _argparse_texts(call: ast.Call) -> Iterator[Text]:
    for keyword in call.keywords:
        if keyword.arg in ARGPARSE_TEXTS and _is_literal(keyword.value):
            yield Text(TERMINAL, _literal(keyword.value))


def _is_literal(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _literal(node: ast.expr) -> str:
    assert isinstance(node, ast.Constant)
    return str(node.value)
