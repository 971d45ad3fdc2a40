"""Fill the menu behind the three dots; each page is made when it is first opened."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog

from voicedesk.gui.exporting.exporting import Exporting
from voicedesk.gui.guide.link import GuideLink
from voicedesk.gui.health.health_link import HealthLink
from voicedesk.gui.main_window import MainWindow


class WindowMenu(QObject):
    """Connect each entry with what it opens."""

    def __init__(
        self,
        window: MainWindow,
        exporting: Exporting,
        health: HealthLink,
        guide: GuideLink,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        menu = window.header.more
        menu.add(self.tr("Export conversation…"), exporting.export_this, "Ctrl+Shift+E")
        menu.add_line()
        menu.add(self.tr("Keyboard shortcuts"), self._show_shortcuts, "F1")
        menu.add(self.tr("Guided start"), guide.open)
        menu.add(self.tr("What is missing on this machine…"), health.open)
        menu.add(self.tr("About VoiceDesk"), self._show_about)

    def _show_shortcuts(self) -> None:
        from voicedesk.gui.help.shortcuts_dialog import ShortcutsDialog

        show(ShortcutsDialog(self._window))

    def _show_about(self) -> None:
        from voicedesk.gui.help.about_dialog import AboutDialog

        show(AboutDialog(self._window))


def show(dialog: QDialog) -> None:
    """Open a dialog without an event loop of its own, so that nothing waits."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
