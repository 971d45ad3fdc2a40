"""Store: turns and the sound of answers, in the order in which they came, until it works."""

from collections.abc import Callable, Iterable, Iterator
from math import inf
from time import monotonic
from typing import Protocol

from voicedesk.core.commands import PurgeConversation
from voicedesk.core.conversation import Clip, Conversation, Turn
from voicedesk.core.events import ConversationOpened, Remarked
from voicedesk.core.problems import Kind, Problem, Trouble
from voicedesk.core.units import ConversationId, Pcm, TurnId
from voicedesk.core.workers import STORE
from voicedesk.engine.backlog import Backlog
from voicedesk.engine.housekeeping import Housekeeping
from voicedesk.engine.librarian import Answered, Change, Librarian, Library, Lookup
from voicedesk.engine.ports import Clock

GROWING_EVERY_S = 0.5
FIRST_RETRY_S = 1.0
LONGEST_RETRY_S = 30.0
FLUSH_S = 2.0


class History(Library, Protocol):
    """The stored conversations, used by the archivist's thread only, except for `hurry`."""

    @property
    def remark(self) -> Problem | None:
        """Tell what was met while opening: damage that was mended, a file of a newer version."""

    def save(self, turn: Turn) -> None:
        """Store a turn as it is now."""

    def delete_turn(self, turn: TurnId) -> None:
        """Forget a turn."""

    def close_open_turns(self) -> None:
        """Mark turns that an earlier run left open as interrupted."""

    def delete_all(self) -> None:
        """Forget every turn and every conversation."""

    def is_finished(self, turn: TurnId) -> bool:
        """Tell whether this turn, and every other one with its recording, was sent and answered."""

    def latest(self) -> Conversation | None:
        """Read the conversation in which something was said last."""

    def knows(self, turn: TurnId) -> bool:
        """Tell whether a turn is stored."""

    def hurry(self) -> None:
        """Wait hardly any longer for other programs."""

    def close(self) -> None:
        """Close the file."""


class Answers(Protocol):
    """The sound of answers on disk."""

    def append(self, turn: TurnId, pcm: Pcm) -> None:
        """Add sound to the answer of a turn: all of it or none."""

    def turns(self) -> tuple[TurnId, ...]:
        """Name the turns whose answer lies here."""

    def discard(self, turn: TurnId) -> None:
        """Delete the sound of a turn."""

    def close(self) -> None:
        """Close the open file."""


