"""Translate what files and the database raise into problems."""

from pathlib import Path

import apsw

from voicedesk.core.phrases import Phrase, reason_of
from voicedesk.core.problems import Kind, Problem

DAMAGED = (apsw.CorruptError, apsw.NotADBError, apsw.FormatError, UnicodeDecodeError)
"""What the database raises when its file cannot be trusted any more; the last, for text that is none."""


def not_saved(fault: OSError, folder: Path) -> Problem:
    """Describe that something said could not be written to a file."""
    return Problem(Kind.HISTORY_NOT_SAVED, {"reason": reason_of(fault), "folder": str(folder)}, str(fault))


def problem_of(fault: apsw.Error, folder: Path) -> Problem:
    """Describe a failure of the database that is not damage."""
    if isinstance(fault, apsw.BusyError | apsw.LockedError):
        return Problem(Kind.HISTORY_BUSY, detail=str(fault))
    return Problem(Kind.HISTORY_NOT_SAVED, {"reason": _reason_of(fault), "folder": str(folder)}, str(fault))


def not_read(fault: apsw.Error | OSError | UnicodeDecodeError) -> Problem:
    """Describe that what is stored could not be read; nothing was to be changed."""
    damage = Phrase.IS_DAMAGED if isinstance(fault, DAMAGED) else None
    reason = damage or (reason_of(fault) if isinstance(fault, OSError) else _reason_of(fault))
    return Problem(Kind.HISTORY_UNREADABLE, {"reason": reason}, str(fault))


def _reason_of(fault: apsw.Error | UnicodeDecodeError) -> str:
    if isinstance(fault, apsw.BusyError | apsw.LockedError):
        return Phrase.IN_USE
    if isinstance(fault, apsw.FullError):
        return Phrase.DISK_IS_FULL
    if isinstance(fault, apsw.ReadOnlyError | apsw.PermissionsError | apsw.AuthError):
        return Phrase.NO_PERMISSION
    if isinstance(fault, apsw.CantOpenError):
        return Phrase.FILE_CANNOT_BE_OPENED
    if isinstance(fault, apsw.IOError):
        return Phrase.DISK_ERROR
    return type(fault).__name__


def pieces_not_saved(fault: apsw.Error | OSError, folder: Path) -> Problem:
    """Describe that finished pieces of a transcription could not be written or read."""
    reason = reason_of(fault) if isinstance(fault, OSError) else _reason_of(fault)
    return Problem(Kind.PIECES_NOT_SAVED, {"reason": reason, "folder": str(folder)}, str(fault))
