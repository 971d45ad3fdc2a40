"""Icons come from one set, are drawn in the colour asked for, and follow the theme."""

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from voicedesk.gui.icons import ICONS, IconButton, pixmap

RED = QColor("#c00000")
NAMES = sorted(path.stem for path in ICONS.glob("*.svg"))


@pytest.mark.parametrize("name", NAMES)
def test_each_icon_is_drawn_in_nothing_but_its_colour(qtbot: QtBot, name: str) -> None:
    image = pixmap(name, RED, 20, 2).toImage()
    assert image.width() == 40
    solid = [
        color
        for x in range(40)
        for y in range(40)
        if (color := image.pixelColor(x, y)).alpha() == 255  # partly covered pixels are rounded
    ]
    assert solid and {color.name() for color in solid} == {RED.name()}


def test_an_icon_alone_is_named_for_those_who_do_not_see_it(qtbot: QtBot) -> None:
    button = IconButton("plus", "New conversation")
    qtbot.addWidget(button)
    button.show_words("New conversation", "Ctrl+N")
    assert button.accessibleName() == "New conversation"
    assert button.toolTip() == "New conversation (Ctrl+N)"
