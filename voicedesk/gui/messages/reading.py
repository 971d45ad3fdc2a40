"""Read a text while it grows: what is closed is never read again, and a long text is read in steps."""

from dataclasses import replace

from voicedesk.gui.messages import markdown
from voicedesk.gui.messages.plain import has_marks, paragraphs_of
from voicedesk.gui.messages.prose import LINE_BREAK, LONGEST_BLOCK, Prose, Shape

STEP = 4_000
"""Characters read in one go: some milliseconds."""
LONGEST_OPEN = 16_000
"""A block that is longer is closed at the end of a line, and what follows is read as if it began anew."""


class Reader:
    """The blocks of one text; the last of them may change while the text grows, the others never."""

    def __init__(self) -> None:
        self.closed: list[Prose] = []
        self.open: list[Prose] = []
        self._text = ""
        self._seen = 0
        self._place = 0
        self._fence = ""
        self._whole = -1

    @property
    def is_complete(self) -> bool:
        """Tell whether all of the text was read."""
        return self._seen == len(self._text)

    def read(self, text: str) -> None:
        """Go on with a text: the one of the last call, or one that begins with it, or a new one."""
        if not text.startswith(self._text[: self._seen]):
            self.__init__()  # type: ignore[misc]  # as good as new
        if self._text == text and self.is_complete:
            return
        self._text = text
        self._seen = _end_of_step(text, self._seen)
        self._take(self._blocks(text[self._place : self._seen]))

    def _blocks(self, part: str) -> list[list[Prose]]:
        if not self._fence and not has_marks(part):
            return paragraphs_of(part, self._place)
        if not markdown.is_loaded():  # in the first moments of the program
            return paragraphs_of(part, self._place)
        blocks = markdown.blocks_of(self._fence + part, self._place - len(self._fence))
        if self._fence and blocks:
            blocks[0] = [replace(piece, whole=self._whole, continues=True) for piece in blocks[0]]
        return blocks

    def _take(self, blocks: list[list[Prose]]) -> None:
        """Close all but the last block, whose end may not be reached."""
        end = self._count_of_closed(blocks)
        self.open = [piece for block in blocks[end:] for piece in block]
        if end:
            self.closed.extend(piece for block in blocks[:end] for piece in block)
            self._place, self._fence = self.open[0].source.start, ""
        if len(blocks) - end == 1 and self._is_open_code():
            self._close_lines_of_code()
        elif self._seen - self._place > LONGEST_OPEN and self._text[self._seen - 1] == "\n":
            self.closed.extend(self.open)
            self.open, self._place, self._fence = [], self._seen, ""

    def _count_of_closed(self, blocks: list[list[Prose]]) -> int:
        """Wait for the first line of the last block: "**" may be a rule, which ends a list, or a word."""
        if len(blocks) < 2:
            return 0
        has_whole_line = self._text.find("\n", blocks[-1][0].source.start, self._seen) >= 0
        return len(blocks) - (1 if has_whole_line else 2)

    def _is_open_code(self) -> bool:
        return (
            len(self.open) > 1
            and all(piece.shape is Shape.CODE for piece in self.open)
            and self.open[0].depth + self.open[0].quotes == 0
            and all(_has_whole_lines(piece) for piece in self.open)
        )

    def _close_lines_of_code(self) -> None:
        """Close whole pieces of a code block, and read on as if it began after them."""
        done = self.open[:-1]
        lines = sum(piece.text.count(LINE_BREAK) + 1 for piece in done)
        self.closed.extend(done)
        self.open = self.open[-1:]
        if not self._fence:
            end = self._text.index("\n", self._place) + 1
            self._fence, self._whole, self._place = self._text[self._place : end], done[0].whole, end
        for _ in range(lines):
            self._place = self._text.index("\n", self._place) + 1


def _has_whole_lines(piece: Prose) -> bool:
    return max(len(line) for line in piece.text.split(LINE_BREAK)) < LONGEST_BLOCK / 2


def _end_of_step(text: str, seen: int) -> int:
    if len(text) - seen <= STEP:
        return len(text)
    end = text.find("\n", seen + STEP)
    return len(text) if end < 0 else end + 1


def shown_text(text: str) -> str:
    """Give a whole text as it is shown, for those who hear it: without its marks."""
    reader = Reader()
    reader.read(text)
    while not reader.is_complete:
        reader.read(text)
    lines = (f"{prose.marker} {prose.text}".strip() for prose in (*reader.closed, *reader.open))
    return "\n".join(lines).replace(LINE_BREAK, "\n")
