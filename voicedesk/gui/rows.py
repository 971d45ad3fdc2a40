"""Put a turn into the rows that are shown of it."""

from dataclasses import dataclass, replace
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication, QDate, QDateTime

from voicedesk.core.conversation import Conversation, Ending, Turn, heard_text
from voicedesk.core.costs import cost_of
from voicedesk.core.prices import USUAL_PERCENT
from voicedesk.core.problem_texts import told
from voicedesk.core.problems import Kind, Problem
from voicedesk.core.units import Milliseconds, TurnId, milliseconds_of
from voicedesk.gui.money.words import cost_words
from voicedesk.gui.plain_text import presentable


class Voice(Enum):
    """Who says what a row shows."""

    PERSON = auto()
    SERVICE = auto()
    PROGRAM = auto()
    SUMMARY = auto()

    @property
    def is_heard(self) -> bool:
        """Tell whether the row is somebody's voice; a note only speaks of one."""
        return self not in (Voice.PROGRAM, Voice.SUMMARY)


class RowAction(Enum):
    """What can be done with a row."""

    SEND = auto()
    REPEAT = auto()
    LISTEN = auto()
    LISTEN_TO_ANSWER = auto()
    COPY = auto()
    EDIT = auto()
    CONTINUE = auto()
    DELETE = auto()
    UNFOLD = auto()
    FOLD = auto()
    EDIT_SUMMARY = auto()
    REMOVE_SUMMARY = auto()


LISTENING = frozenset({RowAction.LISTEN, RowAction.LISTEN_TO_ANSWER})
CUT_SHORT = frozenset({Kind.CUT_OFF, Kind.LENGTH_LIMIT})


