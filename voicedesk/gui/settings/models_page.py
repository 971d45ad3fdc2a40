"""The page about models and the voice."""

from dataclasses import replace
from datetime import UTC, date, datetime

from PySide6.QtCore import QCoreApplication, QTime
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from voicedesk.core.events import ServiceChosen
from voicedesk.core.inquiries import ListModels, ModelsListed, Report
from voicedesk.core.model_catalogue import KNOWN_ON, VOICES, Purpose, has_voice
from voicedesk.core.prices import PRICES
from voicedesk.core.problem_texts import title_of
from voicedesk.core.problems import Action
from voicedesk.core.session import Stage, State
from voicedesk.core.settings import Group, ServiceSettings, Settings
from voicedesk.gui.rows import translate_problem
from voicedesk.gui.settings.choice import Choice
from voicedesk.gui.settings.model_row import ModelRow
from voicedesk.gui.settings.model_words import day_words
from voicedesk.gui.settings.page import Page
from voicedesk.gui.settings.row import Row, words
from voicedesk.gui.style import GRID

FIELDS = {
    Purpose.TALK: "talk_model",
    Purpose.TEXT: "text_model",
    Purpose.TRANSCRIPTION: "transcription_model",
    Purpose.SPEECH: "speech_model",
}


def today() -> date:
    """Read the calendar."""
    return datetime.now(UTC).astimezone().date()


