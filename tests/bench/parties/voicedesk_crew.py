"""VoiceDesk itself without its window: the real crew in threads, a real session in the main thread.

The main thread is where the window would be, so it is the one that bears the load.
"""

import os
import select
import sys
from collections.abc import Iterator
from queue import SimpleQueue
from threading import Thread
from time import monotonic_ns, time_ns

from tests.bench.parties.load import Load
from tests.bench.parties.pipe import Order, order_in, service, tell, tell_crashes
from voicedesk.assembly import Crew
from voicedesk.core.commands import Command, Notify, RunTurn
from voicedesk.core.conversation import Conversation
from voicedesk.core.events import (
    ServiceChosen,
    StopPressed,
    TalkPressed,
    TalkReleased,
    TextSubmitted,
)
from voicedesk.core.options import Options
from voicedesk.core.session import AnyEvent, Session, Stage
from voicedesk.core.settings import Settings
from voicedesk.core.units import ConversationId, TurnId, next_turn

STANDARD_INPUT = 0


class Inbox:
    """Wait for orders and events at once, as the loop of a window waits for keys and for its threads.

    Orders are read in the main thread itself: a key press reaches a window without another thread, too.
    """

    def __init__(self) -> None:
        self._events: SimpleQueue[object] = SimpleQueue()
        self._woken, self._waking = os.pipe()
        self._unread = b""

    def post(self, event: object) -> None:
        """Add an event, from any thread."""
        self._events.put(event)
        os.write(self._waking, b".")

    def wait(self, seconds: float) -> Iterator[object]:
        """Give everything that has come, or comes within this time."""
        ready, _, _ = select.select([STANDARD_INPUT, self._woken], [], [], seconds)
        if STANDARD_INPUT in ready:
            yield from self._orders()
        if self._woken in ready:
            for _ in os.read(self._woken, 4_096):
                yield self._events.get()

    def _orders(self) -> Iterator[Order]:
        came = os.read(STANDARD_INPUT, 65_536)
        if not came:
            sys.exit()  # nobody is there any more
        *lines, self._unread = (self._unread + came).split(b"\n")
        yield from map(order_in, lines)


class FrontEnd:
    """Feed a session with what the benchmark orders and what the crew reports."""

    def __init__(self, settings: Settings) -> None:
        self._inbox = Inbox()
        self._last = TurnId(time_ns() // 1_000)
        self._session = Session(settings, Conversation(ConversationId(self._last)))
        self._crew = Crew(Options(base_url=service()[0]), self._inbox.post)
        self._load = Load()

    def run(self) -> None:
        """Be the window's thread."""
        tell_crashes()
        for body in self._crew.bodies:
            Thread(target=body.run, name=body.name, daemon=True).start()
        while True:
            for item in self._inbox.wait(self._load.pause_s):
                self._take(item)
            self._load.bear()

    def _take(self, item: object) -> None:
        match item:
            case Order():
                self._obey(item)
            case ServiceChosen(practice=True):
                raise RuntimeError("the key was not found")  # and nothing else shall be measured
            case ServiceChosen():
                self._feed(item)
                tell("ready")
            case _:
                self._feed(item)  # type: ignore[arg-type]  # workers post nothing but events

    def _obey(self, order: Order) -> None:
        heard_ms = self._crew.heard_ms()
        match order.do:
            case "ask":
                self._feed(TextSubmitted(self._new_turn(), "Hello.", heard_ms))
            case "press" | "barge":
                self._feed(TalkPressed(self._new_turn(), heard_ms))
                tell("barged" if order.do == "barge" else "pressed")
            case "release":
                self._feed(TalkReleased())
            case "stop":
                self._feed(StopPressed(heard_ms))
            case "load":
                self._load.become(order.values["name"])
                tell("loaded")

    def _new_turn(self) -> TurnId:
        self._last = next_turn(self._last, time_ns() // 1_000)
        return self._last

    def _feed(self, event: AnyEvent) -> None:
        before, at_ns = self._session.state, monotonic_ns()
        if isinstance(event, TalkReleased):
            tell("released", since_ns=at_ns)
        for command in self._session.handle(event):
            self._carry_out(command)
        self._tell_stage(before.stage)

    def _carry_out(self, command: Command) -> None:
        if isinstance(command, Notify):
            tell("notified", kind=command.problem.kind.name, detail=command.problem.detail)
            return
        if isinstance(command, RunTurn):
            tell("asked")
        self._crew.carry_out(command)

    def _tell_stage(self, before: Stage) -> None:
        stage = self._session.state.stage
        if stage is before:
            return
        if stage is Stage.LISTENING:
            tell("listening")
        if stage is Stage.IDLE:
            tell("ended")


if __name__ == "__main__":
    FrontEnd(Settings()).run()
