"""Stand-ins for the outside world that do what a script tells them, and remember what was done to them."""

import asyncio
from collections import deque
from collections.abc import AsyncGenerator, Callable
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Event as Signal
from threading import Thread
from time import monotonic
from typing import TypeVar

from voicedesk.core.conversation import Clip
from voicedesk.core.exchange import AnswerPart, Question, Transcript, TranscriptionWish
from voicedesk.core.levels import peak_dbfs
from voicedesk.core.problems import Problem, Trouble
from voicedesk.core.settings import ServiceSettings
from voicedesk.core.units import BYTES_PER_FRAME, NO_FRAMES, RATE_HZ, Frames, Pcm, TurnId, frames_of
from voicedesk.engine.bodies import Body, keep_running

PATIENCE_S = 5.0
E = TypeVar("E")


def tone(turn: int, milliseconds: int) -> Pcm:
    """Make sound whose every sample is the number of its turn."""
    return turn.to_bytes(BYTES_PER_FRAME, "little", signed=True) * (RATE_HZ * milliseconds // 1000)


def samples(pcm: Pcm) -> set[int]:
    """Tell which turns a piece of sound comes from."""
    return {
        int.from_bytes(pcm[at : at + BYTES_PER_FRAME], "little", signed=True)
        for at in range(0, len(pcm), BYTES_PER_FRAME)
    }


class Inbox:
    """Collect events as a front end would, and wait for one of a kind."""

    def __init__(self) -> None:
        self.seen: list[object] = []
        self._queue: SimpleQueue[object] = SimpleQueue()

    def post(self, event: object) -> None:
        """Take an event from any thread."""
        self._queue.put(event)

    def wait_for(self, kind: type[E]) -> E:
        """Wait for the next event of a kind, and remember all that came before it."""
        deadline_s = monotonic() + PATIENCE_S
        while (left_s := deadline_s - monotonic()) > 0:
            try:
                event = self._queue.get(timeout=left_s)
            except Empty:
                break
            self.seen.append(event)
            if isinstance(event, kind):
                return event
        raise AssertionError(f"no {kind.__name__}; seen: {[type(event).__name__ for event in self.seen]}")

    def drain(self) -> list[object]:
        """Take everything that lies there."""
        while not self._queue.empty():
            self.seen.append(self._queue.get())
        return self.seen


def wait_until(condition: Callable[[], bool]) -> None:
    """Wait for a condition of another thread."""
    deadline_s = monotonic() + PATIENCE_S
    pause = Signal()
    while not condition():
        assert monotonic() < deadline_s, "the condition was not met in time"
        pause.wait(0.002)


class FakeIntake:
    """A microphone whose sound is laid out by the test."""

    def __init__(self, pieces: list[Pcm | Problem]) -> None:
        self._pieces = deque(pieces)
        self._fault: Problem | None = None
        self.lost_frames = NO_FRAMES
        self.is_closed = False

    def say(self, piece: Pcm | Problem) -> None:
        """Let more sound, or a fault, arrive."""
        self._pieces.append(piece)

    def read(self) -> Pcm:
        if not self._pieces:
            return b""
        piece = self._pieces.popleft()
        if isinstance(piece, Problem):
            self._fault = piece
            return b""
        return piece

    def finish(self) -> Pcm:
        rest = b"".join(piece for piece in self._pieces if isinstance(piece, bytes))
        self._pieces.clear()
        return rest

    def fault(self) -> Problem | None:
        return self._fault

    def close(self) -> None:
        self.is_closed = True


class FakeMicrophone:
    """Hand out the scripted intakes one after the other, or the scripted problem."""

    def __init__(self, *script: FakeIntake | Problem) -> None:
        self._script = deque(script)
        self.opened: list[str] = []

    def device_names(self, anew: bool = False) -> tuple[str, ...]:
        return ("desk", "headset")

    def open(self, device: str) -> FakeIntake:
        self.opened.append(device)
        intake = self._script.popleft()
        if isinstance(intake, Problem):
            raise Trouble(intake)
        return intake


class MemoryTake:
    """A recording in memory; the disk fills up after `room_frames`."""

    def __init__(self, turn: TurnId, room_frames: int, full: Problem | None) -> None:
        self.turn = turn
        self.pcm = b""
        self.is_discarded = False
        self._room_frames = room_frames
        self._full = full

    @property
    def frames(self) -> Frames:
        return frames_of(self.pcm)

    def append(self, pcm: Pcm) -> None:
        if self._full and self.frames + frames_of(pcm) > self._room_frames:
            raise Trouble(self._full)
        self.pcm += pcm

    def finish(self, preroll: Frames, lost: Frames) -> Clip:
        path = Path(f"{self.turn}.pcm")
        return Clip(self.turn, path, self.frames, None, preroll, lost, peak_dbfs(self.pcm))

    def discard(self) -> None:
        self.is_discarded = True


@dataclass
class MemorySpool:
    """Recordings in memory."""

    room_frames: int = 1 << 40
    full: Problem | None = None
    takes: list[MemoryTake] = field(default_factory=list)
    discarded: list[TurnId] = field(default_factory=list)

    def begin(self, turn: TurnId, make_mp3: bool) -> MemoryTake:
        self.takes.append(MemoryTake(turn, self.room_frames, self.full))
        return self.takes[-1]

    def discard(self, clip: Clip) -> None:
        self.discarded.append(clip.turn)


class FakeOutlet:
    """A loudspeaker that plays when the test lets it, and keeps what was heard."""

    def __init__(self, capacity_frames: int = 48_000, latency_frames: int = 0) -> None:
        self.latency_frames = Frames(latency_frames)
        self.heard = b""
        self.is_closed = False
        self.ends = 0
        self.hushed_at: list[int] = []
        self.dropped_at: list[int] = []
        self.problem: Problem | None = None
        self._capacity_frames = capacity_frames
        self._queued = b""
        self._played = 0
        self.plays_by_itself = True

    def begin(self) -> None:
        self._queued, self._played = b"", 0

    def write(self, pcm: Pcm) -> Frames:
        room = self._capacity_frames - frames_of(self._queued)
        taken = min(room, frames_of(pcm))
        self._queued += pcm[: taken * BYTES_PER_FRAME]
        return Frames(taken)

    def end(self) -> None:
        self.ends += 1

    def play(self, frames: int) -> None:
        """Let some of the queue be heard."""
        piece = self._queued[: frames * BYTES_PER_FRAME]
        self.heard += piece
        self._queued = self._queued[len(piece) :]
        self._played += frames_of(piece)

    def queued_frames(self) -> Frames:
        return frames_of(self._queued)

    def played_frames(self) -> Frames:
        if self.plays_by_itself:
            self.play(2_400)
        return Frames(self._played)

    def hush(self) -> None:
        self.hushed_at.append(self._played)
        self._queued = b""

    def drop(self) -> Frames:
        self.dropped_at.append(self._played)
        self._queued = b""
        return Frames(self._played)

    def fault(self) -> Problem | None:
        return self.problem

    def close(self) -> None:
        self.is_closed = True


class HandAlarms:
    """Alarms that ring when the test says so."""

    def __init__(self) -> None:
        self.waiting: list[HandAlarm] = []

    def set(self, after_s: float, ring: Callable[[], None]) -> "HandAlarm":
        alarm = HandAlarm(self, ring)
        self.waiting.append(alarm)
        return alarm

    def ring(self) -> None:
        """Let the time run out for everything that is waited for."""
        for alarm in tuple(self.waiting):
            alarm.ring()


@dataclass(eq=False)
class HandAlarm:
    """One of them."""

    alarms: HandAlarms
    ring: Callable[[], None]

    def cancel(self) -> None:
        if self in self.alarms.waiting:
            self.alarms.waiting.remove(self)


class FakeSpeaker:
    """Hand out one outlet for good, or the scripted problem."""

    def __init__(self, outlet: FakeOutlet | Problem) -> None:
        self.outlet = outlet
        self.opened: list[str] = []

    def device_names(self, anew: bool = False) -> tuple[str, ...]:
        return ("desk", "headset")

    def open(self, device: str) -> FakeOutlet:
        self.opened.append(device)
        if isinstance(self.outlet, Problem):
            raise Trouble(self.outlet)
        return self.outlet


Beat = AnswerPart | Problem | BaseException | asyncio.Event


class FakeService:
    """Answer by a script of parts, problems, faults and gates at which the answer waits."""

    def __init__(
        self, *script: Beat, words: str | Problem = "", voiced: tuple[Pcm, ...] | Problem = ()
    ) -> None:
        self.script = script
        self.words = words
        self.voiced = voiced
        self.questions: list[Question] = []
        self.spoken: list[str] = []
        self.transcribed: list[Clip] = []
        self.prepared: list[str] = []
        self.warmed: list[str] = []
        self.was_cancelled = Signal()
        self.is_closed = False

    async def prepare(self, base_url: str) -> None:
        self.prepared.append(base_url)

    async def warm_up(self, base_url: str) -> None:
        self.warmed.append(base_url)

    async def answer(self, question: Question) -> AsyncGenerator[AnswerPart, None]:
        self.questions.append(question)
        try:
            for beat in self.script:
                if isinstance(beat, asyncio.Event):
                    await beat.wait()
                else:
                    yield self._part(beat)
        except (asyncio.CancelledError, GeneratorExit):
            self.was_cancelled.set()
            raise

    @staticmethod
    def _part(beat: Beat) -> AnswerPart:
        if isinstance(beat, Problem):
            raise Trouble(beat)
        if isinstance(beat, BaseException):
            raise beat
        assert not isinstance(beat, asyncio.Event)
        return beat

    async def transcribe(self, clip: Clip, wish: TranscriptionWish, base_url: str) -> Transcript:
        self.transcribed.append(clip)
        if isinstance(self.words, Problem):
            raise Trouble(self.words)
        return Transcript(self.words)

    async def speak(self, text: str, service: ServiceSettings) -> AsyncGenerator[Pcm, None]:
        self.spoken.append(text)
        if isinstance(self.voiced, Problem):
            raise Trouble(self.voiced)
        for pcm in self.voiced:
            yield pcm

    async def list_models(self, base_url: str) -> list[str]:
        if isinstance(self.words, Problem):
            raise Trouble(self.words)
        return ["gpt-audio-1.5", "tts-1"]

    async def close(self) -> None:
        self.is_closed = True


class Running:
    """Run a loop body in a thread for the length of a `with` block."""

    def __init__(self, body: Body) -> None:
        self._body = body
        self._thread = Thread(target=self._run, name=body.name)

    def __enter__(self) -> None:
        self._thread.start()

    def _run(self) -> None:
        self._body.run()

    def __exit__(self, *_: object) -> None:
        self._body.stop()
        self._thread.join(PATIENCE_S)
        assert not self._thread.is_alive(), "the loop did not end"


class Kept(Running):
    """Run a loop body as a front end does: a crash is reported, and the body runs again."""

    def __init__(self, body: Body, inbox: Inbox) -> None:
        super().__init__(body)
        self._inbox = inbox
        self._is_leaving = False

    def _run(self) -> None:
        keep_running(self._body, self._inbox.post, lambda: self._is_leaving)

    def __exit__(self, *_: object) -> None:
        self._is_leaving = True
        super().__exit__()
