"""Choose the model for one purpose, see what is known of it, and be led on when it is gone."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from voicedesk.core.model_catalogue import Purpose, choices_for, suggestion_for
from voicedesk.gui.settings.choice import Choice
from voicedesk.gui.settings.model_words import facts_of, warning_of
from voicedesk.gui.settings.row import Row
from voicedesk.gui.settings.verdict import Mood, Verdict
from voicedesk.gui.style import GRID


class ModelRow(QWidget):
    """Offer what the service lists, or before it was asked what is known; a name may be typed as well."""

    chosen = Signal(object)
    """The name that was taken or typed."""

    def __init__(self, title: str, about: str, purpose: Purpose, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._about = about
        self._purpose = purpose
        self._suggested = ""
        self.choice = Choice(self)
        self.choice.setEditable(True)
        self.choice.setInsertPolicy(Choice.InsertPolicy.NoInsert)
        self.choice.chosen.connect(self.chosen)
        line = self.choice.lineEdit()
        assert line
        line.editingFinished.connect(self._on_typed)
        self._row = Row(title, self.choice, about, self)
        self._warning = Verdict(self)
        self._take = QPushButton(self)
        self._take.clicked.connect(self._on_taken)
        self._take.hide()
        self._arrange()

    @property
    def warning(self) -> str:
        """Give what speaks against the model."""
        return self._warning.text

    def show_model(self, name: str, offered: frozenset[str], today: date) -> None:
        """Show what is chosen among what can be."""
        names = choices_for(self._purpose, offered, today)
        entries = [(each, each) for each in (names if name in names else (name, *names))]
        if not self.choice.hasFocus() or self.choice.currentText() != name:
            self.choice.offer(entries, name)
        self._row.say(f"{self._about}\n{facts_of(name)}")
        warning = warning_of(name, offered, today)
        self._warning.say(Mood.BAD, warning)
        self._suggest(suggestion_for(self._purpose, offered, today) if warning else "", name)

    def _suggest(self, name: str, instead_of: str) -> None:
        self._suggested = "" if name == instead_of else name
        self._take.setText(self.tr("Use {name}").replace("{name}", self._suggested))
        self._take.setVisible(bool(self._suggested))

    def _arrange(self) -> None:
        below = QHBoxLayout()
        below.setContentsMargins(2 * GRID, 0, 2 * GRID, GRID)
        below.addWidget(self._warning, 1)
        below.addWidget(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._row)
        column.addLayout(below)

    def _on_typed(self) -> None:
        typed = self.choice.currentText().strip()
        if typed and typed != self.choice.currentData():
            self.chosen.emit(typed)

    def _on_taken(self) -> None:
        self.chosen.emit(self._suggested)