class ModelsPage(Page):
    """A model for each purpose from the service's own list, and the voice with a sample."""

    icon = "cpu"
    answers = frozenset({Action.CHOOSE_MODEL})

    @classmethod
    def title(cls) -> str:
        return QCoreApplication.translate("Settings", "Models and voice")

    @classmethod
    def keywords(cls) -> str:
        return QCoreApplication.translate(
            "Settings", "model voice sample price end talking transcription speech text gpt whisper tts"
        )

    def build(self) -> None:
        self._offered: frozenset[str] = frozenset()
        self._service: ServiceChosen | None = None
        self._is_asking = False
        self._build_models()
        self._build_voice()

    def defaults(self) -> tuple[Group, ...]:
        now, first = self.bridge.settings.service, ServiceSettings()
        models = {name: getattr(first, name) for name in FIELDS.values()}
        return (replace(now, voice=first.voice, **models),)

    def opened(self) -> None:
        if not self._offered:
            self._ask()

    def show_settings(self, settings: Settings) -> None:
        for purpose, row in self._models.items():
            row.show_model(getattr(settings.service, FIELDS[purpose]), self._offered, today())
        self._show_voice(settings.service)

    def show_service(self, service: ServiceChosen) -> None:
        """Forget the list of another service."""
        if self._service and service.base_url != self._service.base_url:
            self._offered = frozenset()
        self._service = service

    def show_report(self, report: Report) -> None:
        if not isinstance(report, ModelsListed) or (
            self._service and report.base_url != self._service.base_url
        ):
            return
        self._is_asking = False
        self._refresh.setEnabled(True)
        if report.problem:
            text = self.tr("The list could not be had: {reason}")
            self._told.setText(text.replace("{reason}", title_of(report.problem, translate_problem)))
        else:
            self._offered = frozenset(report.names)
            self._told.setText(self._asked_at(len(report.names)))
        self.show_settings(self.bridge.settings)

    def show_state(self, state: State) -> None:
        self._is_playing = state.stage is Stage.SAMPLING
        may_play = state.stage in (Stage.IDLE, Stage.REPLAYING, Stage.SAMPLING)
        self._hear.setEnabled(may_play and self._has_voice() is not False)
        self._hear.setText(self.tr("Stop") if self._is_playing else self.tr("Hear it"))

    def focus_problem(self) -> None:
        self._models[Purpose.TALK].choice.setFocus()

    def _build_models(self) -> None:
        about = self.tr("What is known of a model is from {day}.").replace("{day}", day_words(KNOWN_ON))
        section = self.section(self.tr("Models"), about)
        self._models = {purpose: ModelRow(*texts, purpose) for purpose, texts in self._texts().items()}
        for purpose, row in self._models.items():
            row.setProperty("purpose", purpose.name)
            row.chosen.connect(self._on_model)
            section.add(row)
        self._told = words(self.tr("The service is asked for its models when this page opens."), "quiet")
        self._refresh = QPushButton(self.tr("Refresh"))
        self._refresh.clicked.connect(self._ask)
        line = QWidget()
        told = QHBoxLayout(line)
        told.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        told.addWidget(self._told, 1)
        told.addWidget(self._refresh)
        section.add(line)

    def _texts(self) -> dict[Purpose, tuple[str, str]]:
        return {
            Purpose.TALK: (self.tr("For talking"), self.tr("Hears what you say and answers aloud.")),
            Purpose.TEXT: (self.tr("For silent answers"), self.tr("Answers typed questions in writing.")),
            Purpose.TRANSCRIPTION: (self.tr("For writing down"), self.tr("Turns what you say into text.")),
            Purpose.SPEECH: (self.tr("For reading aloud"), self.tr("Speaks a text.")),
        }

    def _build_voice(self) -> None:
        section = self.section(self.tr("Voice"))
        self._voice = Choice()
        self._voice.setEditable(True)
        self._voice.setInsertPolicy(Choice.InsertPolicy.NoInsert)
        self._voice.chosen.connect(self._on_voice)
        line = self._voice.lineEdit()
        assert line
        line.editingFinished.connect(self._on_voice_typed)
        section.add_row(self.tr("Voice"), self._voice, self.tr("Used for spoken answers."))
        self._hear = QPushButton(self.tr("Hear it"))
        self._hear.clicked.connect(self._on_hear)
        self._sample: Row = section.add_row(self.tr("Sample"), self._hear)

    def _show_voice(self, service: ServiceSettings) -> None:
        voices = VOICES if service.voice in VOICES else (service.voice, *VOICES)
        if self._voice.currentText() != service.voice or not self._voice.hasFocus():
            self._voice.offer([(voice, voice) for voice in voices], service.voice)
        self._sample.say(self._about_sample(service))
        self.show_state(self.bridge.state)

    def _has_voice(self) -> bool | None:
        service = self.bridge.settings.service
        return has_voice(service.speech_model, service.voice)

    def _about_sample(self, service: ServiceSettings) -> str:
        if self._has_voice() is False:
            text = self.tr("{model} does not have this voice. You hear it when {talk} answers.")
            return text.replace("{model}", service.speech_model).replace("{talk}", service.talk_model)
        if self.bridge.service and self.bridge.service.practice:
            return self.tr("In practice every voice sounds alike: one tone for each word.")
        if service.speech_model in PRICES:
            text = self.tr("One short sentence spoken by {model}; it costs a fraction of a cent.")
        else:
            text = self.tr("One short sentence spoken by {model}; what it costs is not known here.")
        return text.replace("{model}", service.speech_model)

    def _asked_at(self, count: int) -> str:
        text = self.tr("The service offers {count} models, as of {time}.")
        time = QTime.currentTime().toString("HH:mm")
        return text.replace("{count}", str(count)).replace("{time}", time)

    def _ask(self) -> None:
        """Ask the service, which is only done when the page is opened or the button pressed."""
        service = self.bridge.service
        if service and not self._is_asking:
            self._is_asking = True
            self._refresh.setEnabled(False)
            self._told.setText(self.tr("Asking the service…"))
            self.bridge.crew.carry_out(ListModels(service.base_url))

    def _on_model(self, name: str) -> None:
        purpose = next(purpose for purpose, row in self._models.items() if row is self.sender())
        self.put(replace(self.bridge.settings.service, **{FIELDS[purpose]: name}))  # type: ignore[arg-type]

    def _on_voice(self, name: str) -> None:
        self.put(replace(self.bridge.settings.service, voice=name))

    def _on_voice_typed(self) -> None:
        typed = self._voice.currentText().strip()
        if typed and typed != self.bridge.settings.service.voice:
            self._on_voice(typed)

    def _on_hear(self) -> None:
        if self._is_playing:
            self.bridge.stop()
        else:
            self.bridge.try_voice(self.tr("Hello. This is how I sound."), self.bridge.settings.service)
