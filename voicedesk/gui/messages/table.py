"""Gather the cells of a table."""

from dataclasses import replace

from voicedesk.gui.messages.prose import Cell, Prose, Shape, Source, Span, Style

WIDEST_WISH = 60
ASKED_ROWS = 30


class Table:
    """Keep cells until the end of their table, which shows how wide each column wants to be."""

    def __init__(self, place: int) -> None:
        self._place = place
        self._row = -1
        self._column = 0
        self._cells: list[Prose] = []

    def begin_row(self) -> None:
        """Go to the next row."""
        self._row, self._column = self._row + 1, 0

    def add(self, text: str, spans: tuple[Span, ...], source: Source) -> None:
        """Put text into the next cell; those of the head are strong."""
        style = Style.STRONG if self._row == 0 else Style.PLAIN
        spans = (Span(0, len(text), style), *spans) if style else spans
        self._cells.append(
            Prose(Shape.CELL, text, source, spans, whole=self._place, cell=Cell(self._row, self._column, ()))
        )
        self._column += 1

    def finished(self) -> list[Prose]:
        """Give the cells, row by row."""
        wishes = self._wishes()
        return [
            replace(prose, cell=replace(prose.cell, wishes=wishes)) for prose in self._cells if prose.cell
        ]

    def _wishes(self) -> tuple[int, ...]:
        """Ask the first rows only: the columns of a table that grows shall stay where they are."""
        widths: dict[int, int] = {}
        for prose in self._cells:
            if prose.cell and prose.cell.row < ASKED_ROWS:
                width = min(len(prose.text), WIDEST_WISH)
                widths[prose.cell.column] = max(widths.get(prose.cell.column, 1), width)
        return tuple(widths[column] for column in sorted(widths))
