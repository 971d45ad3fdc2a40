"""The left side: search and new conversation on top, the conversations, and the pages at the bottom."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from voicedesk.gui.sidebar.page_buttons import PageButtons


class Sidebar(QWidget):
    """Say where things are; what they do is connected elsewhere."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.pages = PageButtons(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addStretch(1)
        column.addWidget(self.pages)

    def take_focus(self) -> None:
        """Let the keyboard act here."""
        self.pages.take_focus()
