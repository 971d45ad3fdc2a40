"""Name the buttons inside a field; Qt gives them a picture and no name."""

from PySide6.QtWidgets import QLineEdit, QToolButton


def name_buttons(field: QLineEdit, words: str = "") -> None:
    """Name each button by its action, or by these words where that has no text."""
    for button in field.findChildren(QToolButton):
        button.setAccessibleName(button.text() or words)
