"""Draw the waveform of a message, and let it be walked through by mouse and keyboard."""

from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractSlider, QWidget

from voicedesk.core.peaks import Peaks
from voicedesk.core.units import Milliseconds
from voicedesk.gui.style import current_tokens
from voicedesk.gui.tokens import Tokens

BAR_PX = 2.0
STEP_PX = 3.5
LOWEST_PX = 2.0
HIGHEST_PX = 18.0
SEEK_MS = 5_000


def paint_wave(painter: QPainter, rect: QRectF, peaks: Peaks | None, share: float, tokens: Tokens) -> None:
    """Draw bars, the played ones strong and a line where the sound is; dots as long as nothing is known."""
    count = max(1, int(rect.width() // STEP_PX))
    bars = [_bar(rect, _height(peaks, bar, count), bar) for bar in range(count)]
    played = round(share * count)
    for color, drawn in (("accent", bars[:played]), ("edge", bars[played:])):
        if drawn:
            pen = QPen(tokens.color(color), BAR_PX, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawLines(drawn)
    if 0.0 < share < 1.0:
        painter.setPen(QPen(tokens.color("accent"), BAR_PX))
        x = rect.left() + share * count * STEP_PX
        painter.drawLine(QPointF(x, rect.top() + 4), QPointF(x, rect.bottom() - 4))


def _bar(rect: QRectF, height: float, place: int) -> QLineF:
    half = max(0.01, (height - BAR_PX) / 2)
    x, y = rect.left() + (place + 0.5) * STEP_PX, rect.center().y()
    return QLineF(x, y - half, x, y + half)


def _height(peaks: Peaks | None, bar: int, count: int) -> float:
    if not peaks:
        return LOWEST_PX
    first = bar * len(peaks) // count
    end = max(first + 1, (bar + 1) * len(peaks) // count)
    return max(LOWEST_PX, HIGHEST_PX * max(peaks[first:end]) / 255)


class WaveSlider(QAbstractSlider):
    """The waveform as a control: click or drag to a place, or go there by the arrow keys."""

    sought = Signal(int)
    """The place in milliseconds that shall be heard."""
    toggled = Signal()
    """Play or pause."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._peaks: Peaks | None = None
        self._length_ms = Milliseconds(1)
        self._place_ms = 0
        self._is_dragged = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus where Space talks
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(QCoreApplication.translate("Conversation", "Place in the sound, in seconds"))

    def show_sound(self, length_ms: Milliseconds, place_ms: int, peaks: Peaks | None) -> None:
        """Show a sound and where it is; while the person drags, the place is theirs."""
        self._length_ms, self._peaks = Milliseconds(max(1, length_ms)), peaks
        if not self._is_dragged:
            self._go_to(place_ms)

    def seek_to(self, x: float) -> None:
        """Want the sound from the place under a point on."""
        self._seek(self._place_under(x))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = current_tokens()
        paint_wave(painter, QRectF(self.rect()), self._peaks, self._place_ms / self._length_ms, tokens)
        if self.hasFocus():
            painter.setPen(QPen(tokens.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._is_dragged = True
            self._go_to(self._place_under(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._is_dragged:
            self._go_to(self._place_under(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._is_dragged:
            self._is_dragged = False
            self.sought.emit(self._place_under(event.position().x()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        targets = {
            Qt.Key.Key_Left: self._place_ms - self._step_ms,
            Qt.Key.Key_Right: self._place_ms + self._step_ms,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: self._length_ms - 1,
        }
        if event.key() in targets:
            self._seek(targets[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.toggled.emit()
        else:
            event.ignore()

    @property
    def _step_ms(self) -> int:
        return min(SEEK_MS, max(500, self._length_ms // 8))

    def _seek(self, place_ms: int) -> None:
        self._go_to(max(0, min(place_ms, self._length_ms - 1)))
        self.sought.emit(self._place_ms)

    def _go_to(self, place_ms: int) -> None:
        self._place_ms = max(0, min(place_ms, self._length_ms))
        self.setRange(0, self._length_ms // 1000)
        self.setValue(self._place_ms // 1000)
        self.update()

    def _place_under(self, x: float) -> int:
        share = x / max(1, self.width())
        return round(max(0.0, min(1.0, share)) * (self._length_ms - 1))
