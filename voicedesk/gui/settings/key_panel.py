"""Enter, test, replace or remove the key, without ever showing it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from voicedesk.core.events import ServiceChosen
from voicedesk.core.inquiries import ListModels, ModelsListed
from voicedesk.core.problems import Kind, Problem
from voicedesk.core.secret import KeySource
from voicedesk.gui.bridge import Bridge
from voicedesk.gui.rows import problem_sentence
from voicedesk.gui.settings.key_verdict import verdict_of
from voicedesk.gui.settings.row import NARROW_CHARACTERS, words
from voicedesk.gui.settings.verdict import Mood, Verdict
from voicedesk.gui.style import GRID

LONGEST_KEY = 1_000
FIELD_CHARACTERS = 16
KEY_KINDS = frozenset(
    kind for kind in Kind if kind.name.startswith(("KEY_", "KEYRING_")) or kind is Kind.NO_KEYRING
)


class KeyPanel(QWidget):
    """A field whose content leaves it as soon as the key was handed over; then the key is tested."""

    accepted = Signal()
    """The service took the key."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._service: ServiceChosen | None = None
        self._tests_next = False
        self._status = words(self.tr("Looking for a key…"), parent=self)
        self._status.setObjectName("keyStatus")
        self._field = QLineEdit(self)
        self._verdict = Verdict(self)
        self._store = QPushButton(self.tr("Store and test"), self)
        self._test = QPushButton(self.tr("Test"), self)
        self._remove = QPushButton(self.tr("Remove"), self)
        self._state = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._entry = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._set_up()
        self._arrange()

    @property
    def status(self) -> str:
        """Give the line that tells about the key in use."""
        return self._status.text()

    @property
    def verdict(self) -> str:
        """Give what the last test found, or what is wrong with the key."""
        return self._verdict.text

    def focus(self) -> None:
        """Let the person type the key."""
        self._field.setFocus()

    def show_service(self, service: ServiceChosen) -> None:
        """Tell whether a key is in use, and test one that was just entered."""
        self._service = service
        self._status.setText(self._status_of(service))
        self._remove.setVisible(not service.practice and service.source is not KeySource.ENVIRONMENT)
        self._test.setVisible(not service.practice)
        if self._tests_next:
            self._tests_next = False
            if not service.practice:
                self._on_test()

    def show_report(self, listed: ModelsListed) -> None:
        """Tell what the test found; the list of another service says nothing about this key."""
        if self._service and not self._service.practice and listed.base_url == self._service.base_url:
            self._verdict.say(*verdict_of(listed))
            if listed.problem is None:
                self.accepted.emit()

    def show_problem(self, problem: Problem) -> None:
        """Tell what is wrong with the key, if the problem is about it."""
        if problem.kind in KEY_KINDS:
            self._verdict.say(Mood.BAD, problem_sentence(problem))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the field, and the words, a line of their own where little room is left beside the buttons."""
        super().resizeEvent(event)
        self._turn(self._entry, self.width() - self._store.sizeHint().width(), FIELD_CHARACTERS)
        self._turn(self._state, self.width(), NARROW_CHARACTERS)

    def _turn(self, line: QBoxLayout, room_px: int, least_characters: int) -> None:
        down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        least_px = least_characters * self.fontMetrics().averageCharWidth()
        line.setDirection(down if room_px < least_px else right)

    def _status_of(self, service: ServiceChosen) -> str:
        if service.practice:
            return self.tr("No key is in use: VoiceDesk practises, and nothing leaves this computer.")
        places = {
            KeySource.KEYRING: self.tr(
                "A key is in use for {url}. It is stored in the keyring of this computer."
            ),
            KeySource.SESSION: self.tr("A key is in use for {url}. It is in memory only, until you quit."),
            KeySource.ENVIRONMENT: self.tr("A key is in use for {url}. It comes from COMETAPI_KEY."),
            None: self.tr("A key is in use for {url}."),
        }
        return places[service.source].replace("{url}", service.base_url)

    def _set_up(self) -> None:
        self._field.setEchoMode(QLineEdit.EchoMode.Password)
        self._field.setMaxLength(LONGEST_KEY)
        self._field.setPlaceholderText("sk-…")
        self._field.setAccessibleName(self.tr("CometAPI key"))
        self._field.setAccessibleDescription(self.tr("Paste the key; it is not shown"))
        self._field.returnPressed.connect(self._on_entered)
        self._store.setProperty("look", "main")
        self._store.clicked.connect(self._on_entered)
        self._test.clicked.connect(self._on_test)
        self._test.hide()
        self._remove.clicked.connect(self._on_remove)
        self._remove.hide()

    def _arrange(self) -> None:
        self._entry.addWidget(self._field, 1)
        self._entry.addWidget(self._store)
        buttons = QHBoxLayout()
        buttons.addWidget(self._test)
        buttons.addWidget(self._remove)
        buttons.addStretch(1)
        self._state.addWidget(self._status, 1)
        self._state.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID + GRID // 2)
        column.addLayout(self._state)
        column.addLayout(self._entry)
        column.addWidget(self._verdict)

    def _on_entered(self) -> None:
        key = self._field.text().strip()
        self._field.clear()
        if key:
            self._tests_next = True
            self._verdict.say(Mood.NEWS, self.tr("Storing the key…"))
            self._bridge.crew.enter_key(key)

    def _on_test(self) -> None:
        if self._service:
            self._verdict.say(Mood.NEWS, self.tr("Testing the key…"))
            self._bridge.crew.carry_out(ListModels(self._service.base_url))

    def _on_remove(self) -> None:
        self._verdict.say(Mood.NEWS, "")
        self._bridge.crew.forget_key()
