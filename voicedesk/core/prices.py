"""List what models cost: data with a date and a source for every figure, and nothing that is guessed at.

CometAPI publishes its prices for text, four fifths of the maker's, and none for sound. Where it publishes
none, the maker's price stands here, and the cost is an estimate by the share of it that a setting holds.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from voicedesk.core.spending import Modality

USUAL_PERCENT = 80
"""CometAPI's share of the maker's price, in every pair of prices that both publish."""

UNITS = dict.fromkeys(Modality, 1_000_000) | {Modality.WRITTEN_DOWN: 60_000}
"""How much a price is for: a million tokens or characters, and a minute that is written down."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a price was read and when; `published` if it is the price of the service itself."""

    name: str
    read_on: date
    published: bool


@dataclass(frozen=True, slots=True)
class Price:
    """US dollars for one unit of a modality."""

    usd: float
    source: Source


COMETAPI = Source("cometapi.com", date(2026, 11, 22), published=True)
OPENAI = Source("openai.com", date(2026, 11, 24), published=False)


def _prices(source: Source, **usd: float) -> dict[Modality, Price]:
    return {Modality[name.upper()]: Price(each, source) for name, each in usd.items()}


PRICES: Mapping[str, Mapping[Modality, Price]] = {
    "gpt-audio-1.5": _prices(COMETAPI, text_in=2, text_out=8) | _prices(OPENAI, audio_in=32, audio_out=64),
    "gpt-audio": _prices(OPENAI, text_in=2.5, text_out=10, audio_in=32, audio_out=64),
    "gpt-audio-mini": _prices(OPENAI, text_in=0.6, text_out=2.4, audio_in=10, audio_out=20),
    "gpt-4o-audio-preview": _prices(OPENAI, text_in=2.5, text_out=10, audio_in=40, audio_out=80),
    "gpt-realtime-1.5": _prices(COMETAPI, text_in=3.2, text_out=12.8)
    | _prices(OPENAI, cached_in=0.4, audio_in=32, audio_out=64),
    "gpt-4o-mini": _prices(OPENAI, text_in=0.15, cached_in=0.075, text_out=0.6),
    "gpt-4o": _prices(OPENAI, text_in=2.5, cached_in=1.25, text_out=10),
    "gpt-5-mini": _prices(OPENAI, text_in=0.25, cached_in=0.025, text_out=2),
    "whisper-1": _prices(OPENAI, written_down=0.006),
    "gpt-4o-transcribe": _prices(OPENAI, written_down=0.006),
    "gpt-4o-mini-transcribe": _prices(OPENAI, written_down=0.003),
    "tts-1": _prices(OPENAI, voiced=15),
    "tts-1-hd": _prices(OPENAI, voiced=30),
}
"""What is not in here has no known price: gpt-4o-mini-tts is charged by tokens that nobody reports."""
