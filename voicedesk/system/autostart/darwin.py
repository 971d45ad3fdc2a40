"""Start with the session by an agent of launchd."""

import os
import plistlib
from collections.abc import Mapping, Sequence
from pathlib import Path

_LABEL = "app.voicedesk.start"


def is_on(environment: Mapping[str, str] = os.environ) -> bool:
    """Tell whether the session starts the program."""
    try:
        agent = plistlib.loads(_file(environment).read_bytes())
    except (OSError, ValueError, plistlib.InvalidFileException):
        return False
    return bool(agent.get("RunAtLoad")) and not agent.get("Disabled")


def turn_on(command: Sequence[str], environment: Mapping[str, str] = os.environ) -> None:
    """Start it with the session; raises `OSError`."""
    agent = {
        "Label": _LABEL,
        "ProgramArguments": list(command),
        "RunAtLoad": True,
        "LimitLoadToSessionType": "Aqua",
    }
    file = _file(environment)
    file.parent.mkdir(parents=True, exist_ok=True)
    draft = file.with_suffix(".new")
    draft.write_bytes(plistlib.dumps(agent))
    draft.replace(file)


def turn_off(environment: Mapping[str, str] = os.environ) -> None:
    """Leave it alone; raises `OSError`."""
    _file(environment).unlink(missing_ok=True)


def _file(environment: Mapping[str, str]) -> Path:
    return Path(environment.get("HOME") or Path.home(), "Library", "LaunchAgents", f"{_LABEL}.plist")
