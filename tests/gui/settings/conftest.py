"""Open the settings in a running window, and find things in them."""

from collections.abc import Callable
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Stand
from voicedesk.core.settings import Settings
from voicedesk.gui.settings.link import SettingsLink
from voicedesk.gui.settings.page import Page
from voicedesk.gui.settings.view import SettingsView

P = TypeVar("P", bound=Page)
W = TypeVar("W", bound=QWidget)


class Opened:
    """The settings on screen, as a person goes about in them."""

    def __init__(self, qtbot: QtBot, stand: Stand) -> None:
        self.qtbot = qtbot
        self.stand = stand
        QTest.keyClick(stand.window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
        assert self.link.is_open

    @property
    def link(self) -> SettingsLink:
        return self.stand.backstage.scene.settings

    @property
    def view(self) -> SettingsView:
        view = self.link.view
        assert view
        return view

    @property
    def settings(self) -> Settings:
        """Give what is in use, which is also what was handed over to be stored."""
        assert self.stand.crew.settings in (None, self.stand.state.settings)
        return self.stand.state.settings

    def page(self, kind: type[P]) -> P:
        page = self.view.open(kind)
        assert isinstance(page, kind)
        return page

    def post(self, *events: object) -> None:
        """Let workers report, and wait until the window has taken it in."""
        self.stand.post(*events)
        self.qtbot.wait_until(lambda: self.stand.desk.inbox._events.empty())


def named(place: QWidget, kind: type[W], name: str) -> W:
    """Find a control as a screen reader does."""
    return next(found for found in place.findChildren(kind) if found.accessibleName() == name)


def button(place: QWidget, words: str) -> QPushButton:
    return next(found for found in place.findChildren(QPushButton) if found.text() == words)


@pytest.fixture
def opened(qtbot: QtBot, stand: Stand) -> Opened:
    return Opened(qtbot, stand)


@pytest.fixture
def open_settings(qtbot: QtBot, stand: Stand) -> Callable[[], Opened]:
    """Open them later in a test."""
    return lambda: Opened(qtbot, stand)
