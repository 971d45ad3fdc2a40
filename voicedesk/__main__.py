"""Choose the front end: the window, or the terminal for commands and where there is no screen."""

import os
import sys
from collections.abc import Mapping
from dataclasses import replace

from voicedesk.cli import run
from voicedesk.cli.arguments import parse


def main() -> int:
    """Run VoiceDesk and give its exit status; nothing heavy is imported before it is needed."""
    arguments = parse(sys.argv[1:])
    if arguments.command or not has_screen(os.environ, sys.platform):
        return run(arguments)
    from voicedesk.gui.app import run as open_window

    return open_window(replace(arguments.options, resumes=True))


def has_screen(environment: Mapping[str, str], platform: str) -> bool:
    """Tell whether a window can be shown; only X11 and Wayland need to be told where."""
    if platform in ("win32", "darwin"):
        return True
    return any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


if __name__ == "__main__":
    sys.exit(main())
