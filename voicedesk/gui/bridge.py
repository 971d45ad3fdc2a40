"""Stand between the window and the session: intents go down as events, states come up as snapshots."""

import logging
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from voicedesk.core.commands import Notify
from voicedesk.core.conversation import Clip, Conversation
from voicedesk.core.events import (
    AllDeleted,
    CheckPressed,
    ClipSubmitted,
    ConversationBegun,
    ConversationChosen,
    ConversationDeleted,
    ConversationRenamed,
    LevelWatched,
    ListenPressed,
    PeaksMeasured,
    SamplePressed,
    ServiceChosen,
    SettingsChanged,
    StopPressed,
    SummaryChanged,
    TalkPressed,
    TalkReleased,
    TextSubmitted,
    TurnDeleted,
)
from voicedesk.core.inquiries import Report
from voicedesk.core.session import AnyEvent, Session, State
from voicedesk.core.settings import ServiceSettings, Settings
from voicedesk.core.units import NO_TIME, ConversationId, Milliseconds, TurnId, next_turn
from voicedesk.gui.crew import Crew
from voicedesk.gui.inbox import Inbox

log = logging.getLogger(__name__)


def now_us() -> int:
    """Read the wall clock in microseconds."""
    return time.time_ns() // 1000


class Bridge(QObject):
    """Own the session. Everything here takes microseconds and happens in the window's thread."""

    changed = Signal(object)
    """A new `State`."""
    noticed = Signal(object)
    """A `Notify` for the person."""
    reported = Signal(object)
    """A `Report` for a page that asked."""
    service_chosen = Signal(object)
    """The `ServiceChosen` that requests go to from now on."""
    measured = Signal(object)
    """The `PeaksMeasured` of a stored sound."""
    settings_changed = Signal(object)
    """The `Settings` as they were read or chosen."""

    def __init__(
        self,
        inbox: Inbox,
        crew: Crew,
        parent: QObject | None = None,
        clock_us: Callable[[], int] = now_us,
    ) -> None:
        super().__init__(parent)
        self._inbox = inbox
        self._crew = crew
        self._clock_us = clock_us
        self._service: ServiceChosen | None = None
        self._last = TurnId(clock_us())
        self._is_closing = False
        self._session = Session(Settings(), Conversation(ConversationId(self._last)))
        inbox.arrived.connect(self._on_arrived, Qt.ConnectionType.QueuedConnection)

    @property
    def state(self) -> State:
        """Give the latest snapshot."""
        return self._session.state

    @property
    def settings(self) -> Settings:
        """Give the settings as the person chose them."""
        return self.state.settings

    @property
    def service(self) -> ServiceChosen | None:
        """Tell where requests go, once that is known."""
        return self._service

    @property
    def crew(self) -> Crew:
        """Give those who carry the commands out, to poll levels and names from."""
        return self._crew

    def open(self) -> None:
        """Take in what was posted before this object was there, and show the first snapshot."""
        while (event := self._inbox.take()) is not None:
            self._take_in(event)
        self.changed.emit(self.state)

    def show_again(self) -> None:
        """Tell a window that opens later what is going on."""
        self.changed.emit(self.state)
        if self._service:
            self.service_chosen.emit(self._service)

    # What the person wants

    def talk(self) -> None:
        """Begin to listen, whatever else is going on."""
        self._want(TalkPressed(self._new_turn(), self._crew.heard_ms()))

    def finish_talking(self) -> None:
        """Send what was said."""
        self._want(TalkReleased())

    def submit(self, text: str) -> bool:
        """Send a typed question; tell whether it was taken."""
        turn = self._new_turn()
        self._want(TextSubmitted(turn, text, self._crew.heard_ms()))
        return self.state.conversation.find(turn) is not None

    def stop(self) -> None:
        """Stop everything that is going on."""
        self._want(StopPressed(self._crew.heard_ms()))

    def repeat(self, number: TurnId) -> None:
        """Ask once more what was asked in this turn."""
        turn = self.state.conversation.find(number)
        if turn and turn.clip:
            self.send(turn.clip)
        elif turn and self.submit(turn.asked) and not turn.answer.text:
            self.delete(number)

    def send(self, clip: Clip) -> None:
        """Ask with a recording that lies on disk."""
        self._want(ClipSubmitted(self._new_turn(), clip, self._crew.heard_ms()))

    def take_in_file(self, path: Path) -> None:
        """Make a recording of a sound file; reports tell how far it is and what became of it."""
        self._crew.take_in_file(self._new_turn(), path)

    def listen(self, number: TurnId, start_ms: Milliseconds = NO_TIME) -> None:
        """Play what the person said in this turn, from this place on."""
        turn = self.state.conversation.find(number)
        if turn and turn.clip:
            self._play(turn.clip.path, start_ms)

    def listen_to_answer(self, number: TurnId, start_ms: Milliseconds = NO_TIME) -> None:
        """Play what was answered in this turn, from this place on."""
        self._play(self._crew.answer_path(number), start_ms)

    def delete(self, number: TurnId) -> None:
        """Forget a turn and its recording."""
        self._want(TurnDeleted(number))

    def change_summary(self, text: str) -> None:
        """Let these words stand for the oldest messages; with none, as many as fit are sent themselves."""
        self._want(SummaryChanged(text))

    def begin_conversation(self) -> None:
        """Stop, and begin anew with nothing said."""
        fresh = ConversationId(self._new_turn())
        self._want(ConversationBegun(fresh, self._crew.heard_ms()))

    def open_conversation(self, conversation: ConversationId) -> None:
        """Stop, and bring a stored conversation on screen as soon as it was read."""
        self._want(ConversationChosen(conversation, self._crew.heard_ms()))

    def rename_conversation(self, conversation: ConversationId, title: str) -> None:
        """Give a conversation a title; an empty one brings the first words back."""
        self._want(ConversationRenamed(conversation, title))

    def delete_conversation(self, conversation: ConversationId) -> None:
        """Delete a conversation; it can be restored for a while."""
        successor = ConversationId(self._new_turn())
        self._want(ConversationDeleted(conversation, successor, self._crew.heard_ms()))

    def delete_all(self) -> None:
        """Forget everything that was ever said, if nothing is going on."""
        self._want(AllDeleted(ConversationId(self._new_turn())))

    def try_voice(self, text: str, service: ServiceSettings) -> None:
        """Have a sample of a voice spoken."""
        self._want(SamplePressed(self._new_turn(), text, service, self._crew.heard_ms()))

    def check_microphone(self) -> None:
        """Record, until `finish_check`, what is then played back."""
        self._want(CheckPressed(self._new_turn(), self._crew.heard_ms()))

    def finish_check(self) -> None:
        """Play back what was recorded; a recording that is meant for the service is left alone."""
        if self.state.live and self.state.live.number in self.state.checks:
            self._want(TalkReleased())

    def watch_level(self, is_watched: bool) -> None:
        """Hold the microphone open as long as its level is looked at."""
        self._want(LevelWatched(is_watched))

    def change_settings(self, settings: Settings) -> None:
        """Use these settings from now on, and store them."""
        self._crew.change_settings(settings)
        self._take_in(SettingsChanged(settings))

    def close(self) -> None:
        """Stop everything and want nothing more; what the workers still report is taken in."""
        self.stop()
        self._is_closing = True

    # How it becomes events and commands

    def _play(self, path: Path, start_ms: Milliseconds) -> None:
        self._want(ListenPressed(self._new_turn(), path, self._crew.heard_ms(), start_ms))

    def _want(self, event: AnyEvent) -> None:
        if not self._is_closing:
            self._feed(event)

    def _new_turn(self) -> TurnId:
        """Number a turn above all that are known, even when the clock was set back since they were made."""
        newest = [turn.number for turn in self.state.conversation.turns[-1:]]
        self._last = next_turn(max([self._last, *newest]), self._clock_us())
        return self._last

    def _on_arrived(self) -> None:
        event = self._inbox.take()
        if event is not None:
            self._take_in(event)

    def _take_in(self, event: object) -> None:
        if isinstance(event, PeaksMeasured):  # for the eye alone
            self.measured.emit(event)
            return
        if isinstance(event, Report):
            self.reported.emit(event)
            return
        self._feed(event)  # type: ignore[arg-type]  # workers post nothing but events
        if isinstance(event, ServiceChosen):
            self._service = event
            self.service_chosen.emit(event)
        if isinstance(event, SettingsChanged):
            self.settings_changed.emit(event.settings)

    def _feed(self, event: AnyEvent) -> None:
        before = self.state
        commands = self._session.handle(event)
        for command in commands:
            if isinstance(command, Notify):
                self.noticed.emit(command)
            else:
                self._crew.carry_out(command)
        if self.state is not before:
            self.changed.emit(self.state)
