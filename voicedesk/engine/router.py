"""Bring each command to the worker that carries it out."""

from voicedesk.core.commands import (
    ArmMicrophone,
    CancelTurn,
    Command,
    DiscardClip,
    DropCapture,
    ForgetAll,
    ForgetTurn,
    HangUp,
    KeepSound,
    PrepareService,
    PrepareSpeaker,
    Replay,
    RunTurn,
    SaveTurn,
    Silence,
    SpeakSample,
    StartCapture,
    StopCapture,
    Summarize,
    WarmUp,
)
from voicedesk.core.inquiries import ListDevices, ListModels, MeasureStorage
from voicedesk.engine.archivist import Archivist
from voicedesk.engine.librarian import Change, Lookup
from voicedesk.engine.player import Player
from voicedesk.engine.recorder import Recorder
from voicedesk.engine.turns import Turns


class Router:
    """Know who does what; nothing here waits. `Notify` is not here: front ends show things themselves."""

    def __init__(self, recorder: Recorder, turns: Turns, player: Player, archivist: Archivist) -> None:
        self._recorder = recorder
        self._turns = turns
        self._player = player
        self._archivist = archivist

    def carry_out(self, command: Command) -> None:
        """Hand a command over and return at once."""
        match command:
            case Silence() | PrepareSpeaker() | Replay():
                self._player.carry_out(command)
            case RunTurn() | SpeakSample() | Summarize() | CancelTurn():
                self._turns.carry_out(command)
            case PrepareService() | WarmUp() | HangUp() | ListModels():
                self._turns.carry_out(command)
            case StartCapture() | StopCapture() | DropCapture() | DiscardClip() | ArmMicrophone():
                self._recorder.carry_out(command)
            case ListDevices():
                self._recorder.carry_out(command)
                self._player.carry_out(command)
            case SaveTurn() | ForgetTurn() | ForgetAll() | KeepSound() | MeasureStorage():
                self._tell_archivist(command)
            case _ if isinstance(command, Lookup | Change):
                self._archivist.carry_out(command)

    def _tell_archivist(
        self, command: SaveTurn | ForgetTurn | ForgetAll | KeepSound | MeasureStorage
    ) -> None:
        match command:
            case SaveTurn():
                self._archivist.save(command.turn)
            case ForgetTurn():
                self._archivist.forget(command.turn)
            case ForgetAll():
                self._archivist.forget_all()
            case KeepSound():
                self._archivist.keep_sound(command.days)
            case MeasureStorage():
                self._archivist.measure()
