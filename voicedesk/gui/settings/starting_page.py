"""The page about how the program starts, and where it goes when its window is closed."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QSystemTrayIcon

from voicedesk.core.inquiries import AutostartSeen, Report
from voicedesk.core.settings import DesktopSettings, Group, Settings
from voicedesk.gui.rows import problem_sentence
from voicedesk.gui.settings.page import Page
from voicedesk.gui.settings.switch import Switch


class StartingPage(Page):
    """Start with the session; stay in the tray."""

    icon = "desktop"

    @classmethod
    def title(cls) -> str:
        return QCoreApplication.translate("Settings", "Starting")

    @classmethod
    def keywords(cls) -> str:
        return QCoreApplication.translate(
            "Settings", "autostart login session tray background close window hidden quit"
        )

    def build(self) -> None:
        section = self.section(self.tr("With this computer"))
        self._autostart = Switch(False)
        self._autostart.setEnabled(False)
        self._autostart.toggled.connect(self._on_autostart)
        self._is_on = False
        self._about = self.tr("VoiceDesk waits in the tray then, or opens its window where there is none.")
        self._row = section.add_row(self.tr("Start when I sign in"), self._autostart, self._about)
        self._tray = Switch(False)
        self._tray.toggled.connect(self._on_tray)
        about = self.tr("Closing the window leaves VoiceDesk in the tray. Ctrl+Q quits.")
        if not QSystemTrayIcon.isSystemTrayAvailable():
            about = self.tr("This desktop has no tray now, so closing the window quits.")
        section.add_row(self.tr("Keep running when the window is closed"), self._tray, about)

    def defaults(self) -> tuple[Group, ...]:
        return (DesktopSettings(),)

    def opened(self) -> None:
        self.bridge.crew.switch_autostart(None)

    def show_settings(self, settings: Settings) -> None:
        self._tray.setChecked(settings.desktop.keep_in_tray)

    def show_report(self, report: Report) -> None:
        """Show what the system does, whoever switched it."""
        if isinstance(report, AutostartSeen):
            self._is_on = report.is_on
            self._autostart.setEnabled(True)
            self._autostart.setChecked(report.is_on)
            self._row.say(problem_sentence(report.problem) if report.problem else self._about)

    def _on_autostart(self, is_on: bool) -> None:
        if is_on != self._is_on:
            self._is_on = is_on
            self.bridge.crew.switch_autostart(is_on)

    def _on_tray(self, is_on: bool) -> None:
        desktop = self.bridge.settings.desktop
        if is_on != desktop.keep_in_tray:
            self.put(replace(desktop, keep_in_tray=is_on))
