"""Hold the conversation, and the controls that float over it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from voicedesk.gui.conversation_view import ConversationView


class ConversationPage(QWidget):
    """The parent of both: of what is inside a list, screen readers are told the rows alone."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.view = ConversationView(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
