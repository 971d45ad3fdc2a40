"""Draw each face of the talk button, so that shape alone tells what goes on."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from voicedesk.gui.faces import Face
from voicedesk.gui.glyphs import (
    draw_bars,
    draw_dots,
    draw_lines,
    draw_mark,
    draw_microphone,
    draw_no_entry,
    draw_square,
    draw_triangle,
)
from voicedesk.gui.tokens import Tokens

GLYPH = 24.0
MARK = 18.0
OUTLINE = 2.5
RING_GROWS = 7.0
ROUND_MS = 1_500
OPENING_MS = 180


@dataclass(frozen=True, slots=True)
class Pose:
    """The moment that is drawn: how long the face has been up, and how loud it is now from 0 to 1."""

    disc: QRectF
    tokens: Tokens
    since_ms: int
    loudness: float
    is_still: bool

    @property
    def center(self) -> QPointF:
        """Give the middle of the button."""
        return self.disc.center()

    @property
    def phase(self) -> float:
        """Tell how far a repeated motion has come, from 0 to 1."""
        return 0.0 if self.is_still else (self.since_ms % ROUND_MS) / ROUND_MS

    @property
    def opened(self) -> float:
        """Tell how much of the ring is drawn while the microphone opens."""
        return 1.0 if self.is_still else min(1.0, self.since_ms / OPENING_MS)


def draw_face(painter: QPainter, face: Face, pose: Pose) -> None:
    """Draw the face."""
    _DRAWN[face](painter, pose)


def _fill(painter: QPainter, pose: Pose, color: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawEllipse(pose.disc)


def _outline(painter: QPainter, pose: Pose, color: QColor, share: float = 1.0) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(color, OUTLINE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawArc(pose.disc.adjusted(2, 2, -2, -2), 90 * 16, -round(360 * 16 * share))


def _corner(pose: Pose) -> QPointF:
    reach = pose.disc.width() * 0.34
    return pose.center + QPointF(reach, -reach)


def _starting(painter: QPainter, pose: Pose) -> None:
    _outline(painter, pose, pose.tokens.color("line"))
    draw_microphone(painter, pose.center, GLYPH, pose.tokens.color("edge"))


def _ready(painter: QPainter, pose: Pose) -> None:
    _fill(painter, pose, pose.tokens.color("accent"))
    draw_microphone(painter, pose.center, GLYPH, pose.tokens.color("accent_text"))


def _practice(painter: QPainter, pose: Pose) -> None:
    """A broken ring around the ready button: it works, but nobody is at the other end."""
    _ready(painter, pose)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen = QPen(pose.tokens.color("practice"), 2, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.RoundCap)
    pen.setDashPattern([2.2, 4.2])
    painter.setPen(pen)
    painter.drawEllipse(pose.disc.adjusted(-5, -5, 5, 5))


def _interrupted(painter: QPainter, pose: Pose) -> None:
    _ready(painter, pose)
    surface = pose.tokens.color("surface")
    draw_square(painter, _corner(pose), MARK, pose.tokens.color("text"), surface)


def _offline(painter: QPainter, pose: Pose) -> None:
    _outline(painter, pose, pose.tokens.color("edge"))
    draw_microphone(painter, pose.center, GLYPH, pose.tokens.color("edge"))
    draw_no_entry(painter, _corner(pose), MARK, pose.tokens.color("problem"), pose.tokens.color("surface"))


def _troubled(painter: QPainter, pose: Pose) -> None:
    _outline(painter, pose, pose.tokens.color("accent"))
    draw_microphone(painter, pose.center, GLYPH, pose.tokens.color("accent"))
    surface = pose.tokens.color("surface")
    draw_mark(painter, _corner(pose), MARK, pose.tokens.color("problem"), surface)


def _opening(painter: QPainter, pose: Pose) -> None:
    _outline(painter, pose, pose.tokens.color("line"))
    _outline(painter, pose, pose.tokens.color("accent"), pose.opened)
    draw_microphone(painter, pose.center, GLYPH, pose.tokens.color("accent"))


def _listening(painter: QPainter, pose: Pose) -> None:
    grow = 2 + pose.loudness * RING_GROWS
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(pose.tokens.color("listening"), 1 + 2 * pose.loudness))
    painter.drawEllipse(pose.disc.adjusted(-grow, -grow, grow, grow))
    _fill(painter, pose, pose.tokens.color("listening"))
    draw_microphone(painter, pose.center, GLYPH, pose.tokens.color("listening_text"))


def _finishing(painter: QPainter, pose: Pose) -> None:
    _outline(painter, pose, pose.tokens.color("accent"))
    draw_microphone(painter, pose.center, GLYPH, pose.tokens.color("accent"))


def _thinking(painter: QPainter, pose: Pose) -> None:
    _fill(painter, pose, pose.tokens.color("accent"))
    draw_dots(painter, pose.center, GLYPH * 1.2, pose.tokens.color("accent_text"), pose.phase)


def _answering(painter: QPainter, pose: Pose) -> None:
    _fill(painter, pose, pose.tokens.color("accent"))
    draw_lines(painter, pose.center, GLYPH, pose.tokens.color("accent_text"), pose.phase)


def _speaking(painter: QPainter, pose: Pose) -> None:
    _fill(painter, pose, pose.tokens.color("accent"))
    draw_bars(painter, pose.center, GLYPH, pose.tokens.color("accent_text"), pose.phase, pose.loudness)


def _replaying(painter: QPainter, pose: Pose) -> None:
    _outline(painter, pose, pose.tokens.color("accent"))
    draw_triangle(painter, pose.center, GLYPH, pose.tokens.color("accent"))


_DRAWN: dict[Face, Callable[[QPainter, Pose], None]] = {
    Face.STARTING: _starting,
    Face.READY: _ready,
    Face.PRACTICE: _practice,
    Face.INTERRUPTED: _interrupted,
    Face.OFFLINE: _offline,
    Face.TROUBLED: _troubled,
    Face.OPENING: _opening,
    Face.LISTENING: _listening,
    Face.FINISHING: _finishing,
    Face.THINKING: _thinking,
    Face.ANSWERING: _answering,
    Face.SPEAKING: _speaking,
    Face.REPLAYING: _replaying,
}
