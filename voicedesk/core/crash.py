"""Describe a fault of our own so that it can be reported without giving anything away."""

from pathlib import PurePath
from traceback import extract_tb

from voicedesk.core.problems import Kind, Problem


def crashed(error: BaseException) -> Problem:
    """Name the kind of a fault and where it happened.

    The message of the exception stays out: it may quote a key, a file name or what somebody said.
    """
    where = [
        f"{PurePath(frame.filename).name}:{frame.lineno} {frame.name}"
        for frame in extract_tb(error.__traceback__)
    ]
    return Problem(Kind.CRASHED, detail="\n".join([type(error).__name__, *where]))
