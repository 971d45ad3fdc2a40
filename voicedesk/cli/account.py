"""Book what a long transcription uses up, and keep it within the monthly cap."""

from collections.abc import Iterable

from voicedesk.cli.headless import START_S, Headless
from voicedesk.core.cap import objection_to
from voicedesk.core.commands import BookSpending, TotalMonth
from voicedesk.core.events import MonthTotalled
from voicedesk.core.problems import Problem
from voicedesk.core.spending import Bill, Spending
from voicedesk.core.subtitles import Passage


class Account:
    """Know the model that writes down, and who keeps the ledger."""

    def __init__(self, desk: Headless, model: str, is_practice: bool) -> None:
        self._desk = desk
        self._model = model
        self._is_practice = is_practice

    def objection_to(self, passages: Iterable[Passage]) -> Problem | None:
        """Say why these passages may not be sent."""
        money = self._desk.state.settings.money
        if self._is_practice or not money.monthly_cap_cents:
            return None
        expected = tuple(self._spending(passage) for passage in passages)
        return objection_to(expected, self._spent(), money)

    def book(self, passage: Passage) -> None:
        """Note that a passage was written down."""
        self._desk.crew.carry_out(BookSpending(self._desk.new_turn(), self._spending(passage)))

    def _spending(self, passage: Passage) -> Spending:
        length_ms = passage.end_ms - passage.start_ms
        return Spending(self._model, written_down_ms=length_ms, practice=self._is_practice)

    def _spent(self) -> Bill:
        self._desk.crew.carry_out(TotalMonth(self._desk.new_turn()))
        while (event := self._desk.next_event(START_S)) is not None:
            if isinstance(event, MonthTotalled):
                return event.month.bill
        return ()
