"""A little language for session tests: words in, stages and commands out.

A script has a line a step, `words -> stage: commands`; a line without an arrow goes on with the one before.
The turn is the newest one unless `@1` names another.
"""

from collections.abc import Callable, Iterable
from pathlib import Path

from voicedesk.core.cap import MonthSoFar
from voicedesk.core.commands import (
    Command,
    DeleteConversation,
    Notify,
    OpenConversation,
    RenameConversation,
    SaveTurn,
)
from voicedesk.core.conversation import Answer, Clip, Conversation, Ending
from voicedesk.core.events import (
    AllDeleted,
    AnswerEnded,
    AnswerGrown,
    Captured,
    CaptureDropped,
    CaptureFailed,
    CaptureRemarked,
    CaptureStarted,
    CheckPressed,
    ClipSubmitted,
    ConversationBegun,
    ConversationChosen,
    ConversationDeleted,
    ConversationOpened,
    ConversationRenamed,
    LevelWatched,
    ListenPressed,
    MonthTotalled,
    Remarked,
    SamplePressed,
    ServiceChosen,
    SettingsChanged,
    SpeakingEnded,
    SpeakingFailed,
    SpeakingStarted,
    Spent,
    StopPressed,
    Summarized,
    SummaryChanged,
    TalkPressed,
    TalkReleased,
    TextSubmitted,
    TurnDeleted,
    TurnRemarked,
    WordsHeard,
    WorkerCrashed,
)
from voicedesk.core.problems import Kind, Problem
from voicedesk.core.session import AnyEvent, Session, Stage
from voicedesk.core.settings import ServiceSettings, Settings, TalkSettings
from voicedesk.core.spending import Spending
from voicedesk.core.units import ConversationId, Milliseconds, TurnId, frames_in

PROBLEM = Problem(Kind.CUT_OFF)
SERVICE = ServiceChosen("https://service.example/v1", practice=False)
BEGINNINGS = frozenset({"press", "type", "send", "listen", "sample", "check"})


def clip_of(turn: TurnId, milliseconds: int = 900, peak_dbfs: float = -20.0) -> Clip:
    return Clip(turn, Path(f"{turn}.pcm"), frames_in(milliseconds), peak_dbfs=peak_dbfs)


