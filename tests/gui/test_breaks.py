"""Sleep and a locked screen end a recording in order: it is kept, not sent, and the next turn works."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Stand
from voicedesk.core.commands import CancelTurn, DropCapture, HangUp, RunTurn
from voicedesk.core.conversation import Answer, Clip, Ending
from voicedesk.core.events import AnswerGrown, CaptureDropped, CaptureStarted, SpeakingStarted
from voicedesk.core.inquiries import DevicesChanged, ListDevices
from voicedesk.core.problems import Action
from voicedesk.gui.desktop_news import SLEPT_S, TICK_MS, DesktopNews

ClipOf = Callable[[int], Clip]


def listen(qtbot: QtBot, stand: Stand) -> None:
    stand.bridge.talk()
    stand.post(CaptureStarted(stand.live))
    qtbot.waitUntil(lambda: stand.window.talk_bar.status.startswith("Listening"))


@pytest.mark.parametrize(
    ("happens", "reason"),
    [
        ("falls_asleep", "the computer went to sleep"),
        ("woke", "the computer went to sleep"),
        ("locked", "the screen was locked"),
    ],
)
def test_C6_A13_a_recording_is_kept_and_can_be_sent_later(
    qtbot: QtBot, stand: Stand, clip_of: ClipOf, happens: str, reason: str
) -> None:
    listen(qtbot, stand)
    turn = stand.live
    getattr(stand.backstage.news, happens).emit()
    assert [command.turn for command in stand.crew.told(DropCapture)] == [turn]
    stand.post(CaptureDropped(turn, clip_of(turn)))
    qtbot.waitUntil(lambda: stand.state.conversation.find(turn) is not None)
    assert stand.titles == [f"Recording stopped because {reason}."]
    assert stand.crew.told(RunTurn) == []
    (notice,) = stand.window.notices.shown
    assert notice.action is Action.SEND_RECORDING
    stand.window.notices.acted.emit(notice)
    assert len(stand.crew.told(RunTurn)) == 1


def test_C7_an_answer_is_kept_as_far_as_it_came(qtbot: QtBot, stand: Stand) -> None:
    stand.bridge.submit("hello")
    turn = stand.live
    stand.post(AnswerGrown(turn, Answer("Hel")), SpeakingStarted(turn))
    qtbot.waitUntil(lambda: stand.window.talk_bar.status.startswith("Speaking"))
    stand.backstage.news.falls_asleep.emit()
    kept = stand.state.conversation.find(turn)
    assert kept and kept.ending is Ending.INTERRUPTED and kept.answer.text == "Hel"
    assert [command.turn for command in stand.crew.told(CancelTurn)] == [turn]
    assert stand.titles == ["The answer stopped because the computer went to sleep."]


def test_a_locked_screen_lets_an_answer_end(qtbot: QtBot, stand: Stand) -> None:
    stand.bridge.submit("hello")
    stand.backstage.news.locked.emit()
    assert stand.crew.told(CancelTurn) == []
    assert stand.titles == []


def test_after_a_sleep_connections_and_devices_are_not_trusted(stand: Stand) -> None:
    stand.backstage.news.woke.emit()
    assert stand.crew.told(HangUp) == [HangUp()]
    assert stand.crew.told(ListDevices) == [ListDevices(anew=True)]
    assert stand.titles == []


def test_devices_that_come_and_go_are_listed_again(qtbot: QtBot, stand: Stand) -> None:
    stand.post(DevicesChanged())
    qtbot.waitUntil(lambda: stand.crew.told(ListDevices) == [ListDevices()])


@pytest.mark.parametrize(("late_s", "slept"), [(0.0, False), (SLEPT_S, False), (SLEPT_S + 1, True)])
def test_C5_a_clock_that_jumped_tells_of_a_sleep(late_s: float, slept: bool) -> None:
    times = iter([1_000.0, 1_000.0 + TICK_MS / 1_000 + late_s])
    news = DesktopNews(wall_clock=lambda: next(times))
    woken: list[bool] = []
    news.woke.connect(lambda: woken.append(True))
    news.look_at_clock()
    assert bool(woken) is slept
