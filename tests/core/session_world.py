"""A person, a recorder, a turn worker and a player around a session; all of them moody, none of them real.

Every sound carries the number of its turn, so that "whose sound is this" can be asked when it is heard.
What workers report waits in their outbox until chance delivers it: late, twice, between anything else.
"""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from tests.core.session_ledger import Broken, Ledger, demand
from voicedesk.core.commands import (
    CancelTurn,
    Command,
    DropCapture,
    PrepareSpeaker,
    Replay,
    RunTurn,
    Silence,
    StartCapture,
    StopCapture,
)
from voicedesk.core.conversation import Answer, Clip, Conversation, Ending
from voicedesk.core.events import (
    AnswerEnded,
    AnswerGrown,
    Captured,
    CaptureDropped,
    CaptureFailed,
    CaptureRemarked,
    CaptureStarted,
    ClipSubmitted,
    ConversationOpened,
    ListenPressed,
    Remarked,
    SettingsChanged,
    SpeakingEnded,
    SpeakingFailed,
    SpeakingStarted,
    StopPressed,
    TalkPressed,
    TalkReleased,
    TextSubmitted,
    TurnDeleted,
    TurnRemarked,
    WordsHeard,
    WorkerCrashed,
)
from voicedesk.core.problems import Kind, Problem
from voicedesk.core.session import ANSWERING, CAPTURING, AnyEvent, Session, Stage
from voicedesk.core.settings import Settings, SoundSettings, TalkSettings
from voicedesk.core.units import ConversationId, Frames, Milliseconds, TurnId, frames_in

__all__ = ["Broken", "World"]

PIECE_MS = 100
PROBLEM = Problem(Kind.CRASHED)
CONVERSATIONS = [ConversationId(-number) for number in (1, 2, 3)]


@dataclass(frozen=True)
class Mood:
    """How likely it is, each time, that a worker fails, keeps silent, or says a thing twice."""

    fails: float
    keeps_silent: float
    repeats: float

    @classmethod
    def drawn_by(cls, chance: Random) -> "Mood":
        return cls(chance.choice([0, 0.02, 0.2]), chance.choice([0, 0.02, 0.3]), chance.choice([0, 0.2]))


class Worker:
    """What the three have in common: chance, a mood and an outbox."""

    def __init__(self, chance: Random, mood: Mood) -> None:
        self.chance = chance
        self.mood = mood
        self.outbox: deque[AnyEvent] = deque()

    def work(self) -> None:
        """Do one of the things that this worker does."""
        raise NotImplementedError

    def crash(self) -> None:
        """Lose everything at hand."""
        raise NotImplementedError

    def report(self, event: AnyEvent) -> None:
        if self.chance.random() >= self.mood.keeps_silent:
            self.outbox.append(event)

    def is_failing(self) -> bool:
        return self.chance.random() < self.mood.fails


class Recorder(Worker):
    """Holds the microphone from `StartCapture` until it hands over, fails, or is told to drop."""

    def __init__(self, chance: Random, mood: Mood) -> None:
        super().__init__(chance, mood)
        self.open: TurnId | None = None
        self._started = False
        self._stopping = False
        self._recorded_ms = 0

    def start(self, turn: TurnId) -> None:
        demand(self.open is None, "never two captures open")
        self.open, self._started, self._stopping, self._recorded_ms = turn, False, False, 0

    def stop(self, turn: TurnId) -> None:
        self._stopping = self._stopping or turn == self.open

    def drop(self, turn: TurnId) -> None:
        if turn == self.open:
            clip = self._clip(turn) if self._recorded_ms >= PIECE_MS * 20 else None
            self.open = None
            self.report(CaptureDropped(turn, clip))

    def crash(self) -> None:
        self.open = None

    def work(self) -> None:
        if self.open is None:
            return
        if self.is_failing():
            self._hand_over(
                CaptureFailed(self.open, PROBLEM, self._clip(self.open) if self._started else None)
            )
        elif not self._started:
            self._started = True
            self.report(CaptureStarted(self.open))
        elif self._stopping or self._recorded_ms > PIECE_MS * 40:
            self._hand_over(Captured(self.open, self._clip(self.open)))
        else:
            self._record()

    def _record(self) -> None:
        self._recorded_ms += self.chance.choice([1, 3, 10]) * PIECE_MS
        if self.open is not None and self.is_failing():
            self.report(CaptureRemarked(self.open, PROBLEM))

    def _hand_over(self, event: Captured | CaptureFailed) -> None:
        self.open = None
        self.report(event)

    def _clip(self, turn: TurnId) -> Clip:
        peak = self.chance.choice([-20.0, -20.0, float("-inf")])
        return Clip(turn, Path(f"{turn}.pcm"), frames_in(self._recorded_ms), peak_dbfs=peak)


