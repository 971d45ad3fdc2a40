"""Export: from a stored conversation to one file that other programs read."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path
from queue import SimpleQueue
from typing import Protocol

from voicedesk.core.conversation import Conversation
from voicedesk.core.events import Remarked
from voicedesk.core.export.document import Document
from voicedesk.core.export.formats import Format
from voicedesk.core.export.order import Exported, ExportOrder
from voicedesk.core.export.texts import text_of
from voicedesk.core.export.utterances import Placed, Utterance, placed, utterances_of
from voicedesk.core.problems import Kind, Trouble, trouble
from voicedesk.core.units import NO_TIME, ConversationId, Milliseconds, TurnId


class Library(Protocol):
    """The stored conversations, to be read beside whoever writes them."""

    def conversation(self, conversation: ConversationId) -> Conversation:
        """Read a conversation; raises `Trouble`."""


class Desk(Protocol):
    """What an export needs of disk and sound; every method raises `Trouble`."""

    def answer_path(self, turn: TurnId) -> Path:
        """Name the file with the sound of an answer."""

    def length_of(self, sound: Path) -> Milliseconds | None:
        """Measure a stored sound; None if it is not there."""

    def delivered(self, target: Path, may_replace: bool) -> AbstractContextManager[Path]:
        """Give a draft to write, which becomes the target when the block ends well."""

    def write_text(self, draft: Path, text: str) -> None:
        """Write a text file."""

    def write_sound(
        self, draft: Path, wanted: Format, timeline: Iterable[Placed], length_ms: Milliseconds
    ) -> None:
        """Join sounds into one file of this length."""


class Exporter:
    """Carry orders out one after the other; `run` is the body of its thread."""

    name = "exporter"

    def __init__(
        self,
        make_library: Callable[[], Library],
        desk: Desk,
        post: Callable[[Exported | Remarked], None],
    ) -> None:
        self._make_library = make_library
        self._desk = desk
        self._post = post
        self._orders: SimpleQueue[ExportOrder | None] = SimpleQueue()
        self._leaves = False

    def order(self, order: ExportOrder) -> None:
        """Export soon; from any thread, never waits. `Exported` follows, or a remark on what went wrong."""
        self._orders.put(order)

    def stop(self) -> None:
        """Ask the loop to end, and give up a sound that is being written; from any thread."""
        self._leaves = True
        self._orders.put(None)

    def run(self) -> None:
        """Export until asked to leave."""
        while not self._leaves and (order := self._orders.get()) is not None:
            try:
                self._post(self.export(order))
            except Trouble as met:
                self._post(Remarked(met.problem))
            except _Left:
                return

    def export(self, order: ExportOrder) -> Exported:
        """Write the file now. Raises `Trouble`, and nothing is left behind then."""
        document, timeline, missing = self._read(order)
        with self._desk.delivered(order.target, order.may_replace) as draft:
            if order.wanted.is_sound:
                self._write_sound(draft, order.wanted, timeline)
            else:
                self._desk.write_text(draft, text_of(order.wanted, document, timeline, order.labels))
        return Exported(order.target, tuple(missing) if order.wanted.needs_sound else ())

    def text(self, order: ExportOrder) -> str:
        """Give what would be written; for formats of text. Raises `Trouble`."""
        document, timeline, _ = self._read(order)
        return text_of(order.wanted, document, timeline, order.labels)

    def _read(self, order: ExportOrder) -> tuple[Document, list[Placed], list[str]]:
        conversation = order.completed(self._make_library().conversation(order.conversation))
        return Document(order.title, conversation, order.to_local), *self._timeline(conversation)

    def _write_sound(self, draft: Path, wanted: Format, timeline: list[Placed]) -> None:
        if not any(each.utterance.sound for each in timeline):
            raise trouble(Kind.EXPORT_SILENT)
        self._desk.write_sound(draft, wanted, self._while_wanted(timeline), timeline[-1].end_ms)

    def _timeline(self, conversation: Conversation) -> tuple[list[Placed], list[str]]:
        """Lay out what is there, and name the files that are not: the captions fit the sound then too."""
        missing: list[str] = []
        found = (
            self._found(utterance, missing)
            for utterance in utterances_of(conversation, self._desk.answer_path)
        )
        return list(placed(each for each in found if each.text or each.sound)), missing

    def _found(self, utterance: Utterance, missing: list[str]) -> Utterance:
        if utterance.sound is None:
            return utterance
        length_ms = self._desk.length_of(utterance.sound)
        if length_ms:
            return replace(utterance, duration_ms=length_ms)
        missing.append(utterance.sound.name)
        return replace(utterance, sound=None, duration_ms=NO_TIME)

    def _while_wanted(self, timeline: Iterable[Placed]) -> Iterator[Placed]:
        for each in timeline:
            if self._leaves:
                raise _Left
            yield each


class _Left(Exception):
    """Break an export off because the program ends."""
