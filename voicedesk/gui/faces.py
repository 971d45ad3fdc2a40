"""Say what is going on in a word, and what the person can do then."""

from enum import Enum, auto

from PySide6.QtCore import QCoreApplication


class Face(Enum):
    """What the talk button looks like."""

    STARTING = auto()
    READY = auto()
    PRACTICE = auto()
    INTERRUPTED = auto()
    OFFLINE = auto()
    TROUBLED = auto()
    OPENING = auto()
    LISTENING = auto()
    FINISHING = auto()
    THINKING = auto()
    ANSWERING = auto()
    SPEAKING = auto()
    REPLAYING = auto()


RESTING = frozenset({Face.READY, Face.PRACTICE, Face.INTERRUPTED, Face.OFFLINE, Face.TROUBLED})
"""Nothing goes on; these tell apart what was before."""
BUSY = frozenset(Face) - RESTING - {Face.STARTING}
CAPTURING = frozenset({Face.OPENING, Face.LISTENING, Face.FINISHING})
MOVING = frozenset({Face.OPENING, Face.LISTENING, Face.THINKING, Face.ANSWERING, Face.SPEAKING})
TIMED = frozenset({Face.LISTENING, Face.THINKING})
"""How long these last is shown."""

LONG_WAIT_MS = 3_000
VERY_LONG_WAIT_MS = 10_000


def name_of(face: Face, waited_ms: int = 0) -> str:
    """Name what goes on, for the status line and for a screen reader; a wait changes its words in time."""
    if face is Face.THINKING and waited_ms >= LONG_WAIT_MS:
        return _words_of_waiting(waited_ms)
    if face is Face.OPENING and waited_ms >= LONG_WAIT_MS:
        return QCoreApplication.translate("Talk", "Still opening the microphone…")
    names = {
        Face.STARTING: QCoreApplication.translate("Talk", "Starting…"),
        Face.READY: QCoreApplication.translate("Talk", "Ready"),
        Face.PRACTICE: QCoreApplication.translate("Talk", "Practice"),
        Face.INTERRUPTED: QCoreApplication.translate("Talk", "Interrupted"),
        Face.OFFLINE: QCoreApplication.translate("Talk", "Offline"),
        Face.TROUBLED: QCoreApplication.translate("Talk", "See the message above"),
        Face.OPENING: QCoreApplication.translate("Talk", "Opening the microphone…"),
        Face.LISTENING: QCoreApplication.translate("Talk", "Listening"),
        Face.FINISHING: QCoreApplication.translate("Talk", "Finishing the recording…"),
        Face.THINKING: QCoreApplication.translate("Talk", "Thinking…"),
        Face.ANSWERING: QCoreApplication.translate("Talk", "Answering…"),
        Face.SPEAKING: QCoreApplication.translate("Talk", "Speaking"),
        Face.REPLAYING: QCoreApplication.translate("Talk", "Playing"),
    }
    return names[face]


def _words_of_waiting(waited_ms: int) -> str:
    if waited_ms >= VERY_LONG_WAIT_MS:
        return QCoreApplication.translate("Talk", "The service takes its time. Esc stops waiting.")
    return QCoreApplication.translate("Talk", "Still waiting for the service…")


def advice_for(face: Face, keys: str) -> str:
    """Tell what the person can do now with the keys that talk; empty if there is nothing to do but wait."""
    ready = QCoreApplication.translate("Talk", "Hold {keys} to talk")
    advice = {
        Face.READY: ready,
        Face.PRACTICE: ready,
        Face.INTERRUPTED: ready,
        Face.OFFLINE: QCoreApplication.translate("Talk", "see the message above"),
        Face.LISTENING: QCoreApplication.translate("Talk", "let go to send"),
        Face.SPEAKING: QCoreApplication.translate("Talk", "hold {keys} to interrupt"),
        Face.REPLAYING: QCoreApplication.translate("Talk", "hold {keys} to talk instead"),
    }
    return advice.get(face, "").replace("{keys}", keys)


def keys_that_talk(extra: str) -> str:
    """Name the space bar, and the key beside it where the person chose one."""
    space = QCoreApplication.translate("Talk", "Space")
    both = QCoreApplication.translate("Talk", "{first} or {second}")
    return both.replace("{first}", space).replace("{second}", extra) if extra else space
