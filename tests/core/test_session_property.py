"""Whatever a person does and however late, silent or broken the workers are, the session keeps its promises.

The second half proves that the first can fail: faults are planted on purpose, and each has to be noticed.
"""

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.core.session_ledger import Broken
from tests.core.session_world import World
from voicedesk.core import session
from voicedesk.core.commands import (
    CancelTurn,
    Command,
    DiscardClip,
    DropCapture,
    RenameConversation,
    SaveTurn,
    Silence,
)
from voicedesk.core.conversation import Clip, Conversation, Turn
from voicedesk.core.elsewhere import NOTHING_ELSEWHERE
from voicedesk.core.events import (
    AnswerEnded,
    Captured,
    CaptureDropped,
    CaptureFailed,
    ConversationBegun,
    ConversationOpened,
    ConversationRenamed,
    TalkPressed,
    TurnDeleted,
)
from voicedesk.core.session import AFTERTHOUGHTS, ANSWERING, TABLE, AnyEvent, Stage, State, Step
from voicedesk.core.units import TurnId

SESSIONS = 6_000
SESSIONS_A_BATCH = 1_000
STEPS = 300
SESSIONS_PER_FAULT = 400

Row = Callable[..., Step]


def live_through(seeds: range) -> set[tuple[Stage, type]]:
    """Run a session a seed and give the rows of the table that they came to."""
    rows_used: set[tuple[Stage, type]] = set()
    for seed in seeds:
        world = World(seed)
        try:
            world.live_through(STEPS)
        except BaseException as broken:
            broken.add_note(f"to see it again: World({seed}).live_through({STEPS})")
            raise
        rows_used |= world.rows_used
    return rows_used


@pytest.mark.parametrize("first", range(0, SESSIONS, SESSIONS_A_BATCH))
def test_no_session_breaks_a_promise_and_every_row_is_tried(first: int) -> None:
    assert set(TABLE) <= live_through(range(first, first + SESSIONS_A_BATCH))


def without(*commands: type[Command]) -> Callable[[Row], Row]:
    """Plant that a row forgets some of its commands."""

    def plant(row: Row) -> Row:
        def forgetful(*given: object) -> Step:
            state, ordered = row(*given)
            return state, tuple(command for command in ordered if not isinstance(command, commands))

        return forgetful

    return plant


def instead(row: Callable) -> Callable[[Row], Row]:
    """Plant another row."""
    return lambda _: row


def no_door(state: State, event: AnyEvent) -> Step:
    row = TABLE.get((state.stage, type(event)))
    return row(state, event) if row else (state, ())


def stop_but_stay(state: State, event: AnyEvent) -> Step:
    return state, (Silence(session._live(state).number), CancelTurn(session._live(state).number))


def reuse_the_number(state: State, event: TalkPressed) -> Step:
    number = session._live(state).number
    state, dropped = session._drop_capture(state)
    state, started = session._begin_capture(state, replace(event, turn=number))
    return state, (*dropped, *started)


def run_at_once(state: State, event: AnyEvent) -> Step:
    return session._run(state, session._live(state), spoken=True)


def lose_the_clip(state: State, event: CaptureFailed) -> Step:
    return session._off_stage(state), ()


def discard_the_late_clip(state: State, event: Captured | CaptureFailed | CaptureDropped) -> Step:
    return state, (DiscardClip(event.clip),) if event.clip else ()


def overwrite_the_ending(state: State, event: AnswerEnded) -> Step:
    return session._amend(state, event.turn, answer=event.answer, ending=event.ending)


def end_whatever_is_on_stage(state: State, event: AnswerEnded) -> Step:
    return session._off_stage(state), ()


def ignore(state: State, event: AnyEvent) -> Step:
    return state, ()


def close_without_ending(state: State, ending: object) -> Step:
    turn = session._live(state)
    return session._off_stage(state), (SaveTurn(turn),)


def find_any_with_clip(conversation: Conversation, clip: Clip) -> Turn | None:
    return next((turn for turn in conversation.turns if turn.clip == clip), None)


def discard_in_any_case(state: State, event: TurnDeleted) -> Step:
    turn = state.conversation.find(event.turn)
    state, commands = DELETE(state, event)
    return state, (*commands, DiscardClip(turn.clip)) if turn and turn.clip and commands else commands


def begin_without_stopping(state: State, event: ConversationBegun) -> Step:
    return session._show(state, Conversation(event.conversation)), ()


def open_whatever_was_read(state: State, event: ConversationOpened) -> Step:
    return session._show(state, event.conversation), ()


def show_as_it_was_read(state: State, conversation: Conversation) -> State:
    return replace(state, conversation=conversation, chosen=conversation.id)


def look_on_the_screen_only(state: State, number: TurnId) -> Turn | None:
    return state.conversation.find(number)


