"""Record: from the microphone to a clip on disk, as ordered."""

from collections.abc import Callable
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from queue import Empty, SimpleQueue

from voicedesk.core.commands import ArmMicrophone, DiscardClip, DropCapture, StartCapture, StopCapture
from voicedesk.core.conversation import Clip
from voicedesk.core.cues import Cue
from voicedesk.core.events import CaptureFailed, CaptureRemarked, Event, Remarked
from voicedesk.core.inquiries import ListDevices, MicrophonesListed, MicrophoneWatched, Report
from voicedesk.core.levels import SILENT_DBFS
from voicedesk.core.problems import Kind, Problem, Trouble
from voicedesk.core.units import Pcm, TurnId
from voicedesk.core.workers import RECORDER
from voicedesk.engine.capture import Capture
from voicedesk.engine.patience import Patience, SetAlarm, set_alarm
from voicedesk.engine.ports import Intake, Microphone, Spool
from voicedesk.engine.preroll import Preroll

TICK_S = 0.02
"""How often sound is taken from the ring: a kill loses at most this much and one device block."""

Order = StartCapture | StopCapture | DropCapture | DiscardClip | ArmMicrophone | ListDevices


@dataclass(frozen=True, slots=True)
class Leave:
    """End the loop."""


class Recorder:
    """Own the microphone and the recording under way; `run` is the body of its thread."""

    name = RECORDER

    def __init__(
        self,
        make_microphone: Callable[[], Microphone],
        make_spool: Callable[[], Spool],
        post: Callable[[Event | Remarked | Report], None],
        set_alarm: SetAlarm = set_alarm,
        sound_cue: Callable[[Cue, str], None] = lambda cue, device: None,
    ) -> None:
        self.device_names: tuple[str, ...] = ()
        self._make_microphone = make_microphone
        self._make_spool = make_spool
        self._post = post
        self._sound_cue = sound_cue
        self._orders: SimpleQueue[Order | Leave] = SimpleQueue()
        self._patience = Patience(self._give_up, set_alarm)
        self._armed_for: ArmMicrophone | None = None
        self._preroll: Preroll | None = None
        self._capture: Capture | None = None

    def carry_out(self, order: Order) -> None:
        """Take an order from any thread."""
        if isinstance(order, StartCapture | StopCapture):
            self._patience.begin(order.turn)
        elif isinstance(order, DropCapture):
            self._patience.end(order.turn)
        self._orders.put(order)

    def stop(self) -> None:
        """Ask the loop to end; a recording under way is kept."""
        self._orders.put(Leave())

    @property
    def level_dbfs(self) -> float:
        """Give the latest level for whoever draws it, in any thread."""
        source = self._capture or self._preroll
        return source.level_dbfs if source else SILENT_DBFS

    def run(self) -> None:
        """Carry orders out until asked to leave, or until something breaks.

        What is slow the first time is done here, before the first press.
        """
        self._microphone, self._spool = self._make_microphone(), self._make_spool()
        self._look_around()
        with ExitStack() as at_the_end:  # it goes on to the next step when one fails
            at_the_end.callback(self._disarm)
            at_the_end.callback(self._give_up_capture)
            at_the_end.callback(self._patience.rest)
            self._serve()

    def _serve(self) -> None:
        while not isinstance(order := self._next_order(), Leave):
            if order:
                self._obey(order)
                self._note_obeyed(order)
            self._pump()

    def _note_obeyed(self, order: Order) -> None:
        if isinstance(order, StartCapture | StopCapture):
            self._patience.end(order.turn)

    def _give_up(self, turn: TurnId) -> None:
        """Report a microphone that hangs; should it come back, nobody waits for its sound any more."""
        self.carry_out(DropCapture(turn))
        self._post(CaptureFailed(turn, Problem(Kind.MICROPHONE_HANGS), None))

    def _next_order(self) -> Order | Leave | None:
        is_busy = self._capture or self._preroll
        try:
            return self._orders.get(timeout=TICK_S if is_busy else None)
        except Empty:
            return None

    def _obey(self, order: Order) -> None:
        match order:
            case StartCapture():
                self._start(order)
            case StopCapture() if self._is_recording(order.turn):
                self._finish()
            case DropCapture() if self._is_recording(order.turn):
                self._drop()
            case DiscardClip():
                self._discard(order.clip)
            case ArmMicrophone():
                self._armed_for = order if order.watched or order.sound.preroll else None
                self._rearm()
            case ListDevices():
                self._list_devices(order.anew)

    def _discard(self, clip: Clip) -> None:
        try:
            self._spool.discard(clip)
        except Trouble as trouble:
            self._post(Remarked(trouble.problem))

    def _is_recording(self, turn: TurnId) -> bool:
        return self._capture is not None and self._capture.turn == turn

    def _start(self, order: StartCapture) -> None:
        self._drop()
        if order.cue:
            self._sound_cue(Cue.START, order.sound.loudspeaker)  # before the microphone hears anything
        try:
            intake, before = self._take_microphone(order)
            self._capture = self._begin(order, intake, before)
        except Trouble as trouble:
            self._post(CaptureFailed(order.turn, trouble.problem, None))

    def _begin(self, order: StartCapture, intake: Intake, before: Pcm) -> Capture:
        try:
            take = self._spool.begin(order.turn, order.make_mp3)
        except BaseException:  # whatever it is, nobody else would close the microphone
            intake.close()
            raise
        return Capture(order, intake, take, before, self._post)

    def _take_microphone(self, order: StartCapture) -> tuple[Intake, Pcm]:
        if self._preroll is None:
            return self._open_microphone(order), b""
        intake, before = self._preroll.hand_over()
        self._preroll = None
        return intake, before if order.sound.preroll else b""

    def _open_microphone(self, order: StartCapture) -> Intake:
        """Open the chosen microphone; while it is not connected, the system's, and say so."""
        try:
            return self._microphone.open(order.sound.microphone)
        except Trouble as trouble:
            if trouble.problem.kind is not Kind.MICROPHONE_ABSENT:
                raise
            intake = self._microphone.open("")
            replaced = Problem(Kind.MICROPHONE_REPLACED, trouble.problem.values)
            self._post(CaptureRemarked(order.turn, replaced))
            return intake

    def _look_around(self) -> None:
        with suppress(Trouble):  # a missing device is reported when somebody wants to talk
            self.device_names = self._microphone.device_names()

    def _list_devices(self, anew: bool) -> None:
        """Tell which there are; the sound system may have to be started anew to notice those that came."""
        if anew and not self._capture:
            self._disarm()
            with suppress(Trouble):
                self.device_names = self._microphone.device_names(anew=True)
            self._rearm()
        else:
            self._look_around()
        self._post(MicrophonesListed(self.device_names))

    def _pump(self) -> None:
        if self._capture and not self._capture.pump():
            self._end_capture()
        if self._preroll and not self._preroll.pump():
            self._tell_watcher(self._preroll.fault)
            self._disarm()

    def _finish(self) -> None:
        if self._capture:
            self._capture.finish()
            self._end_capture()

    def _drop(self) -> None:
        if self._capture:
            self._give_up_capture()
            self._rearm()

    def _give_up_capture(self) -> None:
        """Let go of the capture first, so that one that breaks even at its end is met only once."""
        capture, self._capture = self._capture, None
        if capture:
            capture.drop()

    def _end_capture(self) -> None:
        self._capture = None
        self._rearm()

    def _rearm(self) -> None:
        """Open the microphone again; a failure is told to who watches, or waits for the next press."""
        self._disarm()
        if not self._armed_for or self._capture:
            return
        try:
            self._preroll = Preroll(self._microphone.open(self._armed_for.sound.microphone))
        except Trouble as trouble:
            self._tell_watcher(trouble.problem)
        else:
            self._tell_watcher(None)

    def _tell_watcher(self, problem: Problem | None) -> None:
        if self._armed_for and self._armed_for.watched:
            self._post(MicrophoneWatched(problem))

    def _disarm(self) -> None:
        preroll, self._preroll = self._preroll, None
        if preroll:
            preroll.close()
