"""Find the folders in which the program keeps things."""

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from voicedesk.core.phrases import Phrase, reason_of
from voicedesk.core.problems import Kind, Problem
from voicedesk.store.private import make_folder

NAME = "voicedesk"
OVERRIDE = "VOICEDESK_HOME"


@dataclass(frozen=True, slots=True)
class Places:
    """Where everything lies: `data` what was said, `config` the settings, `state` logs and notes."""

    data: Path
    config: Path
    state: Path

    @property
    def database(self) -> Path:
        """Name the file of the conversations."""
        return self.data / "history.db"

    @property
    def recordings(self) -> Path:
        """Name the folder of what was spoken to the program."""
        return self.data / "recordings"

    @property
    def answers(self) -> Path:
        """Name the folder of what the service answered aloud."""
        return self.data / "answers"

    @property
    def settings_file(self) -> Path:
        """Name the file of the settings."""
        return self.config / "settings.toml"

    @property
    def log_file(self) -> Path:
        """Name the file of the log."""
        return self.state / "logs" / "voicedesk.log"

    @property
    def keyring_note(self) -> Path:
        """Name the file that remembers which keyring was used; it holds no secret."""
        return self.state / "keyring"


def find_places(environment: Mapping[str, str] = os.environ) -> tuple[Places, tuple[Problem, ...]]:
    """Choose the folders, create them, and name those that cannot be created.

    `VOICEDESK_HOME` puts everything below one folder. Otherwise each kind of folder is the first that can be
    written to: the system's usual one, then its default below the home of the account. A temporary folder is
    never taken, since it would lose what was said.
    """
    problems: list[Problem] = []
    data = _first_usable(_candidates("data", platformdirs.user_data_path, environment), problems)
    config = _first_usable(_candidates("config", platformdirs.user_config_path, environment), problems)
    state = _first_usable(_candidates("state", platformdirs.user_state_path, environment), problems)
    places = Places(data, config, state)
    for folder in (places.recordings, places.answers, places.log_file.parent):
        if not problems:
            _first_usable(iter((folder,)), problems)
    return places, tuple(problems)


def _candidates(kind: str, usual: Callable[..., Path], environment: Mapping[str, str]) -> Iterator[Path]:
    if environment.get(OVERRIDE, "").strip():
        yield Path(environment[OVERRIDE].strip()).absolute() / kind
        return
    with suppress(RuntimeError):  # neither HOME nor the account database knows a home
        yield usual(NAME, appauthor=False)
    home = _account_home()
    if home:
        yield home / f".{NAME}" / kind


def _account_home() -> Path | None:
    """Ask the account database, because HOME may be missing, wrong or read-only."""
    if os.name == "nt":
        return None
    import pwd  # exists on POSIX systems only

    try:
        home = Path(pwd.getpwuid(os.getuid()).pw_dir)
    except KeyError:
        return None
    return home if home.is_absolute() else None


def _first_usable(candidates: Iterator[Path], problems: list[Problem]) -> Path:
    """Take the first folder that can be written to; without one, name the first and go on in memory."""
    refused: list[tuple[Path, str]] = []
    for folder in candidates:
        try:
            str(folder).encode()  # SQLite takes no other names
            make_folder(folder)
            if os.access(folder, os.W_OK | os.X_OK):
                return folder
            refused.append((folder, Phrase.FOLDER_IS_READ_ONLY))
        except UnicodeEncodeError:
            refused.append((folder, Phrase.FOLDER_NAME_UNREADABLE))
        except OSError as fault:
            refused.append((folder, reason_of(fault)))
    first, reason = refused[0] if refused else (Path.cwd() / f".{NAME}", Phrase.NO_HOME)
    problems.append(Problem(Kind.HISTORY_NOT_SAVED, {"reason": reason, "folder": str(first)}))
    return first
