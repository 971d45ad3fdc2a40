"""A person and four moody workers around a session, driven by one seed.

Every sound carries the number of its turn, so that "whose sound is this" can be asked when it is heard.
What workers report waits in their outbox until chance delivers it: late, twice, between anything else.
"""

from collections import deque
from collections.abc import Callable
from pathlib import Path
from random import Random

from tests.core.session_ledger import Ledger, demand
from tests.core.session_workers import PROBLEM, Archivist, Mood, Player, Recorder, Turns, Worker
from voicedesk.core.commands import (
    CancelTurn,
    Command,
    DropCapture,
    OpenConversation,
    PrepareSpeaker,
    Replay,
    RunTurn,
    Silence,
    SpeakSample,
    StartCapture,
    StopCapture,
    Summarize,
    TotalMonth,
)
from voicedesk.core.conversation import Conversation
from voicedesk.core.events import (
    AllDeleted,
    AnswerGrown,
    CheckPressed,
    ClipSubmitted,
    ConversationBegun,
    ConversationChosen,
    ConversationDeleted,
    ConversationRenamed,
    LevelWatched,
    ListenPressed,
    Remarked,
    SamplePressed,
    ServiceChosen,
    SettingsChanged,
    StopPressed,
    Summarized,
    SummaryChanged,
    TalkPressed,
    TalkReleased,
    TextSubmitted,
    TurnDeleted,
    WorkerCrashed,
)
from voicedesk.core.session import ANSWERING, CAPTURING, AnyEvent, Session, Stage
from voicedesk.core.settings import MoneySettings, ServiceSettings, Settings, SoundSettings, TalkSettings
from voicedesk.core.spending import Spending
from voicedesk.core.units import ConversationId, TurnId
from voicedesk.core.workers import KEEPER, STORE

CONVERSATIONS = [ConversationId(-number) for number in (1, 2, 3)]


