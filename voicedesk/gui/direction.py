"""Find the direction that a text is written in, and draw a line of it so."""

from unicodedata import bidirectional

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter

FIRST_STRONG = {"L": False, "R": True, "AL": True}
LOOKED_AT = 400
"""A text that begins with more characters than these without a direction runs to the right."""
LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)


def runs_right_to_left(text: str) -> bool:
    """Tell the direction of a paragraph by its first letter that has one."""
    for character in text[:LOOKED_AT]:
        direction = FIRST_STRONG.get(bidirectional(character))
        if direction is not None:
            return direction
    return False


def draw_line(painter: QPainter, rect: QRect, text: str) -> None:
    """Draw one line at the left, with the … of a shortened one at the end where reading ends."""
    right_to_left = int(Qt.TextFlag.TextForceRightToLeft)
    painter.drawText(rect, LEFT | right_to_left if runs_right_to_left(text) else LEFT, text)
