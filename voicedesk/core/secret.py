"""Hold a key so that no log, error or careless print can show it, and strike keys out of a text."""

import base64
import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import NoReturn
from urllib.parse import quote

MARK = "sk-…"
_KEY_LIKE = re.compile(r"sk-[A-Za-z0-9_-]{8,}")


class KeySource(Enum):
    """Where a key was found."""

    ENVIRONMENT = "environment"
    SESSION = "session"
    KEYRING = "keyring"


class Secret:
    """A value that is shown only to whoever asks for it by name."""

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        self._value = value

    def reveal(self) -> str:
        """Give the value itself."""
        return self._value

    def __repr__(self) -> str:
        return "Secret(…)"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Secret) and self._value == other._value

    def __hash__(self) -> int:
        return hash(self._value)

    def __reduce__(self) -> NoReturn:
        raise TypeError("a secret is not written anywhere")


@dataclass(frozen=True, slots=True)
class KeyFound:
    """A usable key and where it came from."""

    key: Secret
    source: KeySource


def struck_out(text: str, known: Iterable[Secret] = ()) -> str:
    """Replace every known key, as it is or encoded, and everything that looks like a key."""
    for secret in known:
        for form in _forms_of(secret.reveal()):
            text = text.replace(form, MARK)
    return _KEY_LIKE.sub(MARK, text)


def _forms_of(value: str) -> tuple[str, ...]:
    """Name the ways in which a key turns up in requests and error bodies; base64 may lack its padding."""
    if not value:
        return ()
    return value, quote(value), quote(value, safe=""), base64.b64encode(value.encode()).decode().rstrip("=")
