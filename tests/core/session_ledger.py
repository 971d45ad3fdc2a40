"""Keep book over what a session orders, and object as soon as it breaks a promise."""

from dataclasses import replace
from pathlib import Path

from voicedesk.core.commands import (
    BookSpending,
    Command,
    DiscardClip,
    ForgetAll,
    ForgetTurn,
    RenameConversation,
    Replay,
    RunTurn,
    SaveTurn,
    SpeakSample,
    StartCapture,
)
from voicedesk.core.conversation import Answer, Clip, Conversation, Turn
from voicedesk.core.events import (
    AllDeleted,
    AnswerEnded,
    AnswerGrown,
    Captured,
    CaptureDropped,
    CaptureFailed,
    CheckPressed,
    ClipSubmitted,
    ConversationBegun,
    ConversationChosen,
    ConversationDeleted,
    ConversationOpened,
    Spent,
    Summarized,
    TextSubmitted,
    TurnDeleted,
    WordsHeard,
)
from voicedesk.core.session import AnyEvent, State
from voicedesk.core.spending import added
from voicedesk.core.units import ConversationId, TurnId

SETTLING = (AllDeleted, TextSubmitted, ClipSubmitted)
"""Whoever asks here wants to stay here, even if a cap forbids the question."""


class Broken(AssertionError):
    """A promise of the session was broken."""


def demand(kept: bool, promise: str) -> None:
    if not kept:
        raise Broken(promise)


