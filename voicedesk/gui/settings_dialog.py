"""The settings, as one plain form."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from voicedesk.core.settings import ServiceSettings, Settings, SoundSettings, Upload
from voicedesk.gui.key_panel import KeyPanel
from voicedesk.gui.style import GRID

VOICES = ("alloy", "ash", "ballad", "coral", "echo", "fable", "onyx", "nova", "sage", "shimmer", "verse")
TALK_MODELS = ("gpt-audio-1.5", "gpt-audio", "gpt-audio-mini")
TEXT_MODELS = ("gpt-4o-mini", "gpt-4o")
TRANSCRIPTION_MODELS = ("whisper-1", "gpt-4o-mini-transcribe", "gpt-4o-transcribe")
SPEECH_MODELS = ("tts-1", "tts-1-hd", "gpt-4o-mini-tts")
SHORTEST_CHOICE = 12

Names = tuple[str, ...]


class SettingsDialog(QDialog):
    """Show settings, and give them back changed when the person stores them."""

    stored = Signal(object)
    """The changed `Settings`."""

    def __init__(
        self, settings: Settings, devices: tuple[Names, Names], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Settings"))
        self._settings = settings
        self.key = KeyPanel(self)
        self._base_url = QLineEdit(settings.service.base_url, self)
        self._talk_model = _choice(TALK_MODELS, settings.service.talk_model, self)
        self._text_model = _choice(TEXT_MODELS, settings.service.text_model, self)
        self._transcription_model = _choice(TRANSCRIPTION_MODELS, settings.service.transcription_model, self)
        self._speech_model = _choice(SPEECH_MODELS, settings.service.speech_model, self)
        self._voice = _choice(VOICES, settings.service.voice, self)
        self._upload = self._upload_choice(settings.service.upload)
        self._own_words = QCheckBox(self.tr("Write down what I say"), self)
        self._own_words.setChecked(settings.service.transcribe_own_words)
        self._microphone = self._device_choice(devices[0], settings.sound.microphone)
        self._loudspeaker = self._device_choice(devices[1], settings.sound.loudspeaker)
        self._preroll = QCheckBox(self.tr("Keep the moment before the key goes down"), self)
        self._preroll.setChecked(settings.sound.preroll)
        self._speaks_typed = QCheckBox(self.tr("Speak the answers to typed questions"), self)
        self._speaks_typed.setChecked(settings.talk.speak_typed_answers)
        self._arrange()
        self.resize(560, 620)

    def focus_models(self) -> None:
        """Let the person choose another model."""
        self._talk_model.setFocus()

    def focus_devices(self) -> None:
        """Let the person choose another device."""
        self._microphone.setFocus()

    def settings(self) -> Settings:
        """Read the form; what it does not show stays as it was."""
        talk = replace(self._settings.talk, speak_typed_answers=self._speaks_typed.isChecked())
        return replace(self._settings, service=self._service(), sound=self._sound(), talk=talk)

    def accept(self) -> None:
        self.stored.emit(self.settings())
        super().accept()

    def _service(self) -> ServiceSettings:
        return replace(
            self._settings.service,
            base_url=self._base_url.text().strip() or ServiceSettings().base_url,
            talk_model=_chosen(self._talk_model, self._settings.service.talk_model),
            text_model=_chosen(self._text_model, self._settings.service.text_model),
            transcription_model=_chosen(
                self._transcription_model, self._settings.service.transcription_model
            ),
            speech_model=_chosen(self._speech_model, self._settings.service.speech_model),
            voice=_chosen(self._voice, self._settings.service.voice),
            upload=self._upload.currentData(),
            transcribe_own_words=self._own_words.isChecked(),
        )

    def _sound(self) -> SoundSettings:
        return replace(
            self._settings.sound,
            microphone=self._microphone.currentData(),
            loudspeaker=self._loudspeaker.currentData(),
            preroll=self._preroll.isChecked(),
        )

    def _upload_choice(self, current: Upload) -> QComboBox:
        box = QComboBox(self)
        box.addItem(self.tr("MP3 (an eighth of the size)"), Upload.MP3)
        box.addItem(self.tr("WAV"), Upload.WAV)
        box.setCurrentIndex(box.findData(current))
        _let_shrink(box)
        return box

    def _device_choice(self, names: Names, current: str) -> QComboBox:
        """Offer the devices that were seen; the one that was chosen stays even when it is not there."""
        box = QComboBox(self)
        box.addItem(self.tr("System default"), "")
        for name in names if current in ("", *names) else (current, *names):
            box.addItem(name, name)
        box.setCurrentIndex(box.findData(current))
        _let_shrink(box)
        return box

    def _arrange(self) -> None:
        content = QWidget(self)
        form = QFormLayout(content)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.setVerticalSpacing(GRID)
        for words, widget in self._lines():
            form.addRow(words, widget)
            if words:
                widget.setAccessibleName(words)
        area = QScrollArea(self)
        area.setWidget(content)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.addWidget(area)
        column.addWidget(self._buttons())

    def _lines(self) -> list[tuple[str, QWidget]]:
        return [
            (self.tr("CometAPI key"), self.key),
            (self.tr("Base URL"), self._base_url),
            (self.tr("Model for talking"), self._talk_model),
            (self.tr("Model for silent answers"), self._text_model),
            (self.tr("Model for writing down"), self._transcription_model),
            (self.tr("Model for speaking"), self._speech_model),
            (self.tr("Voice"), self._voice),
            (self.tr("Send recordings as"), self._upload),
            ("", self._own_words),
            (self.tr("Microphone"), self._microphone),
            (self.tr("Loudspeaker"), self._loudspeaker),
            ("", self._preroll),
            ("", self._speaks_typed),
        ]

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox(self)
        store = box.addButton(self.tr("Save"), QDialogButtonBox.ButtonRole.AcceptRole)
        store.setProperty("look", "main")
        box.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        return box


def _choice(known: Names, current: str, parent: QWidget) -> QComboBox:
    """Offer known names and take any other that is typed."""
    box = QComboBox(parent)
    box.setEditable(True)
    box.addItems(known if current in known else (current, *known))
    box.setCurrentText(current)
    _let_shrink(box)
    return box


def _let_shrink(box: QComboBox) -> None:
    """Let a long name be cut short instead of making the whole dialog wide."""
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(SHORTEST_CHOICE)
    box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)


def _chosen(box: QComboBox, before: str) -> str:
    return box.currentText().strip() or before
