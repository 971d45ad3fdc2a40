"""The icon in the tray: it tells the state, and its menu does what is wanted without a window."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from voicedesk.gui.faces import BUSY, CAPTURING, Face, name_of
from voicedesk.gui.tray_icon import tray_icon

Reason = QSystemTrayIcon.ActivationReason


class Tray(QObject):
    """Show a face; say what was chosen. Made anew when another language is spoken."""

    window_wanted = Signal()
    talk_wanted = Signal()
    send_wanted = Signal()
    stop_wanted = Signal()
    conversation_wanted = Signal()
    settings_wanted = Signal()
    health_wanted = Signal()
    quit_wanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._face = Face.STARTING
        self._menu = QMenu()
        self._icon = QSystemTrayIcon(self)
        self._add(self.tr("Show VoiceDesk"), self.window_wanted)
        self._menu.addSeparator()
        self._talk = self._add(self.tr("Talk"), self.talk_wanted)
        self._send = self._add(self.tr("Send what I said"), self.send_wanted)
        self._stop = self._add(self.tr("Stop"), self.stop_wanted)
        self._add(self.tr("New conversation"), self.conversation_wanted)
        self._menu.addSeparator()
        self._add(self.tr("Settings"), self.settings_wanted)
        self._add(self.tr("What is missing on this machine…"), self.health_wanted)
        self._add(self.tr("Quit"), self.quit_wanted)
        self._icon.setContextMenu(self._menu)
        self._icon.activated.connect(self._on_activated)
        self.show_face(Face.READY)

    @property
    def menu(self) -> QMenu:
        """Give the menu."""
        return self._menu

    @property
    def words(self) -> str:
        """Give the tooltip."""
        return self._icon.toolTip()

    @property
    def is_there(self) -> bool:
        """Tell whether a person can find the icon; Qt shows it also where there is no tray."""
        return self._icon.isVisible() and QSystemTrayIcon.isSystemTrayAvailable()

    def show(self) -> None:
        """Put the icon into the tray."""
        self._icon.show()

    def show_face(self, face: Face) -> None:
        """Tell what goes on."""
        if face is self._face:
            return
        self._face = face
        self._icon.setIcon(tray_icon(face))
        self._icon.setToolTip(self.tr("VoiceDesk: {state}").replace("{state}", name_of(face)))
        self._talk.setVisible(face not in CAPTURING)
        self._send.setVisible(face in CAPTURING)
        self._stop.setEnabled(face in BUSY)

    def redraw(self) -> None:
        """Use the colours of the theme of now."""
        self._icon.setIcon(tray_icon(self._face))

    def close(self) -> None:
        """Take the icon away."""
        self._icon.hide()
        self._menu.deleteLater()

    def _add(self, words: str, chosen: object) -> QAction:
        action = self._menu.addAction(words)
        action.triggered.connect(chosen)
        return action

    def _on_activated(self, reason: Reason) -> None:
        if reason in (Reason.Trigger, Reason.DoubleClick):
            self.window_wanted.emit()
