"""Put money, and what it was spent on, into words."""

from PySide6.QtCore import QCoreApplication, QLocale

from voicedesk.core.costs import Cost
from voicedesk.core.money import amount_words
from voicedesk.core.spending import Modality


def cost_words(cost: Cost) -> str:
    """Say what something cost, and how sure that is; empty if nothing is known to have been spent."""
    if cost.practice:
        return QCoreApplication.translate("Money", "free")
    amount = amount_words(cost.usd)
    if not cost.is_whole:
        return _incomplete(cost, amount)
    if cost.is_estimate:
        return QCoreApplication.translate("Money", "about {amount}").replace("{amount}", amount)
    return amount if cost.usd else ""


def _incomplete(cost: Cost, amount: str) -> str:
    if not cost.usd:
        return QCoreApplication.translate("Money", "cost unknown")
    return QCoreApplication.translate("Money", "more than {amount}").replace("{amount}", amount)


def modality_words(modality: Modality) -> str:
    """Name what is charged."""
    names = {
        Modality.TEXT_IN: QCoreApplication.translate("Money", "Text sent"),
        Modality.CACHED_IN: QCoreApplication.translate("Money", "Text sent again"),
        Modality.AUDIO_IN: QCoreApplication.translate("Money", "Speech sent"),
        Modality.TEXT_OUT: QCoreApplication.translate("Money", "Text received"),
        Modality.AUDIO_OUT: QCoreApplication.translate("Money", "Speech received"),
        Modality.WRITTEN_DOWN: QCoreApplication.translate("Money", "Speech written down"),
        Modality.VOICED: QCoreApplication.translate("Money", "Text read aloud"),
    }
    return names[modality]


def usage_words(modality: Modality, amount: int) -> str:
    """Say how much of it was used."""
    if modality is Modality.WRITTEN_DOWN:
        minutes, seconds = divmod(amount // 1_000, 60)
        text = QCoreApplication.translate("Money", "{length} min")
        return text.replace("{length}", f"{minutes}:{seconds:02}")
    if modality is Modality.VOICED:
        text = QCoreApplication.translate("Money", "{count} characters")
    else:
        text = QCoreApplication.translate("Money", "{count} tokens")
    return text.replace("{count}", QLocale().toString(amount))
