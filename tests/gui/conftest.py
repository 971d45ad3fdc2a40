"""A window with a crew that does nothing but remember what it was told."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before Qt looks at it

import gc
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from voicedesk.core.commands import Command
from voicedesk.core.conversation import Answer, Clip, Conversation, Ending, Turn
from voicedesk.core.cues import Cue
from voicedesk.core.events import ServiceChosen
from voicedesk.core.export.order import ExportOrder
from voicedesk.core.problem_texts import Translate
from voicedesk.core.session import State
from voicedesk.core.settings import Settings
from voicedesk.core.units import ConversationId, Frames, Milliseconds, TurnId
from voicedesk.engine.bodies import Body
from voicedesk.gui.app import Desk
from voicedesk.gui.backstage import Backstage
from voicedesk.gui.bridge import Bridge
from voicedesk.gui.crew import Post
from voicedesk.gui.garbage import collect_due
from voicedesk.gui.main_window import MainWindow
from voicedesk.gui.style import dress


@pytest.fixture(autouse=True, scope="module")
def nothing_of_the_window_is_left_to_other_tests() -> Iterator[None]:
    """Collect all garbage when the tests of a file are over: those of other rooms run threads too."""
    yield
    gc.collect()


@pytest.fixture(autouse=True)
def garbage_is_collected_in_the_window_s_thread() -> Iterator[None]:
    """Let no worker of a test take Qt's objects away, as the program does not either."""
    gc.disable()
    yield
    collect_due()
    gc.enable()


class WaitingBody:
    """A loop body that waits for its end; it can be told to crash, or not to listen."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.runs = 0
        self.is_deaf = False
        self._wake = Event()
        self._fault: Exception | None = None

    def run(self) -> None:
        self.runs += 1
        self._wake.wait()
        self._wake.clear()
        if self._fault:
            fault, self._fault = self._fault, None
            raise fault

    def stop(self) -> None:
        if not self.is_deaf:
            self._wake.set()

    def crash(self, fault: Exception) -> None:
        self._fault = fault
        self._wake.set()

    def wake(self) -> None:
        self._wake.set()


@dataclass
class FakeCrew:
    """Stand in for all workers; a test posts what they would report."""

    post: Post
    commands: list[Command] = field(default_factory=list)
    level: float = -20.0
    level_asked: int = 0
    voice: float = -20.0
    heard: int = 0
    settings: Settings | None = None
    keys: list[str] = field(default_factory=list)
    keys_forgotten: int = 0
    examinations: int = 0
    exports: list[ExportOrder] = field(default_factory=list)
    files: list[tuple[TurnId, Path]] = field(default_factory=list)
    files_left: int = 0
    cues: list[Cue] = field(default_factory=list)
    autostart_wishes: list[bool | None] = field(default_factory=list)
    measured: list[Path] = field(default_factory=list)
    devices: tuple[tuple[str, ...], tuple[str, ...]] = (("Desk microphone",), ("Headphones",))
    store: WaitingBody = field(default_factory=lambda: WaitingBody("store"))
    recorder: WaitingBody = field(default_factory=lambda: WaitingBody("recorder"))

    @property
    def bodies(self) -> tuple[Body, ...]:
        return self.store, self.recorder

    def carry_out(self, command: Command) -> None:
        self.commands.append(command)

    def level_dbfs(self) -> float:
        self.level_asked += 1
        return self.level

    def voice_dbfs(self) -> float:
        return self.voice

    def play_cue(self, cue: Cue, device: str) -> None:
        self.cues.append(cue)

    def heard_ms(self) -> Milliseconds:
        return Milliseconds(self.heard)

    def answer_path(self, turn: TurnId) -> Path:
        return Path("answers") / f"{turn}.pcm"

    def measure_peaks(self, path: Path) -> None:
        self.measured.append(path)

    def export(self, order: ExportOrder) -> None:
        self.exports.append(order)

    def examine(self, tr: Translate, translate_problem: Translate) -> None:
        self.examinations += 1

    def take_in_file(self, turn: TurnId, path: Path) -> None:
        self.files.append((turn, path))

    def leave_file(self) -> None:
        self.files_left += 1

    def device_names(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        return self.devices

    def change_settings(self, settings: Settings) -> None:
        self.settings = settings

    def switch_autostart(self, wish: bool | None) -> None:
        self.autostart_wishes.append(wish)

    def enter_key(self, key: str) -> None:
        self.keys.append(key)

    def forget_key(self) -> None:
        self.keys_forgotten += 1

    def told(self, kind: type) -> list:
        """Give the commands of one kind."""
        return [command for command in self.commands if isinstance(command, kind)]


@dataclass
class Stand:
    """A running window and everything behind it."""

    desk: Desk
    crew: FakeCrew
    backstage: Backstage

    @property
    def bridge(self) -> Bridge:
        return self.backstage.bridge

    @property
    def window(self) -> MainWindow:
        return self.desk.window

    @property
    def state(self) -> State:
        return self.bridge.state

    @property
    def live(self) -> TurnId:
        assert self.state.live
        return self.state.live.number

    @property
    def texts(self) -> list[str]:
        """Give what the conversation shows, row by row."""
        return [row.text for row in self.window.conversation.rows]

    @property
    def is_practice(self) -> bool:
        return self.bridge.service is not None and self.bridge.service.practice

    @property
    def titles(self) -> list[str]:
        """Give what the banners say."""
        return [notice.title for notice in self.window.notices.shown]

    @property
    def answer(self) -> str:
        return self.state.live.answer.text if self.state.live else ""

    def post(self, *events: object) -> None:
        for event in events:
            self.crew.post(event)


@pytest.fixture(autouse=True, scope="session")
def dressed(qapp: QApplication) -> None:
    qapp.setStyle("Fusion")
    dress(qapp)


@pytest.fixture
def stand(qtbot: QtBot) -> Iterator[Stand]:
    crews: list[FakeCrew] = []

    def make_crew(post: Post) -> FakeCrew:
        crews.append(FakeCrew(post))
        return crews[0]

    desk = Desk(make_crew)
    desk.window.show()
    qtbot.waitUntil(lambda: desk.backstage is not None)
    backstage = desk.backstage
    assert backstage
    qtbot.waitUntil(lambda: all(worker.isRunning() for worker in backstage.workers))
    desk.inbox.post(ServiceChosen("https://api.example/v1", practice=False))
    qtbot.waitUntil(lambda: backstage.bridge.service is not None)
    crews[0].commands.clear()
    yield Stand(desk, crews[0], backstage)
    for body in (crews[0].store, crews[0].recorder):
        body.is_deaf = False
    desk.close()
    for worker in backstage.workers:
        worker.stop()
        assert worker.wait(5_000)
    shiboken6.delete(desk.window)  # now, and not whenever the garbage collector comes by


@pytest.fixture
def clip_of() -> Callable[[int], Clip]:
    def make(turn: int) -> Clip:
        return Clip(TurnId(turn), Path("recordings") / f"{turn}.pcm", Frames(4 * 24_000), peak_dbfs=-12.0)

    return make


@pytest.fixture
def conversation_of() -> Callable[[int], Conversation]:
    """Make a conversation with so many finished turns."""

    def make(count: int) -> Conversation:
        here = ConversationId(1)
        turns = [
            Turn(
                TurnId(number),
                here,
                asked=f"Question {number}",
                typed=True,
                answer=Answer(f"Answer {number}", Frames(24_000)),
                ending=Ending.DONE,
            )
            for number in range(1, count + 1)
        ]
        return Conversation(here, tuple(turns))

    return make
