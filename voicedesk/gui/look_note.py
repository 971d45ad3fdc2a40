"""Note how the program looks for its next start, because the settings are read after the first paint."""

import os
from collections.abc import Mapping

from PySide6.QtCore import Qt

from voicedesk.gui.start_notes import read_note, write_note
from voicedesk.gui.style import Wish

NOTE = "look"
LEAST_PERCENT, MOST_PERCENT = 100, 200
_SCHEMES = {
    "system": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
}


def remembered_look(environment: Mapping[str, str] = os.environ) -> Wish:
    """Read how it looked last; a note that cannot be read is none."""
    try:
        scheme, percent, motion = read_note(NOTE, environment).split()
        kept = min(MOST_PERCENT, max(LEAST_PERCENT, int(percent)))
        return Wish(_SCHEMES[scheme], kept, motion == "still")
    except (ValueError, KeyError):
        return Wish()


def remember_look(wish: Wish, environment: Mapping[str, str] = os.environ) -> None:
    """Write it down; called outside of the window's thread."""
    scheme = next(name for name, scheme in _SCHEMES.items() if scheme is wish.scheme)
    write_note(NOTE, f"{scheme} {wish.text_percent} {'still' if wish.is_still else 'moving'}", environment)
