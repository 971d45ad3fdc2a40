"""The bar at the bottom: the question field, the talk button, and one line that says what is going on."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from voicedesk.gui.faces import BUSY, CAPTURING, Face, advice_for, name_of
from voicedesk.gui.question_field import QuestionField
from voicedesk.gui.rows import clock_words
from voicedesk.gui.style import COLUMN_WIDTH, GRID
from voicedesk.gui.talk_button import TalkButton


class TalkBar(QWidget):
    """Say what the person wants; show what is going on."""

    talk_wanted = Signal()
    send_wanted = Signal()
    stop_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = QuestionField(self)
        self.button = TalkButton(self)
        self._status = QLabel(self)
        self._clock = QLabel(self)
        self._stop = QPushButton(self.tr("Stop"), self)
        self._face = Face.STARTING
        self._is_troubled = False
        self._is_practice = False
        self._hint = ""
        self._set_up()
        self._arrange()
        self._write_status()

    @property
    def status(self) -> str:
        """Give the line under the field."""
        return self._status.text()

    def start(self, level_dbfs: Callable[[], float]) -> None:
        """Be ready to talk, with this source for the level of the microphone."""
        self.button.listen_to(level_dbfs)
        self.show_face(Face.READY)

    def show_face(self, face: Face) -> None:
        """Show what is going on; a hint is over when something new begins."""
        if face is not self._face:
            self._hint = "" if face in BUSY else self._hint
            self._face = face
            self._update()

    def show_hint(self, text: str) -> None:
        """Say something small that needs no banner."""
        self._hint = text
        self._write_status()
        self._announce(text)

    def show_trouble(self, is_troubled: bool) -> None:
        """Mark the button while a problem is on screen."""
        if is_troubled is not self._is_troubled:
            self._is_troubled = is_troubled
            self._update()

    def show_practice(self, is_practice: bool) -> None:
        """Say while nothing goes on that this is practice."""
        self._is_practice = is_practice
        self._write_status()

    def _set_up(self) -> None:
        self._status.setObjectName("status")
        self._status.setTextFormat(Qt.TextFormat.PlainText)
        self._status.setWordWrap(True)
        self._clock.setObjectName("clock")
        self._stop.setProperty("look", "flat")
        self._stop.setToolTip(self.tr("Stop everything (Esc)"))
        self._stop.setAccessibleDescription(self.tr("Stops listening, thinking and speaking"))
        policy = self._stop.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # the field above must not move when it comes and goes
        self._stop.setSizePolicy(policy)
        self._stop.hide()
        self._stop.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._stop.clicked.connect(self.stop_wanted)
        self.button.held.connect(self.talk_wanted)
        self.button.let_go.connect(self.send_wanted)
        self.button.clicked.connect(self._on_pressed_by_key)
        self.button.ticked.connect(self._on_ticked)
        self.field.refused.connect(self._on_paste_refused)

    def _arrange(self) -> None:
        status = QHBoxLayout()
        status.addWidget(self._status, 1)
        status.addWidget(self._clock)
        status.addWidget(self._stop)
        left = QVBoxLayout()
        left.setSpacing(GRID // 2)
        left.addStretch()
        left.addWidget(self.field)
        left.addLayout(status)
        row = QHBoxLayout()
        row.addLayout(left, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignBottom)
        column = QWidget(self)
        column.setMaximumWidth(COLUMN_WIDTH + 2 * GRID)
        row.setContentsMargins(0, 0, 0, 0)
        column.setLayout(row)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(2 * GRID, GRID, GRID, GRID)
        whole.addWidget(column)

    def _update(self) -> None:
        """Show the face; a problem on screen shows only while nothing else goes on."""
        face = Face.TROUBLED if self._is_troubled and self._face is Face.READY else self._face
        self.button.show_face(face)
        if self._stop.hasFocus() and face not in BUSY:
            self.field.setFocus()
        self._stop.setVisible(face in BUSY)
        self._clock.setText(clock_words(0) if face is Face.LISTENING else "")
        self._write_status()
        self._announce(name_of(face))

    def _write_status(self) -> None:
        face = self.button.face
        name = self.tr("Practice") if self._is_practice and face is Face.READY else name_of(face)
        said = " · ".join(part for part in (name, advice_for(face)) if part)
        self._status.setText(self._hint or said)

    def _announce(self, text: str) -> None:
        """Tell a screen reader at once; the status line alone would be read when somebody walks to it."""
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._status, text))

    def _on_ticked(self, milliseconds: int) -> None:
        if self.button.face is Face.LISTENING:
            self._clock.setText(clock_words(milliseconds))

    def _on_pressed_by_key(self) -> None:
        """Let those talk who cannot hold a key: the first press begins, the second sends."""
        if self._face in CAPTURING:
            self.send_wanted.emit()
        else:
            self.talk_wanted.emit()

    def _on_paste_refused(self) -> None:
        self.show_hint(self.tr("This is too long for one question; nothing was pasted."))
