"""A peer: the same messages in Qt's own view for rich text."""

import sys

from PySide6 import QtWidgets
from PySide6.QtGui import QTextCursor

from tests.bench.parties.painted import watched_application
from tests.bench.parties.reading import ANSWER, QUESTION, Reading


class Browser:
    """Conversations as one document."""

    def __init__(self) -> None:
        self.window = QtWidgets.QMainWindow()
        self.window.resize(1040, 720)
        self._browser = QtWidgets.QTextBrowser()
        self.window.setCentralWidget(self._browser)
        self._shown = self._html = ""

    @property
    def area(self) -> QtWidgets.QAbstractScrollArea:
        """Give the part that scrolls."""
        return self._browser

    def prepare(self, messages: int) -> None:
        """Have another conversation at hand."""
        self._html = "".join(
            f"<p>{QUESTION.format(number=number)}</p><p>{ANSWER.format(number=number)}</p>"
            for number in range(messages // 2)
        )

    def open(self) -> None:
        """Show what was prepared."""
        self._browser.setHtml(self._html)
        self._browser.moveCursor(QTextCursor.MoveOperation.End)

    def grow(self, text: str) -> None:
        """Append what is new."""
        self._browser.moveCursor(QTextCursor.MoveOperation.End)
        self._browser.insertPlainText(text[len(self._shown) :])
        self._shown = text


if __name__ == "__main__":
    reading = Reading()
    application = watched_application(reading.take)(sys.argv)
    browser = Browser()
    reading.begin(browser)
    browser.window.show()
    sys.exit(application.exec())
