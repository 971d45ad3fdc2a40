"""List every problem a person can meet, and name the one action that helps.

The sentences live in `problem_texts`; a problem itself carries only its kind and the values to fill in,
so that it can be translated where it is shown.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto


class Kind(Enum):
    """Everything that can go wrong and that a person is told about."""

    # the way to the service
    OFFLINE = auto()
    UNREACHABLE = auto()
    REFUSED = auto()
    CONNECTION_LOST = auto()
    INSECURE = auto()
    NOT_TLS = auto()
    PROXY_SILENT = auto()
    PROXY_PASSWORD = auto()
    SIGN_IN_PAGE = auto()
    REDIRECTED = auto()
    STALLED = auto()
    NO_ANSWER = auto()
    UPLOAD_STALLED = auto()
    # what the service said
    REJECTED = auto()
    KEY_REFUSED = auto()
    CREDIT_USED_UP = auto()
    NOT_ALLOWED = auto()
    MODEL_MISSING = auto()
    RECORDING_TOO_LARGE = auto()
    FORMAT_REFUSED = auto()
    BUSY = auto()
    ASKED_AGAIN = auto()
    SERVICE_TROUBLE = auto()
    GATEWAY_TIMEOUT = auto()
    WRONG_ADDRESS = auto()
    AUDIO_EXPIRED = auto()
    CONVERSATION_TOO_LONG = auto()
    # what an answer contained
    CUT_OFF = auto()
    EMPTY_ANSWER = auto()
    UNREADABLE = auto()
    COMPRESSED = auto()
    TOO_LARGE = auto()
    LENGTH_LIMIT = auto()
    FILTERED = auto()
    SOUND_DAMAGED = auto()
    NOT_VOICED = auto()
    WORDS_MISSING = auto()
    # the microphone and the recording
    NO_MICROPHONE = auto()
    MICROPHONE_LOST = auto()
    MICROPHONE_MOVED = auto()
    MICROPHONE_STALLED = auto()
    MICROPHONE_HANGS = auto()
    MICROPHONE_DENIED = auto()
    MICROPHONE_BUSY = auto()
    MICROPHONE_UNUSABLE = auto()
    MICROPHONE_ABSENT = auto()
    MICROPHONE_REPLACED = auto()
    NOTHING_HEARD = auto()
    MICROPHONE_SILENT = auto()
    CHECK_BROKEN = auto()
    TOO_QUIET = auto()
    TOO_LOUD = auto()
    SOUND_GAPS = auto()
    TOO_SHORT = auto()
    TOO_LONG = auto()
    RECORDING_NOT_BEGUN = auto()
    DISK_FULL = auto()
    DISK_FAILED = auto()
    RECORDING_MISSING = auto()
    RECORDING_NOT_DELETED = auto()
    RECORDING_RECOVERED = auto()
    RECORDING_HALTED = auto()
    ANSWER_HALTED = auto()
    # the loudspeaker
    NO_LOUDSPEAKER = auto()
    LOUDSPEAKER_LOST = auto()
    LOUDSPEAKER_SILENT = auto()
    # the key
    KEY_MISSING = auto()
    NO_PRACTICE = auto()
    KEY_UNUSABLE = auto()
    NO_KEYRING = auto()
    KEYRING_LOCKED = auto()
    KEYRING_SLOW = auto()
    KEYRING_FAILED = auto()
    KEYRING_CHANGED = auto()
    KEY_NOT_SAVED = auto()
    # what is stored
    HISTORY_NOT_SAVED = auto()
    HISTORY_DAMAGED = auto()
    HISTORY_BUSY = auto()
    HISTORY_NEWER = auto()
    HISTORY_UNREADABLE = auto()
    NOT_ALL_DELETED = auto()
    PIECES_NOT_SAVED = auto()
    SETTINGS_REPAIRED = auto()
    SETTINGS_UNREADABLE = auto()
    SETTINGS_NOT_SAVED = auto()
    AUTOSTART_NOT_CHANGED = auto()
    # what was asked for
    BAD_FILE = auto()
    BAD_ADDRESS = auto()
    EXPORT_FAILED = auto()
    EXPORT_SILENT = auto()
    # what it costs
    MONTHLY_CAP = auto()
    CAP_UNPRICED = auto()
    CAP_NEAR = auto()
    DEAR_RECORDING = auto()
    NOT_SUMMED_UP = auto()
    # a fault of our own
    CRASHED = auto()


class Action(Enum):
    """The one thing a person can do about a problem, offered as a button."""

    NONE = auto()
    REPEAT = auto()
    SEND_RECORDING = auto()
    ENTER_KEY = auto()
    CHOOSE_MODEL = auto()
    CHOOSE_DEVICE = auto()
    SEE_MONEY = auto()
    CHECK_MACHINE = auto()
    COPY_DETAILS = auto()


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that went wrong, ready to be put into words.

    `values` fill the named places of the sentence, names and numbers as they are and every other text as a
    `Phrase`, so that it can be translated too; `detail` is for whoever wants to look closer
    and never holds the key, audio or a traceback.
    """

    kind: Kind
    values: Mapping[str, str] = field(default_factory=dict)
    detail: str = ""


class Trouble(Exception):
    """Carry a problem from the border where it was found to the place that reports it."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.kind.name)
        self.problem = problem


def trouble(kind: Kind, detail: str = "", **values: str) -> Trouble:
    """Make the exception for a problem found here."""
    return Trouble(Problem(kind, values, detail))
