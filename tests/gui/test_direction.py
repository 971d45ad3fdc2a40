"""A line is written in the direction of its own first letter, whatever the language of the program."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from voicedesk.gui.direction import draw_line, runs_right_to_left

DIRECTIONS = {
    "": False,
    "Hello": False,
    "中文": False,
    "שלום": True,
    "مرحبا": True,
    "1. «שלום» Hello": True,
    "“Hello” שלום": False,
    "123 …": False,
}


@pytest.mark.parametrize(("text", "is_right_to_left"), DIRECTIONS.items())
def test_the_first_letter_that_has_a_direction_decides(text: str, is_right_to_left: bool) -> None:
    assert runs_right_to_left(text) is is_right_to_left


def drawn(text: str) -> QImage:
    image = QImage(200, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    draw_line(painter, QRect(0, 0, 200, 30), text)
    painter.end()
    return image


def ink_in(image: QImage, columns: range) -> int:
    return sum(image.pixel(x, y) != 0xFFFFFFFF for x in columns for y in range(image.height()))


def test_what_ends_a_line_stands_where_reading_ends(qapp: QApplication) -> None:
    dots = "................"
    assert ink_in(drawn(f"שלום{dots}"), range(8)) < ink_in(drawn(f"Hello{dots}"), range(8))
