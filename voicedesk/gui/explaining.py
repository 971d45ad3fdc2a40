"""Answer a person who wants to know more than a banner says."""

from PySide6.QtCore import QObject, Qt

from voicedesk.core.problems import Action
from voicedesk.gui.health.health_link import HealthLink
from voicedesk.gui.main_window import MainWindow
from voicedesk.gui.notice import Notice


class Explaining(QObject):
    """Open the details of problems, and from there the page of what is missing."""

    def __init__(self, window: MainWindow, health: HealthLink, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._health = health
        window.notices.details_wanted.connect(self._on_details_wanted)
        window.notices.acted.connect(self._on_acted)

    def _on_acted(self, notice: Notice) -> None:
        if notice.action is Action.COPY_DETAILS:
            self._on_details_wanted(notice)

    def _on_details_wanted(self, notice: Notice) -> None:
        from voicedesk.gui.report_dialog import ReportDialog

        assert notice.problem
        dialog = ReportDialog(notice.problem, self._window)
        dialog.check_wanted.connect(self._health.open)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
