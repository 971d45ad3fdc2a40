"""Say what is going on in a word, and choose the face of the talk button for it."""

from enum import Enum, auto

from PySide6.QtCore import QCoreApplication

from voicedesk.core.session import Stage


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


FACES = {
    Stage.IDLE: Face.READY,
    Stage.ARMING: Face.OPENING,
    Stage.LISTENING: Face.LISTENING,
    Stage.CLOSING: Face.FINISHING,
    Stage.THINKING: Face.THINKING,
    Stage.SPEAKING: Face.SPEAKING,
    Stage.REPLAYING: Face.REPLAYING,
}
BUSY = frozenset(FACES.values()) - {Face.READY}
MOVING = frozenset({Face.OPENING, Face.LISTENING, Face.THINKING, Face.SPEAKING})


def face_of(stage: Stage, is_troubled: bool) -> Face:
    """Choose the face for a stage; a problem that is on screen shows only while nothing else goes on."""
    return Face.TROUBLED if is_troubled and stage is Stage.IDLE else FACES[stage]


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
