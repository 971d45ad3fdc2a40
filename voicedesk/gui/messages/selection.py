"""Mark text within a message and across messages, and give it as text."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from voicedesk.core.units import TurnId
from voicedesk.gui.messages.block import Block
from voicedesk.gui.messages.prose import LINE_BREAK
from voicedesk.gui.rows import Row, Voice

AFTER_ALL = 1 << 62
BlocksOf = Callable[[Row], list[Block]]


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """A place between two characters; spots are ordered as the conversation is read."""

    turn: int
    voice: int
    block: int
    offset: int


BEFORE_ALL_SPOT = Spot(-1, 0, 0, 0)
AFTER_ALL_SPOT = Spot(AFTER_ALL, 0, 0, 0)


def spot_in(key: tuple[TurnId, Voice], block: int, offset: int) -> Spot:
    """Name a place in a row."""
    return Spot(key[0], key[1].value, block, offset)


@dataclass(frozen=True, slots=True)
class Selection:
    """What lies between where marking began and where it is now."""

    anchor: Spot = BEFORE_ALL_SPOT
    cursor: Spot = BEFORE_ALL_SPOT

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing is marked."""
        return self.anchor == self.cursor

    @property
    def first(self) -> Spot:
        """Give the earlier end."""
        return min(self.anchor, self.cursor)

    @property
    def last(self) -> Spot:
        """Give the later end."""
        return max(self.anchor, self.cursor)

    def part_of(self, key: tuple[TurnId, Voice], block: int, length: int) -> tuple[int, int]:
        """Tell from where to where a block is marked; an empty range if it is not."""
        whole = spot_in(key, block, 0), spot_in(key, block, length)
        first, last = max(self.first, whole[0]), min(self.last, whole[1])
        return (first.offset, last.offset) if first < last else (0, 0)

    def touches(self, row: Row) -> bool:
        """Tell whether anything of a row is marked."""
        return self.first < spot_in(row.key, AFTER_ALL, 0) and self.last > spot_in(row.key, 0, 0)

    def holds(self, row: Row, blocks: list[Block]) -> bool:
        """Tell whether all of a row is marked."""
        end = spot_in(row.key, len(blocks) - 1, len(blocks[-1].prose.text) if blocks else 0)
        return self.first <= spot_in(row.key, 0, 0) and self.last >= end


EVERYTHING = Selection(BEFORE_ALL_SPOT, AFTER_ALL_SPOT)


def marked_text(selection: Selection, rows: Iterable[Row], blocks_of: BlocksOf) -> str:
    """Give what is marked: a whole message as it was written, a part as it is shown."""
    parts = []
    for row in rows:
        if selection.touches(row):
            is_inside = selection.first <= spot_in(row.key, 0, 0) and selection.last >= spot_in(
                row.key, AFTER_ALL, 0
            )
            parts.append(row.text if is_inside else _part(selection, row, blocks_of(row)))
    return "\n\n".join(part for part in parts if part)


def _part(selection: Selection, row: Row, blocks: list[Block]) -> str:
    if selection.holds(row, blocks):
        return row.text
    return "".join(_pieces(selection, row, blocks)).strip("\n")


def _pieces(selection: Selection, row: Row, blocks: list[Block]) -> Iterator[str]:
    for place, block in enumerate(blocks):
        prose = block.prose
        start, end = selection.part_of(row.key, place, len(prose.text))
        if start == end and prose.text:
            continue
        yield ("\t" if prose.cell and prose.cell.column else "\n") if place else ""
        yield f"{prose.marker} " if prose.marker and start == 0 else ""
        yield prose.text[start:end].replace(LINE_BREAK, "\n")


def word_around(text: str, offset: int) -> tuple[int, int]:
    """Give the ends of the word at a place; what is no word stands alone."""
    if not text:
        return 0, 0
    at = min(offset, len(text) - 1)
    if not _is_of_word(text[at]):
        return at, at + 1
    first, last = at, at + 1
    while first and _is_of_word(text[first - 1]):
        first -= 1
    while last < len(text) and _is_of_word(text[last]):
        last += 1
    return first, last


def _is_of_word(character: str) -> bool:
    return character.isalnum() or character in "_'’\u200d"
