"""Read the command line."""

import argparse
import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from voicedesk import __version__
from voicedesk.cli.history_arguments import add_history
from voicedesk.cli.language import tr
from voicedesk.cli.parser import OneLineParser, translate_argparse
from voicedesk.cli.printing import sentence_about
from voicedesk.core.options import Options
from voicedesk.core.problems import Trouble

FORMATS = ("text", "json", "srt", "vtt")


@dataclass(slots=True)
class Arguments(argparse.Namespace):
    """Everything that can be asked for; each command looks at what concerns it."""

    command: str = ""
    base_url: str = ""
    practice: bool = False
    json: bool = False
    words: list[str] = field(default_factory=list)
    audio: Path | None = None
    save_audio: Path | None = None
    play: bool = True
    model: str = ""
    voice: str = ""
    file: Path = Path()
    format: str = "text"
    language: str = ""
    translate: bool = False
    action: str = ""
    conversation: str = "latest"
    output: Path | None = None
    replace: bool = False
    limit: int = 20
    hidden: bool = False
    month: str = ""

    @property
    def options(self) -> Options:
        """Give what the workers need to know; the environment comes after the flag."""
        base_url = self.base_url or os.environ.get("COMETAPI_BASE_URL", "")
        return Options(base_url, self.practice, plays=self.play, hidden=self.hidden)

    @property
    def question(self) -> str:
        """Give the typed question."""
        return " ".join(self.words).strip()


def parse(argv: Sequence[str]) -> Arguments:
    """Read the arguments, or say in one line what is wrong with them and exit with status 2."""
    parser = _parser()
    translate_argparse()
    arguments = parser.parse_args(argv, namespace=Arguments())
    if arguments.command == "ask" and bool(arguments.question) == bool(arguments.audio):
        parser.error(tr("ask needs either a text or --audio FILE"))
    if objection := _objection_to_address(arguments):
        parser.error(objection)
    return arguments


def _objection_to_address(arguments: Arguments) -> str:
    """Say why a base URL cannot be one; a bad variable keeps no window shut, and doctor tells of it."""
    looks_at_variable = arguments.command not in ("", "doctor", "history", "costs")
    address = arguments.options.base_url if looks_at_variable else arguments.base_url
    if not address:
        return ""
    from voicedesk.api.addresses import checked_base_url

    try:
        checked_base_url(address)
    except Trouble as trouble:
        return sentence_about(trouble.problem)
    return ""


def _parser() -> OneLineParser:
    common = _common_flags()
    parser = OneLineParser("voicedesk", description="Talk, dictate and read aloud.", parents=[common])
    parser.add_argument("--version", action="version", version=f"VoiceDesk {__version__}")
    parser.add_argument("--hidden", action="store_true", help="start in the tray, where there is one")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=OneLineParser)
    _add_ask(commands.add_parser("ask", help="ask once and hear the answer", parents=[common]))
    _add_transcribe(commands.add_parser("transcribe", help="write a recording down", parents=[common]))
    key = commands.add_parser("key", help="store, check or remove the CometAPI key", parents=[common])
    key.add_argument("action", choices=("set", "status", "delete"))
    add_history(commands.add_parser("history", help="list, search and export conversations"), common)
    costs = commands.add_parser("costs", help="tell what was spent in a month", parents=[common])
    costs.add_argument("--month", default="", metavar="YYYY-MM", help="the month; otherwise this one")
    commands.add_parser("doctor", help="check what VoiceDesk needs on this machine", parents=[common])
    return parser


def _common_flags() -> OneLineParser:
    """Make the flags that are understood before and after the command.

    Without a default of their own, a flag given before the command is not reset after it.
    """
    flags = OneLineParser(add_help=False, argument_default=argparse.SUPPRESS)
    flags.add_argument(
        "--base-url", metavar="URL", help="the service to use instead of the one in the settings"
    )
    flags.add_argument("--practice", action="store_true", help="use the practice service inside the program")
    flags.add_argument("--json", action="store_true", help="print one JSON object")
    return flags


def _add_ask(ask: argparse.ArgumentParser) -> None:
    ask.add_argument("words", nargs="*", metavar="TEXT", help="the question")
    ask.add_argument("--audio", type=Path, metavar="FILE", help="a spoken question instead of a text")
    ask.add_argument("--save-audio", type=Path, metavar="OUT.wav", help="keep the spoken answer")
    # Without a default here, since Python 3.11 and 3.12 add it in English to the help; `Arguments` has one.
    switch, no_default = argparse.BooleanOptionalAction, argparse.SUPPRESS
    ask.add_argument("--play", action=switch, default=no_default, help="play the answer")
    ask.add_argument("--model", default="", help="the model that answers")
    ask.add_argument("--voice", default="", help="the voice that speaks")


def _add_transcribe(transcribe: argparse.ArgumentParser) -> None:
    transcribe.add_argument("file", type=Path, metavar="FILE")
    transcribe.add_argument("--format", choices=FORMATS, default="text")
    transcribe.add_argument(
        "--language", default="", metavar="CODE", help="the language spoken, such as en or zh"
    )
    transcribe.add_argument("--translate", action="store_true", help="write it down in English")
    transcribe.add_argument("--model", default="", help="the model that listens")
