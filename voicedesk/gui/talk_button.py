"""The round button that is held to talk and shows by shape, motion and word what is going on."""

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from voicedesk.gui.faces import MOVING, Face, name_of
from voicedesk.gui.glyphs import draw_bars, draw_dots, draw_mark, draw_microphone, draw_triangle
from voicedesk.gui.motion import is_still
from voicedesk.gui.style import Tokens, current_tokens

DIAMETER = 56
RING_ROOM = 8
GLYPH = 24.0
FRAME_MS = 33
ROUND_MS = 1_500
OPENING_MS = 180
QUIETEST_DBFS = -60.0
FALL_PER_FRAME = 0.06
"""A peak stays visible for about half a second."""


def silence() -> float:
    """Stand in for a microphone that is not there."""
    return float("-inf")


class TalkButton(QAbstractButton):
    """Held by the mouse it talks; a key or a screen reader presses it to begin and again to end."""

    held = Signal()
    let_go = Signal()
    ticked = Signal(int)
    """Milliseconds since the present face came up, thirty times a second while it moves."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._face = Face.STARTING
        self._level: Callable[[], float] = silence
        self._peak = 0.0
        self._since = QElapsedTimer()
        self._since.start()
        self._frames = QTimer(self)
        self._frames.setInterval(FRAME_MS)
        self._frames.timeout.connect(self._on_frame)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.tr("Talk"))
        self.setToolTip(self.tr("Hold to talk (Space)"))
        self.setEnabled(False)

    @property
    def face(self) -> Face:
        """Tell what is shown."""
        return self._face

    @property
    def is_moving(self) -> bool:
        """Tell whether a timer runs."""
        return self._frames.isActive()

    def listen_to(self, level_dbfs: Callable[[], float]) -> None:
        """Ask this for the level of the microphone, only while listening."""
        self._level = level_dbfs

    def show_face(self, face: Face) -> None:
        """Change what is shown."""
        if face is self._face:
            return
        self._face = face
        self._peak = 0.0
        self._since.restart()
        self.setEnabled(face is not Face.STARTING)
        self.setAccessibleDescription(name_of(face))
        self._set_moving(face in MOVING)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(DIAMETER + 2 * RING_ROOM, DIAMETER + 2 * RING_ROOM)

    def hitButton(self, point: object) -> bool:
        return self._disc().contains(QPointF(point))  # type: ignore[call-overload]

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self._disc().contains(event.position()):
            self.held.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.let_go.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            event.ignore()  # the space bar belongs to the window

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = current_tokens()
        if self.hasFocus():
            self._draw_focus(painter, tokens)
        _DRAWN[self._face](self, painter, tokens)

    def _disc(self) -> QRectF:
        center = QRectF(self.rect()).center()
        return QRectF(center.x() - DIAMETER / 2, center.y() - DIAMETER / 2, DIAMETER, DIAMETER)

    def _phase(self) -> float:
        return 0.0 if self._is_still() else (self._since.elapsed() % ROUND_MS) / ROUND_MS

    def _set_moving(self, moves: bool) -> None:
        if moves:
            self._frames.start()
        else:
            self._frames.stop()

    def _is_still(self) -> bool:
        """Heed a wish for no motion; the level still shows, because it is information."""
        return is_still(self)

    def _on_frame(self) -> None:
        if self._face is Face.LISTENING:
            self._peak = max(self._peak - FALL_PER_FRAME, loudness(self._level()))
        self.ticked.emit(self._since.elapsed())
        self.update()

    def _draw_focus(self, painter: QPainter, tokens: Tokens) -> None:
        painter.setPen(QPen(tokens.color("text"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(self._disc().adjusted(-6, -6, 6, 6))

    def _fill(self, painter: QPainter, color: QColor) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawEllipse(self._disc())

    def _outline(self, painter: QPainter, color: QColor, degrees: float = 360) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(color, 2.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawArc(self._disc().adjusted(2, 2, -2, -2), 90 * 16, -round(degrees * 16))

    def _draw_starting(self, painter: QPainter, tokens: Tokens) -> None:
        self._outline(painter, tokens.color("line"))
        draw_microphone(painter, self._disc().center(), GLYPH, tokens.color("edge"))

    def _draw_ready(self, painter: QPainter, tokens: Tokens) -> None:
        self._fill(painter, tokens.color("accent"))
        draw_microphone(painter, self._disc().center(), GLYPH, tokens.color("accent_text"))

    def _draw_troubled(self, painter: QPainter, tokens: Tokens) -> None:
        self._outline(painter, tokens.color("accent"))
        draw_microphone(painter, self._disc().center(), GLYPH, tokens.color("accent"))
        corner = self._disc().center() + QPointF(DIAMETER * 0.34, -DIAMETER * 0.34)
        draw_mark(painter, corner, 18.0, tokens.color("problem"), tokens.color("surface"))

    def _draw_opening(self, painter: QPainter, tokens: Tokens) -> None:
        share = 1.0 if self._is_still() else min(1.0, self._since.elapsed() / OPENING_MS)
        self._outline(painter, tokens.color("line"))
        self._outline(painter, tokens.color("accent"), 360 * share)
        draw_microphone(painter, self._disc().center(), GLYPH, tokens.color("accent"))

    def _draw_listening(self, painter: QPainter, tokens: Tokens) -> None:
        grow = 2 + self._peak * (RING_ROOM - 3)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(tokens.color("listening"), 1 + 2 * self._peak))
        painter.drawEllipse(self._disc().adjusted(-grow, -grow, grow, grow))
        self._fill(painter, tokens.color("listening"))
        draw_microphone(painter, self._disc().center(), GLYPH, tokens.color("listening_text"))

    def _draw_finishing(self, painter: QPainter, tokens: Tokens) -> None:
        self._outline(painter, tokens.color("accent"))
        draw_microphone(painter, self._disc().center(), GLYPH, tokens.color("accent"))

    def _draw_thinking(self, painter: QPainter, tokens: Tokens) -> None:
        self._fill(painter, tokens.color("accent"))
        draw_dots(painter, self._disc().center(), GLYPH * 1.2, tokens.color("accent_text"), self._phase())

    def _draw_speaking(self, painter: QPainter, tokens: Tokens) -> None:
        self._fill(painter, tokens.color("accent"))
        draw_bars(painter, self._disc().center(), GLYPH, tokens.color("accent_text"), self._phase())

    def _draw_replaying(self, painter: QPainter, tokens: Tokens) -> None:
        self._outline(painter, tokens.color("accent"))
        draw_triangle(painter, self._disc().center(), GLYPH, tokens.color("accent"))


_DRAWN: dict[Face, Callable[[TalkButton, QPainter, Tokens], None]] = {
    Face.STARTING: TalkButton._draw_starting,
    Face.READY: TalkButton._draw_ready,
    Face.TROUBLED: TalkButton._draw_troubled,
    Face.OPENING: TalkButton._draw_opening,
    Face.LISTENING: TalkButton._draw_listening,
    Face.FINISHING: TalkButton._draw_finishing,
    Face.THINKING: TalkButton._draw_thinking,
    Face.SPEAKING: TalkButton._draw_speaking,
    Face.REPLAYING: TalkButton._draw_replaying,
}


def loudness(dbfs: float) -> float:
    """Turn a level into a share between silence (0) and full scale (1)."""
    return min(1.0, max(0.0, 1.0 - dbfs / QUIETEST_DBFS))
