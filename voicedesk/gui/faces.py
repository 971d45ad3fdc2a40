"""Say what is going on in a word, and what the person can do then."""

from enum import Enum, auto

from PySide6.QtCore import QCoreApplication


class Face(Enum):
    """What the talk button looks like."""

    STARTING = auto()
    READY = auto()
    TROUBLED = auto()
    OPENING = auto()
    LISTENING = auto()
    FINISHING = auto()
    THINKING = auto()
    SPEAKING = auto()
    REPLAYING = auto()


BUSY = frozenset(Face) - {Face.STARTING, Face.READY, Face.TROUBLED}
CAPTURING = frozenset({Face.OPENING, Face.LISTENING, Face.FINISHING})
MOVING = frozenset({Face.OPENING, Face.LISTENING, Face.THINKING, Face.SPEAKING})


def name_of(face: Face) -> str:
    """Name what is going on, for the status line and for a screen reader."""
    names = {
        Face.STARTING: QCoreApplication.translate("Talk", "Starting…"),
        Face.READY: QCoreApplication.translate("Talk", "Ready"),
        Face.TROUBLED: QCoreApplication.translate("Talk", "See the message above"),
        Face.OPENING: QCoreApplication.translate("Talk", "Opening the microphone…"),
        Face.LISTENING: QCoreApplication.translate("Talk", "Listening"),
        Face.FINISHING: QCoreApplication.translate("Talk", "Finishing the recording…"),
        Face.THINKING: QCoreApplication.translate("Talk", "Thinking…"),
        Face.SPEAKING: QCoreApplication.translate("Talk", "Speaking"),
        Face.REPLAYING: QCoreApplication.translate("Talk", "Playing"),
    }
    return names[face]


def advice_for(face: Face) -> str:
    """Tell what the person can do now; empty if there is nothing to do but wait."""
    advice = {
        Face.READY: QCoreApplication.translate("Talk", "Hold Space to talk"),
        Face.LISTENING: QCoreApplication.translate("Talk", "let go to send"),
        Face.SPEAKING: QCoreApplication.translate("Talk", "hold Space to interrupt"),
        Face.REPLAYING: QCoreApplication.translate("Talk", "hold Space to talk instead"),
    }
    return advice.get(face, "")
