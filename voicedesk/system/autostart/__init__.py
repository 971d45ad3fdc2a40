"""Start with the session, as the person's system does such things; what is set there is the truth.

Nothing here is a setting of our own: a switch in the system's own tools counts as much as ours, and
what was switched off there is never switched on again by itself.
"""

import os
import sys
from collections.abc import Mapping

if sys.platform == "win32":
    from voicedesk.system.autostart.windows import is_on, turn_off, turn_on
elif sys.platform == "darwin":
    from voicedesk.system.autostart.darwin import is_on, turn_off, turn_on
else:
    from voicedesk.system.autostart.linux import is_on, turn_off, turn_on

__all__ = ["command", "is_on", "turn_off", "turn_on"]


def command(environment: Mapping[str, str] = os.environ) -> list[str]:
    """Give the words that start this program without a window, from wherever they are said."""
    if image := environment.get("APPIMAGE"):  # the file of the person, not where it is unpacked this time
        return [image, "--hidden"]
    if getattr(sys, "frozen", False):
        return [sys.executable, "--hidden"]
    return [sys.executable, "-P", "-m", "voicedesk", "--hidden"]
