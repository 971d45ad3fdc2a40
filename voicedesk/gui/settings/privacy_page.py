"""The page about what leaves the computer."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from voicedesk.core.disclosure import Disclosure, Occasion, Part, disclosures_of
from voicedesk.core.events import ServiceChosen
from voicedesk.core.settings import Settings
from voicedesk.gui.settings.page import Page
from voicedesk.gui.settings.row import words
from voicedesk.gui.style import GRID


class PrivacyPage(Page):
    """A table of every kind of request, true for the settings as they are."""

    icon = "shield-check"

    @classmethod
    def title(cls) -> str:
        return QCoreApplication.translate("Settings", "Privacy")

    @classmethod
    def keywords(cls) -> str:
        return QCoreApplication.translate("Settings", "privacy sent leaves data internet telemetry request")

    def build(self) -> None:
        self._where = words("")
        self._where.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._where)
        self._table = QWidget()
        self._rows = QVBoxLayout(self._table)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self.section(self.tr("What each request holds")).add(self._table)
        self._shown: tuple[Disclosure, ...] = ()
        section = self.section(self.tr("Never"))
        section.add_row(self.tr("No telemetry, and no search for updates"), None)
        section.add_row(self.tr("No request that you did not begin, and none to any other address"), None)
        section.add_row(
            self.tr("The key: only in the keyring, in memory, and in the header of a request"), None
        )
        self.show_settings(self.bridge.settings)

    @property
    def told(self) -> tuple[Disclosure, ...]:
        """Give what the table tells."""
        return self._shown

    def show_settings(self, settings: Settings) -> None:
        disclosures = disclosures_of(settings)
        if disclosures != self._shown:
            self._shown = disclosures
            self._fill(disclosures)

    def show_service(self, service: ServiceChosen) -> None:
        if service.practice:
            self._where.setText(
                self.tr(
                    "Practice is on: all of this goes to a service inside VoiceDesk, "
                    "and nothing leaves this computer."
                )
            )
        else:
            text = self.tr("All of this goes to {url} and to no other address.")
            self._where.setText(text.replace("{url}", service.base_url))

    def _fill(self, disclosures: tuple[Disclosure, ...]) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if widget := item.widget():
                widget.deleteLater()
        for disclosure in disclosures:
            self._rows.addWidget(_line(disclosure))


def _line(disclosure: Disclosure) -> QWidget:
    line = QWidget()
    column = QVBoxLayout(line)
    column.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
    column.setSpacing(2)
    column.addWidget(words(_occasion(disclosure)))
    column.addWidget(words("\n".join(f"• {_part(part)}" for part in disclosure.parts), "quiet"))
    return line


def _occasion(disclosure: Disclosure) -> str:
    texts = {
        Occasion.TALKING: QCoreApplication.translate("Privacy", "When you talk, {model} gets:"),
        Occasion.WRITING_DOWN: QCoreApplication.translate(
            "Privacy", "So that your own words can be shown, {model} gets:"
        ),
        Occasion.TYPING: QCoreApplication.translate("Privacy", "When you type a question, {model} gets:"),
        Occasion.READING_ALOUD: QCoreApplication.translate(
            "Privacy", "When a spoken answer comes without sound, {model} gets:"
        ),
        Occasion.SUMMING_UP: QCoreApplication.translate(
            "Privacy", "When a conversation grows too long to be sent whole, {model} gets:"
        ),
        Occasion.SAMPLE: QCoreApplication.translate("Privacy", "When you try a voice, {model} gets:"),
        Occasion.MODELS: QCoreApplication.translate(
            "Privacy", "When you test the key or look at the models, the service gets:"
        ),
        Occasion.GETTING_READY: QCoreApplication.translate(
            "Privacy", "When you begin to talk, a connection is made ready, which sends:"
        ),
    }
    return texts[disclosure.occasion].replace("{model}", disclosure.model)


def _part(part: Part) -> str:
    texts = {
        Part.RECORDING: QCoreApplication.translate("Privacy", "the recording"),
        Part.TYPED_TEXT: QCoreApplication.translate("Privacy", "what you typed"),
        Part.INSTRUCTIONS: QCoreApplication.translate("Privacy", "the instructions of the persona"),
        Part.CONVERSATION: QCoreApplication.translate(
            "Privacy", "the text of this conversation, as far back as there is room"
        ),
        Part.OLDER_TURNS: QCoreApplication.translate(
            "Privacy", "the text of its oldest part, to sum it up for later questions"
        ),
        Part.ANSWER_NAME: QCoreApplication.translate(
            "Privacy", "the name by which the service knows the sound of its last answer"
        ),
        Part.ANSWER_TEXT: QCoreApplication.translate("Privacy", "the text of the answer"),
        Part.SAMPLE_TEXT: QCoreApplication.translate("Privacy", "a fixed sentence"),
        Part.KEY: QCoreApplication.translate("Privacy", "your key, in a header"),
        Part.NOTHING: QCoreApplication.translate("Privacy", "neither the key nor anything you said"),
    }
    return texts[part]
