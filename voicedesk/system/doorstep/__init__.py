"""Stand at the door of a program that may run already: claim it, or knock.

Whoever holds a locked file is the one that runs; the system takes the lock away with the process, however
that ended. The socket beside it only carries messages, so a stale one decides nothing. A socket alone
was the alternative: after a crash, two starts at the same moment could both take the old one over.
"""

import os
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

if sys.platform == "win32":
    from voicedesk.system.doorstep.windows import (
        exchange,
        hold,
        is_own_user,
        make_private,
        pipe_name,
        runtime_folder,
    )
else:
    from voicedesk.system.doorstep.posix import (
        exchange,
        hold,
        is_own_user,
        make_private,
        pipe_name,
        runtime_folder,
    )

__all__ = ["Doorstep", "find_doorstep", "is_own_user"]

PATIENCE_S = 5.0
"""The one that runs may still be drawing its first window."""
AGAIN_S = 0.05


@dataclass(slots=True)
class Doorstep:
    """The place where starts of the same program meet."""

    lock_file: Path
    address: str
    """What a local server listens at: the path of a socket, or the name of a pipe."""
    _descriptor: int | None = None

    def claim(self) -> bool:
        """Become the one that runs, until the end of the process; false if another one is.

        Where the lock cannot be made, every start is one of its own: better two windows than none.
        """
        try:
            make_private(self.lock_file.parent)
            self._descriptor = hold(self.lock_file)
        except OSError:
            return True
        return self._descriptor is not None

    @property
    def is_claimed(self) -> bool:
        """Tell whether others can be made to knock here."""
        return self._descriptor is not None

    def knock(self, line: bytes, patience_s: float = PATIENCE_S) -> bytes:
        """Say a line to the one that runs and give its answer.

        It is empty when there is none: the one that ran has ended, and the door is claimed now, or it does
        not answer in time. One that is just starting or ending is waited for.
        """
        deadline = time.monotonic() + patience_s
        while (left_s := deadline - time.monotonic()) > 0:
            try:
                return exchange(self.address, line, left_s)
            except OSError:
                if self.claim():
                    break
            time.sleep(min(AGAIN_S, left_s))
        return b""


def find_doorstep(environment: Mapping[str, str] = os.environ) -> Doorstep:
    """Find the place for this person, this home of the program and this screen.

    A window on another screen could not be seen from here, so a program there is another one.
    """
    folder, name = runtime_folder(environment), f"desk-{_fingerprint(environment):08x}"
    return Doorstep(folder / f"{name}.lock", pipe_name(folder, name))


def _fingerprint(environment: Mapping[str, str]) -> int:
    """Tell programs apart; it need not resist anybody, and a real hash would take 10 ms to import."""
    own = environment.get("VOICEDESK_HOME", "").strip()
    home = os.path.abspath(own) if own else environment.get("XDG_DATA_HOME") or environment.get("HOME", "")
    screen = environment.get("WAYLAND_DISPLAY") or environment.get("DISPLAY", "")
    return crc32(f"{home}\n{screen}".encode("utf-8", "surrogateescape"))
