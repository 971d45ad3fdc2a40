"""The program ends in order, and in time even when a worker does not."""

import logging
from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Stand, WaitingBody
from voicedesk.core.commands import DropCapture, SaveTurn, StartCapture
from voicedesk.core.conversation import Clip
from voicedesk.core.events import CaptureDropped
from voicedesk.gui.app import Desk
from voicedesk.gui.closing import TOO_LATE, Closing
from voicedesk.gui.threads import Worker


@pytest.fixture
def workers() -> Iterator[dict[str, tuple[WaitingBody, Worker]]]:
    bodies = [WaitingBody(name) for name in ("store", "api", "recorder")]
    running = {body.name: (body, Worker(body, lambda event: None)) for body in bodies}
    for _, worker in running.values():
        worker.start()
    yield running
    for body, worker in running.values():
        body.wake()
        assert worker.wait(5_000)


def test_workers_end_in_reverse_order(qtbot: QtBot, workers: dict[str, tuple[WaitingBody, Worker]]) -> None:
    ended: list[str] = []
    for name, (_, worker) in workers.items():
        worker.finished.connect(lambda name=name: ended.append(name))
    closing = Closing([worker for _, worker in workers.values()])
    with qtbot.waitSignal(closing.finished):
        closing.begin()
    assert ended == ["recorder", "api", "store"]


def test_a_stuck_worker_is_named_and_left_behind(
    qtbot: QtBot, workers: dict[str, tuple[WaitingBody, Worker]], caplog: pytest.LogCaptureFixture
) -> None:
    workers["api"][0].is_deaf = True
    codes: list[int] = []
    closing = Closing(
        [worker for _, worker in workers.values()], leave=codes.append, patience_ms=200, turn_ms=10
    )
    with caplog.at_level(logging.ERROR):
        closing.begin()
        qtbot.waitUntil(lambda: codes == [TOO_LATE])
    assert "did not stop in time: api" in caplog.text
    assert [name for name, (_, worker) in workers.items() if worker.isRunning()] == ["api"]


def test_what_is_reported_while_closing_is_still_stored(
    qtbot: QtBot, stand: Stand, clip_of: Callable[[int], Clip]
) -> None:
    stand.bridge.talk()
    turn = stand.live
    with qtbot.waitSignal(stand.desk.ended):
        stand.desk.close()
        stand.post(CaptureDropped(turn, clip_of(turn)))
    assert len(stand.crew.told(DropCapture)) == 1
    assert [command.turn.number for command in stand.crew.told(SaveTurn)] == [turn]


def test_nothing_new_begins_while_closing(qtbot: QtBot, stand: Stand) -> None:
    with qtbot.waitSignal(stand.desk.ended):
        stand.window.close()
        stand.bridge.talk()
    assert stand.crew.told(StartCapture) == []


def test_the_window_may_close_before_anybody_works(qtbot: QtBot) -> None:
    desk = Desk(lambda post: pytest.fail("nobody was wanted"))
    desk.window.show()
    with qtbot.waitSignal(desk.ended):
        desk.close()
