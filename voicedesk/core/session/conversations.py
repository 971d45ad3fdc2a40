"""Decide which conversation is on screen."""

from dataclasses import replace

from voicedesk.core.commands import OpenConversation, RenameConversation
from voicedesk.core.conversation import Conversation
from voicedesk.core.events import (
    ConversationBegun,
    ConversationChosen,
    ConversationOpened,
    ConversationRenamed,
)
from voicedesk.core.session.interrupting import clear_stage
from voicedesk.core.session.state import State, Step


def begin_conversation(state: State, event: ConversationBegun) -> Step:
    state, stopped = clear_stage(state, event.heard_ms)
    return show(state, Conversation(event.conversation)), stopped


def choose_conversation(state: State, event: ConversationChosen) -> Step:
    """Have it read, unless it is on screen: what is on screen is newer than what is stored."""
    state, stopped = clear_stage(state, event.heard_ms)
    state = replace(state, chosen=event.conversation)
    if event.conversation == state.conversation.id:
        return state, stopped
    return state, (*stopped, OpenConversation(event.conversation))


def open_conversation(state: State, event: ConversationOpened) -> Step:
    """Show what was chosen last, once; at the start nothing was chosen, and the newest is shown."""
    is_wanted = state.chosen == event.conversation.id != state.conversation.id
    if state.chosen is not None and not is_wanted:
        return state, ()
    return show(state, event.conversation), ()


def rename_conversation(state: State, event: ConversationRenamed) -> Step:
    if event.conversation == state.conversation.id:
        state = replace(state, conversation=replace(state.conversation, title=event.title))
    return state, (RenameConversation(event.conversation, event.title),)


def show(state: State, conversation: Conversation) -> State:
    elsewhere = state.elsewhere.with_left(state.conversation)
    return replace(
        state,
        conversation=elsewhere.completed(conversation),
        chosen=conversation.id,
        elsewhere=elsewhere.without(conversation.id),
    )
