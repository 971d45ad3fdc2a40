"""Say which arguments the `history` commands take."""

import argparse
from pathlib import Path

from voicedesk.core.export.formats import Format

SHOWN = (Format.TEXT, Format.MARKDOWN, Format.JSON, Format.SUBTITLES)
"""What can be read in a terminal."""


def add_history(history: argparse.ArgumentParser, common: argparse.ArgumentParser) -> None:
    """Add what can be done with the conversations that are stored."""
    actions = history.add_subparsers(dest="action", metavar="ACTION", required=True)
    listing = actions.add_parser("list", help="list conversations, the newest first", parents=[common])
    _add_limit(listing)
    show = actions.add_parser("show", help="print a conversation", parents=[common])
    _add_conversation(show)
    _add_format(show, SHOWN)
    search = actions.add_parser("search", help="find what was said, the newest first", parents=[common])
    search.add_argument("words", nargs="+", metavar="WORD", help="all of these, in any place")
    _add_limit(search)
    export = actions.add_parser(
        "export", help="write a conversation or its sound to a file", parents=[common]
    )
    _add_conversation(export)
    _add_format(export, tuple(Format))
    export.add_argument("-o", "--output", type=Path, metavar="FILE", help="the file, or - to print it")
    export.add_argument("--replace", action="store_true", help="replace the file if it is there already")


def _add_conversation(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "conversation", metavar="ID", nargs="?", default="latest", help="its number in the list, or “latest”"
    )


def _add_format(parser: argparse.ArgumentParser, formats: tuple[Format, ...]) -> None:
    names = [each.value for each in formats]
    parser.add_argument(
        "--format", choices=names, default="", help="otherwise told by the ending of the file"
    )


def _add_limit(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--limit", type=int, default=20, metavar="N", help="how many at most")
