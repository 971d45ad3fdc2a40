"""Show what a month cost: the sum, its days as bars, and what it was spent on."""

from datetime import date

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from voicedesk.core.costs import Cost, cost_of
from voicedesk.core.inquiries import SpendingTotalled
from voicedesk.core.money import amount_words
from voicedesk.core.months import Month
from voicedesk.core.settings import MoneySettings
from voicedesk.core.spending import Bill, added
from voicedesk.gui.icons import IconButton
from voicedesk.gui.money.day_bars import DayBar, DayBars
from voicedesk.gui.money.words import cost_words, modality_words, usage_words
from voicedesk.gui.plain_text import for_label
from voicedesk.gui.style import GRID, TITLE_PX_MORE, enlarge


class MonthCard(QWidget):
    """One month at a time, with buttons to the months around it."""

    month_wanted = Signal(object)
    """The `Month` that shall be shown."""

    def __init__(self, month: Month, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._month = self._newest = month
        self._sum = _label(self)
        enlarge(self._sum, TITLE_PX_MORE)
        self._name = _label(self)
        self._notes = _label(self, "quiet")
        self._bars = DayBars(self)
        self._table = QGridLayout()
        self._earlier = IconButton("caret-left", self.tr("The month before"), self)
        self._later = IconButton("caret-right", self.tr("The month after"), self)
        self._earlier.clicked.connect(self._on_earlier)
        self._later.clicked.connect(self._on_later)
        self._arrange()
        self._write_month()

    @property
    def month(self) -> Month:
        """Give the month on screen."""
        return self._month

    @property
    def sum_words(self) -> str:
        """Give the sum on screen."""
        return self._sum.text()

    @property
    def notes(self) -> str:
        """Give the line below the sum."""
        return self._notes.text()

    @property
    def bars(self) -> DayBars:
        """Give the days."""
        return self._bars

    def show_total(self, total: SpendingTotalled, money: MoneySettings) -> None:
        """Show what was added up."""
        bill = added(*(spent for _, spent in total.days))
        cost = cost_of(bill, money.estimate_percent)
        self._month = total.month
        self._write_month()
        self._sum.setText(_sum_words(cost))
        self._notes.setText(for_label(" ".join(self._notes_about(cost, money))))
        self._notes.setVisible(bool(self._notes.text()))
        self._bars.show_days(_day_bars(total, money.estimate_percent))
        self._fill_table(bill, cost)

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(GRID // 2)
        head.addWidget(self._sum, 1)
        head.addWidget(self._earlier)
        head.addWidget(self._name)
        head.addWidget(self._later)
        self._table.setColumnStretch(0, 1)
        self._table.setHorizontalSpacing(2 * GRID)
        self._table.setVerticalSpacing(GRID // 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addLayout(head)
        column.addWidget(self._notes)
        column.addWidget(self._bars)
        column.addLayout(self._table)

    def _write_month(self) -> None:
        first = QDate(self._month.year, self._month.month, 1)
        self._name.setText(QLocale().toString(first, self.tr("MMMM yyyy")))
        self._later.setEnabled(self._month < self._newest)

    def _notes_about(self, cost: Cost, money: MoneySettings) -> list[str]:
        notes = []
        if money.monthly_cap_cents and self._month == self._newest:
            cap = self.tr("Your cap is {cap}.")
            notes.append(cap.replace("{cap}", amount_words(money.monthly_cap_cents / 100)))
        if cost.practice:
            notes.append(self.tr("Practice costs nothing."))
        if not cost.is_whole:
            unpriced = self.tr("Not counted, because nobody knows the price: {models}.")
            notes.append(unpriced.replace("{models}", ", ".join(sorted(cost.unpriced))))
        return notes

    def _fill_table(self, bill: Bill, cost: Cost) -> None:
        self._clear_table()
        paid = [spending for spending in bill if not spending.practice]
        for row, modality in enumerate(cost.by_modality):
            used = sum(spending.amount_of(modality) for spending in paid)
            words = cost_words(cost.part(modality))
            self._add_line(row, modality_words(modality), usage_words(modality, used), words)

    def _clear_table(self) -> None:
        while (item := self._table.takeAt(0)) is not None:
            if label := item.widget():
                label.hide()
                label.deleteLater()

    def _add_line(self, row: int, name: str, usage: str, cost: str) -> None:
        right = Qt.AlignmentFlag.AlignRight
        self._table.addWidget(_label(self, text=name), row, 0)
        self._table.addWidget(_label(self, "quiet", usage), row, 1, right)
        self._table.addWidget(_label(self, text=cost), row, 2, right)

    def _on_earlier(self) -> None:
        self.month_wanted.emit(self._month.shifted(-1))

    def _on_later(self) -> None:
        self.month_wanted.emit(self._month.next)


def _day_bars(total: SpendingTotalled, percent: int) -> list[DayBar]:
    bills = dict(total.days)
    return [_day_bar(day, cost_of(bills.get(day, ()), percent)) for day in total.month.days()]


def _day_bar(day: date, cost: Cost) -> DayBar:
    words = cost_words(cost)
    if words:
        name = QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.ShortFormat)
        words = f"{name}: {words}"
    return DayBar(day.day, cost.usd, words)


def _sum_words(cost: Cost) -> str:
    return cost_words(cost) if cost.usd or not cost.is_whole else amount_words(0)


def _label(parent: QWidget, look: str = "", text: str = "") -> QLabel:
    label = QLabel(for_label(text), parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(look == "quiet" and not text)
    if look:
        label.setProperty("look", look)
    return label
