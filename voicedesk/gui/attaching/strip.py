"""Show the sound file that is about to be asked about: its name, how far it is read, what it may cost."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from voicedesk.gui.elided_label import ElidedLabel
from voicedesk.gui.icons import IconButton
from voicedesk.gui.style import GRID

BAR_PX = 4
WHOLE = 1_000


class AttachmentStrip(QFrame):
    """One file; hidden while there is none."""

    send_wanted = Signal()
    removed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ElidedLabel("", self)
        self._about = QLabel(self)
        self._bar = QProgressBar(self)
        self._send = QPushButton(self.tr("Send"), self)
        self._remove = IconButton("x", self.tr("Remove the sound file"), self)
        self._set_up()
        self._arrange()
        self.hide()

    @property
    def words(self) -> str:
        """Give the name of the file and what is said about it."""
        return f"{self._name.text()}\n{self._about.text()}"

    @property
    def share(self) -> float:
        """Tell how much of the file is shown as read."""
        return self._bar.value() / WHOLE

    @property
    def send_button(self) -> QPushButton:
        """Give the button that asks about the file."""
        return self._send

    def show_reading(self, name: str) -> None:
        """Show that a file is being read."""
        self._name.show_text(name)
        self._about.setText(self.tr("Reading the file…"))
        self._bar.setValue(0)
        self._bar.show()
        self._send.hide()
        self.show()

    def show_share(self, share: float) -> None:
        """Show how much of it is read."""
        self._bar.setValue(round(share * WHOLE))

    def show_ready(self, about: str) -> None:
        """Offer to send it, with what there is to know before."""
        had_focus = self._remove.hasFocus()
        self._about.setText(about)
        self._bar.hide()
        self._send.show()
        if had_focus:
            self._send.setFocus()
        if QAccessible.isActive():
            words = f"{self._name.text()}. {about}"
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._about, words))

    def _set_up(self) -> None:
        self.setProperty("look", "news")
        self.setAccessibleName(self.tr("Attached sound file"))
        self._about.setProperty("look", "quiet")
        self._about.setWordWrap(True)
        self._bar.setRange(0, WHOLE)
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(BAR_PX)
        self._bar.setAccessibleName(self.tr("How much of the file is read"))
        self._send.setProperty("look", "main")
        self._send.setAutoDefault(True)
        self._send.clicked.connect(self.send_wanted)
        self._remove.clicked.connect(self.removed)

    def _arrange(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        for widget in (self._name, self._about, self._bar):
            widget.setSizePolicy(QSizePolicy.Policy.Ignored, widget.sizePolicy().verticalPolicy())
            words.addWidget(widget)
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID + GRID // 2, GRID, GRID, GRID)
        row.setSpacing(GRID)
        row.addLayout(words, 1)
        row.addWidget(self._send)
        row.addWidget(self._remove)
