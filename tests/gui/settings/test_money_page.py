"""The page about money shows what was spent, and its limits apply at once."""

from datetime import date

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from tests.gui.settings.conftest import Opened, named
from tests.gui.settings.test_pages import take
from voicedesk.core.events import Remarked, Spent
from voicedesk.core.inquiries import SpendingTotalled, TotalSpending
from voicedesk.core.months import Month
from voicedesk.core.problems import Action, Kind, Problem
from voicedesk.core.settings import MoneySettings, Settings
from voicedesk.core.spending import Spending
from voicedesk.core.units import TurnId
from voicedesk.gui.icons import IconButton
from voicedesk.gui.money.month_card import MonthCard
from voicedesk.gui.settings.amount_field import AmountField, cents_in
from voicedesk.gui.settings.choice import Choice
from voicedesk.gui.settings.money_page import MoneyPage

PAID = Spending("gpt-audio-1.5", text_in=500, audio_in=100, text_out=100, audio_out=300)
WORDS = Spending("whisper-1", written_down_ms=65_000)


@pytest.fixture
def page(opened: Opened) -> MoneyPage:
    return opened.page(MoneyPage)


def card_of(page: MoneyPage) -> MonthCard:
    return page.findChildren(MonthCard)[0]


def texts(page: MoneyPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page)]


def total_of(page: MoneyPage, *spendings: Spending, day: int = 3) -> SpendingTotalled:
    month = card_of(page).month
    return SpendingTotalled(month, ((date(month.year, month.month, day), spendings),))


def test_the_month_is_added_up_when_the_page_is_opened(opened: Opened, page: MoneyPage) -> None:
    assert opened.stand.crew.told(TotalSpending) == [TotalSpending(card_of(page).month)]


def test_the_month_is_told_as_a_sum_by_day_and_by_kind(opened: Opened, page: MoneyPage) -> None:
    opened.post(total_of(page, PAID, WORDS))
    assert card_of(page).sum_words == "about 2.5 ¢"
    assert card_of(page).bars.accessibleDescription().endswith("about 2.5 ¢")
    told = {"Speech received", "300 tokens", "about 1.5 ¢", "Speech written down", "1:05 min"}
    opened.qtbot.wait_until(lambda: told <= {*texts(page)})


def test_a_month_in_which_nothing_was_spent_says_so(opened: Opened, page: MoneyPage) -> None:
    opened.post(SpendingTotalled(card_of(page).month, ()))
    assert card_of(page).sum_words == "0 ¢"
    assert card_of(page).bars.accessibleDescription() == "Nothing was spent."


def test_what_has_no_price_is_named(opened: Opened, page: MoneyPage) -> None:
    opened.post(total_of(page, PAID, Spending("new-model", text_in=1)))
    assert card_of(page).sum_words == "more than 2.0 ¢"
    assert "new-model" in card_of(page).notes


def test_practice_costs_nothing(opened: Opened, page: MoneyPage) -> None:
    opened.post(total_of(page, Spending("gpt-audio-1.5", audio_out=900, practice=True)))
    assert (card_of(page).sum_words, card_of(page).notes) == ("0 ¢", "Practice costs nothing.")


def test_the_months_before_can_be_looked_at(opened: Opened, page: MoneyPage) -> None:
    card = card_of(page)
    this = card.month
    assert not named(page, IconButton, "The month after").isEnabled()
    named(page, IconButton, "The month before").click()
    assert opened.stand.crew.told(TotalSpending)[-1] == TotalSpending(this.shifted(-1))
    opened.post(SpendingTotalled(this.shifted(-1), ()))
    named(page, IconButton, "The month after").click()
    assert opened.stand.crew.told(TotalSpending)[-1] == TotalSpending(this)


def test_what_is_spent_meanwhile_is_added(opened: Opened, page: MoneyPage) -> None:
    bridge = opened.stand.bridge
    bridge.submit("Hello?")
    before = len(opened.stand.crew.told(TotalSpending))
    assert bridge.state.live
    opened.post(Spent(TurnId(bridge.state.live.number), PAID))
    assert len(opened.stand.crew.told(TotalSpending)) == before + 1


def write(field: AmountField, text: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


@pytest.mark.parametrize(("written", "cents"), [("10", 1_000), ("$7.50", 750), ("0", 0)])
def test_a_cap_applies_at_once(opened: Opened, page: MoneyPage, written: str, cents: int) -> None:
    field = named(page, AmountField, "Monthly cap in US dollars")
    write(field, "3")
    write(field, written)
    assert opened.settings.money.monthly_cap_cents == cents


def test_what_is_no_amount_gives_way_to_the_cap_before(opened: Opened, page: MoneyPage) -> None:
    field = named(page, AmountField, "Monthly cap in US dollars")
    write(field, "10")
    for nonsense in ("ten", "-3", "99999999"):
        write(field, nonsense)
        assert (opened.settings.money.monthly_cap_cents, field.text()) == (1_000, "$10.00")


def test_an_emptied_field_is_no_cap(opened: Opened, page: MoneyPage) -> None:
    field = named(page, AmountField, "Monthly cap in US dollars")
    write(field, "10")
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert opened.settings.money.monthly_cap_cents == 0


@pytest.mark.parametrize(("text", "cents"), [("3,5", 350), ("3.5", 350), ("", 0), ("x", None)])
def test_amounts_are_read_in_the_language_and_with_a_point(text: str, cents: int | None) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale("de_DE"))
    try:
        assert cents_in(text) == cents
    finally:
        QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("name", "value", "setting"),
    [
        ("Ask before a recording that costs more than", 100, "ask_above_cents"),
        ("Room for the history", 48_000, "history_tokens"),
        ("Share of the maker’s price", 100, "estimate_percent"),
    ],
)
def test_choices_apply_at_once(opened: Opened, page: MoneyPage, name: str, value: int, setting: str) -> None:
    take(named(page, Choice, name), value)
    assert getattr(opened.settings.money, setting) == value


def test_the_share_changes_the_sum_on_screen(opened: Opened, page: MoneyPage) -> None:
    opened.post(total_of(page, PAID))
    take(named(page, Choice, "Share of the maker’s price"), 100)
    assert card_of(page).sum_words == "about 2.4 ¢"


def test_values_of_the_file_are_offered_too(opened: Opened, page: MoneyPage) -> None:
    opened.post()
    opened.stand.bridge.change_settings(Settings(money=MoneySettings(history_tokens=30_000)))
    assert named(page, Choice, "Room for the history").currentData() == 30_000


def test_a_banner_about_the_cap_leads_to_the_field(opened: Opened) -> None:
    opened.post(Remarked(Problem(Kind.MONTHLY_CAP, {"cap": "$10.00", "spent": "$10.00"})))
    (notice,) = opened.stand.window.notices.shown
    assert notice.action is Action.SEE_MONEY
    opened.stand.window.notices.acted.emit(notice)
    field = named(opened.view, AmountField, "Monthly cap in US dollars")
    assert opened.stand.window.focusWidget() is field


def test_the_month_of_the_card_is_the_present_one(page: MoneyPage) -> None:
    today = date.today()  # noqa: DTZ011  # the month that the person lives in
    assert card_of(page).month in (Month(today.year, today.month), Month(today.year, today.month).shifted(-1))
