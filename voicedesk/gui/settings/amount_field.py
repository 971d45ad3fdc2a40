"""A field for an amount of money, or for none."""

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QWidget

LONGEST = 12


class AmountField(QLineEdit):
    """Take dollars as a person writes them; what is no amount gives way to what was there before."""

    chosen = Signal(int)
    """The amount in cents; 0 is none."""

    def __init__(self, most_cents: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._most_cents = most_cents
        self._cents = 0
        self.setProperty("look", "field")
        self.setMaxLength(LONGEST)
        self.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)
        self.editingFinished.connect(self._on_finished)

    def offer(self, cents: int) -> None:
        """Show what is chosen, unless the person is writing."""
        self._cents = cents
        if not self.hasFocus():
            self._write()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._write()

    def _on_finished(self) -> None:
        cents = cents_in(self.text())
        if cents is not None and cents <= self._most_cents and cents != self._cents:
            self._cents = cents
            self.chosen.emit(cents)
        self._write()

    def _write(self) -> None:
        self.setText(f"${QLocale().toString(self._cents / 100, 'f', 2)}" if self._cents else "")


def cents_in(text: str) -> int | None:
    """Read an amount in dollars, with the marks of the language or a plain point; empty is none."""
    plain = text.strip().removeprefix("$").strip()
    if not plain:
        return 0
    for locale in (QLocale(), QLocale.c()):
        dollars, is_number = locale.toDouble(plain)
        if is_number and 0 <= dollars < 10**7:
            return round(dollars * 100)
    return None
