"""Hold what the command line asks for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Options:
    """Wishes that stand above the settings and are not stored.

    `plays` false keeps the loudspeaker shut, for answers that are only kept; `resumes` opens the newest
    conversation and offers recordings that an earlier run left behind; `hidden` starts without a window
    where there is a tray to find it again.
    """

    base_url: str = ""
    practice: bool = False
    plays: bool = True
    resumes: bool = False
    hidden: bool = False
