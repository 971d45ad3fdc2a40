"""VoiceDesk itself without its window: the real crew in threads, a real session in the main thread.

The main thread is where the window would be, so it is the one that bears the load.
"""

from dataclasses import replace
from queue import Empty, SimpleQueue
from threading import Thread
from time import monotonic_ns, time_ns

from tests.bench.parties.load import Load
from tests.bench.parties.pipe import Order, on_each_order, service, tell, tell_crashes
from voicedesk.assembly import Crew
from voicedesk.core.commands import Command, Notify, RunTurn
from voicedesk.core.conversation import Conversation
from voicedesk.core.events import (
    ServiceChosen,
    SettingsChanged,
    StopPressed,
    TalkPressed,
    TalkReleased,
    TextSubmitted,
)
from voicedesk.core.options import Options
from voicedesk.core.session import AnyEvent, Session, Stage
from voicedesk.core.settings import Settings
from voicedesk.core.units import ConversationId, TurnId, next_turn


class FrontEnd:
    """Feed a session with what the benchmark orders and what the crew reports."""

    def __init__(self, settings: Settings) -> None:
        self._inbox: SimpleQueue[object] = SimpleQueue()
        self._settings = settings
        self._last = TurnId(time_ns() // 1_000)
        self._session = Session(settings, Conversation(ConversationId(self._last)))
        self._crew = Crew(Options(base_url=service()[0]), self._inbox.put)
        self._load = Load()

    def run(self) -> None:
        """Be the window's thread."""
        tell_crashes()
        for body in self._crew.bodies:
            Thread(target=body.run, name=body.name, daemon=True).start()
        on_each_order(self._inbox.put)
        while True:
            self._take_what_came()
            self._load.bear()

    def _take_what_came(self) -> None:
        wait_s = self._load.pause_s
        try:
            while True:
                self._take(self._inbox.get(timeout=wait_s))
                wait_s = 0.0
        except Empty:
            pass

    def _take(self, item: object) -> None:
        match item:
            case Order():
                self._obey(item)
            case SettingsChanged():
                self._settings = item.settings
            case ServiceChosen(practice=True):
                raise RuntimeError("the key was not found")  # and nothing else shall be measured
            case ServiceChosen():
                chosen = replace(self._settings.service, base_url=item.base_url)
                self._feed(SettingsChanged(replace(self._settings, service=chosen)))
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
