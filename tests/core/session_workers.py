"""A recorder, a player, a turn worker and an archivist for session tests: all moody, none of them real."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from tests.core.session_ledger import demand
from voicedesk.core.cap import MonthSoFar
from voicedesk.core.commands import Summarize
from voicedesk.core.conversation import Answer, Clip, Conversation, Ending
from voicedesk.core.events import (
    AnswerEnded,
    AnswerGrown,
    Captured,
    CaptureDropped,
    CaptureFailed,
    CaptureRemarked,
    CaptureStarted,
    ConversationOpened,
    MonthTotalled,
    SpeakingEnded,
    SpeakingFailed,
    SpeakingStarted,
    Spent,
    Summarized,
    TurnRemarked,
    WordsHeard,
)
from voicedesk.core.problems import Kind, Problem
from voicedesk.core.session import AnyEvent
from voicedesk.core.spending import Spending
from voicedesk.core.units import ConversationId, Frames, Milliseconds, TurnId, frames_in
from voicedesk.core.workers import API, PLAYBACK, RECORDER, STORE

PIECE_MS = 100
MONTH = 20
"""So many turns are numbered in a month."""
PROBLEM = Problem(Kind.CRASHED)


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
    """What all of them have in common: chance, a mood and an outbox."""

    name: str

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

    name = RECORDER

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
        if self.open is not None and self._started:
            self.report(CaptureDropped(self.open, self._clip(self.open)))
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

    name = PLAYBACK

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
            self.report(SpeakingFailed(self.lane, PROBLEM))
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

    name = API

    def __init__(self, chance: Random, mood: Mood, player: Player) -> None:
        super().__init__(chance, mood)
        self.running: TurnId | None = None
        self._player = player
        self._spoken = False
        self._is_sample = False
        self._answer = Answer()
        self._stragglers: list[AnswerEnded] = []
        self._summaries: deque[Summarize] = deque()

    def run(self, turn: TurnId, spoken: bool) -> None:
        demand(self.running is None, "never two turns running")
        self.running, self._spoken, self._is_sample, self._answer = turn, spoken, False, Answer()

    def speak(self, turn: TurnId) -> None:
        demand(self.running is None, "never two turns running")
        self.running, self._is_sample = turn, True

    def cancel(self, turn: TurnId) -> None:
        if turn != self.running:
            return
        self.running = None
        if not self._is_sample:
            self._stragglers.append(AnswerEnded(turn, self._answer, Ending.CANCELLED))

    def crash(self) -> None:
        self.running = None

    def sum_up(self, order: Summarize) -> None:
        demand(not self._summaries, "never two summaries at once")
        self._summaries.append(order)

    def work(self) -> None:
        if self._stragglers and self.chance.random() < 0.3:
            self._straggle()
        elif self._summaries and self.chance.random() < 0.1:
            self._end_summary(self._summaries.popleft())
        elif self.running is not None and self._is_sample:
            self._go_on_speaking(self.running)
        elif self.running is not None:
            self.chance.choice([self._grow, self._grow, self._grow, self._tell, self._remark, self._end])(
                self.running
            )

    def _go_on_speaking(self, turn: TurnId) -> None:
        if self.is_failing():
            self.running = None
            self.report(SpeakingFailed(turn, PROBLEM))
        elif self.chance.random() < 0.7:
            self._player.put(turn)
        else:
            self.running = None
            self._player.finish(turn)
            self.report(Spent(turn, Spending("tts-1", voiced_characters=6)))

    def _end_summary(self, order: Summarize) -> None:
        text, problem = ("", PROBLEM) if self.is_failing() else ("Notes.", None)
        paid = Spending("gpt-4o-mini", text_in=1)
        self.report(Summarized(order.conversation, order.until, text, paid, problem))

    def _straggle(self) -> None:
        late = self._stragglers.pop()
        self._player.put(late.turn)
        self.report(Spent(late.turn, Spending("gpt-audio-1.5", audio_out=1, counted=True)))
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
        self.report(Spent(turn, Spending("gpt-audio-1.5", audio_out=20)))
        self.report(AnswerEnded(turn, self._answer, ending, problem))


class Archivist(Worker):
    """Reads and adds up some time after it was asked to, and reports it some time after that."""

    name = STORE

    def __init__(self, chance: Random, mood: Mood, read: Callable[[ConversationId], Conversation]) -> None:
        super().__init__(chance, mood)
        self._read = read
        self._asked: deque[ConversationId] = deque()
        self._to_total: deque[TurnId] = deque()

    def open(self, conversation: ConversationId) -> None:
        self._asked.append(conversation)

    def total(self, turn: TurnId) -> None:
        self._to_total.append(turn)

    def crash(self) -> None:
        self._asked.clear()
        self._to_total.clear()

    def work(self) -> None:
        if self._to_total and self.chance.random() < 0.5:
            first = self._to_total.popleft() // MONTH * MONTH
            self.report(MonthTotalled(MonthSoFar(first, first + MONTH)))
        elif self._asked:
            self.report(ConversationOpened(self._read(self._asked.popleft())))
