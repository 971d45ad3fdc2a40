"""Ask once: a typed or recorded question, the transcript as it streams, the answer played or saved."""

from dataclasses import dataclass, replace
from pathlib import Path

from voicedesk.cli.arguments import Arguments
from voicedesk.cli.headless import Headless
from voicedesk.cli.language import tr
from voicedesk.cli.printing import (
    Json,
    complain,
    complain_of,
    cost_as_json,
    problem_as_json,
    say,
    say_json,
)
from voicedesk.core.conversation import Ending, Turn
from voicedesk.core.costs import cost_of
from voicedesk.core.events import (
    ClipSubmitted,
    ConversationOpened,
    SettingsChanged,
    StopPressed,
    TextSubmitted,
    TurnRemarked,
    WordsHeard,
)
from voicedesk.core.phrases import Phrase, reason_of
from voicedesk.core.prices import USUAL_PERCENT
from voicedesk.core.problems import Kind, Problem, Trouble, trouble
from voicedesk.core.session import Stage
from voicedesk.core.settings import Settings
from voicedesk.core.units import ConversationId, TurnId, frames_of, milliseconds_of

STATUS = {Ending.DONE: 0, Ending.INTERRUPTED: 3, Ending.FAILED: 1, Ending.CANCELLED: 130}
BAD_FILE = 2
WORDS_LIMIT_S = 30.0
"""How long the person's own words are waited for after the answer is complete."""
TICK_S = 0.5
"""How often the wait for an event is left, so that Ctrl-C is noticed on every system."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a question."""

    turn: Turn
    problem: Problem | None
    percent: int = USUAL_PERCENT
    """How prices count that the service does not publish."""


def ask(arguments: Arguments) -> int:
    """Carry the whole turn out and tell how it ended by the exit status."""
    try:
        outcome = _ask(arguments)
    except Trouble as met:
        complain_of(met.problem)
        outcome = Outcome(Turn(TurnId(0), ConversationId(0), ending=Ending.FAILED), met.problem)
    if arguments.json:
        say_json(_as_json(outcome))
    return _status_of(outcome)


def _ask(arguments: Arguments) -> Outcome:
    """Ask and save; the workers leave before saving, so that the answer on disk is whole."""
    if arguments.audio:
        _check_is_sound(arguments.audio)
    if arguments.save_audio:
        _check_can_save(arguments.save_audio)
    with Headless(arguments.options) as desk:
        chosen = desk.wait_until_ready()
        desk.handle(SettingsChanged(_settings_for(arguments, desk.state.settings)))
        if chosen.practice and not arguments.practice:
            complain(tr("There is no key, so this is practice: the answer is not from the real service."))
        outcome = Asking(desk, arguments).run()
    if arguments.save_audio:
        return _save(outcome, desk.crew.answer_path(outcome.turn.number), arguments.save_audio)
    return outcome


