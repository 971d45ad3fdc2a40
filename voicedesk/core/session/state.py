"""What is known about what is going on, and the steps from one value of it to the next."""

from dataclasses import dataclass, replace
from enum import Enum, auto

from voicedesk.core.cap import MonthSoFar
from voicedesk.core.commands import Command, RunTurn
from voicedesk.core.conversation import Conversation, Ending, Turn
from voicedesk.core.elsewhere import NOTHING_ELSEWHERE, Elsewhere
from voicedesk.core.settings import Settings
from voicedesk.core.units import ConversationId, TurnId


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


CAPTURING = frozenset({Stage.ARMING, Stage.LISTENING, Stage.CLOSING})
ANSWERING = frozenset({Stage.THINKING, Stage.SPEAKING})


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


def is_live(state: State, turn: TurnId) -> bool:
    return state.live is not None and state.live.number == turn


def live_turn(state: State) -> Turn:
    assert state.live
    return state.live


def with_live(state: State, turn: Turn) -> State:
    return replace(state, live=turn, conversation=state.conversation.put(turn))


def off_stage(state: State) -> State:
    return replace(state, stage=Stage.IDLE, live=None, held=None, received=None, played=False)


def in_this(state: State) -> State:
    """Note that the person goes on in the conversation on screen; one that is still read comes too late."""
    return replace(state, chosen=state.conversation.id)


def find_turn(state: State, number: TurnId) -> Turn | None:
    return state.conversation.find(number) or state.elsewhere.find(number)


def with_turn(state: State, turn: Turn) -> State:
    """Put a turn into its conversation, on screen or not."""
    if turn.conversation == state.conversation.id:
        return replace(state, conversation=state.conversation.put(turn))
    return replace(state, elsewhere=state.elsewhere.put(turn))
