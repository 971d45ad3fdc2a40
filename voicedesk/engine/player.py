"""Play: from pieces of an answer's sound to the loudspeaker, in order, until silenced."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from time import monotonic

from voicedesk.core.commands import PrepareSpeaker, Replay, Silence
from voicedesk.core.events import Event, SpeakingEnded, SpeakingFailed
from voicedesk.core.inquiries import ListDevices, LoudspeakersListed
from voicedesk.core.levels import SILENT_DBFS
from voicedesk.core.problems import Kind, Problem, Trouble, trouble
from voicedesk.core.units import BYTES_PER_FRAME, NO_TIME, Milliseconds, Pcm, TurnId, frames_in
from voicedesk.core.workers import PLAYBACK
from voicedesk.engine.inflow import Inflow
from voicedesk.engine.jitter import JitterBuffer
from voicedesk.engine.patience import Patience, SetAlarm, set_alarm
from voicedesk.engine.playout import Playout
from voicedesk.engine.ports import Clock, Outlet, Speaker

TICK_S = 0.01
PIECE_BYTES = frames_in(500) * BYTES_PER_FRAME
IDLE_CLOSE_S = 5.0
"""A pause in a conversation is shorter; longer, the open device would only wake the machine."""


@dataclass(frozen=True, slots=True)
class Sound:
    """More sound of a turn."""

    turn: TurnId
    pcm: Pcm


@dataclass(frozen=True, slots=True)
class SoundEnd:
    """All sound of a turn was put."""

    turn: TurnId


@dataclass(frozen=True, slots=True)
class Leave:
    """End the loop."""


Order = PrepareSpeaker | Replay | Silence | Sound | SoundEnd | ListDevices


class Player:
    """Own the loudspeaker; `run` is the body of its thread.

    `_floor` is the highest number that was silenced. It is raised in the silencing thread and only ever
    grows, so sound of a silenced turn cannot slip in behind, whatever thread it comes from.
    """

    name = PLAYBACK

    def __init__(
        self,
        make_speaker: Callable[[], Speaker],
        post: Callable[[Event | LoudspeakersListed], None],
        clock: Clock = monotonic,
        set_alarm: SetAlarm = set_alarm,
    ) -> None:
        self.device_names: tuple[str, ...] = ()
        self._make_speaker = make_speaker
        self._post = post
        self._clock = clock
        self._orders: SimpleQueue[Order | Leave] = SimpleQueue()
        self._inflow = Inflow()
        self._patience = Patience(self._give_up, set_alarm)
        self._floor = TurnId(0)
        self._outlet: Outlet | None = None
        self._device = ""
        self._jitter = JitterBuffer()
        self._playout: Playout | None = None
        self._source: Iterator[Pcm] | None = None
        self._idle_since_s = 0.0

    def carry_out(self, order: PrepareSpeaker | Replay | Silence | ListDevices) -> None:
        """Take an order from any thread; silence is in force from here on."""
        if isinstance(order, Silence):
            self._hush(order.turn)
        elif not isinstance(order, ListDevices):
            self._patience.begin(order.turn)
        self._orders.put(order)

    def put(self, turn: TurnId, pcm: Pcm) -> None:
        """Play this after what was put before; sound of a silenced turn is ignored."""
        if turn <= self._floor:
            return
        if self._inflow.admits(pcm):
            self._orders.put(Sound(turn, pcm))
        else:
            self._give_up(turn)

    def finish(self, turn: TurnId) -> None:
        """Say that all sound of the turn was put."""
        if turn > self._floor:
            self._patience.begin(turn)
        self._orders.put(SoundEnd(turn))

    def stop(self) -> None:
        """Ask the loop to end."""
        self._orders.put(Leave())

    @property
    def heard_ms(self) -> Milliseconds:
        """Tell how much of the answer on stage has been heard, in any thread."""
        playout = self._playout
        return playout.heard_ms if playout else NO_TIME

    @property
    def level_dbfs(self) -> float:
        """Tell how loud the sound is that is heard now, in any thread."""
        playout = self._playout
        return playout.level_dbfs if playout else SILENT_DBFS

    def run(self) -> None:
        """Play until asked to leave, or until something breaks."""
        self._speaker = self._make_speaker()
        self._look_around()
        try:
            self._serve()
        finally:
            self._patience.rest()
            self._close()

    def _serve(self) -> None:
        while not isinstance(order := self._next_order(), Leave):
            if order:
                self._obey(order)
                self._note_obeyed(order)
            self._advance()

    def _note_obeyed(self, order: Order) -> None:
        if isinstance(order, PrepareSpeaker | Replay | SoundEnd):
            self._patience.end(order.turn)

    def _look_around(self) -> None:
        with suppress(Trouble):  # a missing device is reported when there is something to play
            self.device_names = self._speaker.device_names()

    def _hush(self, turn: TurnId) -> None:
        """Silence in the caller's thread: the player's own may have to wait for the interpreter."""
        self._patience.end(turn)
        self._refuse(turn)
        playout = self._playout
        if playout and playout.turn <= turn:
            playout.hush()

    def _give_up(self, turn: TurnId) -> None:
        """Report a device that hangs; the answer goes on in writing, and its sound to the disk."""
        if turn > self._floor:
            self.carry_out(Silence(turn))
            self._post(SpeakingFailed(turn, Problem(Kind.LOUDSPEAKER_SILENT, detail="It does not answer.")))

    def _next_order(self) -> Order | Leave | None:
        try:
            return self._orders.get(timeout=self._next_look_s())
        except Empty:
            return None

    def _next_look_s(self) -> float | None:
        if self._playout:
            return TICK_S
        return IDLE_CLOSE_S if self._outlet else None

    def _obey(self, order: Order) -> None:
        if isinstance(order, Sound):
            self._inflow.took(order.pcm)
        match order:
            case Silence():
                self._silence(order.turn)
            case PrepareSpeaker() if order.turn > self._floor:
                self._prepare(order)
            case Replay() if order.turn > self._floor:
                self._replay(order)
            case Sound() if order.turn > self._floor:
                self._add(order)
            case ListDevices():  # the recorder is told the same, and looks anew for both
                self._look_around()
                self._post(LoudspeakersListed(self.device_names))
            case SoundEnd() if self._playout and self._playout.turn == order.turn:
                self._playout.complete()

    def _silence(self, turn: TurnId) -> None:
        if self._playout and self._playout.turn <= turn:
            self._playout.drop()
            self._end_playout()

    def _prepare(self, order: PrepareSpeaker) -> None:
        if order.sound.loudspeaker != self._device or (self._outlet and self._outlet.fault()):
            self._close()
        self._device = order.sound.loudspeaker
        with self._reported(order.turn):
            self._playout_of(order.turn)

    def _add(self, sound: Sound) -> None:
        with self._reported(sound.turn):
            self._playout_of(sound.turn).add(sound.pcm)

    def _replay(self, order: Replay) -> None:
        with self._reported(order.turn):
            self._source = _pieces(order.path, order.start_ms)
            self._playout_of(order.turn)

    def _playout_of(self, turn: TurnId) -> Playout:
        if self._playout is None or self._playout.turn != turn:
            self._silence(turn)
            self._playout = Playout(turn, self._open(), self._jitter, self._post, self._clock)
        return self._playout

    def _open(self) -> Outlet:
        if self._outlet is None:
            self._outlet = self._speaker.open(self._device)
        return self._outlet

    def _advance(self) -> None:
        if self._playout is None:
            self._rest()
            return
        with self._reported(self._playout.turn):
            self._draw_from_source(self._playout)
            if self._playout.advance():
                self._post(SpeakingEnded(self._playout.turn, self._playout.heard_ms))
                self._end_playout()

    def _draw_from_source(self, playout: Playout) -> None:
        while self._source and playout.wants_more:
            piece = next(self._source, b"")
            if piece:
                playout.add(piece)
            else:
                playout.complete()

    @contextmanager
    def _reported(self, turn: TurnId) -> Iterator[None]:
        """Report trouble with the loudspeaker once, and ignore what still comes for this turn.

        It is reported before the device is closed, because one that hangs may not let that end. After a
        crash too sound is refused: its next piece would be the next crash.
        """
        try:
            yield
        except Trouble as trouble:
            self._refuse(turn)
            self._post(SpeakingFailed(turn, trouble.problem))
            self._close()
        except BaseException:
            self._refuse(turn)
            raise

    def _refuse(self, turn: TurnId) -> None:
        self._floor = max(self._floor, turn)

    def _end_playout(self) -> None:
        self._playout = None
        self._source = None
        self._idle_since_s = self._clock()

    def _rest(self) -> None:
        if self._outlet and self._clock() - self._idle_since_s >= IDLE_CLOSE_S:
            self._close()

    def _close(self) -> None:
        self._end_playout()
        outlet, self._outlet = self._outlet, None
        if outlet:
            outlet.close()


def _pieces(path: Path, start_ms: Milliseconds) -> Iterator[Pcm]:
    """Read stored sound bit by bit, so that an hour of it never lies in memory."""
    try:
        with path.open("rb") as stored:
            stored.seek(frames_in(start_ms) * BYTES_PER_FRAME)
            while piece := stored.read(PIECE_BYTES):
                yield piece
    except OSError as error:
        raise trouble(Kind.RECORDING_MISSING, detail=error.strerror or "") from error
