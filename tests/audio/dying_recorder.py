"""Record turn after turn, each in a forked process that goes on until somebody kills it.

One line on standard input is a turn; the answers are the process number, the bytes that `append` has put on
disk so far, again and again, and "dead". Forking saves the start of an interpreter for each kill.
"""

import os
import sys
from pathlib import Path

from voicedesk.audio.spool import DiskSpool
from voicedesk.core.units import TurnId

BLOCK_BYTES = 960


def block(turn: int, number: int) -> bytes:
    """Make the samples of one block so that they tell where they belong."""
    return b"".join(
        ((turn * 31 + number * 480 + at) % 32_000).to_bytes(2, "little") for at in range(BLOCK_BYTES // 2)
    )


def record(folder: Path, turn: int) -> None:
    """Record for ever."""
    take = DiskSpool(folder).begin(TurnId(turn), make_mp3=True)
    number = 0
    while True:
        take.append(block(turn, number))
        number += 1
        os.write(1, f"{number * BLOCK_BYTES}\n".encode())


def main() -> None:
    """Serve one turn after the other."""
    for line in sys.stdin:
        pid = os.fork()
        if not pid:
            record(Path(sys.argv[1]), int(line))
        os.write(1, f"pid {pid}\n".encode())
        os.waitpid(pid, 0)
        os.write(1, b"dead\n")


if __name__ == "__main__":
    main()
