"""List, show, search and export what is stored, beside a running program too: nothing is changed."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from voicedesk.assembly import open_library
from voicedesk.cli.arguments import Arguments
from voicedesk.cli.language import tr, translate_problem
from voicedesk.cli.printing import Json, complain, complain_of, say, say_json
from voicedesk.core.export.document import Labels
from voicedesk.core.export.formats import Format, file_name, format_of
from voicedesk.core.export.order import ExportOrder
from voicedesk.core.titles import short_title, title_of
from voicedesk.core.units import ConversationId, TurnId

if TYPE_CHECKING:
    from voicedesk.core.archive import Heading, Hit
    from voicedesk.engine.exporter import Exporter
    from voicedesk.store.reader import HistoryReader

LATEST = "latest"
PRINTED = Path("-")
MICROSECONDS = 1_000_000


def history(arguments: Arguments) -> int:
    """Do what is asked. Raises `Trouble` if the history cannot be read or the file not be written."""
    reader, exporter = open_library(complain_of)
    match arguments.action:
        case "list":
            return _list(reader, arguments)
        case "search":
            return _search(reader, arguments)
    number = _chosen(reader, arguments.conversation)
    if number is None:
        return 1
    return _Conversation(reader, exporter, number).carry_out(arguments)


def _list(reader: "HistoryReader", arguments: Arguments) -> int:
    headings = reader.conversations(arguments.limit)
    if arguments.json:
        say_json({"conversations": [_heading_as_json(heading) for heading in headings]})
        return 0
    for heading in headings:
        say(f"{heading.id}  {_local(heading.last):%Y-%m-%d %H:%M}  {heading.turns:4}  {_title_in(heading)}")
    return 0


def _search(reader: "HistoryReader", arguments: Arguments) -> int:
    hits = reader.search(arguments.question, arguments.limit)
    if arguments.json:
        say_json({"hits": [_hit_as_json(hit) for hit in hits]})
        return 0 if hits else 1
    for hit in hits:
        say(f"{hit.conversation}  {_local(hit.turn):%Y-%m-%d %H:%M}  {' '.join(hit.passage.split())}")
    return 0 if hits else 1


def _chosen(reader: "HistoryReader", name: str) -> ConversationId | None:
    """Find the conversation that is meant, or say that there is none."""
    number = reader.latest() if name == LATEST else _number_in(name)
    if number is not None and reader.conversation(number).turns:
        return number
    missing = tr("There is no conversation {number}.").format(number=name)
    complain(tr("Nothing is stored yet.") if name == LATEST else missing)
    return None


def _number_in(name: str) -> ConversationId | None:
    return ConversationId(int(name)) if name.isdecimal() and len(name) < 19 else None  # fits the database


@dataclass(frozen=True, slots=True)
class _Conversation:
    """The conversation that is shown or exported."""

    reader: "HistoryReader"
    exporter: "Exporter"
    number: ConversationId

    def carry_out(self, arguments: Arguments) -> int:
        """Print it, or write it to a file."""
        wanted = _wanted(arguments)
        if arguments.action == "export" and arguments.output != PRINTED:
            return self._export(arguments, wanted)
        if wanted.is_sound:
            complain(tr("Sound cannot be printed; name a file."))
            return 2
        say(self.exporter.text(self._order(wanted, PRINTED)), end="")
        return 0

    def _export(self, arguments: Arguments, wanted: Format) -> int:
        target = arguments.output or Path(file_name(self._title, wanted))
        done = self.exporter.export(self._order(wanted, target, arguments.replace))
        for name in done.missing:
            complain(tr("The sound {file} is missing.").format(file=name))
        if arguments.json:
            say_json({"file": str(target), "format": wanted.value, "missing": list(done.missing)})
        else:
            say(str(target))
        return 0

    @property
    def _title(self) -> str:
        return self.reader.title(self.number) or title_of(self.reader.conversation(self.number))

    def _order(self, wanted: Format, target: Path, may_replace: bool = False) -> ExportOrder:
        return ExportOrder(
            self.number, self._title, wanted, target, datetime.astimezone, may_replace, labels=_labels()
        )


def _labels() -> Labels:
    return Labels(
        you=tr("You"),
        not_written_down=tr("What was said here was not written down."),
        interrupted=tr("The answer was interrupted."),
        cancelled=tr("The answer was cancelled."),
        untitled=tr("Conversation"),
        translate=translate_problem,
    )


def _wanted(arguments: Arguments) -> Format:
    """Tell the format from the flag, or else from the ending of the file, or else from the command."""
    if arguments.format:
        return Format(arguments.format)
    if arguments.action == "show":
        return Format.JSON if arguments.json else Format.TEXT
    return (format_of(arguments.output.suffix) if arguments.output else None) or Format.MARKDOWN


def _heading_as_json(heading: "Heading") -> Json:
    return {
        "id": heading.id,
        "title": _title_in(heading),
        "turns": heading.turns,
        "last": _local(heading.last).isoformat(timespec="seconds"),
    }


def _hit_as_json(hit: "Hit") -> Json:
    return {
        "conversation": hit.conversation,
        "turn": hit.turn,
        "time": _local(hit.turn).isoformat(timespec="seconds"),
        "passage": hit.passage,
    }


def _title_in(heading: "Heading") -> str:
    return heading.title or short_title(heading.opening)


def _local(turn: TurnId) -> datetime:
    return datetime.fromtimestamp(turn / MICROSECONDS, UTC).astimezone()
