"""The one line under the question field: what goes on, how loud and how long, and a way to stop it."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from voicedesk.gui.announcement import announce
from voicedesk.gui.characters import even_digits
from voicedesk.gui.clock import clock_words
from voicedesk.gui.faces import BUSY, LONG_WAIT_MS, RESTING, TIMED, Face, advice_for, keys_that_talk, name_of
from voicedesk.gui.fitting_label import FittingLabel
from voicedesk.gui.level_meter import LevelMeter
from voicedesk.gui.style import GRID

WIDE_PX = 320
"""In less room the words matter more than the meter; the ring of the button shows the level, too."""


class StatusLine(QWidget):
    """Words for every face; a hint takes their place until something new begins."""

    stop_wanted = Signal()
    stop_left = Signal()
    """The stop button had the focus and has nothing to stop any more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = FittingLabel(self)
        self._meter = LevelMeter(self)
        self._clock = QLabel(self)
        self._stop = QPushButton(self.tr("Stop"), self)
        self._face = Face.STARTING
        self._name = name_of(Face.STARTING)
        self._keys = keys_that_talk("")
        self._hint = ""
        self._set_up()
        self._arrange()
        self._write()

    @property
    def text(self) -> str:
        """Give the words."""
        return self._words.text()

    @property
    def meter(self) -> LevelMeter:
        """Give the meter that is shown while somebody speaks to the program."""
        return self._meter

    def show_face(self, face: Face) -> None:
        """Say what goes on now; a hint is over when something new begins."""
        self._face = face
        self._hint = "" if face in BUSY else self._hint
        self._show_stop(face in BUSY)
        self._meter.clear()
        self._meter.setVisible(face is Face.LISTENING and self.width() >= WIDE_PX)
        self._clock.setText(clock_words(0) if face is Face.LISTENING else "")
        self._rename(name_of(face))

    def show_hint(self, text: str) -> None:
        """Say something small that needs no banner."""
        self._hint = text
        self._write()
        self._announce(text)

    def show_keys(self, extra: str) -> None:
        """Name the keys that talk."""
        self._keys = keys_that_talk(extra)
        self._write()

    def show_time(self, milliseconds: int, loudness: float) -> None:
        """Show how long this has lasted, and how loud it is."""
        self._rename(name_of(self._face, milliseconds))
        if self._face is Face.LISTENING:
            self._meter.add(loudness)
        if self._face is Face.LISTENING or (self._face in TIMED and milliseconds >= LONG_WAIT_MS):
            self._clock.setText(clock_words(milliseconds))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._keep_height()

    def _keep_height(self) -> None:
        """Have room for the stop button while it is not there, so that the field above stays where it is."""
        self.setMinimumHeight(self._stop.sizeHint().height())

    def _set_up(self) -> None:
        self._words.setObjectName("status")
        self._clock.setObjectName("clock")
        self._clock.setFont(even_digits())
        self._stop.setProperty("look", "flat")
        self._stop.setToolTip(self.tr("Stop everything (Esc)"))
        self._stop.setAccessibleDescription(self.tr("Stops listening, thinking and speaking"))
        self._stop.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._stop.clicked.connect(self.stop_wanted)
        self._keep_height()
        self._stop.hide()

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self._words, 1)
        for widget in (self._meter, self._clock, self._stop):
            row.addWidget(widget)

    def _show_stop(self, can_stop: bool) -> None:
        had_focus = self._stop.hasFocus()
        self._stop.setVisible(can_stop)
        if had_focus and not can_stop:
            self.stop_left.emit()

    def _rename(self, name: str) -> None:
        """Say a new name aloud, once."""
        has_changed = name != self._name
        self._name = name
        self._write()
        if has_changed:
            self._announce(name)

    def _write(self) -> None:
        if self._hint and self._face in RESTING:
            self._words.show_paragraph(self._hint)
            return
        advice = advice_for(self._face, self._keys)
        longest = (f"{self._name} · {advice}",) if advice else ()
        self._words.show_line(*longest, self._name, name_of(self._face))

    def _announce(self, text: str) -> None:
        """Tell a screen reader at once; the words alone would be read when somebody walks to them."""
        announce(self._words, text)
