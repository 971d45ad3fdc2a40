"""Open the page of what is missing from wherever it can explain something, and bring it the findings."""

from PySide6.QtCore import QObject, Qt

from voicedesk.core.health import Examined
from voicedesk.core.inquiries import Report
from voicedesk.core.problems import Action
from voicedesk.gui.bridge import Bridge
from voicedesk.gui.health.health_dialog import HealthDialog
from voicedesk.gui.health.words import in_terminal
from voicedesk.gui.main_window import MainWindow
from voicedesk.gui.notice import Notice
from voicedesk.gui.rows import translate_problem


class HealthLink(QObject):
    """Own the page while it is open."""

    def __init__(self, window: MainWindow, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._bridge = bridge
        self._dialog: HealthDialog | None = None
        bridge.reported.connect(self._on_reported)
        window.health_wanted.connect(self.open)
        window.notices.acted.connect(self._on_acted)

    def open(self) -> None:
        """Show the page and look; bring it to the front if it is open."""
        if self._dialog:
            self._dialog.activateWindow()
            return
        self._dialog = HealthDialog(self._window)
        self._dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._dialog.wanted.connect(self._on_wanted)
        self._dialog.finished.connect(self._on_finished)
        self._dialog.open()
        self._dialog.look()

    def _on_wanted(self) -> None:
        self._bridge.crew.examine(in_terminal, translate_problem)

    def _on_reported(self, report: Report) -> None:
        if self._dialog and isinstance(report, Examined):
            self._dialog.take_in(report)

    def _on_acted(self, notice: Notice) -> None:
        if notice.action is Action.CHECK_MACHINE:
            self.open()

    def _on_finished(self) -> None:
        self._dialog = None