class Ledger:
    """What is stored, which recordings were handed over, and which numbers are used up."""

    def __init__(self) -> None:
        self.stored: dict[TurnId, Turn] = {}
        self.newest = TurnId(0)
        self.titles: dict[ConversationId, str] = {}
        self._wanted: ConversationId | None = None
        self._begun_in: dict[TurnId, ConversationId] = {}
        self._run: set[TurnId] = set()
        self._captured: TurnId | None = None
        self._handed_over: set[Path] = set()
        self._discarded: set[Path] = set()
        self._checks: set[TurnId] = set()

    def conversation(self, number: ConversationId) -> Conversation:
        """Give a conversation as the store would load it."""
        turns = [turn for turn in self.stored.values() if turn.conversation == number]
        ordered = tuple(sorted(turns, key=lambda turn: turn.number))
        return Conversation(number, ordered, self.titles.get(number, ""))

    def enter(self, event: AnyEvent, before: State, commands: tuple[Command, ...], after: State) -> None:
        """Write one step down."""
        for command in commands:
            self._enter_command(command, event, before, after)
        self._check_booked(event, commands)
        self._check_sent(commands, after)
        self._check_recordings(event)
        self._check_received(event, before)
        self._check_switch(event, before, after)
        if commands or after.conversation is not before.conversation:
            self._check_stored(after)

    def check_all_ended(self) -> None:
        """Every turn that joined a conversation has its ending once nothing goes on any more."""
        demand(self._checks.isdisjoint(self.stored), "a check never joins a conversation")
        demand(all(turn.ending for turn in self.stored.values()), "each turn ends")

    def _enter_command(self, command: Command, event: AnyEvent, before: State, after: State) -> None:
        match command:
            case StartCapture(turn=turn):
                self._begin(turn, after)
                self._captured = turn
                if isinstance(event, CheckPressed):
                    self._checks.add(turn)
            case Replay(turn=turn) if turn != self._captured:
                self._begin(turn, after)
            case SpeakSample(turn=turn):
                self._begin(turn, after)
            case RunTurn(turn=turn):
                self._enter_run(turn, after)
            case RenameConversation(conversation=conversation, title=title):
                self.titles[conversation] = title
            case SaveTurn(turn=saved):
                self._enter_saved(saved, after)
            case BookSpending():
                self._enter_booked(command)
            case ForgetTurn(turn=turn):
                forgotten = self.stored.pop(turn)
                wanted = isinstance(event, TurnDeleted) or forgotten.answer.is_empty
                demand(wanted, "what was received is kept")
            case DiscardClip(clip=clip):
                wanted = isinstance(event, TurnDeleted) or is_tap(clip, before) or clip.turn in self._checks
                demand(wanted, "only a tap, a check, or what the person deletes, is discarded")
                self._discarded.add(clip.path)
            case ForgetAll():
                demand(isinstance(event, AllDeleted), "everything is deleted when the person wants it")
                self.stored.clear()
                self.titles.clear()
                self._begun_in.clear()
                self._handed_over.clear()

    def _begin(self, turn: TurnId, after: State) -> None:
        demand(turn > self.newest, "a number is never used again")
        self.newest = turn
        self._begun_in[turn] = after.conversation.id

    def _enter_run(self, turn: TurnId, after: State) -> None:
        if turn != self._captured:
            self._begin(turn, after)
        demand(turn not in self._run, "a turn runs once")
        self._run.add(turn)

    def _enter_saved(self, turn: Turn, after: State) -> None:
        known = self.stored.get(turn.number)
        on_stage = after.live is not None and after.live.number == turn.number
        demand(on_stage or turn.ending is not None, "a turn that left the stage is saved with its ending")
        home = self._begun_in.setdefault(turn.number, after.conversation.id)
        demand(turn.conversation == home, "a turn belongs to the conversation that it began in")
        if known is not None:
            demand(known.ending in (None, turn.ending), "a turn ends once")
            demand(known.clip in (None, turn.clip), "a recording stays with its turn")
        self.stored[turn.number] = turn

    def _enter_booked(self, book: BookSpending) -> None:
        """Show with a turn what is booked for it."""
        known = self.stored.get(book.turn) if book.turn else None
        if known:
            self.stored[known.number] = replace(known, spent=added(known.spent, (book.spending,)))

    def _check_booked(self, event: AnyEvent, commands: tuple[Command, ...]) -> None:
        spent = isinstance(event, Spent) or (isinstance(event, Summarized) and event.spending is not None)
        booked = [command for command in commands if isinstance(command, BookSpending)]
        demand(len(booked) == spent, "what was spent is booked once, and nothing else is")

    def _check_sent(self, commands: tuple[Command, ...], after: State) -> None:
        runs = [command for command in commands if isinstance(command, RunTurn)]
        is_free = after.practice or not after.settings.money.monthly_cap_cents
        knows = all(after.month and after.month.holds(run.turn) for run in runs)
        demand(is_free or knows, "under a cap nothing is sent before it is known what is spent")
        tight = after.settings.money.monthly_cap_cents == 1 and not after.practice
        demand(not tight or not any(run.spoken for run in runs), "nothing is sent that would pass the cap")

    def _check_recordings(self, event: AnyEvent) -> None:
        if isinstance(event, Captured | CaptureFailed | CaptureDropped) and event.turn in self._checks:
            return
        if isinstance(event, Captured | CaptureFailed | CaptureDropped) and event.clip:
            self._handed_over.add(event.clip.path)
        elif not isinstance(event, TurnDeleted):
            return
        in_use = {turn.clip.path for turn in self.stored.values() if turn.clip}
        demand(in_use.isdisjoint(self._discarded), "no recording of a stored turn is discarded")
        demand(self._handed_over <= in_use | self._discarded, "no recording is lost")

    def _check_received(self, event: AnyEvent, before: State) -> None:
        """See that what arrives is stored, whether its conversation is on screen or not."""
        if not isinstance(event, AnswerGrown | AnswerEnded | WordsHeard):
            return
        was_live = before.live is not None and before.live.number == event.turn
        known = self.stored.get(event.turn)
        if isinstance(event, WordsHeard):
            demand(known is None or known.asked == event.text, "the person's words are kept")
        elif known is not None and (was_live or isinstance(event, AnswerEnded)):
            demand(_holds(known.answer, event.answer), "what was received is kept")

    def _check_switch(self, event: AnyEvent, before: State, after: State) -> None:
        """Remember what the person wanted last, and see that it is shown, and nothing that is read late."""
        if isinstance(event, ConversationBegun | ConversationChosen):
            self._wanted = event.conversation
            demand(after.live is None, "what goes on stops before another conversation is shown")
        elif isinstance(event, ConversationOpened):
            is_wanted = self._wanted in (None, event.conversation.id)
            shown = (event.conversation if is_wanted else before.conversation).id
            demand(after.conversation.id == shown, "what was wanted last is shown when it was read")
        elif after.live or isinstance(event, SETTLING) or self._deletes_wanted(event, before):
            self._wanted = after.conversation.id

    def _deletes_wanted(self, event: AnyEvent, before: State) -> bool:
        wanted = (self._wanted, before.conversation.id)
        return isinstance(event, ConversationDeleted) and event.conversation in wanted

    def _check_stored(self, after: State) -> None:
        """Leave out what is only added up, or summed up, and may be read a moment before it changes."""
        shown = replace(after.conversation, spent=(), summary="", summary_until=None)
        demand(shown == self.conversation(shown.id), "what is shown is what is stored")


def is_tap(clip: Clip, state: State) -> bool:
    return clip.held_ms < state.settings.talk.shortest_press_ms


def _holds(kept: Answer, received: Answer) -> bool:
    return kept.frames >= received.frames and kept.text.startswith(received.text)
