"""Delete a turn, a conversation or all of them."""

from dataclasses import replace

from voicedesk.core.commands import DeleteConversation, DiscardClip, ForgetAll, ForgetTurn
from voicedesk.core.conversation import Conversation
from voicedesk.core.elsewhere import NOTHING_ELSEWHERE
from voicedesk.core.events import AllDeleted, ConversationDeleted, TurnDeleted
from voicedesk.core.session.conversations import show
from voicedesk.core.session.interrupting import clear_stage
from voicedesk.core.session.state import State, Step, in_this, is_live


def delete_turn(state: State, event: TurnDeleted) -> Step:
    turn = state.conversation.find(event.turn)
    if turn is None or is_live(state, event.turn):
        return state, ()
    rest = state.conversation.without(turn.number)
    shared = {other.clip.path for other in rest.turns if other.clip}
    discard = (DiscardClip(turn.clip),) if turn.clip and turn.clip.path not in shared else ()
    return replace(state, conversation=rest), (ForgetTurn(turn.number), *discard)


def delete_conversation(state: State, event: ConversationDeleted) -> Step:
    delete = DeleteConversation(event.conversation)
    if event.conversation != state.conversation.id:
        return (in_this(state) if state.chosen == event.conversation else state), (delete,)
    state, stopped = clear_stage(state, event.heard_ms)
    return show(state, Conversation(event.successor)), (*stopped, delete)


def delete_all(state: State, event: AllDeleted) -> Step:
    fresh = Conversation(event.conversation)
    return replace(state, conversation=fresh, chosen=fresh.id, elsewhere=NOTHING_ELSEWHERE), (ForgetAll(),)
