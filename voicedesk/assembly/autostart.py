"""Whether the desktop starts the program: asked and changed where waiting is allowed."""

from voicedesk.core.inquiries import AutostartSeen
from voicedesk.core.phrases import reason_of
from voicedesk.core.problems import Kind, Problem


def switch_autostart(wish: bool | None) -> AutostartSeen:
    """Ask the system, or change what it does; runs in the keeper's thread."""
    from voicedesk.system import autostart

    try:
        if wish is not None:
            autostart.turn_on(autostart.command()) if wish else autostart.turn_off()
    except OSError as fault:
        problem = Problem(Kind.AUTOSTART_NOT_CHANGED, {"reason": reason_of(fault)}, str(fault))
        return AutostartSeen(autostart.is_on(), problem)
    return AutostartSeen(autostart.is_on())
