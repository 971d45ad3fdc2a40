"""The second step: microphone and loudspeaker, with a live level and three seconds to hear oneself."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from voicedesk.core.inquiries import Report
from voicedesk.core.session import State
from voicedesk.core.settings import Settings
from voicedesk.gui.bridge import Bridge
from voicedesk.gui.guide.step import Step
from voicedesk.gui.settings.sound_check import SoundCheck


class SoundStep(Step):
    """The same check as in the settings."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("Guide", "Choose microphone and loudspeaker")
        about = QCoreApplication.translate(
            "Guide", "What your system uses is usually right. Speak: does the bar move? Then hear yourself."
        )
        super().__init__(bridge, title, about, parent)
        self.check = SoundCheck(bridge, self)
        self.column.addWidget(self.check)

    def opened(self) -> None:
        self.check.begin()

    def left(self) -> None:
        self.check.end()

    def show_settings(self, settings: Settings) -> None:
        self.check.show_settings(settings)

    def show_state(self, state: State) -> None:
        self.check.show_state(state)

    def show_report(self, report: Report) -> None:
        self.check.show_report(report)
