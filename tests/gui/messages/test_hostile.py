"""A hostile document is text: nothing is opened, nothing is asked for, no image is shown."""

import sys
import threading
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from socket import socket

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from voicedesk.core.units import TurnId
from voicedesk.gui.messages.column import Budget
from voicedesk.gui.messages.look import look_of
from voicedesk.gui.messages.text_painting import Marks, TextPainter
from voicedesk.gui.row_layout import RowLayout
from voicedesk.gui.rows import Row, Voice
from voicedesk.gui.tokens import LIGHT

WIDTH, HEIGHT = 600, 400
RED = QColor("#ff0000")
FRAMES = [
    "{url}",
    "![x]({url})",
    "[![x]({url})]({url})",
    '<img src="{url}">',
    '<IMG SRC="{url}" onerror="alert(1)">',
    '<table background="{url}"><tr><td>x</td></tr></table>',
    '<body background="{url}">x</body>',
    '<p style="background-image:url({url})">x</p>',
    "<style>@import url({url}); * {{ background: url({url}) }}</style>",
    '<link rel="stylesheet" href="{url}">',
    '<object data="{url}"></object><embed src="{url}">',
    '<iframe src="{url}"></iframe>',
    '<svg><image href="{url}"/></svg>',
    '<script src="{url}"></script>',
    '<form action="{url}"><input type="submit"></form>',
    '<meta http-equiv="refresh" content="0;url={url}">',
    '<video src="{url}" autoplay></video>',
    "[x]: {url}\n\n![x]\n\n[x]",
    "<{url}>",
    "> - ![x]({url} 'title')",
    "| ![x]({url}) |\n|---|\n| <img src={url}> |",
    "```html\n<img src='{url}'>\n```",
    "# ![x]({url})",
    "&lt;img src=&quot;{url}&quot;&gt;",
    "<!-- --><![CDATA[<img src='{url}'>]]><?xml {url}?>",
]
BOMBS = [
    "[" * 20_000,
    "*_" * 10_000,
    "> " * 5_000,
    "- " * 5_000,
    "`" * 9_999,
    "|" * 9_999 + "\n|-" * 999,
    "\\" * 9_999,
]


@pytest.fixture
def marker(tmp_path: Path) -> Path:
    """Make an image that is red and nothing else."""
    image = QImage(400, 400, QImage.Format.Format_RGB32)
    image.fill(RED)
    image.save(str(tmp_path / "marker.png"))
    return tmp_path / "marker.png"


class Listener:
    """Count who connects to a port of this machine."""

    def __init__(self) -> None:
        self.connections = 0
        self._is_over = False
        self._socket = socket()
        self._socket.bind(("127.0.0.1", 0))
        self._socket.listen()
        self.port = self._socket.getsockname()[1]
        self._thread = threading.Thread(target=self._accept, daemon=True)
        self._thread.start()

    def _accept(self) -> None:
        while not self._is_over:
            connection, _ = self._socket.accept()
            connection.close()
            self.connections += 1

    def close(self) -> None:
        self._is_over = True
        with socket() as last:  # wakes the thread
            last.connect(("127.0.0.1", self.port))
        self._thread.join(5)
        self._socket.close()


@pytest.fixture
def listener() -> Iterator[Listener]:
    made = Listener()
    yield made
    made.close()


def painted(text: str, qapp: QApplication) -> QImage:
    """Show a text as an answer, all of it."""
    row = Row(TurnId(1), Voice.SERVICE, text, len(text))
    look = look_of(qapp.font(), LIGHT)
    layout = RowLayout(look)
    while not layout.is_complete:
        layout.update(row, WIDTH, Budget(1_000_000))
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))
    painter = QPainter(image)
    TextPainter(look).paint(painter, row, layout, image.rect().toRectF(), Marks())
    painter.end()
    return image


def red_pixels(image: QImage) -> int:
    points = product(range(0, image.width(), 4), range(0, image.height(), 4))
    return sum(image.pixelColor(QPoint(x, y)) == RED for x, y in points)


def test_200_hostile_documents_open_nothing_and_connect_nowhere(
    marker: Path, listener: Listener, qapp: QApplication
) -> None:
    painted("warm **up** `the` fonts", qapp)
    urls = [
        f"file://{marker}",
        str(marker),
        f"file:{marker}",
        f"//127.0.0.1:{listener.port}/x.png",
        f"http://127.0.0.1:{listener.port}/x.png?q=secret",
        f"https://127.0.0.1:{listener.port}/x.png",
        f"smb://127.0.0.1:{listener.port}/share/x.png",
        f"\\\\127.0.0.1@{listener.port}\\share\\x.png",
    ]
    documents = [frame.format(url=url) for frame, url in product(FRAMES, urls)]
    assert len(documents) >= 200
    opened: list[str] = []
    sys.addaudithook(
        lambda event, values: opened.append(str(values[0])) if event == "open" and watching else None
    )
    watching = True
    reds = sum(red_pixels(painted(document, qapp)) for document in documents)
    watching = False
    assert reds == 0
    assert [name for name in opened if "marker" in name] == []
    assert listener.connections == 0


def test_the_red_image_would_be_seen(marker: Path) -> None:
    assert red_pixels(QImage(str(marker))) > 100


@pytest.mark.parametrize("bomb", BOMBS, ids=lambda bomb: bomb[:3])
def test_a_document_made_to_be_slow_is_shown_as_text(bomb: str, qapp: QApplication) -> None:
    painted(bomb, qapp)  # the time-out of the tests is the bound


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(FRAMES), min_size=1, max_size=5), st.text(max_size=30))
def test_mutated_documents_are_shown_as_well(frames: list[str], noise: str) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    painted(noise.join(frames), application)