def join_whatever_is_on_screen(state: State, event: CaptureDropped) -> Step:
    return KEEP(replace(state, elsewhere=NOTHING_ELSEWHERE), event)


def rename_what_is_stored_only(state: State, event: ConversationRenamed) -> Step:
    return state, (RenameConversation(event.conversation, event.title),)


DELETE = session._delete
KEEP = session._keep_recording
FAULTS: dict[str, tuple[str, Callable[[Row], Row]]] = {
    "no-cancel-at-barge-in": ("_barge_in", without(CancelTurn)),
    "no-silence-at-barge-in": ("_barge_in", without(Silence)),
    "no-silence-at-stop": ("_stop_answer", without(Silence)),
    "no-silence-of-a-replay": ("_stop_replay", without(Silence)),
    "no-silence-after-a-crash": ("_crash", without(Silence)),
    "a-bystander-ends-the-turn": ("_crash", instead(end_whatever_is_on_stage)),
    "no-drop-when-pressed-again": ("_restart_capture", without(DropCapture)),
    "no-drop-at-stop": ("_stop_capture", without(DropCapture)),
    "no-drop-at-an-early-release": ("_release_too_early", without(DropCapture)),
    "no-door": ("step", instead(no_door)),
    "stop-stays-on-stage": ("_stop_answer", instead(stop_but_stay)),
    "barge-in-forgets-the-old-turn": ("_barge_in", instead(session._begin_capture)),
    "number-used-again": ("_restart_capture", instead(reuse_the_number)),
    "asks-while-the-microphone-is-open": ("_close_capture", instead(run_at_once)),
    "clip-lost-when-the-microphone-fails": ("_lose_capture", instead(lose_the_clip)),
    "late-clip-ignored": ("_keep_recording", instead(ignore)),
    "late-clip-discarded": ("_keep_recording", instead(discard_the_late_clip)),
    "ending-overwritten": ("_keep_received", instead(overwrite_the_ending)),
    "old-answer-touches-the-stage": ("_keep_received", instead(end_whatever_is_on_stage)),
    "late-answer-ignored": ("_keep_received", instead(ignore)),
    "late-words-ignored": ("_write_down_late", instead(ignore)),
    "closed-without-an-ending": ("_close", instead(close_without_ending)),
    "answered-turn-gives-way": ("_unanswered_with", instead(find_any_with_clip)),
    "shared-recording-discarded": ("_delete", instead(discard_in_any_case)),
    "switch-does-not-stop": ("_begin_conversation", instead(begin_without_stopping)),
    "what-is-read-too-late-is-shown": ("_open_conversation", instead(open_whatever_was_read)),
    "what-came-while-reading-is-forgotten": ("_show", instead(show_as_it_was_read)),
    "what-is-told-of-a-left-turn-is-lost": ("_find", instead(look_on_the_screen_only)),
    "recording-joins-the-wrong-conversation": ("_keep_recording", instead(join_whatever_is_on_screen)),
    "title-shown-late": ("_rename_conversation", instead(rename_what_is_stored_only)),
    "words-not-stored": ("_write_down", without(SaveTurn)),
    "growth-ignored": ("_grow", instead(ignore)),
}


def plant(monkeypatch: pytest.MonkeyPatch, name: str, spoil: Callable[[Row], Row]) -> None:
    """Put a spoiled function in the place of one of the session's, wherever it is referred to."""
    sound: Row = getattr(session, name)
    spoiled = spoil(sound)
    monkeypatch.setattr(session, name, spoiled)
    for stage_and_event in [key for key, row in TABLE.items() if row is sound]:
        monkeypatch.setitem(TABLE, stage_and_event, spoiled)
    for event in [key for key, row in AFTERTHOUGHTS.items() if row is sound]:
        monkeypatch.setitem(AFTERTHOUGHTS, event, spoiled)


@pytest.mark.parametrize(("name", "spoil"), list(FAULTS.values()), ids=list(FAULTS))
def test_a_planted_fault_is_noticed(
    name: str, spoil: Callable[[Row], Row], monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(monkeypatch, name, spoil)
    with pytest.raises(Broken):
        live_through(range(SESSIONS_PER_FAULT))


def test_the_ear_alone_notices_a_missing_silence(monkeypatch: pytest.MonkeyPatch) -> None:
    for stage in ANSWERING:
        monkeypatch.setitem(TABLE, (stage, TalkPressed), without(Silence)(session._barge_in))
    monkeypatch.setattr(World, "_check_stage", lambda world: None)
    noticed = {broken_promise(seed) for seed in range(SESSIONS_PER_FAULT)}
    assert "nothing of an old turn is heard after a new one began" in noticed


def broken_promise(seed: int) -> str | None:
    try:
        World(seed).live_through(STEPS)
    except Broken as broken:
        return str(broken)
    return None
