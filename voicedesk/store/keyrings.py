"""Choose the safe store of the operating system, and no other that may be installed or configured.

keyring's own choice also follows an environment variable and a configuration file, can load any Python file
that way, and takes stores in plain text where such a package is installed. It is never asked.
"""

import importlib
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from typing import Protocol, cast


class Keyring(Protocol):
    """What the classes of the library offer; every call may block and raise anything."""

    priority: float

    def get_password(self, service: str, username: str) -> str | None:
        """Read a value."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Store a value."""

    def delete_password(self, service: str, username: str) -> None:
        """Remove a value."""


@dataclass(frozen=True, slots=True)
class SafeStore:
    """A store of the operating system with the name that people know it by."""

    name: str
    keyring: Keyring


_ALLOWED = (
    ("keyring.backends.SecretService", "Keyring", "Secret Service"),
    ("keyring.backends.libsecret", "Keyring", "Secret Service"),
    ("keyring.backends.kwallet", "DBusKeyring", "KWallet"),
    ("keyring.backends.macOS", "Keyring", "macOS Keychain"),
    ("keyring.backends.Windows", "WinVaultKeyring", "Windows Credential Manager"),
)


def choose() -> SafeStore | None:
    """Find the store that suits this session best. Talks to the session bus: slow, and may block."""
    best = max(_usable(), key=lambda found: found[0], default=None)
    return best[1] if best else None


def _usable() -> Iterator[tuple[float, SafeStore]]:
    for module, kind, name in _ALLOWED:
        try:
            found = cast(type[Keyring], getattr(importlib.import_module(module), kind))
            yield float(found.priority), SafeStore(name, _unobtrusive(module, found()))
        except Exception:  # noqa: BLE001, S112  # each store says in its own way that it is not for this system
            continue


def _unobtrusive(module: str, keyring: Keyring) -> Keyring:
    return _LooksFirst(keyring) if module == "keyring.backends.SecretService" else keyring


class _LooksFirst:
    """The Secret Service, asked for a key only where there is a default collection to look into.

    The library makes a missing one for that, and the system then wants a new password from a person who has
    not stored anything yet.
    """

    def __init__(self, keyring: Keyring) -> None:
        self._keyring = keyring
        self.priority = keyring.priority

    def get_password(self, service: str, username: str) -> str | None:
        return self._keyring.get_password(service, username) if _has_collection() else None

    def set_password(self, service: str, username: str, password: str) -> None:
        self._keyring.set_password(service, username, password)

    def delete_password(self, service: str, username: str) -> None:
        if _has_collection():
            self._keyring.delete_password(service, username)


def _has_collection() -> bool:
    import secretstorage  # comes with keyring where there is a Secret Service

    with closing(secretstorage.dbus_init()) as bus:
        try:
            secretstorage.Collection(bus, secretstorage.collection.DEFAULT_COLLECTION)
        except secretstorage.ItemNotFoundException:
            return False
    return True
