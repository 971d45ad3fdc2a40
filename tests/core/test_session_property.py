"""Whatever a person does and however late, silent or broken the workers are, the session keeps its promises.

The second half proves that the first can fail: faults are planted on purpose, and each has to be noticed.
"""

from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

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
from voicedesk.core.session import ANSWERING, TABLE, AnyEvent, Stage, State, Step
from voicedesk.core.session.answering import amend
from voicedesk.core.session.asking import run_turn
from voicedesk.core.session.beginning import begin_capture
from voicedesk.core.session.conversations import show
from voicedesk.core.session.deleting import delete_turn
from voicedesk.core.session.interrupting import barge_in
from voicedesk.core.session.recording import drop_capture, keep_recording
from voicedesk.core.session.state import live_turn, off_stage
from voicedesk.core.units import TurnId

SESSIONS = 6_000
SESSIONS_A_BATCH = 1_000
STEPS = 300
SESSIONS_PER_FAULT = 400

Row = Callable[..., Step]
ROOMS = [import_module(f"{session.__name__}.{room.name}") for room in iter_modules(session.__path__)]


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
    return state, (Silence(live_turn(state).number), CancelTurn(live_turn(state).number))


def reuse_the_number(state: State, event: TalkPressed) -> Step:
    number = live_turn(state).number
    state, dropped = drop_capture(state)
    state, started = begin_capture(state, replace(event, turn=number))
    return state, (*dropped, *started)


def run_at_once(state: State, event: AnyEvent) -> Step:
    return run_turn(state, live_turn(state), spoken=True)


def lose_the_clip(state: State, event: CaptureFailed) -> Step:
    return off_stage(state), ()


def discard_the_late_clip(state: State, event: Captured | CaptureFailed | CaptureDropped) -> Step:
    return state, (DiscardClip(event.clip),) if event.clip else ()


def overwrite_the_ending(state: State, event: AnswerEnded) -> Step:
    return amend(state, event.turn, answer=event.answer, ending=event.ending)


def end_whatever_is_on_stage(state: State, event: AnswerEnded) -> Step:
    return off_stage(state), ()


def ignore(state: State, event: AnyEvent) -> Step:
    return state, ()


def close_without_ending(state: State, ending: object) -> Step:
    turn = live_turn(state)
    return off_stage(state), (SaveTurn(turn),)


def find_any_with_clip(conversation: Conversation, clip: Clip) -> Turn | None:
    return next((turn for turn in conversation.turns if turn.clip == clip), None)


def discard_in_any_case(state: State, event: TurnDeleted) -> Step:
    turn = state.conversation.find(event.turn)
    state, commands = delete_turn(state, event)
    return state, (*commands, DiscardClip(turn.clip)) if turn and turn.clip and commands else commands


def begin_without_stopping(state: State, event: ConversationBegun) -> Step:
    return show(state, Conversation(event.conversation)), ()


def open_whatever_was_read(state: State, event: ConversationOpened) -> Step:
    return show(state, event.conversation), ()


def show_as_it_was_read(state: State, conversation: Conversation) -> State:
    return replace(state, conversation=conversation, chosen=conversation.id)


def look_on_the_screen_only(state: State, number: TurnId) -> Turn | None:
    return state.conversation.find(number)


def join_whatever_is_on_screen(state: State, event: CaptureDropped) -> Step:
    return keep_recording(replace(state, elsewhere=NOTHING_ELSEWHERE), event)


def rename_what_is_stored_only(state: State, event: ConversationRenamed) -> Step:
    return state, (RenameConversation(event.conversation, event.title),)


