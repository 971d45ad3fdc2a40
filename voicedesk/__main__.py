"""Choose the front end: the window, or the terminal for commands and where there is no screen."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from voicedesk.cli import run
from voicedesk.cli.arguments import parse

if TYPE_CHECKING:
    from voicedesk.system.doorstep import Doorstep


def main() -> int:
    """Run VoiceDesk and give its exit status; nothing heavy is imported before it is needed."""
    arguments = parse(sys.argv[1:])
    if arguments.command or not has_screen(os.environ, sys.platform):
        return run(arguments)
    from voicedesk.system.doorstep import find_doorstep

    doorstep = find_doorstep()
    if not doorstep.claim() and is_answered(doorstep, os.environ, arguments.hidden):
        return 0
    from voicedesk.gui.app import run as open_window

    return open_window(replace(arguments.options, resumes=True), doorstep=doorstep)


def is_answered(doorstep: Doorstep, environment: Mapping[str, str], hidden: bool) -> bool:
    """Ask the one that runs to show its window; false if this start has to become the program after all."""
    from voicedesk.core.door_messages import SHOW, STAY, Request, outcome_in, request_line

    token = environment.get("XDG_ACTIVATION_TOKEN") or environment.get("DESKTOP_STARTUP_ID", "")
    request = Request(STAY) if hidden else Request(SHOW, {"token": token})
    return outcome_in(doorstep.knock(request_line(request))) is not None


def has_screen(environment: Mapping[str, str], platform: str) -> bool:
    """Tell whether a window can be shown; only X11 and Wayland need to be told where."""
    if platform in ("win32", "darwin"):
        return True
    return any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


if __name__ == "__main__":
    sys.exit(main())
