"""Everything can be reached by the keyboard, shows that it has the focus, and has a name (P10)."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Stand
from voicedesk.core.conversation import Conversation
from voicedesk.core.events import ConversationOpened
from voicedesk.core.health import Check, Examined
from voicedesk.core.problems import Kind, Problem
from voicedesk.core.settings import GuideSettings, GuideStep, with_group
from voicedesk.gui.exporting.exporting import Subject
from voicedesk.gui.guide.view import STEPS
from voicedesk.gui.health.health_dialog import HealthDialog
from voicedesk.gui.report_dialog import ReportDialog
from voicedesk.gui.settings.page import Page as SettingsPage
from voicedesk.gui.settings.pages import PAGES as SETTINGS

Page = Callable[[Stand], QWidget]
MOST_STOPS = 200


def talk(stand: Stand) -> QWidget:
    return stand.window


def export(stand: Stand) -> QWidget:
    state = stand.state
    stand.backstage.scene.exporting.export(Subject(state.conversation.id, "Owls", state.conversation.turns))
    return opened(stand, QDialog)


def shortcuts(stand: Stand) -> QWidget:
    QTest.keyClick(stand.window, Qt.Key.Key_F1)
    return opened(stand, QDialog)


def about(stand: Stand) -> QWidget:
    stand.window.header.more.popup.actions()[-1].trigger()
    return opened(stand, QDialog)


def health(stand: Stand) -> QWidget:
    stand.backstage.scene.health.open()
    page = stand.window.findChild(HealthDialog)
    assert page
    page.take_in(Examined((Check("disk", "here"), Check("key", "none", "Add one.")), is_over=True))
    return page


def details(stand: Stand) -> QWidget:
    dialog = ReportDialog(Problem(Kind.OFFLINE, detail="EAI_AGAIN"), stand.window)
    dialog.open()
    return dialog


def settings(stand: Stand, kind: type[SettingsPage]) -> QWidget:
    link = stand.backstage.scene.settings
    link.open()
    assert link.view
    link.view.open(kind)
    return stand.window


def searching(stand: Stand) -> QWidget:
    stand.window.sidebar.search.setText("question")
    return stand.window


def guide(stand: Stand, step: GuideStep) -> QWidget:
    stand.bridge.change_settings(with_group(stand.bridge.settings, GuideSettings(step)))
    stand.backstage.scene.guide.open()
    return stand.window


def opened(stand: Stand, kind: type[QWidget]) -> QWidget:
    return next(dialog for dialog in stand.window.findChildren(kind) if dialog.isVisible())


PAGES: Mapping[str, Page] = {
    **{page.__name__: page for page in (talk, searching, export, shortcuts, about, health, details)},
    **{kind.__name__: partial(settings, kind=kind) for kind in SETTINGS},
    **{f"guide-{step.value}": partial(guide, step=step) for step in STEPS},
}


@pytest.fixture(params=PAGES)
def page(
    request: pytest.FixtureRequest,
    stand: Stand,
    qtbot: QtBot,
    conversation_of: Callable[[int], Conversation],
) -> QWidget:
    """Open each page of the program, with a conversation and a banner behind it."""
    stand.post(ConversationOpened(conversation_of(2)))
    qtbot.waitUntil(lambda: len(stand.state.conversation.turns) == 2)
    stand.window.notices.show_undo("“Owls” was deleted.", 60, stand.window.update)
    shown = PAGES[request.param](stand)
    shown.activateWindow()
    qtbot.waitUntil(lambda: shown.isVisible() and QApplication.activeWindow() is shown)
    return shown


def stops(page: QWidget) -> Iterator[QWidget]:
    """Give what the Tab key is meant to visit."""
    for widget in page.findChildren(QWidget):
        takes_focus = bool(widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)
        if takes_focus and widget.window() is page and widget.isVisible() and widget.isEnabled():
            yield widget


def test_every_stop_has_a_name(page: QWidget) -> None:
    assert [widget for widget in stops(page) if not name_of(widget)] == []


def name_of(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) or interface.text(QAccessible.Text.Value)


def test_tab_reaches_every_stop_and_comes_round(page: QWidget) -> None:
    first = page.focusWidget()
    assert first is not None
    visited = [first]
    for _ in range(MOST_STOPS):
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        if (widget := page.focusWidget()) is first:
            break
        visited.append(widget)
    missed = [widget for widget in stops(page) if widget not in visited and not is_in_group(widget, visited)]
    assert missed == []


def is_in_group(widget: QWidget, visited: list[QWidget]) -> bool:
    """Tell whether one comes here from a stop that was visited: by arrow keys, or because it lies in it."""
    group = getattr(widget, "group", lambda: None)()
    in_group = group is not None and any(button in visited for button in group.buttons())
    return in_group or widget.focusProxy() in visited or any(widget.isAncestorOf(each) for each in visited)


def test_whoever_has_the_focus_shows_it(page: QWidget) -> None:
    blind = []
    for widget in stops(page):
        leave_focus(page)
        before = picture_of(widget)
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        if widget.hasFocus() and picture_of(widget) == before:
            blind.append(widget)
    assert blind == []


def leave_focus(page: QWidget) -> None:
    if (focused := page.focusWidget()) is not None:
        focused.clearFocus()


def picture_of(widget: QWidget) -> object:
    """See a widget with what it stands in: a list draws its ring around what can be scrolled."""
    parent = widget.parentWidget()
    return (parent if isinstance(parent, QAbstractScrollArea) else widget).grab().toImage()
