"""Names why a set-up cannot go on, in one line and an exit code."""

import os

FAILED = 1
CANNOT_START = 2
INTERRUPTED = 130

FOLDER = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

CAUSES = (
    ("No space left|Disk quota", FAILED, "The disk is full; make room and start again."),
    (
        "Permission denied|Read-only file system|Operation not permitted",
        CANNOT_START,
        f"{FOLDER} may not be written; copy the project to a folder of your own.",
    ),
    (
        "CERTIFICATE_VERIFY_FAILED",
        FAILED,
        "The package index shows a certificate that is not trusted here; look at pip's configuration.",
    ),
    (
        "ConnectionError|ConnectTimeout|ReadTimeout|ProxyError|SSLError|ConnectionReset|name resolution",
        FAILED,
        "The package index cannot be reached; look at the network or pip's configuration and start again.",
    ),
)


class Refusal(Exception):
    """Ends the run with one line and an exit code."""

    def __init__(self, line: str, code: int) -> None:
        super().__init__(line)
        self.code = code


def explained(output: str) -> Refusal:
    """Find the cause in what a failed step said; an unknown one comes with the last lines of it."""
    import re

    for pattern, code, line in CAUSES:
        if re.search(pattern, output):
            return Refusal(line, code)
    last_lines = "\n".join(f"    {line}" for line in output.strip().splitlines()[-6:])
    return Refusal(f"The set-up failed:\n{last_lines}", FAILED)
