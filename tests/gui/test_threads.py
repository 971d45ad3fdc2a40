"""A worker runs in its own thread, and a crash of it is reported and overcome."""

from threading import current_thread

from pytestqt.qtbot import QtBot

from tests.gui.conftest import Stand, WaitingBody
from voicedesk.core.commands import StartCapture
from voicedesk.core.events import CaptureStarted, WorkerCrashed
from voicedesk.core.problems import Kind
from voicedesk.core.session import Stage
from voicedesk.engine.bodies import RESTARTS
from voicedesk.gui.threads import Worker

SECRET = "sk-" + "a" * 40


class FallingBody(WaitingBody):
    """Crashes at once, every time."""

    def run(self) -> None:
        self.runs += 1
        self.thread = current_thread()
        raise ValueError(f"bad value {SECRET}")


def test_a_crash_is_reported_without_the_key_and_restarts_are_limited(qtbot: QtBot) -> None:
    events: list[object] = []
    body = FallingBody("recorder")
    worker = Worker(body, events.append)
    worker.start()
    assert worker.wait(5_000)
    assert body.runs == 1 + RESTARTS == len(events)
    assert body.thread is not current_thread()
    crash = events[0]
    assert isinstance(crash, WorkerCrashed)
    assert (crash.worker, crash.problem.kind) == ("recorder", Kind.CRASHED)
    assert "ValueError" in crash.problem.detail
    assert SECRET not in repr(crash)


class FallingAtTheEnd(WaitingBody):
    """Crashes while it leaves."""

    def run(self) -> None:
        super().run()
        raise ValueError


def test_whoever_crashes_while_leaving_is_not_started_again(qtbot: QtBot) -> None:
    events: list[object] = []
    body = FallingAtTheEnd("store")
    worker = Worker(body, events.append)
    worker.start()
    qtbot.waitUntil(lambda: body.runs == 1)
    worker.stop()
    assert worker.wait(5_000)
    assert (body.runs, len(events)) == (1, 1)


def test_after_a_crash_the_notice_is_shown_and_the_next_turn_works(qtbot: QtBot, stand: Stand) -> None:
    stand.bridge.talk()
    stand.crew.recorder.crash(RuntimeError("lost my way"))
    qtbot.waitUntil(lambda: bool(stand.window.notices.shown))
    notice = stand.window.notices.shown[0]
    assert notice.title == "Something in VoiceDesk failed."
    assert stand.state.stage is Stage.IDLE
    qtbot.waitUntil(lambda: stand.crew.recorder.runs == 2)
    stand.bridge.talk()
    stand.post(CaptureStarted(stand.live))
    qtbot.waitUntil(lambda: stand.window.talk_bar.status.startswith("Listening"))
    assert len(stand.crew.told(StartCapture)) == 2
