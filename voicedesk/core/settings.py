"""Hold every setting with its default and its limits, and repair what cannot be used."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from enum import Enum

from voicedesk.core.language import Language

DEFAULT_BASE_URL = "https://api.cometapi.com/v1"
DEFAULT_INSTRUCTIONS = (
    "You are a voice assistant. Answer aloud, in the language of the person you talk with, "
    "in short natural sentences without lists, headings or emoji."
)


class Upload(Enum):
    """The sound format that recordings are sent in."""

    MP3 = "mp3"
    WAV = "wav"


class Cues(Enum):
    """When a short sound tells what happened.

    The cue before a recording is a choice of its own: it delays the recording, which waits for its end.
    """

    OFF = "off"
    AFTER = "after"
    ALL = "all"


class Theme(Enum):
    """The colours of the window."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Contrast(Enum):
    """How strongly things stand out against each other."""

    SYSTEM = "system"
    HIGH = "high"


class GuideStep(Enum):
    """How far a person has come in the guided start."""

    KEY = "key"
    SOUND = "sound"
    TRY = "try"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class ServiceSettings:
    """Where requests go, which models answer them and how."""

    base_url: str = DEFAULT_BASE_URL
    talk_model: str = "gpt-audio-1.5"
    text_model: str = "gpt-4o-mini"
    transcription_model: str = "whisper-1"
    speech_model: str = "tts-1"
    voice: str = "alloy"
    instructions: str = DEFAULT_INSTRUCTIONS
    transcribe_own_words: bool = True
    reuse_answer_audio: bool = True
    max_output_tokens: int = field(default=16_384, metadata={"least": 64, "most": 16_384})
    upload: Upload = Upload.MP3


@dataclass(frozen=True, slots=True)
class SoundSettings:
    """Which devices are used; an empty name is the system's default."""

    microphone: str = ""
    loudspeaker: str = ""
    preroll: bool = False
    longest_minutes: int = field(default=60, metadata={"least": 1, "most": 60})


@dataclass(frozen=True, slots=True)
class TalkSettings:
    """How talking behaves.

    `key` talks beside the space bar and is empty for none. `announce_answers` tells a screen reader the text
    of each answer, which whoever hears the voice may not want.
    """

    speak_typed_answers: bool = True
    shortest_press_ms: int = field(default=300, metadata={"least": 0, "most": 2_000})
    key: str = ""
    cues: Cues = Cues.OFF
    announce_answers: bool = True


@dataclass(frozen=True, slots=True)
class LookSettings:
    """How the program appears."""

    language: Language = Language.SYSTEM
    theme: Theme = Theme.SYSTEM
    contrast: Contrast = Contrast.SYSTEM
    text_percent: int = field(default=100, metadata={"least": 100, "most": 200})
    reduce_motion: bool = False


@dataclass(frozen=True, slots=True)
class StorageSettings:
    """How long the sound of finished turns stays; 0 days means for ever, and the text always stays."""

    keep_sound_days: int = field(default=0, metadata={"least": 0, "most": 3_650})


@dataclass(frozen=True, slots=True)
class GuideSettings:
    """Where the guided start goes on when it is opened again, and whether it does so by itself."""

    step: GuideStep = GuideStep.KEY
    comes_up: bool = True


@dataclass(frozen=True, slots=True)
class DesktopSettings:
    """How the program gets on with the desktop around it."""

    keep_in_tray: bool = False


@dataclass(frozen=True, slots=True)
class MoneySettings:
    """How much may be spent, and how much history goes along with each request; a cap of 0 is none.

    Where the service publishes no price, the maker's counts by `estimate_percent`.
    """

    monthly_cap_cents: int = field(default=0, metadata={"least": 0, "most": 1_000_000})
    ask_above_cents: int = field(default=25, metadata={"least": 1, "most": 100_000})
    estimate_percent: int = field(default=80, metadata={"least": 1, "most": 1_000})
    history_tokens: int = field(default=24_000, metadata={"least": 4_000, "most": 100_000})


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings, one group a subject."""

    service: ServiceSettings = ServiceSettings()
    sound: SoundSettings = SoundSettings()
    talk: TalkSettings = TalkSettings()
    look: LookSettings = LookSettings()
    storage: StorageSettings = StorageSettings()
    guide: GuideSettings = GuideSettings()
    desktop: DesktopSettings = DesktopSettings()
    money: MoneySettings = MoneySettings()


Group = (
    ServiceSettings
    | SoundSettings
    | TalkSettings
    | LookSettings
    | StorageSettings
    | GuideSettings
    | DesktopSettings
    | MoneySettings
)
Plain = str | int | bool


def settings_from(stored: dict[str, dict[str, object]]) -> tuple[Settings, tuple[str, ...]]:
    """Build settings from stored values, and name those that could not be used.

    A value of the wrong type or out of range falls back to its default; the others stay.
    Unknown names are ignored here and kept by whoever stores the file.
    """
    groups: dict[str, Group] = {}
    repaired: list[str] = []
    for entry in fields(Settings):
        groups[entry.name], names = _group_from(getattr(Settings(), entry.name), stored.get(entry.name, {}))
        repaired += [f"{entry.name}.{name}" for name in names]
    return Settings(**groups), tuple(repaired)  # type: ignore[arg-type]  # each group comes from its own default


def with_group(settings: Settings, group: Group) -> Settings:
    """Put a changed group in the place of the one of its kind."""
    name = next(
        entry.name for entry in fields(Settings) if type(getattr(settings, entry.name)) is type(group)
    )
    return replace(settings, **{name: group})  # type: ignore[arg-type]  # the name was found by the type


def plain_values(settings: Settings) -> dict[str, dict[str, Plain]]:
    """Give every setting as a value that a file can hold."""
    return {entry.name: _plain_group(getattr(settings, entry.name)) for entry in fields(Settings)}


def _group_from(defaults: Group, stored: object) -> tuple[Group, list[str]]:
    if not isinstance(stored, dict):
        return defaults, ["*"]
    usable: dict[str, object] = {}
    repaired: list[str] = []
    for entry in fields(defaults):
        if entry.name not in stored:
            continue
        value = _usable(stored[entry.name], getattr(defaults, entry.name), entry.metadata)
        if value is None:
            repaired.append(entry.name)
        else:
            usable[entry.name] = value
    return replace(defaults, **usable), repaired  # type: ignore[arg-type]


def _usable(value: object, default: object, limits: Mapping[str, int]) -> object | None:
    if isinstance(default, Enum):
        return next((choice for choice in type(default) if choice.value == value), None)
    if type(value) is not type(default):
        return None
    if limits and isinstance(value, int) and not limits["least"] <= value <= limits["most"]:
        return None
    return value


def _plain_group(group: Group) -> dict[str, Plain]:
    return {entry.name: _plain(getattr(group, entry.name)) for entry in fields(group)}


def _plain(value: object) -> Plain:
    plain = value.value if isinstance(value, Enum) else value
    assert isinstance(plain, str | int | bool)
    return plain
