"""Whatever a keyring does: a named problem in bounded time, and no key where it does not belong."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from keyring.errors import InitError, KeyringLocked, NoKeyringError, PasswordDeleteError, PasswordSetError

from voicedesk.core.problems import Kind, Trouble
from voicedesk.core.secret import KeyFound, KeySource, Secret
from voicedesk.store.environment_key import keys_in
from voicedesk.store.keyrings import SafeStore
from voicedesk.store.secrets import LONGEST, USER, KeyStore, checked, service_of

URL = "https://api.cometapi.com/v1"
OTHER = "https://other.example/v1"
KEY = "sk-canary-1234567890abcdef"


class MemoryKeyring:
    """A keyring that works."""

    priority = 1.0

    def __init__(self) -> None:
        self.entries: dict[tuple[str, str], str] = {}
        self.calls = 0

    def get_password(self, service: str, username: str) -> str | None:
        self.calls += 1
        return self.entries.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.entries[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if self.entries.pop((service, username), None) is None:
            raise PasswordDeleteError("not found")


class GivingKeyring(MemoryKeyring):
    """A keyring that gives one value whatever was stored."""

    def __init__(self, value: str | None) -> None:
        super().__init__()
        self.value = value

    def get_password(self, service: str, username: str) -> str | None:
        return self.value


class RaisingKeyring(MemoryKeyring):
    """A keyring that fails at everything."""

    def __init__(self, fault: Exception) -> None:
        super().__init__()
        self.fault = fault

    def get_password(self, service: str, username: str) -> str | None:
        raise self.fault

    def set_password(self, service: str, username: str, password: str) -> None:
        raise self.fault

    def delete_password(self, service: str, username: str) -> None:
        raise self.fault


class HangingKeyring(MemoryKeyring):
    """A keyring that answers only when it is let go."""

    def __init__(self) -> None:
        super().__init__()
        self.let_go = threading.Event()

    def get_password(self, service: str, username: str) -> str | None:
        self.let_go.wait(30)
        return super().get_password(service, username)


@pytest.fixture
def note(tmp_path: Path) -> Path:
    return tmp_path / "state" / "keyring"


@pytest.fixture
def store_with(note: Path) -> Callable[..., KeyStore]:
    def build(keyring: MemoryKeyring | None, name: str = "Secret Service", limit_s: float = 5.0) -> KeyStore:
        chosen = SafeStore(name, keyring) if keyring else None
        return KeyStore(note, choose=lambda: chosen, limit_s=limit_s)

    return build


@pytest.fixture
def hanging() -> Iterator[HangingKeyring]:
    keyring = HangingKeyring()
    yield keyring
    keyring.let_go.set()
    for thread in threading.enumerate():
        if thread.name == "keyring":
            thread.join(5)


def kind_of(work: Callable[[], object]) -> Kind | None:
    try:
        work()
    except Trouble as met:
        return met.problem.kind
    return None


READ_FAULTS = [
    pytest.param(None, Kind.NO_KEYRING, id="K1-no-keyring"),
    pytest.param(RaisingKeyring(NoKeyringError("none")), Kind.NO_KEYRING, id="K1-no-keyring-error"),
    pytest.param(RaisingKeyring(KeyringLocked("dismissed")), Kind.KEYRING_LOCKED, id="K4-dismissed"),
    pytest.param(
        RaisingKeyring(InitError("Prompt dismissed..")), Kind.KEYRING_LOCKED, id="K4-never-unlocked"
    ),
    pytest.param(GivingKeyring(None), None, id="K6-none"),
    pytest.param(GivingKeyring(""), None, id="K6-empty"),
    pytest.param(GivingKeyring("\n"), None, id="K6-newline-only"),
    pytest.param(GivingKeyring("sk-" + "x" * 1_000_000), Kind.KEY_UNUSABLE, id="K6-1-MB"),
    pytest.param(GivingKeyring("sk-schlüssel"), Kind.KEY_UNUSABLE, id="K6-non-ascii"),
    pytest.param(GivingKeyring("sk-one\nsk-two"), Kind.KEY_UNUSABLE, id="K6-two-lines"),
    pytest.param(RaisingKeyring(InitError("D-Bus")), Kind.KEYRING_FAILED, id="K7-init-error"),
    pytest.param(RaisingKeyring(ConnectionResetError(104, "reset")), Kind.KEYRING_FAILED, id="K7-dbus-reset"),
    pytest.param(RaisingKeyring(RuntimeError("(1783, 'CredRead')")), Kind.KEYRING_FAILED, id="K7-win32-1783"),
    pytest.param(
        RaisingKeyring(UnicodeDecodeError("utf-8", b"x", 0, 1, "bad")), Kind.KEYRING_FAILED, id="K7-codec"
    ),
]


@pytest.mark.parametrize(("keyring", "kind"), READ_FAULTS)
def test_reading_ends_in_a_named_problem_or_in_no_key(
    store_with: Callable[..., KeyStore], keyring: MemoryKeyring | None, kind: Kind | None
) -> None:
    store = store_with(keyring)
    assert kind_of(lambda: store.read(URL)) is kind


WRITE_FAULTS = [
    pytest.param(None, Kind.NO_KEYRING, id="K1-no-keyring"),
    pytest.param(RaisingKeyring(KeyringLocked("dismissed")), Kind.KEY_NOT_SAVED, id="K4-dismissed"),
    pytest.param(RaisingKeyring(PasswordSetError("1,281 characters")), Kind.KEY_NOT_SAVED, id="K8-set-fails"),
    pytest.param(GivingKeyring(None), Kind.KEY_NOT_SAVED, id="K8-keeps-nothing"),
    pytest.param(GivingKeyring(KEY[:-1]), Kind.KEY_NOT_SAVED, id="K8-keeps-less"),
]


@pytest.mark.parametrize(("keyring", "kind"), WRITE_FAULTS)
def test_a_key_that_cannot_be_stored_serves_until_the_program_quits(
    store_with: Callable[..., KeyStore], keyring: MemoryKeyring | None, kind: Kind
) -> None:
    store = store_with(keyring)
    problem = store.store(URL, KEY)
    assert problem
    assert problem.kind is kind
    assert store.find(URL) == KeyFound(Secret(KEY), KeySource.SESSION)


def test_K5_a_hanging_keyring_is_given_up_and_refused_at_once_until_it_returns(
    store_with: Callable[..., KeyStore], hanging: HangingKeyring
) -> None:
    hanging.entries[service_of(URL), "api-key"] = KEY
    store = store_with(hanging, limit_s=0.05)
    assert kind_of(lambda: store.read(URL)) is Kind.KEYRING_SLOW
    assert kind_of(lambda: store.read(URL)) is Kind.KEYRING_SLOW
    assert sum(thread.name == "keyring" for thread in threading.enumerate()) == 1
    hanging.let_go.set()
    next(thread for thread in threading.enumerate() if thread.name == "keyring").join(5)
    assert store.read(URL) == Secret(KEY)


def test_K3_a_key_can_be_entered_while_the_keyring_waits_for_its_password(
    store_with: Callable[..., KeyStore], hanging: HangingKeyring
) -> None:
    store = store_with(hanging, limit_s=0.05)
    assert kind_of(lambda: store.read(URL)) is Kind.KEYRING_SLOW
    problem = store.store(URL, KEY)
    assert problem
    assert problem.kind is Kind.KEY_NOT_SAVED
    assert store.read(URL) == Secret(KEY)


def test_the_keyring_is_never_called_in_the_thread_of_the_caller(note: Path) -> None:
    threads: list[str] = []

    def choose() -> SafeStore:
        threads.append(threading.current_thread().name)
        return SafeStore("Secret Service", MemoryKeyring())

    KeyStore(note, choose=choose).read(URL)
    assert threads == ["keyring"]


def test_K9_deleting_an_absent_key_is_fine(store_with: Callable[..., KeyStore]) -> None:
    assert store_with(MemoryKeyring()).delete(URL) is None


def test_K9_a_key_that_cannot_be_deleted_is_said(store_with: Callable[..., KeyStore]) -> None:
    problem = store_with(RaisingKeyring(PasswordDeleteError("refused"))).delete(URL)
    assert problem
    assert problem.kind is Kind.KEYRING_FAILED


def test_K10_another_keyring_than_last_time_is_named(store_with: Callable[..., KeyStore]) -> None:
    assert store_with(MemoryKeyring(), "KWallet").store(URL, KEY) is None
    with pytest.raises(Trouble) as met:
        store_with(MemoryKeyring(), "Secret Service").read(URL)
    assert met.value.problem.kind is Kind.KEYRING_CHANGED
    assert met.value.problem.values == {"before": "KWallet", "now": "Secret Service"}


def test_K10_the_same_keyring_without_a_key_is_no_problem(store_with: Callable[..., KeyStore]) -> None:
    assert store_with(MemoryKeyring()).store(URL, KEY) is None
    assert store_with(MemoryKeyring()).read(URL) is None


def test_the_environment_goes_first_and_asks_no_keyring(note: Path) -> None:
    store = KeyStore(note, keys_in({"COMETAPI_KEY": f"{KEY}\n"}, ""), choose=lambda: pytest.fail("asked"))
    assert store.find(URL) == KeyFound(Secret(KEY), KeySource.ENVIRONMENT)


def test_an_unusable_key_in_the_environment_is_said(note: Path) -> None:
    assert kind_of(lambda: KeyStore(note, {service_of(URL): "sk-ü"}).read(URL)) is Kind.KEY_UNUSABLE


@pytest.mark.parametrize(
    ("variable", "named", "owners"),
    [
        pytest.param("", "", {URL}, id="cometapi-when-nothing-is-said"),
        pytest.param(OTHER, "", {OTHER}, id="the-service-the-environment-names-and-not-cometapi"),
        pytest.param("", OTHER, {URL, OTHER}, id="the-service-named-on-the-command-line-too"),
        pytest.param(OTHER, URL, {URL, OTHER}, id="both"),
        pytest.param("http://[bad", OTHER, {OTHER}, id="an-unreadable-variable-names-nobody"),
    ],
)
def test_T4_the_key_in_the_environment_belongs_to_the_services_its_owner_named(
    note: Path, variable: str, named: str, owners: set[str]
) -> None:
    environment = {"COMETAPI_KEY": KEY, "COMETAPI_BASE_URL": variable}
    keyring = MemoryKeyring()
    keyring.entries[service_of(URL), USER] = keyring.entries[service_of(OTHER), USER] = "sk-of-the-keyring"
    store = KeyStore(note, keys_in(environment, named), choose=lambda: SafeStore("Secret Service", keyring))
    assert {url for url in (URL, OTHER) if store.read(url) == Secret(KEY)} == owners
    assert {url for url in (URL, OTHER) if store.read(url) == Secret("sk-of-the-keyring")} == (
        {URL, OTHER} - owners
    )


def test_T4_a_host_that_only_looks_like_the_owner_gets_no_key() -> None:
    owned = keys_in({"COMETAPI_KEY": KEY}, "")
    alike = ["https://api.cometapi.com:8443/v1", "https://api.cometapi.com.evil.example/v1"]
    alike += ["https://api.cometapi.com@evil.example/v1", "https://cometapi.com/v1"]
    assert [url for url in alike if service_of(url) in owned] == []


def test_a_known_key_is_not_asked_for_again(store_with: Callable[..., KeyStore]) -> None:
    keyring = MemoryKeyring()
    keyring.entries[service_of(URL), "api-key"] = KEY
    store = store_with(keyring)
    assert [store.read(URL) for _ in range(5)] == [Secret(KEY)] * 5
    assert keyring.calls == 1


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "it is empty"),
        (" \n\t ", "it is empty"),
        ("sk-" + "x" * LONGEST, "it is longer than any key"),
        ("sk-one\nsk-two", "it has more than one line"),
        ("sk-one two", "it holds characters that no key has"),
        ("sk-\x00\x1b", "it holds characters that no key has"),
        ("sk-密钥", "it holds characters that no key has"),
        ("Bearer sk-one", "it holds characters that no key has"),
        ("hello", "it does not start with sk-"),
    ],
)
def test_a_text_that_cannot_be_a_key_is_refused_with_the_reason(typed: str, reason: str) -> None:
    with pytest.raises(Trouble) as met:
        checked(typed)
    assert met.value.problem.kind is Kind.KEY_UNUSABLE
    assert met.value.problem.values == {"reason": reason}


@pytest.mark.parametrize(
    ("base_url", "service"),
    [
        ("https://api.cometapi.com/v1", "voicedesk:api.cometapi.com"),
        ("https://API.CometAPI.com", "voicedesk:api.cometapi.com"),
        ("http://127.0.0.1:8080/v1", "voicedesk:127.0.0.1:8080"),
        ("https://api.cometapi.com@evil.example/v1", "voicedesk:evil.example"),
        ("https://[::1]:1/v1", "voicedesk:[::1]:1"),
        ("api.cometapi.com", "voicedesk:api.cometapi.com"),
    ],
)
def test_an_entry_is_named_by_the_host_that_requests_go_to(base_url: str, service: str) -> None:
    assert service_of(base_url) == service


def test_no_error_repeats_the_key(store_with: Callable[..., KeyStore]) -> None:
    odd = "sk-a.b.c!"  # does not look like a key to the pattern
    problem = store_with(RaisingKeyring(ValueError(f"cannot keep {odd} or {KEY}"))).store(URL, odd)
    assert problem
    assert "cannot keep" in problem.detail
    assert odd not in problem.detail
    assert KEY not in problem.detail


def test_every_key_that_is_met_is_made_known_to_the_log(note: Path) -> None:
    learned: list[Secret] = []
    store = KeyStore(
        note, learned=learned.append, choose=lambda: SafeStore("Secret Service", MemoryKeyring())
    )
    store.store(URL, KEY)
    store.read(URL)
    assert learned == [Secret(KEY)] * 2
