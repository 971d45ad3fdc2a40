"""Translate what files and the database raise into problems."""

import errno
from pathlib import Path

import apsw

from voicedesk.core.problems import Kind, Problem

DAMAGED = (apsw.CorruptError, apsw.NotADBError, apsw.FormatError)
"""What the database raises when its file cannot be trusted any more."""

_REASONS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk quota is used up",
    errno.EFBIG: "the file may not grow further",
    errno.EROFS: "the folder is read-only",
    errno.EACCES: "no permission",
    errno.EPERM: "no permission",
    errno.ENOENT: "the folder is missing",
    errno.EMFILE: "too many files are open",
    errno.EIO: "the disk reported an error",
}


def reason_of(fault: OSError) -> str:
    """Say in a few words why a file could not be used."""
    return _REASONS.get(fault.errno or 0, (fault.strerror or type(fault).__name__).lower())


def not_saved(fault: OSError, folder: Path) -> Problem:
    """Describe that something said could not be written to a file."""
    return Problem(Kind.HISTORY_NOT_SAVED, {"reason": reason_of(fault), "folder": str(folder)}, str(fault))


def problem_of(fault: apsw.Error, folder: Path) -> Problem:
    """Describe a failure of the database that is not damage."""
    if isinstance(fault, apsw.BusyError | apsw.LockedError):
        return Problem(Kind.HISTORY_BUSY, detail=str(fault))
    return Problem(Kind.HISTORY_NOT_SAVED, {"reason": _reason_of(fault), "folder": str(folder)}, str(fault))


def _reason_of(fault: apsw.Error) -> str:
    if isinstance(fault, apsw.FullError):
        return _REASONS[errno.ENOSPC]
    if isinstance(fault, apsw.ReadOnlyError | apsw.PermissionsError | apsw.AuthError):
        return _REASONS[errno.EACCES]
    if isinstance(fault, apsw.CantOpenError):
        return "the file cannot be opened"
    if isinstance(fault, apsw.IOError):
        return _REASONS[errno.EIO]
    return type(fault).__name__