FAULTS: dict[str, tuple[str, Callable[[Row], Row]]] = {
    "no-cancel-at-barge-in": ("barge_in", without(CancelTurn)),
    "no-silence-at-barge-in": ("barge_in", without(Silence)),
    "no-silence-at-stop": ("_stop_answer", without(Silence)),
    "no-silence-of-a-replay": ("stop_replay", without(Silence)),
    "no-silence-after-a-crash": ("crash", without(Silence)),
    "a-bystander-ends-the-turn": ("crash", instead(end_whatever_is_on_stage)),
    "no-drop-when-pressed-again": ("restart_capture", without(DropCapture)),
    "no-drop-at-stop": ("stop_capture", without(DropCapture)),
    "no-drop-at-an-early-release": ("release_too_early", without(DropCapture)),
    "no-door": ("step", instead(no_door)),
    "stop-stays-on-stage": ("_stop_answer", instead(stop_but_stay)),
    "barge-in-forgets-the-old-turn": ("barge_in", instead(begin_capture)),
    "number-used-again": ("restart_capture", instead(reuse_the_number)),
    "asks-while-the-microphone-is-open": ("close_capture", instead(run_at_once)),
    "clip-lost-when-the-microphone-fails": ("lose_capture", instead(lose_the_clip)),
    "late-clip-ignored": ("keep_recording", instead(ignore)),
    "late-clip-discarded": ("keep_recording", instead(discard_the_late_clip)),
    "ending-overwritten": ("keep_received", instead(overwrite_the_ending)),
    "old-answer-touches-the-stage": ("keep_received", instead(end_whatever_is_on_stage)),
    "late-answer-ignored": ("keep_received", instead(ignore)),
    "late-words-ignored": ("write_down_late", instead(ignore)),
    "closed-without-an-ending": ("close", instead(close_without_ending)),
    "answered-turn-gives-way": ("_unanswered_with", instead(find_any_with_clip)),
    "shared-recording-discarded": ("delete_turn", instead(discard_in_any_case)),
    "switch-does-not-stop": ("begin_conversation", instead(begin_without_stopping)),
    "what-is-read-too-late-is-shown": ("open_conversation", instead(open_whatever_was_read)),
    "what-came-while-reading-is-forgotten": ("show", instead(show_as_it_was_read)),
    "what-is-told-of-a-left-turn-is-lost": ("find_turn", instead(look_on_the_screen_only)),
    "recording-joins-the-wrong-conversation": ("keep_recording", instead(join_whatever_is_on_screen)),
    "title-shown-late": ("rename_conversation", instead(rename_what_is_stored_only)),
    "words-not-stored": ("write_down", without(SaveTurn)),
    "growth-ignored": ("grow", instead(ignore)),
}


def plant(monkeypatch: pytest.MonkeyPatch, name: str, spoil: Callable[[Row], Row]) -> None:
    """Put a spoiled function in the place of one of the session's, wherever it is referred to."""
    (sound,) = {vars(room)[name] for room in ROOMS if name in vars(room)}
    spoiled = spoil(sound)
    for names in [names for room in ROOMS for names in naming(room)]:
        for key in [key for key, value in names.items() if value is sound]:
            monkeypatch.setitem(names, key, spoiled)


def naming(room: ModuleType) -> list[dict]:
    """Give what refers to functions by name or by stage: the room itself and its tables."""
    return [
        vars(room),
        *(value for name, value in vars(room).items() if name.isupper() and isinstance(value, dict)),
    ]


@pytest.mark.parametrize(("name", "spoil"), list(FAULTS.values()), ids=list(FAULTS))
def test_a_planted_fault_is_noticed(
    name: str, spoil: Callable[[Row], Row], monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(monkeypatch, name, spoil)
    with pytest.raises(Broken):
        live_through(range(SESSIONS_PER_FAULT))


def test_the_ear_alone_notices_a_missing_silence(monkeypatch: pytest.MonkeyPatch) -> None:
    for stage in ANSWERING:
        monkeypatch.setitem(TABLE, (stage, TalkPressed), without(Silence)(barge_in))
    monkeypatch.setattr(World, "_check_stage", lambda world: None)
    noticed = {broken_promise(seed) for seed in range(SESSIONS_PER_FAULT)}
    assert "nothing of an old turn is heard after a new one began" in noticed


def broken_promise(seed: int) -> str | None:
    try:
        World(seed).live_through(STEPS)
    except Broken as broken:
        return str(broken)
    return None
