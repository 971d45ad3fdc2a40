"""Let the program look as the settings say, at once."""

from functools import partial

from PySide6.QtCore import QObject, Qt, QThreadPool
from PySide6.QtWidgets import QApplication

from voicedesk.core.settings import Contrast, LookSettings, Settings, Theme
from voicedesk.gui.bridge import Bridge
from voicedesk.gui.look_note import remember_look
from voicedesk.gui.style import Wish, current_wish, dress, wear

SCHEMES = {
    Theme.SYSTEM: Qt.ColorScheme.Unknown,
    Theme.LIGHT: Qt.ColorScheme.Light,
    Theme.DARK: Qt.ColorScheme.Dark,
}


class Appearance(QObject):
    """Dress the application anew whenever something about its look was changed."""

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        bridge.settings_changed.connect(self._on_changed)

    def _on_changed(self, settings: Settings) -> None:
        wish = wish_of(settings.look)
        if wish == current_wish():
            return
        QThreadPool.globalInstance().start(partial(remember_look, wish))
        wear(wish)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        dress(application)


def wish_of(look: LookSettings) -> Wish:
    """Put the settings into Qt's terms."""
    return Wish(SCHEMES[look.theme], look.text_percent, look.reduce_motion, look.contrast is Contrast.HIGH)
