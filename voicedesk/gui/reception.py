"""Obey what later starts of the program ask for."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from voicedesk.core.door_messages import SHOW, STAY, Request
from voicedesk.gui.front_door import Act, FrontDoor
from voicedesk.gui.raising import bring_forward


class Reception(QObject):
    """Stand behind the front door with the verbs that concern the window; features teach their own."""

    def __init__(
        self, address: str, window_now: Callable[[], QWidget], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._window_now = window_now
        self._door = FrontDoor(address, self)
        self.teach(SHOW, self._show)
        self.teach(STAY, self._stay)

    def teach(self, verb: str, act: Act) -> None:
        """Do this when a later start asks for it."""
        self._door.teach(verb, act)

    def close(self) -> None:
        """Let nobody in any more."""
        self._door.close()

    def _show(self, request: Request) -> None:
        bring_forward(self._window_now(), request.values.get("token", ""))

    def _stay(self, request: Request) -> None:
        """Being here is all that was asked."""
