"""Offer everything that can be done with a row as a menu, for the mouse and for the keyboard."""

from collections.abc import Callable
from functools import partial
from urllib.parse import urlsplit

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from voicedesk.gui.messages.block import Block
from voicedesk.gui.messages.column import code_texts
from voicedesk.gui.plain_text import for_menu
from voicedesk.gui.rows import Row, RowAction, action_words

MOST_LINKS = 8
MOST_CODES = 5
Do = Callable[[], object]


class RowMenu(QMenu):
    """The menu of one row; it lives as long as it is open."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def offer(self, words: str, do: Do) -> QAction:
        """Add an entry."""
        entry = self.addAction(for_menu(words))
        entry.triggered.connect(lambda: do())
        return entry

    def offer_actions(self, row: Row, act: Callable[[Row, RowAction], None]) -> None:
        """Add what can be done with the row."""
        for action in row.actions:
            self.offer(action_words(action), partial(act, row, action))

    def offer_codes(self, blocks: list[Block], copy: Callable[[str], None]) -> None:
        """Add the code blocks."""
        for language, code in code_texts(blocks)[:MOST_CODES]:
            words = QCoreApplication.translate("Conversation", "Copy code")
            self.offer(f"{words} ({language})" if language else words, partial(copy, code))

    def offer_links(self, blocks: list[Block], follow: Callable[[str], None]) -> None:
        """Add the links, by their hosts."""
        links = dict.fromkeys(span.link for block in blocks for span in block.prose.spans if span.link)
        frame = QCoreApplication.translate("Conversation", "Open link to {host}…")
        for link in list(links)[:MOST_LINKS]:
            parts = urlsplit(link)
            host = parts.netloc or parts.path
            self.offer(frame.replace("{host}", host), partial(follow, link))
