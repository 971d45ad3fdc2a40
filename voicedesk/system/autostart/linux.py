"""Start with the session by an entry in the autostart folder of the desktop."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

_ENTRY = """[Desktop Entry]
Type=Application
Name=VoiceDesk
Comment=Talk, dictate and read aloud
Exec={command}
Icon=voicedesk
Terminal=false
X-GNOME-Autostart-enabled=true
"""
_SWITCHED_OFF = ("hidden=true", "x-gnome-autostart-enabled=false")
_ESCAPED = str.maketrans({"\\": "\\\\\\\\", '"': '\\\\"', "`": "\\\\`", "$": "\\\\$", "%": "%%"})
"""What a quoted word of the key Exec needs: escaped once for the quotes and once for the file."""


def is_on(environment: Mapping[str, str] = os.environ) -> bool:
    """Tell whether the session starts the program; desktops switch an entry off inside the file."""
    try:
        text = _file(environment).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return False
    lines = {line.replace(" ", "").lower() for line in text.splitlines()}
    return not lines.intersection(_SWITCHED_OFF)


def turn_on(command: Sequence[str], environment: Mapping[str, str] = os.environ) -> None:
    """Start it with the session; raises `OSError`."""
    file = _file(environment)
    file.parent.mkdir(parents=True, exist_ok=True)
    draft = file.with_suffix(".new")
    draft.write_text(_ENTRY.format(command=" ".join(_quoted(word) for word in command)), encoding="utf-8")
    draft.replace(file)


def turn_off(environment: Mapping[str, str] = os.environ) -> None:
    """Leave it alone; raises `OSError`."""
    _file(environment).unlink(missing_ok=True)


def _file(environment: Mapping[str, str]) -> Path:
    config = environment.get("XDG_CONFIG_HOME") or Path(environment.get("HOME") or Path.home(), ".config")
    return Path(config, "autostart", "voicedesk.desktop")


def _quoted(word: str) -> str:
    return f'"{word.translate(_ESCAPED)}"'
