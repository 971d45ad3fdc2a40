"""List the short texts that stand inside the sentence about a problem, ready for translation like it."""

import errno
from enum import StrEnum


class Phrase(StrEnum):
    """An English source text; braces name further values of the problem."""

    # why an address cannot be used
    HAS_PASSWORD = "it contains a user name or password"  # noqa: S105  # no password, a word about one
    HAS_QUERY = "it contains a query"
    NAMES_NO_HOST = "it names no host"
    NOT_HTTPS = "it does not start with https://"
    CANNOT_BE_READ = "it cannot be read"
    UNREADABLE_ADDRESS = "an unreadable address"
    # why a certificate is not trusted
    NOT_VALID_YET = "its certificate is not valid yet"
    EXPIRED = "its certificate has expired"
    SELF_SIGNED = "its certificate is signed by itself"
    UNKNOWN_AUTHORITY = "its certificate comes from an unknown authority"
    OTHER_NAME = "its certificate belongs to another name"
    OTHER_ADDRESS = "its certificate belongs to another address"
    NOT_VERIFIED = "its certificate could not be verified"
    # why a key cannot be one
    IS_EMPTY = "it is empty"
    TOO_LONG_FOR_KEY = "it is longer than any key"
    MORE_THAN_ONE_LINE = "it has more than one line"
    NOT_OF_A_KEY = "it holds characters that no key has"
    NO_KEY_PREFIX = "it does not start with sk-"
    # why a file or folder cannot be used
    DISK_IS_FULL = "the disk is full"
    QUOTA_IS_USED_UP = "the disk quota is used up"
    MAY_NOT_GROW = "the file may not grow further"
    FOLDER_IS_READ_ONLY = "the folder is read-only"
    FOLDER_IS_MISSING = "the folder is missing"
    FOLDER_NAME_UNREADABLE = "the name of the folder is not readable"
    NO_HOME = "there is no home folder"
    NO_PERMISSION = "no permission"
    IN_USE = "another program is using it"
    TOO_MANY_FILES = "too many files are open"
    DISK_ERROR = "the disk reported an error"
    FILE_CANNOT_BE_OPENED = "the file cannot be opened"
    NOT_A_SOUND_FILE = "it is not a WAV, FLAC, Ogg or MP3 file"
    HOLDS_NO_SOUND = "it holds no sound"
    LONGER_THAN_AN_HOUR = "it is longer than an hour"
    SOUND_NOT_KEPT = "not all of its sound could be kept"
    NOT_THERE = "it is not there"
    IS_A_FOLDER = "it is a folder"
    IS_DAMAGED = "it is damaged"
    NAME_IS_TAKEN = "a file of that name is already there"
    # why something stopped
    COMPUTER_SLEPT = "the computer went to sleep"
    SCREEN_WAS_LOCKED = "the screen was locked"
    # where a proxy is set
    SYSTEM_SETTINGS = "the system settings"
    # when to try again
    IN_A_MOMENT = "in a moment"
    IN_SECONDS = "in {seconds} s"
    AT_CLOCK = "at {clock}"


_REASONS = {
    errno.ENOSPC: Phrase.DISK_IS_FULL,
    errno.EDQUOT: Phrase.QUOTA_IS_USED_UP,
    errno.EFBIG: Phrase.MAY_NOT_GROW,
    errno.EROFS: Phrase.FOLDER_IS_READ_ONLY,
    errno.EACCES: Phrase.NO_PERMISSION,
    errno.EPERM: Phrase.NO_PERMISSION,
    errno.ENOENT: Phrase.FOLDER_IS_MISSING,
    errno.EMFILE: Phrase.TOO_MANY_FILES,
    errno.EIO: Phrase.DISK_ERROR,
}


def reason_of(fault: OSError) -> str:
    """Say in a few words why something could not be written; for a rare fault, in the system's own words."""
    return _REASONS.get(fault.errno or 0, (fault.strerror or type(fault).__name__).lower())
