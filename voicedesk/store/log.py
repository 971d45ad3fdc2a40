"""Write a log that only its owner can read and that holds no key."""

import json
import logging
import os
import platform
from io import FileIO, TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path

from voicedesk import __version__
from voicedesk.core.secret import Secret, struck_out
from voicedesk.store.private import make_folder, open_private

LARGEST_BYTES = 2**20
KEPT_FILES = 2
LONGEST_RECORD = 16_384
MOST_KEYS = 16

log = logging.getLogger(__name__)


class RedactingFormatter(logging.Formatter):
    """Make one line of a record, with every key struck out of all of it, also of a traceback."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(threadName)s %(name)s %(message)s")
        self._known: list[Secret] = []

    def learn(self, key: Secret) -> None:
        """Strike this value out from now on, whatever it looks like; may be called from any thread."""
        if key not in self._known:
            self._known = [*self._known[-MOST_KEYS:], key]

    def format(self, record: logging.LogRecord) -> str:
        """Format a record; line breaks and control characters are shown as JSON escapes them."""
        line = struck_out(super().format(record), self._known)
        return json.dumps(line[:LONGEST_RECORD], ensure_ascii=not line.isprintable())[1:-1]


class PrivateLog(RotatingFileHandler):
    """Three files of 1 MB at most, private from their first moment; a disk that fails silences the log."""

    def __init__(self, path: Path, formatter: RedactingFormatter) -> None:
        make_folder(path.parent)
        super().__init__(
            path, maxBytes=LARGEST_BYTES, backupCount=KEPT_FILES, encoding="utf-8", errors="replace"
        )
        self.setFormatter(formatter)

    def _open(self) -> TextIOWrapper:
        descriptor = open_private(self.baseFilename, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        return TextIOWrapper(FileIO(descriptor, "a"), encoding=self.encoding, errors=self.errors)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802  # the name is logging's
        """Stay silent: the standard way prints the record, with whatever is in it, to the terminal."""


def level_named(name: str) -> int:
    """Find a level by the name that logging gives it; any other name means the usual one."""
    return logging.getLevelNamesMapping().get(name.strip().upper(), logging.INFO)


def start_log(path: Path, level: int = logging.INFO) -> RedactingFormatter:
    """Send all records of the program to the file, or nowhere if it cannot be opened."""
    formatter = RedactingFormatter()
    root = logging.getLogger()
    root.setLevel(level)
    try:
        root.addHandler(PrivateLog(path, formatter))
    except OSError:
        root.addHandler(logging.NullHandler())
    level_name = logging.getLevelName(level)
    log.info("VoiceDesk %s begins, %s, log level %s", __version__, platform.platform(), level_name)
    return formatter
