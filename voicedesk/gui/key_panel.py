"""Enter, replace or remove the key, without ever showing it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from voicedesk.core.events import ServiceChosen
from voicedesk.core.problems import Kind, Problem
from voicedesk.gui.plain_text import for_label
from voicedesk.gui.rows import problem_sentence

LONGEST_KEY = 1_000
KEY_KINDS = frozenset(
    kind for kind in Kind if kind.name.startswith(("KEY_", "KEYRING_")) or kind is Kind.NO_KEYRING
)


class KeyPanel(QWidget):
    """A field whose content leaves it as soon as the key was handed over."""

    entered = Signal(str)
    forgotten = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._status = QLabel(self.tr("Looking for a key…"), self)
        self._status.setObjectName("keyStatus")
        self._status.setWordWrap(True)
        self._field = QLineEdit(self)
        self._field.setEchoMode(QLineEdit.EchoMode.Password)
        self._field.setMaxLength(LONGEST_KEY)
        self._field.setPlaceholderText("sk-…")
        self._field.setAccessibleName(self.tr("CometAPI key"))
        self._store = QPushButton(self.tr("Store key"), self)
        self._remove = QPushButton(self.tr("Remove key"), self)
        self._remove.setEnabled(False)
        self._connect()
        self._arrange()

    @property
    def status(self) -> str:
        """Give the line that tells about the key."""
        return self._status.text()

    def focus(self) -> None:
        """Let the person type the key."""
        self._field.setFocus()

    def show_service(self, service: ServiceChosen) -> None:
        """Tell whether a key is in use."""
        self._remove.setEnabled(not service.practice)
        if service.practice:
            self._status.setText(self.tr("No key is in use; VoiceDesk practises without the service."))
        else:
            self._status.setText(
                for_label(self.tr("A key is in use for {url}.").format(url=service.base_url))
            )

    def show_problem(self, problem: Problem) -> None:
        """Tell what is wrong with the key, if the problem is about it."""
        if problem.kind in KEY_KINDS:
            self._status.setText(for_label(problem_sentence(problem)))

    def _connect(self) -> None:
        self._field.returnPressed.connect(self._on_entered)
        self._store.clicked.connect(self._on_entered)
        self._remove.clicked.connect(self.forgotten)
        self._store.setAutoDefault(False)
        self._remove.setAutoDefault(False)

    def _arrange(self) -> None:
        row = QHBoxLayout()
        for widget in (self._field, self._store, self._remove):
            row.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self._status)

    def _on_entered(self) -> None:
        key = self._field.text().strip()
        self._field.clear()
        if key:
            self._status.setText(self.tr("Storing the key…"))
            self.entered.emit(key)
