"""A later start is heard, answered and obeyed; whoever is rude or silent is sent away."""

import socket
import stat
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from voicedesk.core.door_messages import (
    LONGEST_LINE,
    SHOW,
    STAY,
    Outcome,
    Request,
    outcome_in,
    request_line,
)
from voicedesk.gui.front_door import MOST_VISITORS
from voicedesk.gui.raising import TOKEN_VARIABLE
from voicedesk.gui.reception import Reception
from voicedesk.system.doorstep.posix import exchange


@pytest.fixture
def address(tmp_path: Path) -> str:
    return str(tmp_path / "desk.sock")


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def reception(address: str, window: QWidget) -> Iterator[Reception]:
    reception = Reception(address, lambda: window)
    yield reception
    reception.close()


def said(qtbot: QtBot, address: str, line: bytes) -> bytes:
    """Say a line in another thread, as another process would, and give the answer."""
    answers: list[bytes] = []

    def speak() -> None:
        try:
            answers.append(exchange(address, line, 5))
        except OSError:
            answers.append(b"")

    visitor = Thread(target=speak)
    visitor.start()
    qtbot.waitUntil(lambda: bool(answers))
    visitor.join()
    return answers[0]


def test_C8_the_window_is_shown_and_the_token_of_the_desktop_passed_on(
    qtbot: QtBot, address: str, window: QWidget, reception: Reception, monkeypatch: pytest.MonkeyPatch
) -> None:
    tokens: dict[str, str] = {}
    monkeypatch.setattr("voicedesk.gui.raising.os.environ", tokens)
    window.showMinimized()
    line = request_line(Request(SHOW, {"token": "permission"}))
    assert outcome_in(said(qtbot, address, line)) is Outcome.DONE
    assert window.isVisible()
    assert not window.isMinimized()
    assert tokens == {TOKEN_VARIABLE: "permission"}


def test_a_hidden_start_shows_nothing(
    qtbot: QtBot, address: str, window: QWidget, reception: Reception
) -> None:
    assert outcome_in(said(qtbot, address, request_line(Request(STAY)))) is Outcome.DONE
    assert not window.isVisible()


def test_a_feature_teaches_its_own_verb(qtbot: QtBot, address: str, reception: Reception) -> None:
    asked: list[Request] = []
    reception.teach("dictate", asked.append)
    request = Request("dictate", {"action": "start"})
    assert outcome_in(said(qtbot, address, request_line(request))) is Outcome.DONE
    assert asked == [request]


@pytest.mark.parametrize(
    ("line", "outcome"),
    [(request_line(Request("sing")), Outcome.UNKNOWN), (b"GET / HTTP/1.1\n", Outcome.UNREADABLE)],
)
def test_what_is_not_understood_is_answered_politely(
    qtbot: QtBot, address: str, reception: Reception, line: bytes, outcome: Outcome
) -> None:
    assert outcome_in(said(qtbot, address, line)) is outcome


def test_T28_a_line_without_end_is_cut_off(qtbot: QtBot, address: str, reception: Reception) -> None:
    assert said(qtbot, address, b"x" * LONGEST_LINE + b"x" * 1_000_000) == b""
    assert outcome_in(said(qtbot, address, request_line(Request(STAY)))) is Outcome.DONE


def test_T28_only_the_owner_may_connect(address: str, reception: Reception) -> None:
    assert stat.S_IMODE(Path(address).stat().st_mode) & 0o077 == 0


def test_a_socket_that_was_left_behind_is_taken_over(qtbot: QtBot, address: str, window: QWidget) -> None:
    with socket.socket(socket.AF_UNIX) as dead:
        dead.bind(address)
    reception = Reception(address, lambda: window)
    assert outcome_in(said(qtbot, address, request_line(Request(STAY)))) is Outcome.DONE
    reception.close()


def test_a_crowd_of_silent_visitors_is_limited_and_does_not_stay(
    qtbot: QtBot, address: str, reception: Reception, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("voicedesk.gui.front_door.PATIENCE_MS", 300)
    crowd = [socket.socket(socket.AF_UNIX) for _ in range(MOST_VISITORS + 3)]
    try:
        for visitor in crowd:
            visitor.connect(address)
            visitor.setblocking(False)
        qtbot.waitUntil(lambda: all(_is_sent_away(visitor) for visitor in crowd))
    finally:
        for visitor in crowd:
            visitor.close()
    assert outcome_in(said(qtbot, address, request_line(Request(STAY)))) is Outcome.DONE


def _is_sent_away(visitor: socket.socket) -> bool:
    try:
        return visitor.recv(1) == b""
    except BlockingIOError:
        return False
    except ConnectionError:
        return True