class Asking:
    """Follow one turn from the question to its end."""

    def __init__(self, desk: Headless, arguments: Arguments) -> None:
        self._desk = desk
        self._arguments = arguments
        self._number = TurnId(0)
        self._words_are_due = False
        self._printed = ""
        self._problem: Problem | None = None

    def run(self) -> Outcome:
        """Ask, show what comes, and give the finished turn. Raises `Trouble` for an unusable file."""
        self._submit()
        while self._desk.state.stage is not Stage.IDLE or self._words_are_due:
            try:
                self._take(self._desk.next_event(TICK_S if self._answering else WORDS_LIMIT_S))
            except KeyboardInterrupt:
                self._words_are_due = False
                self._desk.handle(StopPressed(self._desk.crew.heard_ms()))
        turn = self._desk.state.conversation.find(self._number)
        assert turn
        percent = self._desk.state.settings.money.estimate_percent
        return Outcome(turn, turn.problem or self._problem, percent)

    @property
    def _answering(self) -> bool:
        return self._desk.state.stage is not Stage.IDLE

    def _submit(self) -> None:
        self._number = self._desk.new_turn()
        if self._arguments.audio:
            clip = self._desk.crew.take_in(self._number, self._arguments.audio)
            self._words_are_due = self._desk.state.settings.service.transcribe_own_words
            self._handle(ClipSubmitted(self._number, clip))
        else:
            self._handle(TextSubmitted(self._number, self._arguments.question))

    def _take(self, event: object | None) -> None:
        match event:
            case None if not self._answering:
                self._words_are_due = False
            case None | ConversationOpened() | SettingsChanged():
                return
            case WordsHeard():
                self._words_are_due = False
            case TurnRemarked(problem=Problem(kind=Kind.WORDS_MISSING)):
                self._words_are_due = False
        if event is not None:
            self._handle(event)

    def _handle(self, event: object) -> None:
        for notice in self._desk.handle(event):  # type: ignore[arg-type]  # the session ignores what it does not know
            self._note(notice.problem)
        self._show_growth()

    def _note(self, problem: Problem) -> None:
        if problem.kind is not Kind.ASKED_AGAIN:  # a wait is over by the time anybody reads the result
            self._problem = problem
        if not self._arguments.json:
            complain_of(problem)

    def _show_growth(self) -> None:
        """Print what the transcript has grown by, and end the line when it is complete."""
        turn = self._desk.state.conversation.find(self._number)
        if self._arguments.json or turn is None:
            return
        text = turn.answer.text
        if text.startswith(self._printed) and text != self._printed:
            say(text[len(self._printed) :], end="")
            self._printed = text
        if turn.ending and self._printed and not self._printed.endswith("\n"):
            say("")
            self._printed += "\n"


def _settings_for(arguments: Arguments, stored: Settings) -> Settings:
    service = stored.service
    if arguments.model:
        service = replace(service, talk_model=arguments.model)
    if arguments.voice:
        service = replace(service, voice=arguments.voice)
    return replace(stored, service=service)


def _status_of(outcome: Outcome) -> int:
    assert outcome.turn.ending
    about_a_file = outcome.problem and outcome.problem.kind in (Kind.BAD_FILE, Kind.EXPORT_FAILED)
    return BAD_FILE if about_a_file else STATUS[outcome.turn.ending]


def _check_is_sound(question: Path) -> None:
    """Find out before anything else is said, and before an empty question is paid for."""
    from voicedesk.audio.files import duration_of

    if not duration_of(question):
        raise trouble(Kind.BAD_FILE, file=question.name, reason=Phrase.HOLDS_NO_SOUND)


def _check_can_save(target: Path) -> None:
    """Find out before the question is paid for."""
    try:
        target.open("ab").close()
    except OSError as error:
        raise Trouble(_not_saved(target, reason_of(error))) from error


def _save(outcome: Outcome, answer: Path, target: Path) -> Outcome:
    """Save as much of the answer as was kept; what is known of it is told even where that fails."""
    from voicedesk.audio.pcm import wav_header

    try:
        pcm = answer.read_bytes() if answer.exists() else b""
        target.write_bytes(wav_header(len(pcm)) + pcm)
    except OSError as error:
        return _without_file(outcome, _not_saved(target, reason_of(error)))
    if frames_of(pcm) < outcome.turn.answer.frames:
        return _without_file(outcome, _not_saved(target, Phrase.SOUND_NOT_KEPT))
    return outcome


def _without_file(outcome: Outcome, problem: Problem) -> Outcome:
    complain_of(problem)
    return replace(outcome, problem=problem)


def _not_saved(target: Path, reason: str) -> Problem:
    return Problem(Kind.EXPORT_FAILED, {"file": str(target), "reason": reason})


def _as_json(outcome: Outcome) -> dict[str, Json]:
    turn, answer = outcome.turn, outcome.turn.answer
    assert turn.ending
    usage = answer.usage
    return {
        "state": turn.ending.value,
        "heard": turn.asked,
        "transcript": answer.text,
        "audio_seconds": milliseconds_of(answer.frames) / 1000,
        "audio_id": answer.audio_id,
        "usage": {name: getattr(usage, name) for name in usage.__slots__} if usage else None,
        "model": answer.model,
        "cost": cost_as_json(cost_of(turn.spent, outcome.percent)),
        "problem": problem_as_json(outcome.problem),
    }
