"""Keep the settings and the key, and decide which service requests go to."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from queue import SimpleQueue
from typing import Protocol

from voicedesk.core.events import Remarked, ServiceChosen, SettingsChanged
from voicedesk.core.inquiries import AutostartSeen
from voicedesk.core.problems import Problem, Trouble
from voicedesk.core.secret import KeyFound, Secret
from voicedesk.core.settings import Settings
from voicedesk.core.workers import KEEPER

Post = Callable[[Remarked | ServiceChosen | SettingsChanged | AutostartSeen], None]


class SettingsFile(Protocol):
    """Where settings are stored."""

    def load(self) -> tuple[Settings, tuple[Problem, ...]]:
        """Read them, repaired where needed."""

    def save(self, settings: Settings) -> Problem | None:
        """Write them."""


class KeyStore(Protocol):
    """Where keys are stored, one for each base URL."""

    def find(self, base_url: str) -> KeyFound | None:
        """Give the key for a service with its source; raises `Trouble` if the store cannot be asked."""

    def store(self, base_url: str, key: str) -> Problem | None:
        """Keep a key; a problem tells that it only lasts for this session. Raises `Trouble` if unusable."""

    def delete(self, base_url: str) -> Problem | None:
        """Forget a key; an absent one is fine. Raises `Trouble` for an unusable base URL."""


class Door(Protocol):
    """The way requests take to a service."""

    def choose(self, base_url: str, key: Secret) -> None:
        """Send requests for this base URL with this key."""


class PracticeRoom(Protocol):
    """The practice service inside the program."""

    def start(self) -> tuple[str, Secret]:
        """Make it ready, once, and give its base URL and key. Raises `Trouble` if it cannot listen."""

    def stop(self) -> None:
        """End it."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the command line asks for, above the settings."""

    base_url: str = ""
    practice: bool = False


@dataclass(frozen=True, slots=True)
class _KeyEntered:
    key: str


class _KeyForgotten:
    pass


@dataclass(frozen=True, slots=True)
class _AutostartWished:
    wish: bool | None


class _Leave:
    pass


Order = Settings | _KeyEntered | _KeyForgotten | _AutostartWished
Autostart = Callable[[bool | None], AutostartSeen]
"""Lets the system start the program or not, and tells what it does from now on."""


def _no_autostart(wish: bool | None) -> AutostartSeen:
    return AutostartSeen(is_on=False)


class Keeper:
    """Own settings file and key store; `run` is the body of its thread."""

    name = KEEPER

    def __init__(
        self,
        wishes: Wishes,
        make_settings_file: Callable[[], SettingsFile],
        make_key_store: Callable[[], KeyStore],
        door: Door,
        practice: PracticeRoom,
        post: Post,
        autostart: Autostart = _no_autostart,
    ) -> None:
        self._autostart = autostart
        self._wishes = wishes
        self._make_settings_file = make_settings_file
        self._make_key_store = make_key_store
        self._door = door
        self._practice = practice
        self._post = post
        self._settings = Settings()
        self._has_loaded = False
        self._orders: SimpleQueue[Order | _Leave] = SimpleQueue()

    def change_settings(self, settings: Settings) -> None:
        """Store settings that the front end uses already, and go where they point; from any thread.

        They are not posted back: two quick changes would meet the echo of the first after the second.
        """
        self._orders.put(settings)

    def enter_key(self, key: str) -> None:
        """Store a key for the service in the settings and use it; from any thread."""
        self._orders.put(_KeyEntered(key))

    def forget_key(self) -> None:
        """Remove the key and go back to practice; from any thread."""
        self._orders.put(_KeyForgotten())

    def switch_autostart(self, wish: bool | None) -> None:
        """Let the system start the program or not; None only looks. `AutostartSeen` follows."""
        self._orders.put(_AutostartWished(wish))

    def stop(self) -> None:
        """Ask the loop to end."""
        self._orders.put(_Leave())

    def run(self) -> None:
        """Load what is stored, then carry orders out until asked to leave.

        After a crash it goes on with what it knows: a key or a setting may be in memory alone. The practice
        service goes on too, for a turn may be talking to it.
        """
        if not self._has_loaded:
            self._load()
        self._choose_service()
        while not isinstance(order := self._orders.get(), _Leave):
            self._obey(order)
        self._practice.stop()

    def _load(self) -> None:
        self._file, self._keys = self._make_settings_file(), self._make_key_store()
        self._settings, problems = self._file.load()
        for problem in problems:
            self._post(Remarked(problem))
        self._post(SettingsChanged(self._settings))
        self._has_loaded = True

    def _obey(self, order: Order) -> None:
        try:
            self._carry_out(order)
        except Trouble as trouble:
            self._remark(trouble.problem)

    def _carry_out(self, order: Order) -> None:
        match order:
            case Settings():
                self._use_settings(order)
            case _KeyEntered():
                self._use_key(order.key)
            case _AutostartWished():
                self._post(self._autostart(order.wish))
            case _KeyForgotten():
                self._remark(self._keys.delete(self._base_url))
                self._choose_service()

    def _use_settings(self, settings: Settings) -> None:
        has_moved = settings.service.base_url != self._settings.service.base_url
        self._settings = settings
        self._remark(self._file.save(settings))
        if has_moved:
            self._choose_service()

    def _use_key(self, key: str) -> None:
        self._remark(self._keys.store(self._base_url, key))
        self._wishes = replace(self._wishes, practice=False)
        self._choose_service()

    @property
    def _base_url(self) -> str:
        return self._wishes.base_url or self._settings.service.base_url

    def _choose_service(self) -> None:
        """Use the real service where a key for it is at hand, and the practice service otherwise."""
        found = None if self._wishes.practice else self._find_key()
        base_url, key = (self._base_url, found.key) if found else self._practice_or_nothing()
        if key:
            self._door.choose(base_url, key)
        is_practice, source = base_url != self._base_url, found.source if found else None
        self._post(ServiceChosen(base_url, is_practice, source, is_practice and self._wishes.practice))

    def _practice_or_nothing(self) -> tuple[str, Secret | None]:
        """Without either, requests end for want of a key; that is said, and a key can still be entered."""
        try:
            return self._practice.start()
        except Trouble as trouble:
            self._remark(trouble.problem)
            return self._base_url, None

    def _find_key(self) -> KeyFound | None:
        try:
            return self._keys.find(self._base_url)
        except Trouble as trouble:
            self._remark(trouble.problem)
            return None

    def _remark(self, problem: Problem | None) -> None:
        if problem:
            self._post(Remarked(problem))
