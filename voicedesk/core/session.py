"""Decide what happens next: a table from (stage, event) to the next state and the commands to carry out.

Everything about what is going on is decided in this file, and nothing else is: no thread, clock or device
is known here. Two rules hold for every row.

- An event with the number of another turn than the one on stage is dropped at the door. Only three facts
  about earlier turns are still taken in: what the person said, what was received before the request was
  cancelled, and where a dropped recording lies. They change the conversation that the turn belongs to, on
  screen or not, and never the stage.
- A turn that leaves the stage has its sound silenced and its request cancelled in the same step, before
  anything new starts. There is no stop flag that a later start could reset.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import get_args

from voicedesk.core.cap import MonthSoFar, doubt_about, objection_to, warning_after
from voicedesk.core.commands import (
    ArmMicrophone,
    BookSpending,
    CancelTurn,
    Command,
    DeleteConversation,
    DiscardClip,
    DropCapture,
    ForgetAll,
    ForgetTurn,
    KeepSound,
    KeepSummary,
    Notify,
    OpenConversation,
    PrepareService,
    PrepareSpeaker,
    RenameConversation,
    Replay,
    RunTurn,
    SaveTurn,
    Silence,
    SpeakSample,
    StartCapture,
    StopCapture,
    Summarize,
    TotalMonth,
    WarmUp,
)
from voicedesk.core.context import VERBATIM_TURNS, history_before
from voicedesk.core.conversation import Clip, Conversation, Ending, Turn
from voicedesk.core.elsewhere import NOTHING_ELSEWHERE, Elsewhere
from voicedesk.core.estimates import spending_expected, spending_on_voice
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
    Event,
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
from voicedesk.core.settings import Cues, Settings, Upload
from voicedesk.core.spending import Bill, added
from voicedesk.core.summary import compaction_of, request_for
from voicedesk.core.units import NO_TIME, ConversationId, Milliseconds, TurnId
from voicedesk.core.workers import API, PLAYBACK, RECORDER


class Stage(Enum):
    """What is going on."""

    IDLE = auto()
    ARMING = auto()
    LISTENING = auto()
    CLOSING = auto()
    THINKING = auto()
    SPEAKING = auto()
    REPLAYING = auto()
    SAMPLING = auto()


@dataclass(frozen=True, slots=True)
class State:
    """Everything that is known about what is going on.

    `live` is the turn on stage. It joins the conversation as soon as there is a question worth keeping.
    It leaves when its answer was `received`, with the ending noted there, and all of its sound was `played`.
    `base_url` is the service that was chosen; a question that is asked before that is `held`, and so is one
    that a cap needs the `month` for. `summing_up` is the conversation of which a summary is made, and
    `not_summed_up` the newest turn when that failed last.
    `checks` are the newest recordings that only try the microphone: they never join a conversation. While one
    is played back, the live turn has its clip; the replay of anything else has none.
    `chosen` is the conversation that the person wanted last, by opening it or by speaking in it; it may still
    be read while another one is on screen.
    """

    settings: Settings
    conversation: Conversation
    base_url: str = ""
    chosen: ConversationId | None = None
    elsewhere: Elsewhere = NOTHING_ELSEWHERE
    practice: bool = False
    month: MonthSoFar | None = None
    summing_up: ConversationId | None = None
    not_summed_up: TurnId = TurnId(0)
    stage: Stage = Stage.IDLE
    live: Turn | None = None
    held: RunTurn | None = None
    received: Ending | None = None
    played: bool = False
    checks: tuple[TurnId, ...] = ()
    watches_level: bool = False


Step = tuple[State, tuple[Command, ...]]
AnyEvent = (
    Event
    | TalkReleased
    | StopPressed
    | SettingsChanged
    | ServiceChosen
    | ConversationBegun
    | ConversationChosen
    | ConversationOpened
    | LevelWatched
    | AllDeleted
    | ConversationRenamed
    | ConversationDeleted
    | MonthTotalled
    | Summarized
    | SummaryChanged
    | Remarked
    | WorkerCrashed
)

MOST_CHECKS = 16
"""A recorder that reports about a check later than this many others is not to be believed."""
CAPTURING = frozenset({Stage.ARMING, Stage.LISTENING, Stage.CLOSING})
ANSWERING = frozenset({Stage.THINKING, Stage.SPEAKING})
FROM_THE_PERSON = (
    TalkPressed,
    TextSubmitted,
    ClipSubmitted,
    ListenPressed,
    SamplePressed,
    CheckPressed,
    TurnDeleted,
)
Beginning = TalkPressed | TextSubmitted | ClipSubmitted | ListenPressed | SamplePressed | CheckPressed


def step(state: State, event: AnyEvent) -> Step:
    """Take one event in."""
    if (
        isinstance(event, Event)
        and not isinstance(event, FROM_THE_PERSON)
        and not _is_live(state, event.turn)
    ):
        afterthought = AFTERTHOUGHTS.get(type(event))
        return afterthought(state, event) if afterthought else (state, ())
    row = TABLE.get((state.stage, type(event)))
    return row(state, event) if row else (state, ())


def _is_live(state: State, turn: TurnId) -> bool:
    return state.live is not None and state.live.number == turn


# Beginning a turn


def _begin_capture(state: State, event: TalkPressed) -> Step:
    turn = Turn(event.turn, state.conversation.id)
    wants_mp3 = state.settings.service.upload is Upload.MP3
    shortest_ms = state.settings.talk.shortest_press_ms
    has_cue = state.settings.talk.cues is Cues.ALL and not state.settings.sound.preroll
    start = StartCapture(event.turn, state.settings.sound, wants_mp3, shortest_ms, has_cue)
    warm_up = (WarmUp(state.base_url),) if state.base_url else ()
    return replace(_in_this(state), stage=Stage.ARMING, live=turn), (start, *warm_up)


def _begin_typed(state: State, event: TextSubmitted) -> Step:
    turn = Turn(event.turn, state.conversation.id, asked=event.text, typed=True)
    return _run(state, turn, spoken=state.settings.talk.speak_typed_answers)


def _begin_with_clip(state: State, event: ClipSubmitted) -> Step:
    """Send a recording; an unanswered turn with the same recording gives way to the new one."""
    unanswered = _unanswered_with(state.conversation, event.clip)
    if unanswered:
        state = replace(state, conversation=state.conversation.without(unanswered.number))
    state, commands = _run(state, Turn(event.turn, state.conversation.id, clip=event.clip), spoken=True)
    return state, (*commands, ForgetTurn(unanswered.number)) if unanswered else commands


def _unanswered_with(conversation: Conversation, clip: Clip) -> Turn | None:
    """Compare paths, because a recording that was sent again names the turn that it was first made for."""
    return next(
        (
            turn
            for turn in conversation.turns
            if turn.clip and turn.clip.path == clip.path and turn.answer.is_empty
        ),
        None,
    )


def _run(state: State, turn: Turn, spoken: bool) -> Step:
    held = replace(_in_this(state), held=_order(state, turn, spoken), stage=Stage.THINKING)
    state, sent = _send_held(_with_live(held, turn))
    if state.live is None:
        return state, sent
    prepare = (PrepareSpeaker(turn.number, state.settings.sound),) if spoken else ()
    return state, (*prepare, *sent, SaveTurn(turn))


def _order(state: State, turn: Turn, spoken: bool) -> RunTurn:
    history = history_before(state.conversation, turn.number, state.settings.money.history_tokens)
    return RunTurn(
        turn.number, turn.clip, turn.asked, spoken, history, state.settings.service, practice=state.practice
    )


def _send_held(state: State) -> Step:
    """Send what was asked once the service is known, and with a cap, once it is known what is spent."""
    if state.held is None or not state.base_url:
        return state, ()
    service = replace(state.held.service, base_url=state.base_url)
    run = replace(state.held, service=service, practice=state.practice)
    if not _knows_month(state, run.turn):
        return state, (TotalMonth(run.turn),)
    problem = _objection(state, spending_expected(run))
    if problem:
        return _keep_unsent(state, _live(state), problem)
    return replace(state, held=None), (run,)


def _release_held(state: State) -> Step:
    """Send what was held, or silence the loudspeaker that was prepared for its answer."""
    if state.held is None:
        return state, ()
    turn = state.held.turn
    state, commands = _send_held(state)
    return state, (Silence(turn), *commands) if state.live is None else commands


# Recording


def _listen(state: State, event: CaptureStarted) -> Step:
    return replace(state, stage=Stage.LISTENING), ()


def _close_capture(state: State, event: TalkReleased) -> Step:
    return replace(state, stage=Stage.CLOSING), (StopCapture(_live(state).number),)


def _release_too_early(state: State, event: TalkReleased) -> Step:
    state, commands = _drop_capture(state)
    return state, (*commands, Notify(Problem(Kind.TOO_SHORT)))


def _drop_capture(state: State) -> Step:
    state = replace(state, elsewhere=state.elsewhere.give_up(_live(state)))
    return _off_stage(state), (DropCapture(_live(state).number),)


def _stop_capture(state: State, event: StopPressed) -> Step:
    return _drop_capture(state)


def _take_clip(state: State, event: Captured) -> Step:
    if event.turn in state.checks:
        return _play_back(state, event.clip)
    if _is_tap(state, event.clip):
        return _off_stage(state), (DiscardClip(event.clip), Notify(Problem(Kind.TOO_SHORT)))
    turn = replace(_live(state), clip=event.clip)
    if event.clip.is_silent:
        return _keep_unsent(state, turn, Problem(Kind.NOTHING_HEARD))
    doubt = doubt_about(_order(state, turn, spoken=True), state.settings.money)
    return _keep_unsent(state, turn, doubt) if doubt else _run(state, turn, spoken=True)


def _is_tap(state: State, clip: Clip) -> bool:
    return clip.held_ms < state.settings.talk.shortest_press_ms


def _lose_capture(state: State, event: CaptureFailed) -> Step:
    if event.clip is None:  # one from a microphone that hangs may still come, and belongs here
        state = replace(state, elsewhere=state.elsewhere.give_up(_live(state)))
        return _off_stage(state), (Notify(event.problem),)
    if event.turn in state.checks:
        return _off_stage(state), (DiscardClip(event.clip), Notify(Problem(Kind.CHECK_BROKEN)))
    return _keep_unsent(state, replace(_live(state), clip=event.clip), event.problem)


def _keep_dropped(state: State, event: CaptureDropped) -> Step:
    """Keep what a recorder gave up that nobody told to: it does so when it crashes."""
    return _keep_recording(_off_stage(state), event)


def _keep_unsent(state: State, turn: Turn, problem: Problem) -> Step:
    turn = replace(turn, ending=Ending.FAILED, problem=problem)
    return _off_stage(_with_live(state, turn)), (SaveTurn(turn), Notify(problem, turn.number))


def _remark(state: State, event: CaptureRemarked | TurnRemarked) -> Step:
    """Pass a remark on, unless it speaks of a recording that is only a check: it would promise to send it."""
    return state, () if event.turn in state.checks else (Notify(event.problem, event.turn),)


def _restart_capture(state: State, event: TalkPressed) -> Step:
    state, dropped = _drop_capture(state)
    state, started = _begin_capture(state, event)
    return state, (*dropped, *started)


# Answering


def _write_down(state: State, event: WordsHeard) -> Step:
    turn = replace(_live(state), asked=event.text)
    return _with_live(state, turn), (SaveTurn(turn),)


def _grow(state: State, event: AnswerGrown) -> Step:
    turn = replace(_live(state), answer=event.answer)
    return _with_live(state, turn), (SaveTurn(turn),)


def _speak(state: State, event: SpeakingStarted) -> Step:
    return replace(state, stage=Stage.SPEAKING), ()


def _take_answer(state: State, event: AnswerEnded) -> Step:
    turn = replace(_live(state), answer=event.answer, problem=event.problem)
    played = state.played or not event.answer.frames
    state = _with_live(replace(state, received=event.ending, played=played), turn)
    return _close_if_over(state, () if event.problem is None else (Notify(event.problem, turn.number),))


def _end_sound(state: State, event: SpeakingEnded) -> Step:
    return _close_if_over(replace(state, played=True), ())


def _lose_sound(state: State, event: SpeakingFailed) -> Step:
    """Go on in writing: whoever cannot hear the answer reads it, so all of it counts as heard."""
    state = replace(state, played=True, stage=Stage.THINKING)
    return _close_if_over(state, (Notify(event.problem, event.turn),))


def _close_if_over(state: State, notes: tuple[Notify, ...]) -> Step:
    if state.received is None or not state.played:
        return state, (SaveTurn(_live(state)), *notes)
    state, commands = _close(state, state.received)
    return state, (*commands, *notes)


def _close(state: State, ending: Ending) -> Step:
    turn = replace(_live(state), ending=ending)
    state, summarize = _sum_up(_off_stage(_with_live(state, turn)))
    return state, (SaveTurn(turn), *summarize)


# Stopping and barging in


def _stop_answer(state: State, event: StopPressed) -> Step:
    return _interrupt(state, event.heard_ms)


def _interrupt(state: State, heard_ms: Milliseconds) -> Step:
    turn = replace(_live(state), heard_ms=None if state.played else heard_ms)
    return _abandon(state, turn, Ending.CANCELLED if turn.answer.is_empty else Ending.INTERRUPTED)


def _abandon(state: State, turn: Turn, ending: Ending) -> Step:
    """Silence first: what the ear notices comes before what the network notices."""
    state, saved = _close(_with_live(state, turn), ending)
    return state, (Silence(turn.number), CancelTurn(turn.number), *saved)


def _barge_in(state: State, event: Beginning) -> Step:
    state, interrupted = _interrupt(state, event.heard_ms)
    state, begun = step(state, event)
    return state, (*interrupted, *begun)


# Listening to what is stored


def _replay(state: State, event: ListenPressed) -> Step:
    state = replace(_in_this(state), stage=Stage.REPLAYING, live=Turn(event.turn, state.conversation.id))
    prepare = PrepareSpeaker(event.turn, state.settings.sound)
    return state, (prepare, Replay(event.turn, event.path, event.start_ms))


def _end_replay(state: State, event: SpeakingEnded) -> Step:
    return _off_stage(state), _discarded_check(state)


def _lose_replay(state: State, event: SpeakingFailed) -> Step:
    return _off_stage(state), (*_discarded_check(state), Notify(event.problem))


def _stop_replay(state: State, event: StopPressed | Beginning) -> Step:
    ended = (Silence(_live(state).number), *_discarded_check(state))
    return _go_on_without(state, event, ended)


def _go_on_without(state: State, event: StopPressed | Beginning, ended: tuple[Command, ...]) -> Step:
    if isinstance(event, StopPressed):
        return _off_stage(state), ended
    state, commands = step(_off_stage(state), event)
    return state, (*ended, *commands)


# Trying the microphone


def _begin_check(state: State, event: CheckPressed) -> Step:
    """Record as for a turn, but keep every tap, so that nothing is left on disk that nobody names."""
    turn = Turn(event.turn, state.conversation.id)
    start = StartCapture(event.turn, state.settings.sound, make_mp3=False, shortest_ms=0)
    state = replace(_in_this(state), checks=(*state.checks, event.turn)[-MOST_CHECKS:])
    return replace(state, stage=Stage.ARMING, live=turn), (start,)


def _play_back(state: State, clip: Clip) -> Step:
    if clip.is_silent:
        return _off_stage(state), (DiscardClip(clip), Notify(Problem(Kind.MICROPHONE_SILENT)))
    state = replace(state, stage=Stage.REPLAYING, live=replace(_live(state), clip=clip))
    prepare = PrepareSpeaker(clip.turn, state.settings.sound)
    return state, (prepare, Replay(clip.turn, clip.path))


def _discarded_check(state: State) -> tuple[Command, ...]:
    clip = _live(state).clip
    return (DiscardClip(clip),) if clip else ()


def _watch_level(state: State, event: LevelWatched) -> Step:
    arm = ArmMicrophone(state.settings.sound, event.is_watched)
    return replace(state, watches_level=event.is_watched), (arm,)


# Trying a voice


def _begin_sample(state: State, event: SamplePressed) -> Step:
    """Ask for a sample; before the service is known there is none to ask."""
    if not state.base_url:
        return state, ()
    service = replace(event.service, base_url=state.base_url)
    sample = SpeakSample(event.turn, event.text, service, state.practice)
    if problem := _objection(state, (spending_on_voice(sample),)):
        return state, (Notify(problem),)
    state = replace(_in_this(state), stage=Stage.SAMPLING, live=Turn(event.turn, state.conversation.id))
    prepare = PrepareSpeaker(event.turn, state.settings.sound)
    return state, (prepare, sample)


def _lose_sample(state: State, event: SpeakingFailed) -> Step:
    """Silence and cancel both: either the loudspeaker failed or the service."""
    return _off_stage(state), (Silence(event.turn), CancelTurn(event.turn), Notify(event.problem))


def _break_sample(state: State, event: WorkerCrashed) -> Step:
    return _lose_sample(state, SpeakingFailed(_live(state).number, event.problem))


def _stop_sample(state: State, event: StopPressed | Beginning) -> Step:
    turn = _live(state).number
    return _go_on_without(state, event, (Silence(turn), CancelTurn(turn)))


# Crashes


def _crash(state: State, event: WorkerCrashed) -> Step:
    """Let a turn end only for a worker without whom it cannot go on."""
    loss = LOSSES.get((state.stage, event.worker), _note)
    return loss(state, event)


def _lose_recorder(state: State, event: WorkerCrashed) -> Step:
    state, commands = _drop_capture(state)
    return state, (*commands, Notify(event.problem))


def _lose_service(state: State, event: WorkerCrashed) -> Step:
    turn = replace(_live(state), heard_ms=NO_TIME, problem=event.problem)
    state, commands = _abandon(state, turn, Ending.FAILED)
    return state, (*commands, Notify(event.problem))


def _lose_player(state: State, event: WorkerCrashed) -> Step:
    """Silence it, or the one that takes its place would speak on in the middle of the sound."""
    lose = _lose_replay if state.stage is Stage.REPLAYING else _lose_sound
    turn = _live(state).number
    state, commands = lose(state, SpeakingFailed(turn, event.problem))
    return state, (Silence(turn), *commands)


# Which conversation is on screen


def _begin_conversation(state: State, event: ConversationBegun) -> Step:
    state, stopped = _stopped(state, event.heard_ms)
    return _show(state, Conversation(event.conversation)), stopped


def _choose_conversation(state: State, event: ConversationChosen) -> Step:
    """Have it read, unless it is on screen: what is on screen is newer than what is stored."""
    state, stopped = _stopped(state, event.heard_ms)
    state = replace(state, chosen=event.conversation)
    if event.conversation == state.conversation.id:
        return state, stopped
    return state, (*stopped, OpenConversation(event.conversation))


def _open_conversation(state: State, event: ConversationOpened) -> Step:
    """Show what was chosen last, once; at the start nothing was chosen, and the newest is shown."""
    is_wanted = state.chosen == event.conversation.id != state.conversation.id
    if state.chosen is not None and not is_wanted:
        return state, ()
    return _show(state, event.conversation), ()


def _rename_conversation(state: State, event: ConversationRenamed) -> Step:
    if event.conversation == state.conversation.id:
        state = replace(state, conversation=replace(state.conversation, title=event.title))
    return state, (RenameConversation(event.conversation, event.title),)


def _delete_conversation(state: State, event: ConversationDeleted) -> Step:
    delete = DeleteConversation(event.conversation)
    if event.conversation != state.conversation.id:
        return (_in_this(state) if state.chosen == event.conversation else state), (delete,)
    state, stopped = _stopped(state, event.heard_ms)
    return _show(state, Conversation(event.successor)), (*stopped, delete)


def _stopped(state: State, heard_ms: Milliseconds) -> Step:
    """Stop what goes on, as the person would before leaving."""
    return step(state, StopPressed(heard_ms))


def _show(state: State, conversation: Conversation) -> State:
    elsewhere = state.elsewhere.with_left(state.conversation)
    return replace(
        state,
        conversation=elsewhere.completed(conversation),
        chosen=conversation.id,
        elsewhere=elsewhere.without(conversation.id),
    )


def _in_this(state: State) -> State:
    """Note that the person goes on in the conversation on screen; one that is still read comes too late."""
    return replace(state, chosen=state.conversation.id)


# Money


def _book(state: State, event: Spent) -> Step:
    """Keep what was spent, whatever became of its turn; the turn shows it as well."""
    turn = _find(state, event.turn)
    if turn:
        paid = replace(turn, spent=added(turn.spent, (event.spending,)))
        live = paid if _is_live(state, event.turn) else state.live
        state = _with(replace(state, live=live), paid)
    where = (turn.conversation, turn.number) if turn else (None, None)
    return _pay(state, BookSpending(event.turn, event.spending, *where))


def _pay(state: State, book: BookSpending) -> Step:
    """Add to all sums that are kept, and warn once when the cap comes near."""
    if book.conversation == state.conversation.id:
        spent = added(state.conversation.spent, (book.spending,))
        state = replace(state, conversation=replace(state.conversation, spent=spent))
    before = state.month
    if before is None or not before.holds(book.at):
        return state, (book,)
    month = before.with_spending(book.spending)
    warning = warning_after(before.bill, month.bill, state.settings.money)
    return replace(state, month=month), (book, Notify(warning)) if warning else (book,)


def _take_month(state: State, event: MonthTotalled) -> Step:
    return _release_held(replace(state, month=event.month))


def _knows_month(state: State, turn: TurnId) -> bool:
    """Tell whether what is spent is known as far as it is needed."""
    is_needed = state.settings.money.monthly_cap_cents and not state.practice
    return not is_needed or (state.month is not None and state.month.holds(turn))


def _objection(state: State, expected: Bill) -> Problem | None:
    if state.practice:
        return None
    return objection_to(expected, state.month.bill if state.month else (), state.settings.money)


# Summing up


def _sum_up(state: State) -> Step:
    """Have the oldest part summed up in the background, before there is no room for it any more."""
    if state.summing_up is not None or not state.base_url or _has_just_failed(state):
        return state, ()
    compaction = compaction_of(state.conversation, state.settings.money.history_tokens)
    if compaction is None:
        return state, ()
    service = replace(state.settings.service, base_url=state.base_url)
    request = request_for(compaction, service, state.practice)
    if _objection(state, spending_expected(request)):
        return state, ()
    here = state.conversation.id
    return replace(state, summing_up=here), (Summarize(here, compaction.until, request),)


def _has_just_failed(state: State) -> bool:
    """Tell whether hardly anything is new since the last failure, which may have been billed."""
    newer = state.conversation.turns[-VERBATIM_TURNS:]
    return any(turn.number <= state.not_summed_up for turn in newer)


def _take_summary(state: State, event: Summarized) -> Step:
    """Use a summary unless it was given up meanwhile; what it cost is booked all the same."""
    was_wanted = state.summing_up == event.conversation
    state, booked = _pay_for(replace(state, summing_up=None), event)
    if not was_wanted:
        return state, booked
    if event.problem:
        newest = max((turn.number for turn in state.conversation.turns), default=event.until)
        return replace(state, not_summed_up=newest), (*booked, Notify(event.problem))
    keep = KeepSummary(event.conversation, event.text, event.until)
    if event.conversation == state.conversation.id:
        summed_up = replace(state.conversation, summary=event.text, summary_until=event.until)
        state = replace(state, conversation=summed_up)
    return state, (*booked, keep)


def _pay_for(state: State, event: Summarized) -> Step:
    if event.spending is None:
        return state, ()
    return _pay(state, BookSpending(event.until, event.spending, event.conversation))


def _change_summary(state: State, event: SummaryChanged) -> Step:
    """Take what the person wrote, and give up a summary that is being made without knowing it."""
    changed = replace(state.conversation, summary=event.text.strip())
    keep = KeepSummary(changed.id, changed.summary, changed.summary_until)
    return replace(state, conversation=changed, summing_up=None), (keep,)


# What concerns no turn, or one that has left the stage


def _note(state: State, event: Remarked | WorkerCrashed) -> Step:
    return state, (Notify(event.problem),)


def _change_settings(state: State, event: SettingsChanged) -> Step:
    settings = event.settings
    arm = ArmMicrophone(settings.sound, state.watches_level)
    return replace(state, settings=settings), (arm, KeepSound(settings.storage.keep_sound_days))


def _choose_service(state: State, event: ServiceChosen) -> Step:
    """Go on with what was asked while the key was still looked for."""
    chosen = replace(state, base_url=event.base_url, practice=event.practice)
    state, commands = _release_held(chosen)
    return state, (PrepareService(event.base_url), *commands)


def _delete_all(state: State, event: AllDeleted) -> Step:
    fresh = Conversation(event.conversation)
    return replace(state, conversation=fresh, chosen=fresh.id, elsewhere=NOTHING_ELSEWHERE), (ForgetAll(),)


def _delete(state: State, event: TurnDeleted) -> Step:
    turn = state.conversation.find(event.turn)
    if turn is None or _is_live(state, event.turn):
        return state, ()
    rest = state.conversation.without(turn.number)
    shared = {other.clip.path for other in rest.turns if other.clip}
    discard = (DiscardClip(turn.clip),) if turn.clip and turn.clip.path not in shared else ()
    return replace(state, conversation=rest), (ForgetTurn(turn.number), *discard)


def _write_down_late(state: State, event: WordsHeard) -> Step:
    return _amend(state, event.turn, asked=event.text)


def _keep_received(state: State, event: AnswerEnded) -> Step:
    return _amend(state, event.turn, answer=event.answer)


def _keep_recording(state: State, event: Captured | CaptureFailed | CaptureDropped) -> Step:
    """Keep a recording that was given up; the recorder may have finished it before it was told.

    It joins the conversation that it was spoken in, and the one on screen if it comes from an earlier run.
    """
    if event.clip is None or _find(state, event.turn):
        return state, ()
    if event.turn in state.checks or _is_tap(state, event.clip):
        return state, (DiscardClip(event.clip),)
    home = state.elsewhere.home_of(event.turn) or state.conversation.id
    turn = Turn(event.turn, home, clip=event.clip, ending=Ending.CANCELLED)
    return _with(state, turn), (SaveTurn(turn),)


def _amend(state: State, number: TurnId, **changes: object) -> Step:
    turn = _find(state, number)
    if turn is None:
        return state, ()
    amended = replace(turn, **changes)  # type: ignore[arg-type]  # the two callers name fields of a turn
    return _with(state, amended), (SaveTurn(amended),)


def _find(state: State, number: TurnId) -> Turn | None:
    return state.conversation.find(number) or state.elsewhere.find(number)


def _with(state: State, turn: Turn) -> State:
    """Put a turn into its conversation, on screen or not."""
    if turn.conversation == state.conversation.id:
        return replace(state, conversation=state.conversation.put(turn))
    return replace(state, elsewhere=state.elsewhere.put(turn))


def _live(state: State) -> Turn:
    assert state.live
    return state.live


def _with_live(state: State, turn: Turn) -> State:
    return replace(state, live=turn, conversation=state.conversation.put(turn))


def _off_stage(state: State) -> State:
    return replace(state, stage=Stage.IDLE, live=None, held=None, received=None, played=False)


ENDS_SOUND = (StopPressed, *get_args(Beginning))

TABLE: dict[tuple[Stage, type], Callable[..., Step]] = {
    (Stage.IDLE, TalkPressed): _begin_capture,
    (Stage.IDLE, TextSubmitted): _begin_typed,
    (Stage.IDLE, ClipSubmitted): _begin_with_clip,
    (Stage.IDLE, ConversationOpened): _open_conversation,
    (Stage.ARMING, CaptureStarted): _listen,
    (Stage.ARMING, TalkReleased): _release_too_early,
    (Stage.LISTENING, TalkReleased): _close_capture,
    (Stage.CLOSING, TalkPressed): _restart_capture,
    **{(stage, StopPressed): _stop_capture for stage in CAPTURING},
    **{(stage, Captured): _take_clip for stage in CAPTURING},
    **{(stage, CaptureFailed): _lose_capture for stage in CAPTURING},
    **{(stage, CaptureDropped): _keep_dropped for stage in CAPTURING},
    **{(stage, CaptureRemarked): _remark for stage in CAPTURING},
    (Stage.THINKING, SpeakingStarted): _speak,
    **{(stage, TurnRemarked): _remark for stage in ANSWERING},
    **{(stage, WordsHeard): _write_down for stage in ANSWERING},
    **{(stage, AnswerGrown): _grow for stage in ANSWERING},
    **{(stage, AnswerEnded): _take_answer for stage in ANSWERING},
    **{(stage, SpeakingEnded): _end_sound for stage in ANSWERING},
    **{(stage, SpeakingFailed): _lose_sound for stage in ANSWERING},
    **{(stage, StopPressed): _stop_answer for stage in ANSWERING},
    **{(stage, TalkPressed): _barge_in for stage in ANSWERING},
    **{(stage, TextSubmitted): _barge_in for stage in ANSWERING},
    **{(stage, ClipSubmitted): _barge_in for stage in ANSWERING},
    (Stage.IDLE, ListenPressed): _replay,
    (Stage.REPLAYING, SpeakingEnded): _end_replay,
    (Stage.REPLAYING, SpeakingFailed): _lose_replay,
    **{(Stage.REPLAYING, event): _stop_replay for event in ENDS_SOUND},
    (Stage.IDLE, CheckPressed): _begin_check,
    (Stage.IDLE, SamplePressed): _begin_sample,
    (Stage.IDLE, AllDeleted): _delete_all,
    (Stage.SAMPLING, SpeakingEnded): _end_replay,
    (Stage.SAMPLING, SpeakingFailed): _lose_sample,
    **{(Stage.SAMPLING, event): _stop_sample for event in ENDS_SOUND},
    **{(stage, LevelWatched): _watch_level for stage in Stage},
    **{(stage, WorkerCrashed): _crash for stage in Stage},
    **{(stage, Remarked): _note for stage in Stage},
    **{(stage, SettingsChanged): _change_settings for stage in Stage},
    **{(stage, ServiceChosen): _choose_service for stage in Stage},
    **{(stage, TurnDeleted): _delete for stage in Stage},
    **{(stage, ConversationBegun): _begin_conversation for stage in Stage},
    **{(stage, ConversationChosen): _choose_conversation for stage in Stage},
    **{(stage, ConversationRenamed): _rename_conversation for stage in Stage},
    **{(stage, ConversationDeleted): _delete_conversation for stage in Stage},
    **{(stage, Spent): _book for stage in ANSWERING | {Stage.SAMPLING}},
    **{(stage, MonthTotalled): _take_month for stage in Stage},
    **{(stage, Summarized): _take_summary for stage in Stage},
    **{(stage, SummaryChanged): _change_summary for stage in Stage},
}
"""What each stage does with each event. A pair that is not listed is ignored."""

LOSSES: dict[tuple[Stage, str], Callable[[State, WorkerCrashed], Step]] = {
    **{(stage, RECORDER): _lose_recorder for stage in CAPTURING},
    **{(stage, API): _lose_service for stage in ANSWERING},
    **{(stage, PLAYBACK): _lose_player for stage in ANSWERING},
    (Stage.REPLAYING, PLAYBACK): _lose_player,
    **{(Stage.SAMPLING, worker): _break_sample for worker in (API, PLAYBACK)},
}
"""Which worker each stage cannot do without. The crash of any other is told and changes nothing."""

AFTERTHOUGHTS: dict[type, Callable[..., Step]] = {
    WordsHeard: _write_down_late,
    AnswerEnded: _keep_received,
    Spent: _book,
    Captured: _keep_recording,
    CaptureFailed: _keep_recording,
    CaptureDropped: _keep_recording,
}
"""What is still taken in about a turn that is not on stage any more."""


class Session:
    """Hold the state and feed events to it; used by one thread, the front end's."""

    def __init__(self, settings: Settings, conversation: Conversation) -> None:
        self._state = State(settings, conversation)

    @property
    def state(self) -> State:
        """Give what is known now; the value is frozen and can be drawn from at leisure."""
        return self._state

    def handle(self, event: AnyEvent) -> tuple[Command, ...]:
        """Take an event in and tell what to do about it."""
        self._state, commands = step(self._state, event)
        return commands
