"""The page about microphone, loudspeaker and recording."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton

from voicedesk.core.inquiries import ListDevices, Report
from voicedesk.core.problems import Action
from voicedesk.core.session import State
from voicedesk.core.settings import Group, Settings, SoundSettings
from voicedesk.gui.settings.choice import Choice
from voicedesk.gui.settings.page import Page
from voicedesk.gui.settings.sound_check import SoundCheck
from voicedesk.gui.settings.switch import Switch

LENGTHS_MINUTES = (1, 5, 10, 15, 30, 60)


class SoundPage(Page):
    """Devices with a live level, and what is recorded."""

    icon = "microphone"
    answers = frozenset({Action.CHOOSE_DEVICE})

    @classmethod
    def title(cls) -> str:
        return QCoreApplication.translate("Settings", "Sound")

    @classmethod
    def keywords(cls) -> str:
        return QCoreApplication.translate(
            "Settings", "microphone loudspeaker speaker headphones device level record test longest recording"
        )

    def build(self) -> None:
        self.check = SoundCheck(self.bridge)
        self._column.addWidget(self.check)
        section = self.section(self.tr("Recording"))
        self._preroll = Switch(False)
        self._preroll.toggled.connect(self._on_preroll)
        about = self.tr(
            "Keeps the third of a second before you press, so that no first word is cut. "
            "The microphone stays open for this, and the system shows it as in use."
        )
        section.add_row(self.tr("Begin a moment earlier"), self._preroll, about)
        self._longest = Choice()
        self._longest.chosen.connect(self._on_longest)
        section.add_row(
            self.tr("Longest recording"), self._longest, self.tr("A recording stops there and is kept.")
        )
        again = QPushButton(self.tr("Look again"))
        again.clicked.connect(self._on_look_again)
        about = self.tr("New devices show up by themselves on most systems; this looks for all of them anew.")
        section.add_row(self.tr("A device is missing"), again, about)

    def defaults(self) -> tuple[Group, ...]:
        return (SoundSettings(),)

    def opened(self) -> None:
        self.check.begin()

    def left(self) -> None:
        self.check.end()

    def show_settings(self, settings: Settings) -> None:
        sound = settings.sound
        self.check.show_settings(settings)
        self._preroll.setChecked(sound.preroll)
        lengths = sorted({*LENGTHS_MINUTES, sound.longest_minutes})
        words = self.tr("{minutes} min")
        entries = [(length, words.replace("{minutes}", str(length))) for length in lengths]
        self._longest.offer(entries, sound.longest_minutes)

    def show_state(self, state: State) -> None:
        self.check.show_state(state)

    def show_report(self, report: Report) -> None:
        self.check.show_report(report)

    def focus_problem(self) -> None:
        self.check.microphone.setFocus()

    def _on_preroll(self, is_on: bool) -> None:
        if is_on != self.bridge.settings.sound.preroll:
            self.put(replace(self.bridge.settings.sound, preroll=is_on))

    def _on_longest(self, minutes: int) -> None:
        self.put(replace(self.bridge.settings.sound, longest_minutes=minutes))

    def _on_look_again(self) -> None:
        self.bridge.crew.carry_out(ListDevices(anew=True))
