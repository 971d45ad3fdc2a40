"""Bring the window to the front, however it was put away."""

import os

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

TOKEN_VARIABLE = "XDG_ACTIVATION_TOKEN"  # noqa: S105  # the name of a variable


def bring_forward(window: QWidget, token: str = "") -> None:
    """Show, raise and focus the window; the token of a desktop is its permission to take the focus.

    Qt takes the token of Wayland from the environment and has no other way to be given one later.
    """
    if token:
        os.environ[TOKEN_VARIABLE] = token
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
