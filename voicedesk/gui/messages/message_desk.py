"""Connect the conversation on screen with the session: everything that can be done with a message."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Qt, QThread, QUrl
from PySide6.QtGui import QDesktopServices

from voicedesk.core.units import TurnId
from voicedesk.gui.bridge import Bridge
from voicedesk.gui.main_window import MainWindow
from voicedesk.gui.messages import markdown
from voicedesk.gui.messages.deleting import Deleting
from voicedesk.gui.messages.editing import Editing
from voicedesk.gui.messages.link_dialog import LinkDialog
from voicedesk.gui.messages.links import Link, safe_link
from voicedesk.gui.messages.listening import Listening
from voicedesk.gui.messages.summarizing import Summarizing
from voicedesk.gui.rows import RowAction


def open_in_browser(link: Link) -> None:
    """Hand an address over to the desktop."""
    QDesktopServices.openUrl(QUrl.fromEncoded(link.url.encode(), QUrl.ParsingMode.StrictMode))


class MessageDesk(QObject):
    """Own the parts that let messages be heard, repeated, continued, edited, deleted and followed."""

    def __init__(
        self,
        window: MainWindow,
        bridge: Bridge,
        parent: QObject | None = None,
        open_link: Callable[[Link], None] = open_in_browser,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._bridge = bridge
        self._open_link = open_link
        self.listening = Listening(window.conversation, bridge, self)
        self.deleting = Deleting(window.conversation, window.notices, bridge, self)
        self.editing = Editing(window.talk_bar, bridge, self.deleting.delete, self)
        self.summarizing = Summarizing(window, bridge, self)
        self._loading = _Loading(self)
        self._loading.finished.connect(window.conversation.restyle)
        window.conversation.acted.connect(self._on_acted)
        window.conversation.link_wanted.connect(self._on_link_wanted)

    def start(self) -> None:
        """Load what understands Markdown, beside the window."""
        if not markdown.is_loaded():
            self._loading.start()

    def close(self) -> None:
        """Finish what waits; nothing can be taken back any more."""
        self.deleting.finish()
        self._loading.wait()

    def _on_acted(self, turn: TurnId, action: RowAction) -> None:
        does: dict[RowAction, Callable[[TurnId], object]] = {
            RowAction.SEND: self._bridge.repeat,
            RowAction.REPEAT: self._bridge.repeat,
            RowAction.CONTINUE: self._continue,
            RowAction.EDIT: self.editing.begin,
            RowAction.DELETE: self.deleting.delete,
            RowAction.EDIT_SUMMARY: self.summarizing.edit,
            RowAction.REMOVE_SUMMARY: self.summarizing.remove,
        }
        does[action](turn)

    def _continue(self, turn: TurnId) -> None:
        """Ask as a person would; the history that goes along ends with what was cut off."""
        self._bridge.submit(
            QCoreApplication.translate(
                "Conversation", "Please continue exactly where your answer was cut off."
            )
        )

    def _on_link_wanted(self, url: str) -> None:
        """Ask first; what came from a message is checked once more here, at the door."""
        link = safe_link(url)
        if link is None:
            return
        dialog = LinkDialog(link, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._open_link(link))
        dialog.open()


class _Loading(QThread):
    """Import a library in a thread of its own: in the window's it would be a pause that is felt."""

    def run(self) -> None:
        markdown.preload()
