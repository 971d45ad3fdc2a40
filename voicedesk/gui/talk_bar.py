"""The bar at the bottom: the question field, the talk button, and one line that says what is going on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from voicedesk.gui.faces import CAPTURING, Face
from voicedesk.gui.icons import IconButton
from voicedesk.gui.question_field import QuestionField
from voicedesk.gui.status_line import StatusLine
from voicedesk.gui.style import COLUMN_WIDTH, GRID
from voicedesk.gui.talk_button import Level, TalkButton


class TalkBar(QWidget):
    """Say what the person wants; show what is going on."""

    talk_wanted = Signal()
    send_wanted = Signal()
    stop_wanted = Signal()
    file_wanted = Signal()
    """A sound file shall be chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = QuestionField(self)
        self.button = TalkButton(self)
        self.line = StatusLine(self)
        self.above = QVBoxLayout()
        """Where features put what belongs to the question that is being made."""
        self._attach = IconButton("paperclip", self.tr("Attach a sound file"), self)
        self._send = IconButton("paper-plane-right", self.tr("Send"), self, color="accent")
        self._face = Face.STARTING
        self._is_troubled = False
        self._is_offline = False
        self._is_practice = False
        self._was_interrupted = False
        self._arrange()
        self._connect()

    @property
    def status(self) -> str:
        """Give the line under the field."""
        return self.line.text

    @property
    def attach_button(self) -> IconButton:
        """Give the button that opens a sound file."""
        return self._attach

    @property
    def send_button(self) -> IconButton:
        """Give the button that sends what is written."""
        return self._send

    def start(self, microphone: Level, voice: Level) -> None:
        """Be ready to talk, with these sources for the level of either voice."""
        self.button.follow(microphone, voice)
        self.show_face(Face.READY)

    def show_face(self, face: Face) -> None:
        """Show what is going on; what was before is forgotten when something new begins."""
        if face is not Face.READY:
            self._was_interrupted = self._is_offline = False
        self._face = face
        self._update()

    def show_interrupted(self) -> None:
        """Remember until something new begins that the answer did not come to its end."""
        self._was_interrupted = True
        self._update()

    def show_offline(self) -> None:
        """Remember that the service could not be reached, as long as a banner tells it."""
        self._is_offline = True
        self._update()

    def show_hint(self, text: str) -> None:
        """Say something small that needs no banner."""
        self.line.show_hint(text)

    def show_trouble(self, is_troubled: bool) -> None:
        """Mark the button while a problem is on screen."""
        self._is_troubled = is_troubled
        self._is_offline = self._is_offline and is_troubled
        self._update()

    def show_practice(self, is_practice: bool) -> None:
        """Show while nothing goes on that this is practice."""
        self._is_practice = is_practice
        self._update()

    def show_keys(self, extra: str) -> None:
        """Name the key that talks beside the space bar."""
        self.line.show_keys(extra)
        self.button.show_keys(extra)

    def _arrange(self) -> None:
        left = QGridLayout()
        left.setHorizontalSpacing(GRID // 2)
        left.setVerticalSpacing(GRID // 2)
        left.setColumnStretch(1, 1)
        left.setRowStretch(0, 1)
        left.addLayout(self.above, 1, 1)
        for column, widget in enumerate((self._attach, self.field, self._send)):
            left.addWidget(widget, 2, column, Qt.AlignmentFlag.AlignBottom)
        left.addWidget(self.line, 3, 1)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addLayout(left, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignBottom)
        content = QWidget(self)
        content.setMaximumWidth(COLUMN_WIDTH + 2 * GRID)
        content.setLayout(row)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(GRID, GRID, GRID, GRID)
        whole.addWidget(content)

    def _connect(self) -> None:
        self._send.hide()
        self._send.clicked.connect(self.field.submit)
        self._attach.clicked.connect(self.file_wanted)
        self.field.textChanged.connect(self._on_text_changed)
        self.field.refused.connect(self._on_paste_refused)
        self.line.stop_wanted.connect(self.stop_wanted)
        self.line.stop_left.connect(self.field.setFocus)
        self.button.held.connect(self.talk_wanted)
        self.button.let_go.connect(self.send_wanted)
        self.button.clicked.connect(self._on_pressed_by_key)
        self.button.ticked.connect(self._on_ticked)

    def _update(self) -> None:
        face = self._resting_face() if self._face is Face.READY else self._face
        if face is not self.button.face:
            self.button.show_face(face)
            self.line.show_face(face)

    def _resting_face(self) -> Face:
        """Say the most important of what is true while nothing goes on."""
        if self._is_troubled:
            return Face.OFFLINE if self._is_offline else Face.TROUBLED
        if self._was_interrupted:
            return Face.INTERRUPTED
        return Face.PRACTICE if self._is_practice else Face.READY

    def _on_ticked(self, milliseconds: int) -> None:
        self.line.show_time(milliseconds, self.button.loudness)

    def _on_text_changed(self) -> None:
        """Offer to send by mouse as soon as there is something to send."""
        self._send.setVisible(not self.field.document().isEmpty())

    def _on_pressed_by_key(self) -> None:
        """Let those talk who cannot hold a key: the first press begins, the second sends."""
        if self._face in CAPTURING:
            self.send_wanted.emit()
        else:
            self.talk_wanted.emit()

    def _on_paste_refused(self) -> None:
        self.show_hint(self.tr("This is too long for one question; nothing was pasted."))