class World:
    """A session and everything around it, driven by one seed."""

    def __init__(self, seed: int) -> None:
        self.chance = Random(seed)
        mood = Mood.drawn_by(self.chance)
        self.ledger = Ledger()
        self.session = Session(
            Settings(money=MoneySettings(history_tokens=4_000)), Conversation(CONVERSATIONS[0])
        )
        self.recorder = Recorder(self.chance, mood)
        self.player = Player(self.chance, mood, self._hear)
        self.turns = Turns(self.chance, mood, self.player)
        self.archivist = Archivist(self.chance, mood, self.ledger.conversation)
        self.workers: tuple[Worker, ...] = (self.recorder, self.turns, self.player, self.archivist)
        self._conversations = list(CONVERSATIONS)
        self._haste = self.chance.choice([0.04, 0.1, 0.3])
        self.rows_used: set[tuple[Stage, type]] = set()
        self._number = 0

    def live_through(self, steps: int) -> None:
        """Let things happen, then stop, and see that nothing goes on or comes back."""
        if self.chance.random() < 0.8:  # the others talk before their key was found
            self.choose_service()
        for _ in range(steps):
            if self.chance.random() < self._haste:
                self.chance.choices(list(FROM_OUTSIDE), list(FROM_OUTSIDE.values()))[0](self)
            else:
                self._go_on()
        self.stop()
        self._deliver_everything()
        self.stop()
        self.ledger.check_all_ended()

    def _go_on(self) -> None:
        if self.chance.random() < 0.4:
            self.deliver()
        else:
            self.chance.choices(self.workers, (3, 3, 3, 1))[0].work()

    def handle(self, event: AnyEvent) -> None:
        """Feed the session, carry its commands out, and check every promise."""
        before = self.session.state
        commands = self.session.handle(event)
        for command in commands:
            self._carry_out(command)
        self.ledger.enter(event, before, commands, self.session.state)
        self._check_stage()
        if commands or self.session.state is not before:
            self.rows_used.add((before.stage, type(event)))

    def deliver(self) -> None:
        """Take the oldest report of some worker to the session, and sometimes take it there again.

        The archivist alone never says a thing twice: what it read once is old the next time.
        """
        waiting = [worker.outbox for worker in self.workers if worker.outbox]
        if waiting:
            outbox = self.chance.choice(waiting)
            event = outbox.popleft()
            self.handle(event)
            if outbox is not self.archivist.outbox and self.chance.random() < self.recorder.mood.repeats:
                self._repeat(event, outbox)

    def _repeat(self, event: AnyEvent, outbox: deque[AnyEvent]) -> None:
        """Repeat growth and recordings at once only: no worker reports an older state after a newer one."""
        if isinstance(event, AnswerGrown) or outbox is self.recorder.outbox:
            self.handle(event)
        else:
            outbox.append(event)

    def _deliver_everything(self) -> None:
        for _ in range(20):
            self.turns.work()
        for worker in self.workers:
            while worker.outbox:
                self.handle(worker.outbox.popleft())

    def _carry_out(self, command: Command) -> None:
        match command:
            case StartCapture(turn=turn):
                self.recorder.start(turn)
            case StopCapture(turn=turn):
                self.recorder.stop(turn)
            case DropCapture(turn=turn):
                self.recorder.drop(turn)
            case RunTurn(turn=turn, spoken=spoken):
                demand(self.recorder.open is None, "never a turn while its microphone is open")
                self.turns.run(turn, spoken)
            case CancelTurn(turn=turn):
                self.turns.cancel(turn)
            case PrepareSpeaker(turn=turn):
                self.player.prepare(turn)
            case Replay(turn=turn):
                self.player.replay(turn)
            case SpeakSample(turn=turn):
                self.turns.speak(turn)
            case Silence(turn=turn):
                self.player.silence(turn)
            case OpenConversation(conversation=conversation):
                self.archivist.open(conversation)
            case TotalMonth(turn=turn):
                self.archivist.total(turn)
            case Summarize():
                self.turns.sum_up(command)

    def _hear(self, turn: TurnId) -> None:
        demand(turn == self.ledger.newest, "nothing of an old turn is heard after a new one began")

    def _check_stage(self) -> None:
        """What a worker holds is held for the turn on stage; so when nothing is on stage, all is closed."""
        state = self.session.state
        live = state.live.number if state.live else None
        capturing = live if state.stage in CAPTURING else None
        answering = live if state.stage in ANSWERING | {Stage.SAMPLING} else None
        sounding = live if state.stage in ANSWERING | {Stage.REPLAYING, Stage.SAMPLING} else None
        demand((state.stage is Stage.IDLE) == (live is None), "idle means that no turn is on stage")
        demand(self.recorder.open in (None, capturing), "the microphone is open for the turn on stage only")
        demand(self.turns.running in (None, answering), "the turn that runs is the one on stage")
        demand(self.player.lane in (None, sounding), "the loudspeaker belongs to the turn on stage")

    def press(self) -> None:
        self.handle(TalkPressed(self._next(), self.player.heard_ms))

    def release(self) -> None:
        self.handle(TalkReleased())

    def stop(self) -> None:
        self.handle(StopPressed(self.player.heard_ms))
        demand(self.session.state.stage is Stage.IDLE, "after Stop nothing goes on")

    def type(self) -> None:
        text = self.chance.choice(["typed", "typed at length " * 300])
        self.handle(TextSubmitted(self._next(), text, self.player.heard_ms))

    def send(self) -> None:
        clips = [turn.clip for turn in self.session.state.conversation.turns if turn.clip]
        if clips:
            self.handle(ClipSubmitted(self._next(), self.chance.choice(clips), self.player.heard_ms))

    def listen(self) -> None:
        self.handle(ListenPressed(self._next(), Path("stored.pcm"), self.player.heard_ms))

    def sample(self) -> None:
        self.handle(SamplePressed(self._next(), "Hello.", ServiceSettings(), self.player.heard_ms))

    def check(self) -> None:
        self.handle(CheckPressed(self._next(), self.player.heard_ms))

    def watch(self) -> None:
        self.handle(LevelWatched(self.chance.random() < 0.5))

    def delete_all(self) -> None:
        self.handle(AllDeleted(self._new_conversation()))

    def delete(self) -> None:
        turns = self.session.state.conversation.turns
        if turns:
            self.handle(TurnDeleted(self.chance.choice(turns).number))

    def change_settings(self) -> None:
        talk = TalkSettings(self.chance.random() < 0.5, self.chance.choice([0, 300, 500]))
        money = MoneySettings(self.chance.choice([0, 0, 1, 1_000_000]), history_tokens=4_000)
        self.handle(SettingsChanged(Settings(sound=SoundSettings(), talk=talk, money=money)))

    def write_summary(self) -> None:
        self.handle(SummaryChanged(self.chance.choice(["", "Mine."])))

    def end_summary(self) -> None:
        """Let a summary arrive that was perhaps given up long ago."""
        paid = Spending("gpt-4o-mini", text_in=1)
        wanted = self.chance.choice(self._conversations)
        self.handle(Summarized(wanted, TurnId(self._number), "Late notes.", paid))

    def total(self) -> None:
        """Let somebody else ask what was spent."""
        self.archivist.total(TurnId(self._number))

    def begin_conversation(self) -> None:
        self.handle(ConversationBegun(self._new_conversation(), self.player.heard_ms))

    def choose_conversation(self) -> None:
        wanted = self.chance.choice(self._conversations)
        self.handle(ConversationChosen(wanted, self.player.heard_ms))

    def rename_conversation(self) -> None:
        self.handle(ConversationRenamed(self.session.state.conversation.id, self.chance.choice(["", "Owls"])))

    def delete_conversation(self) -> None:
        unwanted = self.chance.choice(self._conversations)
        self.handle(ConversationDeleted(unwanted, self._new_conversation(), self.player.heard_ms))

    def _new_conversation(self) -> ConversationId:
        self._conversations.append(ConversationId(-1 - len(self._conversations)))
        return self._conversations[-1]

    def crash(self) -> None:
        worker = self.chance.choice(self.workers)
        worker.crash()
        worker.outbox.append(WorkerCrashed(worker.name, PROBLEM))

    def crash_beside(self) -> None:
        """Let somebody crash whom no turn needs."""
        before = self.session.state
        self.handle(WorkerCrashed(self.chance.choice([STORE, KEEPER, "window"]), PROBLEM))
        demand(self.session.state == before, "no turn ends for the crash of a bystander")

    def choose_service(self) -> None:
        self.handle(ServiceChosen("https://service.example/v1", practice=self.chance.random() < 0.3))

    def remark(self) -> None:
        self.handle(Remarked(PROBLEM))

    def _next(self) -> TurnId:
        self._number += 1
        return TurnId(self._number)


FROM_OUTSIDE: dict[Callable[[World], None], float] = {
    World.choose_service: 2,
    World.press: 8,
    World.release: 6,
    World.stop: 2,
    World.type: 3,
    World.send: 2,
    World.listen: 2,
    World.sample: 2,
    World.check: 2,
    World.watch: 0.5,
    World.delete: 4,
    World.delete_all: 0.1,
    World.change_settings: 1.5,
    World.write_summary: 0.5,
    World.end_summary: 0.5,
    World.total: 1,
    World.begin_conversation: 1,
    World.choose_conversation: 2,
    World.rename_conversation: 0.5,
    World.delete_conversation: 0.5,
    World.crash: 0.5,
    World.crash_beside: 0.2,
    World.remark: 0.6,
}
