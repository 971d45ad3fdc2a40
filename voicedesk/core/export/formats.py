"""List the formats that a conversation can be exported in."""

from enum import Enum


class Format(Enum):
    """What the exported file is; the values are what the command line calls them."""

    MARKDOWN = "markdown"
    TEXT = "text"
    JSON = "json"
    SUBTITLES = "srt"
    WAV = "wav"
    MP3 = "mp3"

    @property
    def suffix(self) -> str:
        """Give the ending of its files."""
        return _SUFFIXES.get(self, f".{self.value}")

    @property
    def is_sound(self) -> bool:
        """Tell whether it holds the voices instead of the words."""
        return self in (Format.WAV, Format.MP3)

    @property
    def needs_sound(self) -> bool:
        """Tell whether a sound that is missing is missed in it."""
        return self.is_sound or self is Format.SUBTITLES


_SUFFIXES = {Format.MARKDOWN: ".md", Format.TEXT: ".txt"}
MOST_NAME_CHARACTERS = 60
_FORBIDDEN = '<>:"/\\|?*'
"""What some system does not allow in the name of a file."""


def format_of(suffix: str) -> Format | None:
    """Find the format that files with this ending have."""
    return next((each for each in Format if each.suffix == suffix.lower()), None)


def file_name(title: str, wanted: Format) -> str:
    """Make a name for the exported file that every system allows."""
    allowed = "".join(" " if mark in _FORBIDDEN or not mark.isprintable() else mark for mark in title)
    name = " ".join(allowed.split())[:MOST_NAME_CHARACTERS].strip(". ")
    return f"{name or 'VoiceDesk'}{wanted.suffix}"
