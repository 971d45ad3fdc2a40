"""Let argparse refuse in one line, and speak the person's language."""

import argparse
import sys
from typing import NoReturn

from voicedesk.cli.language import in_terminal

ARGPARSE = (
    "usage: ",
    "positional arguments",
    "options",
    "show this help message and exit",
    "show program's version number and exit",
    "argument %(argument_name)s: %(message)s",
    "invalid choice: %(value)r (choose from %(choices)s)",
    "invalid %(type)s value: %(value)r",
    "the following arguments are required: %s",
    "unrecognized arguments: %s",
    "ambiguous option: %(option)s could match %(matches)s",
    "ignored explicit argument %r",
    "expected one argument",
    "expected at most one argument",
    "expected at least one argument",
)
"""The messages of argparse that a person can meet here."""


class TranslatedHelp(argparse.HelpFormatter):
    """Translate when the help is shown, so that a start without it reads no catalogue."""

    def start_section(self, heading: str | None) -> None:
        super().start_section(heading and in_terminal(heading))

    def add_text(self, text: str | None) -> None:
        super().add_text(text and in_terminal(text))

    def _get_help_string(self, action: argparse.Action) -> str | None:
        return action.help and in_terminal(action.help)


class OneLineParser(argparse.ArgumentParser):
    """Refuse bad arguments in one line instead of a page of usage."""

    def _get_formatter(self) -> argparse.HelpFormatter:
        return TranslatedHelp(prog=self.prog)

    def error(self, message: str) -> NoReturn:
        print(f"voicedesk: {message}", file=sys.stderr)
        sys.exit(2)


def translate_argparse() -> None:
    """Translate what argparse says from now on.

    Its own way, gettext, wants a compiled catalogue of another format; this is where it calls it.
    """
    argparse._ = in_terminal  # type: ignore[attr-defined]
