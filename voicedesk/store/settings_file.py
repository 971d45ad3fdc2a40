"""Keep the settings in one readable file, and start with whatever is in it."""

import tomllib
from pathlib import Path

from voicedesk.core.phrases import reason_of
from voicedesk.core.problems import Kind, Problem
from voicedesk.core.settings import Plain, Settings, plain_values, settings_from
from voicedesk.store.private import make_folder, replace_file, set_aside

LARGEST_BYTES = 2**20
"""The file has some hundred bytes; anything of this size was not written by a person or by us."""

Tables = dict[str, dict[str, object]]
_FOREIGN = (ValueError, LookupError, TypeError, AttributeError, RecursionError)
"""What the TOML libraries raise for arbitrary bytes, beside their own errors, which are ValueErrors."""


class SettingsFile:
    """The file of settings. What a person wrote into it, comments and unknown names, stays."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> tuple[Settings, tuple[Problem, ...]]:
        """Read the settings; never raises. An unreadable file is set aside and the defaults are used."""
        try:
            settings, repaired = settings_from(_tables_in(self._content()))
        except FileNotFoundError:
            return Settings(), ()
        except OSError as fault:
            return Settings(), (self._unreadable(self._path.name, reason_of(fault)),)
        except _FOREIGN as fault:
            return Settings(), (self._set_aside(type(fault).__name__),)
        if repaired:
            return settings, (Problem(Kind.SETTINGS_REPAIRED, {"names": ", ".join(repaired)}),)
        return settings, ()

    def peek(self) -> Settings:
        """Read the settings and leave everything as it is; the defaults where they cannot be read."""
        try:
            return settings_from(_tables_in(self._content()))[0]
        except (OSError, *_FOREIGN):
            return Settings()

    def save(self, settings: Settings) -> Problem | None:
        """Write the settings in one step; names the reason if that fails, and the old file stays."""
        try:
            make_folder(self._path.parent)
            replace_file(self._path, self._merged(settings))
        except OSError as fault:
            values = {"reason": reason_of(fault), "folder": str(self._path.parent)}
            return Problem(Kind.SETTINGS_NOT_SAVED, values, str(fault))
        return None

    def _content(self) -> bytes:
        with self._path.open("rb") as file:
            content = file.read(LARGEST_BYTES + 1)
        if len(content) > LARGEST_BYTES:
            raise ValueError("too large for settings")
        if not content.strip():
            raise ValueError("empty: the file was cut off")
        return content

    def _set_aside(self, detail: str) -> Problem:
        stem, suffix = self._path.stem, self._path.suffix
        try:
            return self._unreadable(
                set_aside(self._path, lambda n: f"{stem}.broken-{n}{suffix}").name, detail
            )
        except OSError as fault:
            return self._unreadable(self._path.name, reason_of(fault))

    def _unreadable(self, file: str, detail: str) -> Problem:
        return Problem(Kind.SETTINGS_UNREADABLE, {"file": file}, detail)

    def _merged(self, settings: Settings) -> bytes:
        """Change the values in the present text; if the result does not say the same, write a plain file."""
        values = plain_values(settings)
        try:
            content = _changed(self._content(), values)
            if settings_from(_tables_in(content)) == (settings, ()):
                return content
        except (OSError, *_FOREIGN):
            pass
        return _changed(b"", values)


def _tables_in(content: bytes) -> Tables:
    return tomllib.loads(content.decode("utf-8-sig"))


def _changed(content: bytes, values: dict[str, dict[str, Plain]]) -> bytes:
    """Set values that differ and leave the rest of the text as it is."""
    import tomlkit  # slow to import, and not needed to start

    document = tomlkit.parse(content.decode("utf-8-sig"))
    for group, entries in values.items():
        if not isinstance(document.get(group), dict):
            document[group] = tomlkit.table()
        table = document[group]
        assert isinstance(table, dict)
        for name, value in entries.items():
            if table.get(name) != value:
                table[name] = value
    return tomlkit.dumps(document).encode("utf-8", "replace")