class Player(Worker):
    """Owns one lane of sound; refuses what is at or below the floor that `Silence` raises."""

    def __init__(self, chance: Random, mood: Mood, hear: Callable[[TurnId], None]) -> None:
        super().__init__(chance, mood)
        self.lane: TurnId | None = None
        self.heard_ms = Milliseconds(0)
        self._hear = hear
        self._floor = TurnId(0)
        self._waiting: deque[TurnId] = deque()
        self._finished = False

    def prepare(self, turn: TurnId) -> None:
        demand(self.lane is None, "never two owners of the loudspeaker")
        self.lane, self.heard_ms, self._finished = turn, Milliseconds(0), False

    def replay(self, turn: TurnId) -> None:
        demand(self.lane == turn, "the loudspeaker is prepared before a replay")
        for _ in range(self.chance.randrange(1, 8)):
            self.put(turn)
        self.finish(turn)

    def put(self, turn: TurnId) -> None:
        if turn == self.lane and turn > self._floor:
            self._waiting.append(turn)

    def finish(self, turn: TurnId) -> None:
        if turn == self.lane:
            self._finished = True
            if not self._waiting and not self.heard_ms:
                self.lane = None

    def silence(self, turn: TurnId) -> None:
        self._floor = max(self._floor, turn)
        if self.lane is not None and self.lane <= self._floor:
            self._leave()

    def crash(self) -> None:
        self._leave()

    def work(self) -> None:
        if self.lane is None:
            return
        if self.is_failing():
            self.report(SpeakingFailed(self.lane, PROBLEM, self.heard_ms))
            self._leave()
        elif self._waiting:
            self._play(self._waiting.popleft())
        elif self._finished:
            self.report(SpeakingEnded(self.lane, self.heard_ms))
            self._leave()

    def _play(self, turn: TurnId) -> None:
        if not self.heard_ms:
            self.report(SpeakingStarted(turn))
        self.heard_ms = Milliseconds(self.heard_ms + PIECE_MS)
        self._hear(turn)

    def _leave(self) -> None:
        self.lane = None
        self._waiting.clear()


class Turns(Worker):
    """Asks and streams; after a cancel some sound and the last report may still be under way."""

    def __init__(self, chance: Random, mood: Mood, player: Player) -> None:
        super().__init__(chance, mood)
        self.running: TurnId | None = None
        self._player = player
        self._spoken = False
        self._answer = Answer()
        self._stragglers: list[AnswerEnded] = []

    def run(self, turn: TurnId, spoken: bool) -> None:
        demand(self.running is None, "never two turns running")
        self.running, self._spoken, self._answer = turn, spoken, Answer()

    def cancel(self, turn: TurnId) -> None:
        if turn == self.running:
            self.running = None
            self._stragglers.append(AnswerEnded(turn, self._answer, Ending.CANCELLED))

    def crash(self) -> None:
        self.running = None

    def work(self) -> None:
        if self._stragglers and self.chance.random() < 0.3:
            self._straggle()
        elif self.running is not None:
            self.chance.choice([self._grow, self._grow, self._grow, self._tell, self._remark, self._end])(
                self.running
            )

    def _straggle(self) -> None:
        late = self._stragglers.pop()
        self._player.put(late.turn)
        self.report(WordsHeard(late.turn, f"late {late.turn}"))
        self.report(late)

    def _grow(self, turn: TurnId) -> None:
        frames = frames_in(PIECE_MS) if self._spoken else 0
        self._answer = replace(
            self._answer, text=self._answer.text + "so ", frames=Frames(self._answer.frames + frames)
        )
        if self._spoken:
            self._player.put(turn)
        self.report(AnswerGrown(turn, self._answer))

    def _tell(self, turn: TurnId) -> None:
        self.report(WordsHeard(turn, f"words {turn}"))

    def _remark(self, turn: TurnId) -> None:
        self.report(TurnRemarked(turn, PROBLEM))

    def _end(self, turn: TurnId) -> None:
        self.running = None
        self._player.finish(turn)
        failed = self.is_failing()
        ending, problem = (Ending.FAILED, PROBLEM) if failed else (Ending.DONE, None)
        self.report(AnswerEnded(turn, self._answer, ending, problem))


