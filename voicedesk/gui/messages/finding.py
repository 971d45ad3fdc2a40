"""Mark a message that was looked for, for a moment."""

from PySide6.QtCore import QObject, QTimer, QVariantAnimation, Signal
from PySide6.QtWidgets import QWidget

from voicedesk.gui.motion import is_still

SHOWN_MS = 900
FADE_MS = 180


class Finding(QObject):
    """Light up at once, stay a moment, and fade."""

    changed = Signal(float)
    """How strong the mark is, from 0 to 1."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._widget = parent
        self._rest = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._rest.timeout.connect(self._on_rested)
        self._fade = QVariantAnimation(self, startValue=1.0, endValue=0.0, duration=FADE_MS)
        self._fade.valueChanged.connect(self._on_faded)

    def begin(self) -> None:
        """Light up."""
        self._fade.stop()
        self.changed.emit(1.0)
        self._rest.start()

    def _on_faded(self, strength: object) -> None:
        self.changed.emit(strength)

    def _on_rested(self) -> None:
        if is_still(self._widget):
            self.changed.emit(0.0)
        else:
            self._fade.start()
