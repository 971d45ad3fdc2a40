"""Walk through every window, page, dialog and state of the program, one stop after the other."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QPoint
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from tests.gui.conftest import Stand
from voicedesk.core.archive import Heading, Hit
from voicedesk.core.conversation import Answer, Clip, Conversation, Ending, Turn
from voicedesk.core.events import ConversationOpened, Remarked
from voicedesk.core.export.formats import Format
from voicedesk.core.health import Check, Examined
from voicedesk.core.inquiries import (
    AllForgotten,
    ConversationsListed,
    Holding,
    MessagesFound,
    ModelsListed,
    Report,
    SearchMessages,
    SpendingTotalled,
    StorageMeasured,
    Stored,
)
from voicedesk.core.months import Month
from voicedesk.core.problem_texts import WORDS
from voicedesk.core.problems import Kind, Problem
from voicedesk.core.spending import Spending
from voicedesk.core.units import ConversationId, Frames, TurnId
from voicedesk.gui.bridge import now_us
from voicedesk.gui.exporting.place_dialog import PlaceDialog
from voicedesk.gui.faces import Face
from voicedesk.gui.guide.view import ORDER as GUIDE_STEPS
from voicedesk.gui.messages.link_dialog import LinkDialog
from voicedesk.gui.messages.links import Link
from voicedesk.gui.messages.summary_dialog import SummaryDialog
from voicedesk.gui.presence import Presence
from voicedesk.gui.rows import RowAction
from voicedesk.gui.settings.pages import PAGES

OWN = r"Desk microphone|Headphones|12\.(?:wav|pcm)|example\.org"
"""What devices and files are called on this tour."""
NAMES_OF_CHECKS = (
    "Python", "screen", "Qt", "sound library", "sound server", "microphone", "loudspeaker", "keyring", "key",
    "base URL", "disk",
)  # fmt: skip
THIS_MONTH = Month(datetime.now(UTC).astimezone().year, datetime.now(UTC).astimezone().month)
KNOWN = Spending("gpt-audio-1.5", 500_000, 1_000, 9_000, 9_000, 9_000, 61_000, 900)
BILLS = ((KNOWN,), (KNOWN, Spending("gpt-12", 1_000)), (Spending("gpt-12", 1_000, practice=True),))
WORDIEST = sorted(WORDS, key=lambda kind: len(WORDS[kind].title + WORDS[kind].advice))[-20:]
"""The problems with the longest banners; the others differ from them in nothing but words."""
PATIENCE_MS = 5_000
ROUNDS = 6
"""A change in the innermost layout needs some rounds to reach the window."""
HOURS_AGO = (1, 25, 30, 60, 24 * 40, 24 * 400)
HOUR_US = 3_600 * 1_000_000


def tour(stand: Stand) -> Iterator[str]:
    """Open one thing after the other, and tell its name while it is open."""
    settle()
    yield "welcome"
    yield from states(stand)
    yield from banners(stand)
    yield from messages(stand)
    yield from sidebar(stand)
    yield from entries_of_the_menu(stand)
    yield from dialogs(stand)
    yield from settings(stand)
    yield from guide(stand)
    yield from tray(stand)


def states(stand: Stand) -> Iterator[str]:
    stand.window.show_practice(True)
    yield "practice"
    for face in Face:
        stand.window.talk_bar.show_face(face)
        yield face.name
    stand.window.talk_bar.show_face(Face.READY)


def banners(stand: Stand) -> Iterator[str]:
    for kind in WORDIEST:
        for notice in stand.window.notices.shown:
            stand.window.notices.drop(notice)
        tell(stand, Remarked(Problem(kind)))
        yield kind.name
    tell(stand, Remarked(Problem(Kind.CRASHED)))
    notices = stand.window.notices
    notices.details_wanted.emit(next(notice for notice in notices.shown if notice.problem))
    yield "details of a problem"
    close_dialogs()


def messages(stand: Stand) -> Iterator[str]:
    here = ConversationId(1)
    answers = {
        Ending.DONE: Answer("12\n\n```\n12\n```\n\n<https://example.org>", Frames(48_000)),
        Ending.INTERRUPTED: Answer("1, 2, 3", Frames(48_000)),
    }
    turns = [turn_of(here, number, ending, answers.get(ending)) for number, ending in enumerate(Ending, 1)]
    failed = replace(turn_of(here, 9, Ending.FAILED), problem=Problem(Kind.NO_ANSWER))
    tell(
        stand, ConversationOpened(Conversation(here, (*turns, failed), summary="12", summary_until=TurnId(1)))
    )
    view = stand.window.conversation
    until(lambda: len(view.rows) > len(turns))
    yield "messages"
    for row in view.rows:
        with_menu(view.menu_for(row))
        yield "menu of a message"
        close_menus()
    SummaryDialog("12" * 6_000, stand.window).open()
    yield "summary"
    close_dialogs()
    view.acted.emit(TurnId(2), RowAction.EDIT)
    settle()
    yield "editing"


def turn_of(here: ConversationId, number: int, ending: Ending, answer: Answer | None = None) -> Turn:
    asked = "" if number % 2 else "12?"
    clip = Clip(TurnId(number), Path("12.pcm"), Frames(48_000))
    return Turn(
        TurnId(number), here, asked, clip=clip, answer=answer or Answer(), ending=ending, spent=(KNOWN,)
    )


def sidebar(stand: Stand) -> Iterator[str]:
    now = now_us()
    headings = tuple(heading(now - hours * HOUR_US, is_pinned=hours == 30) for hours in HOURS_AGO)
    tell(stand, ConversationsListed(headings, has_more=False))
    yield "conversations"
    listed = stand.window.sidebar.list
    for place, row in enumerate(listed.rows):
        if row.heading:
            with_menu(listed.menu_for(listed.model().index(place, 0)))
            yield "menu of a conversation"
            close_menus()
    listed.deleted.emit(headings[0])
    settle()
    yield "conversation deleted"
    for hits in ((), (Hit(TurnId(1), ConversationId(1), "12", ((0, 2),), "12"),)):
        stand.window.sidebar.search.setText("12")
        until(lambda: bool(stand.crew.told(SearchMessages)))
        tell(stand, MessagesFound("12", hits))
        yield f"{len(hits)} found"
    stand.window.sidebar.search.clear()


def heading(last_us: int, is_pinned: bool) -> Heading:
    return Heading(ConversationId(last_us), "", "", 1, TurnId(last_us), is_pinned)


def entries_of_the_menu(stand: Stand) -> Iterator[str]:
    with_menu(stand.window.header.more.popup)
    yield "menu of the window"
    close_menus()
    for action in stand.window.header.more.popup.actions():
        if not action.isSeparator():
            action.trigger()
            yield action.text()
            close_dialogs()


def dialogs(stand: Stand) -> Iterator[str]:
    for url in ("https://example.org", "mailto:12@example.org"):
        LinkDialog(Link(url, "example.org"), stand.window).open()
        yield "link"
        close_dialogs()
    PlaceDialog("12", Format.MARKDOWN, None, stand.window).open()
    yield "place"
    close_dialogs()
    stand.backstage.scene.health.open()
    tell(stand, Examined(tuple(Check(name, "1.0", "1.0") for name in NAMES_OF_CHECKS), is_over=True))
    yield "health"
    close_dialogs()


def settings(stand: Stand) -> Iterator[str]:
    stand.window.settings_wanted.emit()
    view = stand.backstage.scene.settings.view
    assert view
    for page in PAGES:
        view.open(page)
        settle()
        yield page.__name__
        for report in reports(stand):
            tell(stand, report)
            yield f"{page.__name__} with {type(report).__name__}"
    view.left.emit()


def guide(stand: Stand) -> Iterator[str]:
    stand.backstage.scene.guide.open()
    view = stand.backstage.scene.guide.view
    assert view
    for step in GUIDE_STEPS:
        view.open(step)
        settle()
        yield f"guide {step.name}"
    view.skipped.emit()


def reports(stand: Stand) -> Iterator[Report]:
    base_url = stand.state.settings.service.base_url
    yield ModelsListed(base_url, ("gpt-audio-1.5", "whisper-1", "tts-1"))
    yield ModelsListed(base_url, problem=Problem(Kind.KEY_REFUSED))
    yield StorageMeasured(tuple(Holding(kind, Path("/12"), 12_000_000) for kind in Stored))
    yield AllForgotten()
    for bill in BILLS:
        yield SpendingTotalled(THIS_MONTH, ((THIS_MONTH.first, bill),))


def tray(stand: Stand) -> Iterator[str]:
    presence = Presence(lambda: stand.window, stand.bridge)
    presence.go_to_tray()
    assert presence.tray
    with_menu(presence.tray.menu)
    yield "tray"
    close_menus()
    presence.close()


def tell(stand: Stand, event: object) -> None:
    """Have a worker report something."""
    stand.post(event)
    settle()


def with_menu(menu: QMenu) -> None:
    menu.popup(QPoint(0, 0))
    settle()


def close_menus() -> None:
    for widget in on_screen():
        if isinstance(widget, QMenu):
            widget.close()
    settle()


def close_dialogs() -> None:
    for widget in on_screen():
        if isinstance(widget, QDialog):
            widget.reject()
    settle()


def settle() -> None:
    """Let everything that was begun come to its end."""
    for _ in range(ROUNDS):
        QApplication.processEvents()


def until(condition: Callable[[], bool]) -> None:
    deadline = QDeadlineTimer(PATIENCE_MS)
    while not condition():
        assert not deadline.hasExpired()
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)


def on_screen() -> list[QWidget]:
    """Give the windows that are open."""
    return [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
