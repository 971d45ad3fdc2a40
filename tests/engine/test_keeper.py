"""The key decides which service is used, and nothing about it stops the program from starting."""

from dataclasses import replace

import pytest

from tests.engine.fakes import Inbox, Running, wait_until
from voicedesk.core.events import Remarked, ServiceChosen, SettingsChanged
from voicedesk.core.inquiries import AutostartSeen
from voicedesk.core.problems import Kind, Problem, Trouble, trouble
from voicedesk.core.secret import KeyFound, KeySource, Secret
from voicedesk.core.settings import DEFAULT_BASE_URL, ServiceSettings, Settings
from voicedesk.engine.keeper import Keeper, Wishes

PRACTICE_URL = "http://127.0.0.1:5000/v1"


class FakeFile:
    def __init__(self, settings: Settings | None = None, *problems: Problem) -> None:
        self.stored = settings or Settings()
        self._problems = problems
        self.on_save: Problem | None = None

    def load(self) -> tuple[Settings, tuple[Problem, ...]]:
        return self.stored, self._problems

    def save(self, settings: Settings) -> Problem | None:
        self.stored = settings
        return self.on_save


class FakeKeys:
    def __init__(self, key: str | Problem = "") -> None:
        self.keys: dict[str, str] = {}
        self.problem: Problem | None = None
        if isinstance(key, Problem):
            self.problem = key
        elif key:
            self.keys[DEFAULT_BASE_URL] = key

    def find(self, base_url: str) -> KeyFound | None:
        if self.problem:
            raise Trouble(self.problem)
        key = self.keys.get(base_url)
        return KeyFound(Secret(key), KeySource.KEYRING) if key else None

    def store(self, base_url: str, key: str) -> Problem | None:
        if not key.startswith("sk-"):
            raise Trouble(Problem(Kind.KEY_UNUSABLE, {"reason": "it does not start with sk-"}))
        self.keys[base_url] = key
        return None

    def delete(self, base_url: str) -> Problem | None:
        self.keys.pop(base_url, None)
        return None


class FakePractice:
    def __init__(self) -> None:
        self.is_stopped = False

    def start(self) -> tuple[str, Secret]:
        return PRACTICE_URL, Secret("sk-practice-1")

    def stop(self) -> None:
        self.is_stopped = True


class ClosedPractice(FakePractice):
    def start(self) -> tuple[str, Secret]:
        raise trouble(Kind.NO_PRACTICE)


class StickyKeys(FakeKeys):
    def delete(self, base_url: str) -> Problem | None:
        raise trouble(Kind.BAD_ADDRESS)


class FakeDoor:
    def __init__(self) -> None:
        self.chosen: list[tuple[str, str]] = []

    def choose(self, base_url: str, key: Secret) -> None:
        self.chosen.append((base_url, key.reveal()))


class Office:
    """A keeper with everything around it."""

    def __init__(
        self,
        keys: FakeKeys,
        file: FakeFile | None = None,
        wishes: Wishes | None = None,
        practice: FakePractice | None = None,
    ) -> None:
        self.inbox, self.door, self.practice = Inbox(), FakeDoor(), practice or FakePractice()
        self.file, self.keys = file or FakeFile(), keys
        self.keeper = Keeper(
            wishes or Wishes(),
            lambda: self.file,
            lambda: self.keys,
            self.door,
            self.practice,
            self.inbox.post,
        )


def test_with_a_key_the_real_service_is_used() -> None:
    office = Office(FakeKeys("sk-real"))
    with Running(office.keeper):
        assert office.inbox.wait_for(ServiceChosen) == ServiceChosen(
            DEFAULT_BASE_URL, practice=False, source=KeySource.KEYRING
        )
    assert office.door.chosen == [(DEFAULT_BASE_URL, "sk-real")]


def test_without_a_key_practice_is_used() -> None:
    office = Office(FakeKeys())
    with Running(office.keeper):
        assert office.inbox.wait_for(ServiceChosen) == ServiceChosen(PRACTICE_URL, practice=True)
    assert office.door.chosen == [(PRACTICE_URL, "sk-practice-1")]
    assert office.practice.is_stopped


def test_settings_are_known_before_the_service_is() -> None:
    office = Office(FakeKeys(), FakeFile(Settings(ServiceSettings(voice="marin"))))
    with Running(office.keeper):
        office.inbox.wait_for(ServiceChosen)
    assert [type(event) for event in office.inbox.seen] == [SettingsChanged, ServiceChosen]


