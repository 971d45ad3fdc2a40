"""Have the oldest part of a conversation summed up, and keep the summary."""

from dataclasses import replace

from voicedesk.core.commands import BookSpending, KeepSummary, Notify, Summarize
from voicedesk.core.context import VERBATIM_TURNS
from voicedesk.core.estimates import spending_expected
from voicedesk.core.events import Summarized, SummaryChanged
from voicedesk.core.session.spending import objection, pay
from voicedesk.core.session.state import State, Step
from voicedesk.core.summary import compaction_of, request_for


def sum_up(state: State) -> Step:
    """Have the oldest part summed up in the background, before there is no room for it any more."""
    if state.summing_up is not None or not state.base_url or _has_just_failed(state):
        return state, ()
    compaction = compaction_of(state.conversation, state.settings.money.history_tokens)
    if compaction is None:
        return state, ()
    service = replace(state.settings.service, base_url=state.base_url)
    request = request_for(compaction, service, state.practice)
    if objection(state, spending_expected(request)):
        return state, ()
    here = state.conversation.id
    return replace(state, summing_up=here), (Summarize(here, compaction.until, request),)


def _has_just_failed(state: State) -> bool:
    """Tell whether hardly anything is new since the last failure, which may have been billed."""
    newer = state.conversation.turns[-VERBATIM_TURNS:]
    return any(turn.number <= state.not_summed_up for turn in newer)


def take_summary(state: State, event: Summarized) -> Step:
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
    return pay(state, BookSpending(event.until, event.spending, event.conversation))


def change_summary(state: State, event: SummaryChanged) -> Step:
    """Take what the person wrote, and give up a summary that is being made without knowing it."""
    changed = replace(state.conversation, summary=event.text.strip())
    keep = KeepSummary(changed.id, changed.summary, changed.summary_until)
    return replace(state, conversation=changed, summing_up=None), (keep,)
