"""The page about how answers are given."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from voicedesk.core.settings import DEFAULT_INSTRUCTIONS, Group, Settings
from voicedesk.gui.settings.flow import Flow
from voicedesk.gui.settings.page import Page
from voicedesk.gui.settings.row import words
from voicedesk.gui.style import GRID

LONGEST = 8_000
REST_MS = 600
"""So long after the last key the words are used; each change is written to the disk."""


class PersonaPage(Page):
    """The instructions that go before every conversation, with some to begin from."""

    icon = "user-circle"

    @classmethod
    def title(cls) -> str:
        return QCoreApplication.translate("Settings", "Persona")

    @classmethod
    def keywords(cls) -> str:
        return QCoreApplication.translate(
            "Settings", "instructions system prompt style teacher short answers"
        )

    def build(self) -> None:
        about = self.tr("These words go before every conversation. They say who answers, and how.")
        section = self.section(self.tr("Instructions"), about)
        self._text = QPlainTextEdit()
        self._text.setProperty("look", "field")
        self._text.setAccessibleName(self.tr("Instructions"))
        self._text.setTabChangesFocus(True)
        self._text.setMinimumHeight(20 * GRID)
        self._count = words("", "quiet")
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._use)
        self._text.textChanged.connect(self._on_typed)
        card = QWidget()
        column = QVBoxLayout(card)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(words(self.tr("Begin from"), "quiet"))
        column.addWidget(self._presets())
        column.addWidget(self._text)
        column.addWidget(self._count)
        section.add(card)

    def defaults(self) -> tuple[Group, ...]:
        return (replace(self.bridge.settings.service, instructions=DEFAULT_INSTRUCTIONS),)

    def left(self) -> None:
        if self._rest.isActive():
            self._use()

    def show_settings(self, settings: Settings) -> None:
        """Leave the text alone while the person types."""
        if not self._rest.isActive() and settings.service.instructions != self._text.toPlainText():
            self._text.setPlainText(settings.service.instructions)
            self._rest.stop()

    def _presets(self) -> QWidget:
        flow = Flow()
        for name, text in self._preset_texts():
            button = QPushButton(name)
            button.setProperty("words", text)
            button.clicked.connect(self._on_preset)
            flow.add(button)
        return flow

    def _preset_texts(self) -> tuple[tuple[str, str], ...]:
        """Give names and instructions; a person may read and change all of them."""
        return (
            (self.tr("Usual"), DEFAULT_INSTRUCTIONS),
            (
                self.tr("Short answers"),
                self.tr(
                    "You are a voice assistant. Answer aloud, in the language of the person, in one or two "
                    "short sentences. Say more only when you are asked for it."
                ),
            ),
            (
                self.tr("Patient teacher"),
                self.tr(
                    "You are a patient teacher who speaks aloud, in the language of the person. Explain one "
                    "step at a time in plain words, give an everyday example, and ask whether it was clear."
                ),
            ),
            (
                self.tr("Language partner"),
                self.tr(
                    "You are a friendly partner for language practice who speaks aloud. Talk slowly about "
                    "everyday things, correct one mistake at a time after the person has finished, and end "
                    "with a question."
                ),
            ),
            (
                self.tr("Sounding board"),
                self.tr(
                    "You help a person think aloud, in their language. Say in one sentence what you "
                    "understood, then ask the one question that helps most. Give advice only when you are "
                    "asked for it."
                ),
            ),
        )

    def _on_preset(self) -> None:
        self._text.setPlainText(self.sender().property("words"))
        self._use()

    def _on_typed(self) -> None:
        length = len(self._text.toPlainText())
        text = self.tr("{count} of {most} characters")
        self._count.setText(text.replace("{count}", str(length)).replace("{most}", str(LONGEST)))
        self._rest.start()

    def _use(self) -> None:
        self._rest.stop()
        text = self._text.toPlainText()[:LONGEST]
        if text != self.bridge.settings.service.instructions:
            self.put(replace(self.bridge.settings.service, instructions=text))