@pytest.mark.parametrize(
    "kind",
    [
        pytest.param(Kind.KEYRING_LOCKED, id="K4-locked"),
        pytest.param(Kind.KEYRING_SLOW, id="K5-hangs"),
        pytest.param(Kind.KEYRING_FAILED, id="K7-fails"),
    ],
)
def test_a_keyring_that_cannot_be_asked_is_named_and_practice_goes_on(kind: Kind) -> None:
    office = Office(FakeKeys(Problem(kind)))
    with Running(office.keeper):
        assert office.inbox.wait_for(Remarked).problem.kind is kind
        assert office.inbox.wait_for(ServiceChosen).practice


def test_an_entered_key_leads_out_of_practice_and_a_forgotten_one_back() -> None:
    office = Office(FakeKeys(), wishes=Wishes(practice=True))
    with Running(office.keeper):
        office.inbox.wait_for(ServiceChosen)
        office.keeper.enter_key("sk-new")
        assert not office.inbox.wait_for(ServiceChosen).practice
        office.keeper.forget_key()
        assert office.inbox.wait_for(ServiceChosen).practice


def test_an_unusable_key_is_refused_and_nothing_changes() -> None:
    office = Office(FakeKeys())
    with Running(office.keeper):
        office.inbox.wait_for(ServiceChosen)
        office.keeper.enter_key("hello")
        assert office.inbox.wait_for(Remarked).problem.kind is Kind.KEY_UNUSABLE
    assert len(office.door.chosen) == 1


def test_another_base_url_needs_a_key_of_its_own() -> None:
    office = Office(FakeKeys("sk-real"))
    with Running(office.keeper):
        office.inbox.wait_for(ServiceChosen)
        settings = Settings(ServiceSettings(base_url="https://other.example/v1"))
        office.keeper.change_settings(settings)
        assert office.inbox.wait_for(ServiceChosen).practice
    assert office.file.stored == settings


def test_settings_that_cannot_be_stored_are_named_and_changed_ones_are_never_echoed() -> None:
    office = Office(FakeKeys("sk-real"))
    office.file.on_save = Problem(Kind.SETTINGS_NOT_SAVED)
    changed = replace(Settings(), service=ServiceSettings(voice="cedar"))
    with Running(office.keeper):
        office.inbox.wait_for(ServiceChosen)
        office.keeper.change_settings(changed)
        assert office.inbox.wait_for(Remarked).problem.kind is Kind.SETTINGS_NOT_SAVED
        office.keeper.enter_key("sk-not-tried")
        office.inbox.wait_for(ServiceChosen)
    assert not any(isinstance(event, SettingsChanged) for event in office.inbox.seen[2:])


def test_repaired_settings_are_named() -> None:
    office = Office(FakeKeys(), FakeFile(None, Problem(Kind.SETTINGS_REPAIRED, {"names": "service.voice"})))
    with Running(office.keeper):
        assert office.inbox.wait_for(Remarked).problem.kind is Kind.SETTINGS_REPAIRED
        wait_until(lambda: bool(office.door.chosen))


def test_where_practice_cannot_start_a_key_can_still_be_entered() -> None:
    office = Office(FakeKeys(), practice=ClosedPractice())
    with Running(office.keeper):
        assert office.inbox.wait_for(Remarked).problem.kind is Kind.NO_PRACTICE
        assert office.inbox.wait_for(ServiceChosen) == ServiceChosen(DEFAULT_BASE_URL, practice=False)
        office.keeper.enter_key("sk-new")
        office.inbox.wait_for(ServiceChosen)
    assert office.door.chosen == [(DEFAULT_BASE_URL, "sk-new")]


def test_a_key_that_cannot_be_forgotten_is_named() -> None:
    office = Office(StickyKeys())
    with Running(office.keeper):
        office.inbox.wait_for(ServiceChosen)
        office.keeper.forget_key()
        assert office.inbox.wait_for(Remarked).problem.kind is Kind.BAD_ADDRESS


@pytest.mark.parametrize("wish", [None, True, False])
def test_the_system_is_asked_in_the_keepers_thread_and_its_answer_told(wish: bool | None) -> None:
    wishes: list[bool | None] = []

    def system(wish: bool | None) -> AutostartSeen:
        wishes.append(wish)
        return AutostartSeen(is_on=True)

    inbox = Inbox()
    practice = FakePractice()
    keeper = Keeper(Wishes(), FakeFile, FakeKeys, FakeDoor(), practice, inbox.post, system)
    with Running(keeper):
        keeper.switch_autostart(wish)
        assert inbox.wait_for(AutostartSeen) == AutostartSeen(is_on=True)
    assert wishes == [wish]
