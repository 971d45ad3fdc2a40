"""Follow the language in the settings."""

from functools import partial

from PySide6.QtCore import QObject, QThreadPool, Signal

from voicedesk.core.language import Language
from voicedesk.core.settings import Settings
from voicedesk.gui.language import language_for, remember, speak


class Interpreter(QObject):
    """Speak another language as soon as one is chosen, and note it for the next start."""

    changed = Signal()
    """What is built from now on is in another language; what is there is not."""

    def __init__(self, wish: Language, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wish = wish

    def follow(self, settings: Settings) -> None:
        """Compare with what was last wished for."""
        before, self._wish = self._wish, settings.look.language
        if self._wish is before:
            return
        QThreadPool.globalInstance().start(partial(remember, self._wish))
        if language_for(self._wish) is not language_for(before):
            speak(self._wish)
            self.changed.emit()
