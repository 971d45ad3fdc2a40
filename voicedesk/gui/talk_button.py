"""The round button that is held to talk and shows by shape, motion and word what is going on."""

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from voicedesk.gui.face_drawing import Pose, draw_face
from voicedesk.gui.faces import MOVING, Face, keys_that_talk, name_of
from voicedesk.gui.motion import is_still
from voicedesk.gui.style import current_tokens
from voicedesk.gui.tokens import Tokens

DIAMETER = 56
RING_ROOM = 10
FRAME_MS = 33
QUIETEST_DBFS = -60.0
FALL_PER_FRAME = 0.06
"""A peak stays visible for about half a second."""


Level = Callable[[], float]
"""A loudness in dB below full scale, whenever it is asked for."""


def silence() -> float:
    """Stand in for a sound that is not there."""
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
        self._levels: dict[Face, Level] = {}
        self._peak = 0.0
        self._is_held = False
        self._since = QElapsedTimer()
        self._since.start()
        self._frames = QTimer(self)
        self._frames.setInterval(FRAME_MS)
        self._frames.timeout.connect(self._on_frame)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.tr("Talk"))
        self.show_keys("")
        self.setEnabled(False)

    @property
    def face(self) -> Face:
        """Tell what is shown."""
        return self._face

    @property
    def is_moving(self) -> bool:
        """Tell whether a timer runs."""
        return self._frames.isActive()

    def show_keys(self, extra: str) -> None:
        """Name the keys that do the same."""
        self.setToolTip(self.tr("Hold to talk ({keys})").replace("{keys}", keys_that_talk(extra)))

    @property
    def loudness(self) -> float:
        """Tell how loud it is now and was just before, from 0 to 1."""
        return self._peak

    def follow(self, microphone: Level, voice: Level) -> None:
        """Ask the one for its level while listening, and the other while speaking."""
        self._levels = {Face.LISTENING: microphone, Face.SPEAKING: voice}

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
            self._is_held = True
            self.held.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._let_go()

    def hideEvent(self, event: QHideEvent) -> None:
        self._let_go()
        super().hideEvent(event)

    def event(self, event: QEvent) -> bool:
        """A window that loses the keyboard may never see the mouse let go.

        `changeEvent` does not hear of it: only the window itself is told of a change of activation.
        """
        if event.type() is QEvent.Type.WindowDeactivate:
            self._let_go()
        return super().event(event)

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
        draw_face(painter, self._face, self._pose(tokens))

    def _pose(self, tokens: Tokens) -> Pose:
        """Heed a wish for no motion; the level still shows, because it is information."""
        return Pose(self._disc(), tokens, self._since.elapsed(), self._peak, is_still(self))

    def _disc(self) -> QRectF:
        center = QRectF(self.rect()).center()
        return QRectF(center.x() - DIAMETER / 2, center.y() - DIAMETER / 2, DIAMETER, DIAMETER)

    def _let_go(self) -> None:
        if self._is_held:
            self._is_held = False
            self.let_go.emit()

    def _set_moving(self, moves: bool) -> None:
        if moves:
            self._frames.start()
        else:
            self._frames.stop()

    def _on_frame(self) -> None:
        if level := self._levels.get(self._face):
            self._peak = max(self._peak - FALL_PER_FRAME, loudness(level()))
        self.ticked.emit(self._since.elapsed())
        self.update()

    def _draw_focus(self, painter: QPainter, tokens: Tokens) -> None:
        painter.setPen(QPen(tokens.color("text"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(self._disc().adjusted(-7, -7, 7, 7))


def loudness(dbfs: float) -> float:
    """Turn a level into a share between silence (0) and full scale (1)."""
    return min(1.0, max(0.0, 1.0 - dbfs / QUIETEST_DBFS))