class World:
    """A session and everything around it, driven by one seed."""

    def __init__(self, seed: int) -> None:
        self.chance = Random(seed)
        mood = Mood.drawn_by(self.chance)
        self.ledger = Ledger()
        self.session = Session(Settings(), Conversation(CONVERSATIONS[0]))
        self.recorder = Recorder(self.chance, mood)
        self.player = Player(self.chance, mood, self._hear)
        self.turns = Turns(self.chance, mood, self.player)
        self.workers: tuple[Worker, ...] = (self.recorder, self.turns, self.player)
        self._haste = self.chance.choice([0.04, 0.1, 0.3])
        self.rows_used: set[tuple[Stage, type]] = set()
        self._number = 0

    def live_through(self, steps: int) -> None:
        """Let things happen, then stop, and see that nothing goes on or comes back."""
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
            self.chance.choice(self.workers).work()

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
        """Take the oldest report of some worker to the session, and sometimes take it there again."""
        waiting = [worker.outbox for worker in self.workers if worker.outbox]
        if waiting:
            outbox = self.chance.choice(waiting)
            event = outbox.popleft()
            self.handle(event)
            if self.chance.random() < self.recorder.mood.repeats:
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
            case Silence(turn=turn):
                self.player.silence(turn)

    def _hear(self, turn: TurnId) -> None:
        demand(turn == self.ledger.newest, "nothing of an old turn is heard after a new one began")

    def _check_stage(self) -> None:
        """What a worker holds is held for the turn on stage; so when nothing is on stage, all is closed."""
        state = self.session.state
        live = state.live.number if state.live else None
        capturing = live if state.stage in CAPTURING else None
        answering = live if state.stage in ANSWERING else None
        sounding = live if state.stage in ANSWERING | {Stage.REPLAYING} else None
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
        self.handle(TextSubmitted(self._next(), "typed", self.player.heard_ms))

    def send(self) -> None:
        clips = [turn.clip for turn in self.session.state.conversation.turns if turn.clip]
        if clips:
            self.handle(ClipSubmitted(self._next(), self.chance.choice(clips), self.player.heard_ms))

    def listen(self) -> None:
        self.handle(ListenPressed(self._next(), Path("stored.pcm"), self.player.heard_ms))

    def delete(self) -> None:
        turns = self.session.state.conversation.turns
        if turns:
            self.handle(TurnDeleted(self.chance.choice(turns).number))

    def change_settings(self) -> None:
        talk = TalkSettings(self.chance.random() < 0.5, self.chance.choice([0, 300, 500]))
        self.handle(SettingsChanged(Settings(sound=SoundSettings(), talk=talk)))

    def open_conversation(self) -> None:
        self.handle(ConversationOpened(self.ledger.conversation(self.chance.choice(CONVERSATIONS))))

    def crash(self) -> None:
        worker = self.chance.choice(self.workers)
        worker.crash()
        worker.outbox.append(WorkerCrashed(type(worker).__name__, PROBLEM))

    def remark(self) -> None:
        self.handle(Remarked(PROBLEM))

    def _next(self) -> TurnId:
        self._number += 1
        return TurnId(self._number)


FROM_OUTSIDE: dict[Callable[[World], None], float] = {
    World.press: 8,
    World.release: 6,
    World.stop: 2,
    World.type: 3,
    World.send: 2,
    World.listen: 2,
    World.delete: 2,
    World.change_settings: 1,
    World.open_conversation: 1,
    World.crash: 0.5,
    World.remark: 0.2,
}