def answer_of(milliseconds: int) -> Answer:
    """Give an answer with that much sound, and none of its text without sound."""
    return Answer(text="so " * (milliseconds // 100), frames=frames_in(milliseconds))


def _captured(turn: TurnId, number: Milliseconds, text: str) -> Captured:
    if text == "silence":
        return Captured(turn, clip_of(turn, peak_dbfs=float("-inf")))
    return Captured(turn, clip_of(turn, number))


def _clip_or_none(turn: TurnId, number: int) -> Clip | None:
    return clip_of(turn, number) if number else None


EVENTS: dict[str, Callable[[TurnId, Milliseconds, str], AnyEvent]] = {
    "press": lambda turn, number, text: TalkPressed(turn, number),
    "release": lambda turn, number, text: TalkReleased(),
    "stop": lambda turn, number, text: StopPressed(number),
    "type": lambda turn, number, text: TextSubmitted(turn, text, number),
    "send": lambda turn, number, text: ClipSubmitted(turn, clip_of(TurnId(number))),
    "listen": lambda turn, number, text: ListenPressed(turn, Path("old.pcm"), number),
    "sample": lambda turn, number, text: SamplePressed(turn, "Hello.", ServiceSettings(), number),
    "check": lambda turn, number, text: CheckPressed(turn, number),
    "watch": lambda turn, number, text: LevelWatched(bool(number)),
    "wipe": lambda turn, number, text: AllDeleted(ConversationId(300)),
    "delete": lambda turn, number, text: TurnDeleted(turn),
    "begin": lambda turn, number, text: ConversationBegun(ConversationId(number)),
    "choose": lambda turn, number, text: ConversationChosen(ConversationId(number)),
    "rename": lambda turn, number, text: ConversationRenamed(ConversationId(number), text),
    "remove": lambda turn, number, text: ConversationDeleted(ConversationId(number), ConversationId(500)),
    "open": lambda turn, number, text: ConversationOpened(Conversation(ConversationId(number))),
    "service": lambda turn, number, text: SERVICE,
    "settings": lambda turn, number, text: SettingsChanged(Settings(talk=TalkSettings(False, number))),
    "started": lambda turn, number, text: CaptureStarted(turn),
    "captured": _captured,
    "gaps": lambda turn, number, text: CaptureRemarked(turn, Problem(Kind.SOUND_GAPS)),
    "unplugged": lambda turn, number, text: CaptureFailed(
        turn, Problem(Kind.MICROPHONE_LOST), _clip_or_none(turn, number)
    ),
    "dropped": lambda turn, number, text: CaptureDropped(turn, _clip_or_none(turn, number)),
    "words": lambda turn, number, text: WordsHeard(turn, text),
    "grown": lambda turn, number, text: AnswerGrown(turn, answer_of(number)),
    "done": lambda turn, number, text: AnswerEnded(turn, answer_of(number), Ending.DONE),
    "broken": lambda turn, number, text: AnswerEnded(turn, answer_of(number), Ending.FAILED, PROBLEM),
    "cancelled": lambda turn, number, text: AnswerEnded(turn, answer_of(number), Ending.CANCELLED),
    "unvoiced": lambda turn, number, text: TurnRemarked(turn, Problem(Kind.NOT_VOICED)),
    "speaking": lambda turn, number, text: SpeakingStarted(turn),
    "spoken": lambda turn, number, text: SpeakingEnded(turn, number),
    "muted": lambda turn, number, text: SpeakingFailed(turn, Problem(Kind.LOUDSPEAKER_LOST)),
    "spent": lambda turn, number, text: Spent(turn, Spending("tts-1", voiced_characters=number)),
    "month": lambda turn, number, text: MonthTotalled(MonthSoFar(0, 1_000)),
    "summed-up": lambda turn, number, text: Summarized(
        ConversationId(100), TurnId(number), text, Spending("gpt-4o-mini", text_in=1)
    ),
    "note": lambda turn, number, text: SummaryChanged(text),
    "disk": lambda turn, number, text: Remarked(Problem(Kind.HISTORY_NOT_SAVED)),
    "crash": lambda turn, number, text: WorkerCrashed(text, Problem(Kind.CRASHED)),
}


class Scripted:
    """A session that is driven by words; new turns are numbered from 1."""

    def __init__(self) -> None:
        self.session = Session(Settings(), Conversation(ConversationId(100)))
        self.session.handle(SERVICE)
        self.newest = 0
        self.rows_used: set[tuple[Stage, type]] = set()
        """Only where something came of it: what is dropped at the door has no row."""

    def say(self, words: str) -> str:
        """Feed one event and tell what came of it, as a script writes it."""
        event = self.event(words)
        before = self.session.state
        commands = self.session.handle(event)
        if commands or self.session.state != before:
            self.rows_used.add((before.stage, type(event)))
        return f"{self.session.state.stage.name.lower()}: {', '.join(map(named, commands))}".rstrip(": ")

    def event(self, words: str) -> AnyEvent:
        """Make the event that the words stand for; a beginning gets a new number."""
        word, *rest = words.split()
        self.newest += word in BEGINNINGS
        turn, number, text = self.newest, 0, ""
        for part in rest:
            if part.startswith("@"):
                turn = int(part[1:])
            elif part.isdecimal():
                number = int(part)
            else:
                text = part
        return EVENTS[word](TurnId(turn), Milliseconds(number), text)


def run_script(lines: str) -> tuple[Scripted, list[str], list[str]]:
    """Run a script and give what happened beside what it promises."""
    scripted, seen, promised = Scripted(), [], []
    for line in _folded(lines):
        words, promise = line.split(" -> ")
        seen.append(f"{words} -> {scripted.say(words)}")
        promised.append(f"{words} -> {promise}")
    return scripted, seen, promised


def _folded(lines: str) -> list[str]:
    steps: list[str] = []
    for line in filter(None, map(str.strip, lines.splitlines())):
        if "->" in line:
            steps.append(line)
        else:
            steps[-1] += f" {line}"
    return steps


def after(words: Iterable[str]) -> Scripted:
    """Give a session after these words, whatever came of them."""
    scripted = Scripted()
    for word in words:
        scripted.say(word)
    return scripted


def named(command: Command) -> str:
    """Write a command as a script does: its name, its turn, and what tells two of a kind apart."""
    name = type(command).__name__
    if isinstance(command, Notify):
        return f"{name} {command.problem.kind.name}"
    if isinstance(command, SaveTurn):
        ending = command.turn.ending
        return f"{name} {command.turn.number} {ending.value if ending else 'open'}"
    if isinstance(command, OpenConversation | RenameConversation | DeleteConversation):
        return f"{name} {command.conversation}"
    turn = getattr(command, "turn", None) or getattr(getattr(command, "clip", None), "turn", None)
    return f"{name} {turn}" if turn else name
