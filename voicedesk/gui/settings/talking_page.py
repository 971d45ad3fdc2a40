"""The page about how talking behaves."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from voicedesk.core.settings import Cues, Group, ServiceSettings, Settings, TalkSettings, Upload
from voicedesk.gui.key_capture import KeyCapture
from voicedesk.gui.settings.choice import Choice
from voicedesk.gui.settings.page import Page
from voicedesk.gui.settings.switch import Switch

SHORTEST_MS = (0, 100, 200, 300, 500, 1_000)


class TalkingPage(Page):
    """What is written down, what is spoken, what is sent."""

    icon = "chat-circle-dots"

    @classmethod
    def title(cls) -> str:
        return QCoreApplication.translate("Settings", "Talking")

    @classmethod
    def keywords(cls) -> str:
        return QCoreApplication.translate(
            "Settings", "own words transcription typed spoken tap key space hold format MP3 WAV upload"
        )

    def build(self) -> None:
        section = self.section(self.tr("Words"))
        self._own_words = Switch(False)
        self._own_words.toggled.connect(self._on_own_words)
        about = self.tr(
            "Your own words appear in the conversation, and later questions send them instead of the sound. "
            "It is one more request for each recording."
        )
        section.add_row(self.tr("Write down what I say"), self._own_words, about)
        self._speaks = Switch(False)
        self._speaks.toggled.connect(self._on_speaks)
        about = self.tr("Off, a typed question is answered in writing only, by the model for silent answers.")
        section.add_row(self.tr("Speak the answers to typed questions"), self._speaks, about)
        self._announces = Switch(False)
        self._announces.toggled.connect(self._on_announces)
        about = self.tr("Off is for whoever listens to the voice and needs the text only now and then.")
        section.add_row(self.tr("Tell a screen reader each answer"), self._announces, about)
        self._build_recording()

    def defaults(self) -> tuple[Group, ...]:
        service, first = self.bridge.settings.service, ServiceSettings()
        kept = replace(service, transcribe_own_words=first.transcribe_own_words, upload=first.upload)
        talk, first_talk = self.bridge.settings.talk, TalkSettings()
        return kept, replace(
            talk,
            speak_typed_answers=first_talk.speak_typed_answers,
            announce_answers=first_talk.announce_answers,
            shortest_press_ms=first_talk.shortest_press_ms,
            key=first_talk.key,
            cues=first_talk.cues,
        )

    def show_settings(self, settings: Settings) -> None:
        self._own_words.setChecked(settings.service.transcribe_own_words)
        self._speaks.setChecked(settings.talk.speak_typed_answers)
        self._announces.setChecked(settings.talk.announce_answers)
        formats = [(Upload.MP3, self.tr("MP3, much smaller")), (Upload.WAV, self.tr("WAV"))]
        self._upload.offer(formats, settings.service.upload)
        lengths = sorted({*SHORTEST_MS, settings.talk.shortest_press_ms})
        words = self.tr("{seconds} s")
        entries = [(length, words.replace("{seconds}", f"{length / 1000:g}")) for length in lengths]
        self._shortest.offer(entries, settings.talk.shortest_press_ms)
        self._key.show_key(settings.talk.key)
        cues = [
            (Cues.OFF, self.tr("None")),
            (Cues.AFTER, self.tr("After a recording")),
            (Cues.ALL, self.tr("Before and after")),
        ]
        self._cues.offer(cues, settings.talk.cues)

    def _build_recording(self) -> None:
        section = self.section(self.tr("Recordings"))
        self._key = KeyCapture()
        self._key.captured.connect(self._on_key)
        about = self.tr("Held in this window it talks, beside Space.")
        section.add_row(self.tr("Another key to talk"), self._key, about)
        self._cues = Choice()
        self._cues.chosen.connect(self._on_cues)
        about = self.tr(
            "Short sounds tell what was sent, stopped or went wrong; one before a recording delays it a bit. "
            "There are none while the moment before the key is kept."
        )
        section.add_row(self.tr("Sounds"), self._cues, about)
        self._shortest = Choice()
        self._shortest.chosen.connect(self._on_shortest)
        about = self.tr("What is shorter counts as a slip of the finger and is not sent.")
        section.add_row(self.tr("Shortest press"), self._shortest, about)
        self._upload = Choice()
        self._upload.chosen.connect(self._on_upload)
        about = self.tr("Choose WAV if the service does not take MP3.")
        section.add_row(self.tr("Send recordings as"), self._upload, about)

    def _on_own_words(self, is_on: bool) -> None:
        if is_on != self.bridge.settings.service.transcribe_own_words:
            self.put(replace(self.bridge.settings.service, transcribe_own_words=is_on))

    def _on_speaks(self, is_on: bool) -> None:
        if is_on != self.bridge.settings.talk.speak_typed_answers:
            self.put(replace(self.bridge.settings.talk, speak_typed_answers=is_on))

    def _on_cues(self, cues: Cues) -> None:
        self.put(replace(self.bridge.settings.talk, cues=cues))

    def _on_key(self, key: str) -> None:
        self.put(replace(self.bridge.settings.talk, key=key))

    def _on_announces(self, is_on: bool) -> None:
        if is_on != self.bridge.settings.talk.announce_answers:
            self.put(replace(self.bridge.settings.talk, announce_answers=is_on))

    def _on_upload(self, upload: Upload) -> None:
        self.put(replace(self.bridge.settings.service, upload=upload))

    def _on_shortest(self, milliseconds: int) -> None:
        self.put(replace(self.bridge.settings.talk, shortest_press_ms=milliseconds))