class Archivist:
    """Own what is stored; `run` is the body of its thread.

    What cannot be stored waits in memory and is tried again, up to the limits of `Backlog`. A turn that
    grows is written twice a second, everything else at once. `recover` is called when the newest
    conversation has been posted, to offer what an earlier run recorded and nobody stored. `discard` deletes a
    recording. Whoever `tidies` destroys at the start what an earlier run left deleted.
    """

    name = STORE

    def __init__(
        self,
        make_history: Callable[[], History],
        make_answers: Callable[[], Answers],
        post: Callable[[Answered | Remarked], None],
        clock: Clock = monotonic,
        recover: Callable[[Callable[[TurnId], bool]], None] = lambda knows: None,
        housekeeping: Housekeeping | None = None,
        discard: Callable[[Clip], None] = lambda clip: None,
        tidies: bool = False,
    ) -> None:
        self._make_history = make_history
        self._make_answers = make_answers
        self._post = post
        self._clock = clock
        self._recover = recover
        self._housekeeping = housekeeping
        self._discard = discard
        self._tidies = tidies
        self._backlog = Backlog()
        self._librarian = Librarian(post, self._purge)
        self._purged: set[ConversationId] = set()
        self._history: History | None = None
        self._answers: Answers | None = None
        self._written_s: dict[TurnId, float] = {}
        self._remarked: set[Kind] = set()
        self._retry_s = FIRST_RETRY_S
        self._retry_at_s = clock()
        self._wants_latest = True
        self._has_turns = False
        self._leaves = False
        self._deadline_s = inf

    def save(self, turn: Turn) -> None:
        """Store a turn as it is now; from any thread."""
        self._has_turns = True
        self._backlog.put_turn(turn)

    def forget(self, turn: TurnId) -> None:
        """Remove a turn and the sound of its answer; from any thread."""
        self._backlog.put_deletion(turn)

    def forget_all(self) -> None:
        """Remove everything that was said or answered, and what of it still waits; from any thread."""
        self._backlog.clear()
        self._keep_house(Housekeeping.clear)

    def keep_sound(self, days: int) -> None:
        """Delete the sound of finished turns when it is older; 0 keeps it for ever. From any thread."""
        self._keep_house(lambda house: house.keep_sound(days))

    def measure(self) -> None:
        """Ask how much lies where; from any thread."""
        self._keep_house(Housekeeping.measure)

    def carry_out(self, order: Lookup | Change) -> None:
        """Answer a question, or change what is known of a conversation; from any thread."""
        self._librarian.put(order)
        self._backlog.wake()

    def append_answer(self, turn: TurnId, pcm: Pcm) -> None:
        """Keep more sound of this turn's answer; from any thread."""
        self._backlog.put_sound(turn, pcm)

    def stop(self) -> None:
        """Ask the loop to store what waits, within 2 s, and to end; from any thread."""
        self._leaves = True
        if self._history:
            self._history.hurry()
        self._backlog.wake()

    def run(self) -> None:
        """Open what is stored, then store what comes until asked to leave."""
        while not self._leaves:
            self._store()
            self._backlog.wait(self._pause_s())
        self._flush()

    def _store(self) -> None:
        """Do all that is due now; one thing that fails keeps nothing else from being stored, or read."""
        is_due = self._clock() >= self._retry_at_s
        failed = [self._attempt(part) for part in (*(self._parts if is_due else ()), self._answer)]
        if not is_due:
            return
        if any(failed):
            self._retry_at_s = self._clock() + self._retry_s
            self._retry_s = min(self._retry_s * 2, LONGEST_RETRY_S)
        else:
            self._remarked.clear()
            self._retry_s = FIRST_RETRY_S

    @property
    def _parts(self) -> tuple[Callable[[], None], ...]:
        return self._open, self._turns, self._sound, self._deletions, self._change, self._house

    def _flush(self) -> None:
        """Try once more, however short the last failure is ago; what takes too long is left."""
        self._written_s.clear()
        self._deadline_s = self._clock() + FLUSH_S
        self._retry_at_s = self._clock()
        self._store()
        if self._answers:
            self._answers.close()
        if self._history:
            self._history.close()

    def _attempt(self, part: Callable[[], None]) -> bool:
        try:
            part()
        except Trouble as met:
            self._remark(met.problem)
            return True
        return False

    def _remark(self, problem: Problem) -> None:
        """Say it once, until storing has worked again."""
        if problem.kind not in self._remarked:
            self._remarked.add(problem.kind)
            self._post(Remarked(problem))

    def _open(self) -> None:
        if self._answers is None:
            self._answers = self._make_answers()
        if self._history is None:
            self._history = self._make_history()
            self._greet(self._history)
        if self._wants_latest:
            self._open_latest(self._history)
            self._wants_latest = False
            self._recover(self._history.knows)

    def _greet(self, history: History) -> None:
        if history.remark:
            self._remark(history.remark)
        try:
            history.close_open_turns()
        except Trouble as met:  # a file of a newer version is only read
            self._remark(met.problem)
            return
        for conversation in history.deleted() if self._tidies else ():
            self._librarian.put(PurgeConversation(conversation))

    def _open_latest(self, history: History) -> None:
        """Show where the person left off, unless they have begun to talk while a slow disk was read."""
        latest = history.latest()
        if latest and not self._has_turns:
            self._post(ConversationOpened(latest))

    def _turns(self) -> None:
        for turn in self._due():
            if self._history is None or self._is_late():
                return
            self._save(self._history, turn)
            self._backlog.turn_stored(turn)
            self._note_written(turn)

    def _save(self, history: History, turn: Turn) -> None:
        """Store a turn; what is still reported of a conversation that was destroyed goes the same way."""
        if turn.conversation not in self._purged:
            history.save(turn)
        else:
            self._discard_sound((turn.number,), (turn.clip,) if turn.clip else ())

    def _due(self) -> Iterator[Turn]:
        now_s = self._clock()
        for turn in self._backlog.turns():
            if turn.ending or self._leaves or now_s >= self._due_s(turn):
                yield turn

    def _due_s(self, turn: Turn) -> float:
        return self._written_s.get(turn.number, self._clock() - GROWING_EVERY_S) + GROWING_EVERY_S

    def _note_written(self, turn: Turn) -> None:
        if turn.ending:
            self._written_s.pop(turn.number, None)
        else:
            self._written_s[turn.number] = self._clock()

    def _sound(self) -> None:
        while self._answers and not self._is_late() and (piece := self._backlog.next_sound()):
            self._answers.append(*piece)
            self._backlog.sound_stored(piece)

    def _deletions(self) -> None:
        for turn in self._backlog.deletions():
            if self._history is None or self._answers is None or self._is_late():
                return
            self._answers.discard(turn)
            self._history.delete_turn(turn)
            self._backlog.deleted(turn)
            self._written_s.pop(turn, None)

    def _keep_house(self, wish: Callable[[Housekeeping], None]) -> None:
        if self._housekeeping:
            wish(self._housekeeping)
            self._backlog.wake()

    def _house(self) -> None:
        if self._housekeeping and self._history and self._answers and not self._is_late():
            self._housekeeping.work(self._history, self._answers)

    def _change(self) -> None:
        if self._history and not self._is_late():
            self._librarian.change(self._history)

    def _answer(self) -> None:
        if self._leaves:
            return
        if self._history is None:
            self._librarian.excuse()
            return
        try:
            self._librarian.answer(self._history, self._newest)
        except Trouble:
            self._librarian.excuse()
            raise

    def _newest(self, conversation: Conversation) -> Conversation:
        """Add the turns that wait to be stored."""
        for turn in self._backlog.turns():
            if turn.conversation == conversation.id:
                conversation = conversation.put(turn)
        return conversation

    def _purge(self, library: Library, conversation: ConversationId) -> None:
        """Destroy sound first: a recording that no turn names would be offered as lost at the next start."""
        self._discard_sound(*library.sounds_of(conversation))
        library.purge(conversation)
        self._purged.add(conversation)

    def _discard_sound(self, turns: Iterable[TurnId], clips: Iterable[Clip]) -> None:
        for turn in turns:
            if self._answers:
                self._answers.discard(turn)
        for clip in clips:
            self._discard(clip)

    def _is_late(self) -> bool:
        return self._clock() >= self._deadline_s

    def _pause_s(self) -> float:
        """Wait for the next growing turn to be due or for the next try; news end the wait before."""
        now_s = self._clock()
        if now_s < self._retry_at_s:
            return self._retry_at_s - now_s
        waits = [self._due_s(turn) - now_s for turn in self._backlog.turns()]
        house_s = self._housekeeping.due_in_s if self._housekeeping else inf
        return max(0.0, min([*waits, house_s, LONGEST_RETRY_S]))
