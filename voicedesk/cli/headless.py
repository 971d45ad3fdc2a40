"""Own a session and run the crew in plain threads: a front end without a screen."""

import time
from queue import Empty, SimpleQueue
from threading import Thread
from types import TracebackType

from voicedesk.assembly import Crew
from voicedesk.cli.printing import complain_of
from voicedesk.core.commands import Notify
from voicedesk.core.conversation import Conversation
from voicedesk.core.events import Remarked, ServiceChosen, SettingsChanged, WorkerCrashed
from voicedesk.core.options import Options
from voicedesk.core.problems import Kind, Trouble, trouble
from voicedesk.core.session import AnyEvent, Session, State
from voicedesk.core.settings import Settings
from voicedesk.core.units import ConversationId, TurnId, next_turn
from voicedesk.engine.bodies import Body, keep_running

LEAVE_S = 2.0
START_S = 30.0
"""Longer than any worker takes to start, a locked keyring included."""


class Headless:
    """Run the crew, or only some of it, for the length of a `with` block."""

    def __init__(self, options: Options, only: tuple[str, ...] = ()) -> None:
        self._inbox: SimpleQueue[object] = SimpleQueue()
        self.crew = Crew(options, self._inbox.put)
        bodies = [body for body in self.crew.bodies if not only or body.name in only]
        self._threads = [
            (body, Thread(target=self._run, args=(body,), name=body.name, daemon=True)) for body in bodies
        ]
        self._is_leaving = False
        self._last_turn = 0
        self._session = Session(Settings(), Conversation(ConversationId(self.new_turn())))

    def __enter__(self) -> "Headless":
        for _, thread in self._threads:
            thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._is_leaving = True
        for body, thread in reversed(self._threads):
            body.stop()
            thread.join(LEAVE_S)
            self._take_in_late()

    @property
    def state(self) -> State:
        """Tell what is going on."""
        return self._session.state

    def new_turn(self) -> TurnId:
        """Number a turn."""
        self._last_turn = next_turn(self._last_turn, time.time_ns() // 1000)
        return TurnId(self._last_turn)

    def wait_until_ready(self) -> ServiceChosen:
        """Wait until settings and service are known, and say what was met on the way."""
        while True:
            match self.next_event(START_S):
                case SettingsChanged() as changed:
                    self.handle(changed)
                case Remarked(problem):
                    complain_of(problem)
                case WorkerCrashed(_, problem):
                    raise Trouble(problem)
                case ServiceChosen() as chosen:
                    self.handle(chosen)
                    return chosen
                case None:
                    raise trouble(Kind.CRASHED, "the workers did not start")

    def handle(self, event: AnyEvent) -> tuple[Notify, ...]:
        """Feed the session, have its commands carried out, and give what a person should see."""
        commands = self._session.handle(event)
        for command in commands:
            self.crew.carry_out(command)
        return tuple(command for command in commands if isinstance(command, Notify))

    def next_event(self, limit_s: float) -> object | None:
        """Wait for what a worker reports."""
        try:
            return self._inbox.get(timeout=limit_s)
        except Empty:
            return None

    def _take_in_late(self) -> None:
        """Keep what is reported by whoever leaves; whoever stores leaves last."""
        while not self._inbox.empty():
            self.handle(self._inbox.get())  # type: ignore[arg-type]  # the session ignores what it does not know

    def _run(self, body: Body) -> None:
        keep_running(body, self._inbox.put, lambda: self._is_leaving)
