"""Keep the key in the safe store of the operating system, or else in memory until the program quits."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType
from urllib.parse import urlsplit

from voicedesk.core.phrases import Phrase
from voicedesk.core.problems import Kind, Problem, Trouble, trouble
from voicedesk.core.secret import KeyFound, KeySource, Secret, struck_out
from voicedesk.store.keyrings import Keyring, SafeStore, choose
from voicedesk.store.one_call import OneCall, StillHanging
from voicedesk.store.private import make_folder, replace_file

LIMIT_S = 5.0
LONGEST = 1_280
"""Windows keeps 2,560 bytes of UTF-16 in one entry."""
USER = "api-key"
LONGEST_NAME = 100
LONGEST_DETAIL = 300
NO_KEYS: Mapping[str, str] = MappingProxyType({})


def checked(typed: str) -> Secret:
    """Turn what a person pasted into a key; raises `Trouble` with the reason if it cannot be one."""
    value = typed.strip()
    reasons = {
        Phrase.IS_EMPTY: not value,
        Phrase.TOO_LONG_FOR_KEY: len(value) > LONGEST,
        Phrase.MORE_THAN_ONE_LINE: len(value.splitlines()) > 1,
        Phrase.NOT_OF_A_KEY: not (value.isascii() and value.isprintable() and " " not in value),
        Phrase.NO_KEY_PREFIX: not value.startswith("sk-"),
    }
    for reason, applies in reasons.items():
        if applies:
            raise trouble(Kind.KEY_UNUSABLE, reason=reason)
    return Secret(value)


class KeyStore:
    """The key of each service. Methods may wait up to 5 s, or 10 s for a second caller: not on a GUI thread.

    `from_environment` holds keys by the name that `service_of` gives; they go before every store.
    `learned` is told of every key that is met, so that logs can strike it out. `note` is the file that
    remembers the name of the store that was used last.
    """

    def __init__(
        self,
        note: Path,
        from_environment: Mapping[str, str] = NO_KEYS,
        learned: Callable[[Secret], None] = lambda _: None,
        choose: Callable[[], SafeStore | None] = choose,
        limit_s: float = LIMIT_S,
    ) -> None:
        self._note = note
        self._from_environment = from_environment
        self._learned = learned
        self._choose = choose
        self._call: OneCall[str | None] = OneCall(limit_s)
        self._met: dict[str, KeyFound] = {}
        self._store: SafeStore | None = None

    def read(self, base_url: str) -> Secret | None:
        """Give the key for a service, or None; raises `Trouble` if the store cannot tell."""
        found = self.find(base_url)
        return found.key if found else None

    def find(self, base_url: str) -> KeyFound | None:
        """Give the key with its source; one that was met once is not asked for again."""
        found = self._found(service_of(base_url))
        if found:
            self._learned(found.key)
        return found

    def store(self, base_url: str, typed: str) -> Problem | None:
        """Keep a key; a problem tells that it lasts until the program quits. Raises `Trouble` if unusable."""
        service, key = service_of(base_url), checked(typed)
        self._learned(key)
        self._met[service] = KeyFound(key, KeySource.SESSION)
        try:
            self._ask(lambda keyring: _put(keyring, service, key))
        except Trouble as met:
            return _unsaved(met.problem)
        self._met[service] = KeyFound(key, KeySource.KEYRING)
        self._remember()
        return None

    def delete(self, base_url: str) -> Problem | None:
        """Remove the key of a service everywhere but from the environment; an absent one is fine."""
        service = service_of(base_url)
        self._met.pop(service, None)
        try:
            self._ask(lambda keyring: _remove(keyring, service))
        except Trouble as met:
            return None if met.problem.kind is Kind.NO_KEYRING else met.problem
        return None

    def _found(self, service: str) -> KeyFound | None:
        if service in self._from_environment:
            return KeyFound(checked(self._from_environment[service]), KeySource.ENVIRONMENT)
        if service not in self._met:
            stored = self._stored(service)
            if stored is None:
                return None
            self._met[service] = KeyFound(stored, KeySource.KEYRING)
            self._remember()
        return self._met[service]

    def _stored(self, service: str) -> Secret | None:
        stored = self._ask(lambda keyring: keyring.get_password(service, USER))
        if stored and stored.strip():
            return checked(stored)
        before, now = self._last_used(), self._store.name if self._store else ""
        if before and before != now:
            raise trouble(Kind.KEYRING_CHANGED, before=before, now=now)
        return None

    def _ask(self, work: Callable[[Keyring], str | None]) -> str | None:
        try:
            return self._call(lambda: work(self._chosen().keyring))
        except StillHanging:
            raise trouble(Kind.KEYRING_SLOW) from None
        except Trouble:
            raise
        except Exception as fault:  # noqa: BLE001  # stores raise what their system gives them: D-Bus, win32, codecs
            raise Trouble(_problem_of(fault, self._met)) from None

    def _chosen(self) -> SafeStore:
        if self._store is None:
            self._store = self._choose()
        if self._store is None:
            raise trouble(Kind.NO_KEYRING)
        return self._store

    def _remember(self) -> None:
        """Note which store has the key. Not noting it costs a better sentence later, and no more."""
        if self._store and self._last_used() != self._store.name:
            with suppress(OSError):
                make_folder(self._note.parent)
                replace_file(self._note, self._store.name.encode())

    def _last_used(self) -> str:
        try:
            with self._note.open(encoding="utf-8", errors="replace") as file:
                return file.read(LONGEST_NAME).strip()
        except OSError:
            return ""


def service_of(base_url: str) -> str:
    """Name the entry of a service by its host, so that a changed base URL never gets another one's key."""
    try:
        host = urlsplit(base_url if "//" in base_url else f"//{base_url}").netloc.rpartition("@")[2].lower()
    except ValueError as fault:
        raise trouble(Kind.BAD_ADDRESS, str(fault), address=base_url, reason=Phrase.CANNOT_BE_READ) from fault
    return f"voicedesk:{host}"


def _put(keyring: Keyring, service: str, key: Secret) -> None:
    """Store a key and read it back: some stores take everything and keep nothing."""
    keyring.set_password(service, USER, key.reveal())
    if keyring.get_password(service, USER) != key.reveal():
        raise trouble(Kind.KEY_NOT_SAVED, "the keyring gave something else back")


def _remove(keyring: Keyring, service: str) -> None:
    from keyring.errors import PasswordDeleteError  # loaded with the store, in its thread

    try:
        keyring.delete_password(service, USER)
    except PasswordDeleteError:
        if keyring.get_password(service, USER) is not None:
            raise


def _unsaved(problem: Problem) -> Problem:
    if problem.kind in (Kind.NO_KEYRING, Kind.KEY_NOT_SAVED):
        return problem
    return Problem(Kind.KEY_NOT_SAVED, detail=f"{problem.kind.name} {problem.detail}".strip())


def _problem_of(fault: Exception, met: Mapping[str, KeyFound]) -> Problem:
    from keyring.errors import (  # loaded with the store, in its thread
        InitError,
        KeyringLocked,
        NoKeyringError,
    )

    known = [found.key for found in met.values()]
    detail = struck_out(f"{type(fault).__name__}: {fault}", known)[:LONGEST_DETAIL]
    if isinstance(fault, NoKeyringError):
        return Problem(Kind.NO_KEYRING, detail=detail)
    if isinstance(fault, KeyringLocked) or (isinstance(fault, InitError) and "dismissed" in str(fault)):
        return Problem(Kind.KEYRING_LOCKED, detail=detail)
    return Problem(Kind.KEYRING_FAILED, detail=detail)
