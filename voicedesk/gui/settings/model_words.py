"""Say in a line what is known of a model: its price, its end. What is not known is said too."""

import re
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from voicedesk.core.model_catalogue import has_ended, known_model
from voicedesk.core.prices import PRICES
from voicedesk.core.spending import Modality

WARNED_DAYS = 120


def facts_of(name: str) -> str:
    """Give price and end as they are listed, a line each."""
    return f"{_price_of(name)}\n{_end_of(name)}"


def warning_of(name: str, offered: frozenset[str], today: date) -> str:
    """Say why a model should be left; empty if nothing speaks against it."""
    known = known_model(name)
    if offered and name not in offered:
        return QCoreApplication.translate("Models", "The service does not offer this model.")
    if has_ended(name, today):
        return QCoreApplication.translate("Models", "Its supplier has turned this model off.")
    if known and known.ends_on and (known.ends_on - today).days <= WARNED_DAYS:
        soon = QCoreApplication.translate("Models", "Its supplier turns this model off on {day}.")
        return _dated(soon, known.ends_on)
    return ""


def _price_of(name: str) -> str:
    """Name the prices; where the service publishes none, the maker's stands, and that is said."""
    prices = PRICES.get(name) or (PRICES.get(known.name) if (known := known_model(name)) else None)
    if not prices:
        return QCoreApplication.translate("Models", "Price: not known here.")
    text = _price_words({*prices})
    for modality, price in prices.items():
        text = text.replace(f"{{{modality.name.lower()}}}", f"${QLocale().toString(float(price.usd))}")
    if all(price.source.published for price in prices.values()):
        return text
    makers = QCoreApplication.translate(
        "Models", "{price} Where the service publishes none, it is the maker’s."
    )
    return makers.replace("{price}", text)


def _price_words(modalities: set[Modality]) -> str:
    if Modality.AUDIO_IN in modalities:
        return QCoreApplication.translate(
            "Models",
            "Price for a million tokens: text {text_in} in and {text_out} out, "
            "sound {audio_in} in and {audio_out} out.",
        )
    if Modality.WRITTEN_DOWN in modalities:
        return QCoreApplication.translate("Models", "Price for a minute of sound: {written_down}.")
    if Modality.VOICED in modalities:
        return QCoreApplication.translate("Models", "Price for a million characters: {voiced}.")
    return QCoreApplication.translate(
        "Models", "Price for a million tokens: {text_in} in and {text_out} out."
    )


def _end_of(name: str) -> str:
    known = known_model(name)
    if known is None:
        return QCoreApplication.translate("Models", "End: not known here.")
    if known.ends_on is None:
        return QCoreApplication.translate("Models", "End: none is announced.")
    return _dated(QCoreApplication.translate("Models", "End: {day}."), known.ends_on)


def day_words(day: date) -> str:
    """Write a day as the language does, without the weekday that nobody needs for a day next year."""
    pattern = re.sub(r"\W*dddd\W*", "", QLocale().dateFormat(QLocale.FormatType.LongFormat))
    return QLocale().toString(QDate(day.year, day.month, day.day), pattern)


def _dated(text: str, day: date) -> str:
    return text.replace("{day}", day_words(day))
