"""Keep the few facts that the first paint needs: the settings are read after it, which is too late.

Reading one takes some 50 microseconds, less than a thread would take to start, and happens before there is
anything to hold up. They are written outside of the window's thread.
"""

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QStandardPaths

HOME_OVERRIDE = "VOICEDESK_HOME"
LONGEST_BYTES = 4_096


def read_note(name: str, environment: Mapping[str, str] = os.environ) -> str:
    """Give what was noted last; empty if nothing was, or nothing that can be read."""
    try:
        with note_file(name, environment).open("rb") as file:
            return file.read(LONGEST_BYTES).decode("ascii")
    except (OSError, ValueError):
        return ""


def write_note(name: str, text: str, environment: Mapping[str, str] = os.environ) -> None:
    """Note something for the next start, in one step and for nobody else; a full disk only loses the note."""
    file = note_file(name, environment)
    draft = file.with_name(f"{name}.new")
    with suppress(OSError):
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with open(draft, "wb", opener=_private) as out:
            out.write(text.encode("ascii"))
        draft.replace(file)


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def note_file(name: str, environment: Mapping[str, str] = os.environ) -> Path:
    """Find the folder without the library that only loads after the first paint; it is the same one."""
    home = environment.get(HOME_OVERRIDE, "").strip()
    state = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.StateLocation))
    return (Path(home) / "state" if home else state) / name
