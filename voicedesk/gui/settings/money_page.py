"""The page about what is spent, what may be spent, and where the figures come from."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from voicedesk.core.inquiries import Report, SpendingTotalled, TotalSpending
from voicedesk.core.money import amount_words
from voicedesk.core.months import Month
from voicedesk.core.prices import COMETAPI
from voicedesk.core.problems import Action
from voicedesk.core.session import State
from voicedesk.core.settings import Group, MoneySettings, Settings
from voicedesk.core.spending import Bill
from voicedesk.gui.money.month_card import MonthCard
from voicedesk.gui.settings.amount_field import AmountField
from voicedesk.gui.settings.choice import Choice
from voicedesk.gui.settings.model_words import day_words
from voicedesk.gui.settings.page import Page

MOST_CAP_CENTS = 1_000_000
ASK_ABOVE_CENTS = (5, 10, 25, 50, 100, 500)
PERCENTS = (60, 70, 80, 90, 100, 120)
HISTORY_TOKENS = (8_000, 16_000, 24_000, 48_000, 100_000)


class MoneyPage(Page):
    """The month in bars and by kind, the limits, how much history goes along, and the prices."""

    icon = "coins"
    answers = frozenset({Action.SEE_MONEY})

    @classmethod
    def title(cls) -> str:
        return QCoreApplication.translate("Settings", "Money")

    @classmethod
    def keywords(cls) -> str:
        return QCoreApplication.translate(
            "Settings", "cost price spent cap limit month budget tokens history summary estimate dollars"
        )

    def build(self) -> None:
        self._total: SpendingTotalled | None = None
        self._seen: Bill = ()
        self._is_open = False
        self._month = MonthCard(_this_month())
        self._month.month_wanted.connect(self._ask_for)
        self.section(self.tr("Spent")).add(self._month)
        self._build_limits()
        self._build_history()
        self._build_prices()

    def defaults(self) -> tuple[Group, ...]:
        return (MoneySettings(),)

    def opened(self) -> None:
        self._is_open = True
        self._ask_for(self._month.month)

    def left(self) -> None:
        self._is_open = False

    def focus_problem(self) -> None:
        self._cap.setFocus()
        self._cap.selectAll()

    def show_settings(self, settings: Settings) -> None:
        money = settings.money
        self._cap.offer(money.monthly_cap_cents)
        asks = sorted({*ASK_ABOVE_CENTS, money.ask_above_cents})
        self._ask_above.offer([(cents, amount_words(cents / 100)) for cents in asks], money.ask_above_cents)
        self._history.offer(self._history_entries(money.history_tokens), money.history_tokens)
        percents = sorted({*PERCENTS, money.estimate_percent})
        self._percent.offer([(each, f"{each} %") for each in percents], money.estimate_percent)
        self._show_total()

    def show_state(self, state: State) -> None:
        """Add up again when something was spent while the page is looked at."""
        if self._is_open and state.conversation.spent != self._seen:
            self._seen = state.conversation.spent
            self._ask_for(self._month.month)

    def show_report(self, report: Report) -> None:
        if isinstance(report, SpendingTotalled):
            self._total = report
            self._show_total()

    def _build_limits(self) -> None:
        section = self.section(self.tr("Limits"))
        self._cap = AmountField(MOST_CAP_CENTS)
        self._cap.setPlaceholderText(self.tr("No cap"))
        self._cap.chosen.connect(self._on_cap)
        about = self.tr(
            "What would pass it is kept and not sent. It counts what this program spent, by estimates where "
            "no price is published. A limit of the key at CometAPI holds in any case."
        )
        section.add_row(self.tr("Monthly cap in US dollars"), self._cap, about)
        self._ask_above = Choice()
        self._ask_above.chosen.connect(self._on_ask_above)
        about = self.tr("It is kept, and sent when you say so. Only long recordings cost that much.")
        section.add_row(self.tr("Ask before a recording that costs more than"), self._ask_above, about)

    def _build_history(self) -> None:
        section = self.section(self.tr("Long conversations"))
        self._history = Choice()
        self._history.chosen.connect(self._on_history)
        about = self.tr(
            "How much of what was said before goes along with each question. When it is nearly full, the "
            "oldest part is summed up; you can read and change the summary. More room costs more."
        )
        section.add_row(self.tr("Room for the history"), self._history, about)

    def _build_prices(self) -> None:
        about = self.tr(
            "Prices of {day}. CometAPI publishes its prices for text on {source}. Where it publishes none, "
            "as for sound, the price of the maker (OpenAI) counts by the share below, and the amount is "
            "marked with “about”. Your balance at CometAPI is what counts."
        )
        about = about.replace("{day}", day_words(COMETAPI.read_on)).replace("{source}", COMETAPI.name)
        section = self.section(self.tr("Prices"), about)
        self._percent = Choice()
        self._percent.chosen.connect(self._on_percent)
        about = self.tr("CometAPI takes 80 % where both prices are known.")
        section.add_row(self.tr("Share of the maker’s price"), self._percent, about)

    def _history_entries(self, chosen: int) -> list[tuple[object, str]]:
        words, locale = self.tr("{count} tokens"), QLocale()
        counts = sorted({*HISTORY_TOKENS, chosen})
        return [(count, words.replace("{count}", locale.toString(count))) for count in counts]

    def _ask_for(self, month: Month) -> None:
        self.bridge.crew.carry_out(TotalSpending(month))

    def _show_total(self) -> None:
        if self._total:
            self._month.show_total(self._total, self.bridge.settings.money)

    def _on_cap(self, cents: int) -> None:
        self._change(monthly_cap_cents=cents)

    def _on_ask_above(self, cents: int) -> None:
        self._change(ask_above_cents=cents)

    def _on_history(self, tokens: int) -> None:
        self._change(history_tokens=tokens)

    def _on_percent(self, percent: int) -> None:
        self._change(estimate_percent=percent)

    def _change(self, **changes: int) -> None:
        self.put(replace(self.bridge.settings.money, **changes))


def _this_month() -> Month:
    today: date = QDate.currentDate().toPython()  # type: ignore[assignment]  # the stubs say object
    return Month(today.year, today.month)
