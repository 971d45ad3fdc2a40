"""Draw the face of the talk button small, for the tray."""

from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

from voicedesk.gui.face_drawing import MARK, Pose, draw_face
from voicedesk.gui.faces import Face
from voicedesk.gui.glyphs import draw_mark
from voicedesk.gui.style import current_tokens
from voicedesk.gui.talk_button import DIAMETER, RING_ROOM
from voicedesk.gui.tokens import Tokens

SIZES_PX = (16, 22, 24, 32, 48, 64)
WHOLE = DIAMETER + 2 * RING_ROOM
LOUDNESS = 0.6
"""A picture that stands still: bars and ring as for a voice."""

TOLD = {
    Face.STARTING: Face.READY,
    Face.PRACTICE: Face.READY,
    Face.INTERRUPTED: Face.READY,
    Face.OFFLINE: Face.TROUBLED,
    Face.OPENING: Face.LISTENING,
    Face.FINISHING: Face.THINKING,
    Face.ANSWERING: Face.THINKING,
    Face.REPLAYING: Face.SPEAKING,
}
"""In a tray there is room for five: ready, listening, thinking, speaking, and a problem."""


def tray_icon(face: Face) -> QIcon:
    """Give the icon of a face in the colours of the theme."""
    return _drawn(TOLD.get(face, face), current_tokens())


@cache
def _drawn(face: Face, tokens: Tokens) -> QIcon:
    icon = QIcon()
    for size_px in SIZES_PX:
        icon.addPixmap(_pixmap(face, tokens, size_px))
    return icon


def _pixmap(face: Face, tokens: Tokens, size_px: int) -> QPixmap:
    pixmap = QPixmap(size_px, size_px)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(size_px / WHOLE, size_px / WHOLE)
    painter.translate(WHOLE / 2, WHOLE / 2)
    painter.scale(WHOLE / (DIAMETER + 8), WHOLE / (DIAMETER + 8))  # the ring needs less room than motion does
    painter.translate(-WHOLE / 2, -WHOLE / 2)
    pose = Pose(QRectF(RING_ROOM, RING_ROOM, DIAMETER, DIAMETER), tokens, 0, LOUDNESS / 2, is_still=True)
    if face is Face.TROUBLED:
        _draw_troubled(painter, pose)
    else:
        draw_face(painter, face, pose)
    painter.end()
    return pixmap


def _draw_troubled(painter: QPainter, pose: Pose) -> None:
    """Fill it, unlike in the window: a panel may have any colour, and an outline could drown in it."""
    draw_face(painter, Face.READY, pose)
    corner = QPointF(pose.disc.right() - MARK / 2, pose.disc.top() + MARK / 2)
    draw_mark(painter, corner, MARK * 1.4, pose.tokens.color("problem"), pose.tokens.color("surface"))