@dataclass(frozen=True, slots=True)
class Row:
    """One message on screen.

    `heard` counts the characters of `text` that were heard; the rest is shown quietly. `sound_ms` is the
    length of the sound that belongs to the row. `lasting` actions are always shown, all of them on demand.
    `cost` is what the turn cost, in words; empty as long as nobody knows. `day` is named above the first row
    of a day.
    """

    turn: TurnId
    voice: Voice
    text: str
    heard: int
    sound_ms: Milliseconds | None = None
    lasting: tuple[RowAction, ...] = ()
    actions: tuple[RowAction, ...] = ()
    cost: str = ""
    model: str = ""
    day: QDate | None = None

    @property
    def can_be_heard(self) -> bool:
        """Tell whether there is sound to play."""
        return not LISTENING.isdisjoint(self.actions)

    @property
    def time(self) -> QDateTime:
        """Tell when it was said; turns are numbered by the clock."""
        return QDateTime.fromMSecsSinceEpoch(self.turn // 1000)

    @property
    def key(self) -> tuple[TurnId, Voice]:
        """Identify the row while its content changes."""
        return self.turn, self.voice


def rows_of(turn: Turn, price_percent: int = USUAL_PERCENT) -> tuple[Row, ...]:
    """Show a turn as what the person said, what came back and cost, and what went wrong."""
    rows = [_question_row(turn)]
    if turn.answer.text or turn.answer.frames:
        cost = cost_words(cost_of(turn.spent, price_percent))
        rows.append(replace(_answer_row(turn), cost=cost))
    if turn.ending not in (None, Ending.DONE) or turn.problem:
        rows.append(_note_row(turn))
    return tuple(rows)


def summary_row(conversation: Conversation, is_unfolded: bool) -> Row | None:
    """Show what stands for the oldest messages when a question is sent, folded up to one line."""
    if not conversation.summary or conversation.summary_until is None:
        return None
    text = QCoreApplication.translate("Conversation", "Earlier messages, summed up for new questions")
    actions: tuple[RowAction, ...] = (RowAction.UNFOLD,)
    if is_unfolded:
        text = f"{text}\n\n{presentable(conversation.summary)}"
        actions = (RowAction.FOLD, RowAction.EDIT_SUMMARY, RowAction.REMOVE_SUMMARY)
    menu = (*actions, RowAction.COPY)
    return Row(conversation.summary_until, Voice.SUMMARY, text, len(text), None, actions, menu)


def _question_row(turn: Turn) -> Row:
    text = presentable(turn.asked) or QCoreApplication.translate("Conversation", "Voice message")
    listen = (RowAction.LISTEN,) if turn.clip else ()
    length = turn.clip.duration_ms if turn.clip else None
    finish = () if turn.ending is None else (RowAction.DELETE,)
    edit = (RowAction.EDIT,) if turn.asked else ()
    actions = (*listen, RowAction.COPY, *edit, *finish)
    return Row(turn.number, Voice.PERSON, text, len(text), length, listen, actions)


def _answer_row(turn: Turn) -> Row:
    length = milliseconds_of(turn.answer.frames) if turn.answer.frames else None
    listen = (RowAction.LISTEN_TO_ANSWER,) if length and turn.ending else ()
    repeat = () if turn.ending is None else (RowAction.REPEAT,)
    text, heard = presentable(turn.answer.text), len(presentable(heard_text(turn)))
    actions = (*listen, RowAction.COPY, *repeat)
    return Row(turn.number, Voice.SERVICE, text, heard, length, listen, actions, model=turn.answer.model)


def _note_row(turn: Turn) -> Row:
    text = presentable(_words_about(turn))
    return Row(turn.number, Voice.PROGRAM, text, len(text), None, _ways_out(turn), _ways_out(turn))


def _ways_out(turn: Turn) -> tuple[RowAction, ...]:
    if turn.ending is None:
        return ()
    if turn.answer.text:
        return _ways_on(turn)
    if turn.clip:
        return RowAction.SEND, RowAction.LISTEN, RowAction.DELETE
    return RowAction.REPEAT, RowAction.DELETE


def _ways_on(turn: Turn) -> tuple[RowAction, ...]:
    """Offer to go on only where somebody else than the person ended the answer."""
    if turn.problem and turn.problem.kind in CUT_SHORT:
        return RowAction.CONTINUE, RowAction.REPEAT
    if turn.problem or turn.ending not in (Ending.DONE, Ending.INTERRUPTED):
        return (RowAction.REPEAT,)
    return ()


def _words_about(turn: Turn) -> str:
    if turn.problem:
        return problem_sentence(turn.problem)
    if turn.ending is Ending.INTERRUPTED and heard_text(turn) != turn.answer.text:
        return QCoreApplication.translate("Conversation", "Interrupted. The pale words were not heard.")
    if turn.ending is Ending.INTERRUPTED:
        return QCoreApplication.translate("Conversation", "Interrupted. What came is kept.")
    if turn.clip and turn.ending is Ending.CANCELLED:
        return QCoreApplication.translate("Conversation", "Not answered. The recording is kept.")
    return QCoreApplication.translate("Conversation", "Stopped before an answer came.")


def problem_sentence(problem: Problem) -> str:
    """Say what happened, what is safe and what to do, in one run."""
    return told(problem, translate_problem)


def translate_problem(text: str) -> str:
    """Find the words of a problem in the reader's language."""
    return QCoreApplication.translate("Problem", text)


def action_words(action: RowAction) -> str:
    """Name an action."""
    words = {
        RowAction.SEND: QCoreApplication.translate("Conversation", "Send"),
        RowAction.REPEAT: QCoreApplication.translate("Conversation", "Try again"),
        RowAction.LISTEN: QCoreApplication.translate("Conversation", "Listen"),
        RowAction.LISTEN_TO_ANSWER: QCoreApplication.translate("Conversation", "Listen"),
        RowAction.COPY: QCoreApplication.translate("Conversation", "Copy"),
        RowAction.EDIT: QCoreApplication.translate("Conversation", "Edit and ask again"),
        RowAction.CONTINUE: QCoreApplication.translate("Conversation", "Continue"),
        RowAction.DELETE: QCoreApplication.translate("Conversation", "Delete"),
        RowAction.UNFOLD: QCoreApplication.translate("Conversation", "Show the summary"),
        RowAction.FOLD: QCoreApplication.translate("Conversation", "Hide"),
        RowAction.EDIT_SUMMARY: QCoreApplication.translate("Conversation", "Change"),
        RowAction.REMOVE_SUMMARY: QCoreApplication.translate("Conversation", "Remove"),
    }
    return words[action]


def spoken_row(row: Row, text: str) -> str:
    """Say a row, with its text as it is shown, for a person who does not see it."""
    frames = {
        Voice.PERSON: QCoreApplication.translate("Conversation", "You: {text}"),
        Voice.SERVICE: QCoreApplication.translate("Conversation", "Answer: {text}"),
        Voice.PROGRAM: QCoreApplication.translate("Conversation", "Note: {text}"),
        Voice.SUMMARY: QCoreApplication.translate("Conversation", "Note: {text}"),
    }
    return frames[row.voice].replace("{text}", text)
