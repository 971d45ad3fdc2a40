"""Money: book what was spent, and object to what a cap leaves no room for."""

from dataclasses import replace

from voicedesk.core.cap import objection_to, warning_after
from voicedesk.core.commands import BookSpending, Notify
from voicedesk.core.events import Spent
from voicedesk.core.problems import Problem
from voicedesk.core.session.state import State, Step, find_turn, is_live, with_turn
from voicedesk.core.spending import Bill, added
from voicedesk.core.units import TurnId


def book_spending(state: State, event: Spent) -> Step:
    """Keep what was spent, whatever became of its turn; the turn shows it as well."""
    turn = find_turn(state, event.turn)
    if turn:
        paid = replace(turn, spent=added(turn.spent, (event.spending,)))
        live = paid if is_live(state, event.turn) else state.live
        state = with_turn(replace(state, live=live), paid)
    where = (turn.conversation, turn.number) if turn else (None, None)
    return pay(state, BookSpending(event.turn, event.spending, *where))


def pay(state: State, book: BookSpending) -> Step:
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


def knows_month(state: State, turn: TurnId) -> bool:
    """Tell whether what is spent is known as far as it is needed."""
    is_needed = state.settings.money.monthly_cap_cents and not state.practice
    return not is_needed or (state.month is not None and state.month.holds(turn))


def objection(state: State, expected: Bill) -> Problem | None:
    if state.practice:
        return None
    return objection_to(expected, state.month.bill if state.month else (), state.settings.money)
